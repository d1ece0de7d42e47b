"""What the tests of built sites share: the program, a build of the track, and small courses to break."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Waymark:
    """The program under test."""

    def __init__(self, path):
        self.path = str(path)

    def run(self, *arguments, cwd=ROOT, **environment):
        return subprocess.run(
            [self.path, *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, **environment},
            capture_output=True,
            timeout=120,
        )


@pytest.fixture(scope="session")
def waymark():
    path = os.environ.get("WAYMARK") or str(ROOT / ".build/debug/waymark")
    assert Path(path).is_file(), f"{path} is missing; run `swift build` first"
    return Waymark(path)


@pytest.fixture(scope="session")
def site(waymark, tmp_path_factory):
    """The track of this repository, built into a folder of its own."""
    output = tmp_path_factory.mktemp("site") / "Public"
    result = waymark.run("build", "--project", ROOT, "--output", output)
    assert result.returncode == 0, result.stderr.decode()
    return output


@pytest.fixture
def project(tmp_path):
    """A copy of a small course without mistakes."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "Tests/Site/small", folder)
    return folder


def tree(folder):
    """Every file below a folder with its bytes; symbolic links with their targets."""
    result = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            result[name] = os.readlink(path)
        elif path.is_file():
            result[name] = path.read_bytes()
    return result
