"""What the tests of built sites share: the program, a build of the track, and small courses to break."""

import os
import shutil
from pathlib import Path

import pytest

from support import ROOT, Waymark


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
