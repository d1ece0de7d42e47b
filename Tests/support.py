"""What tests from outside need of the program and of folders."""

import json
import os
import subprocess
from pathlib import Path

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


def review_material(path):
    """What a lesson's script for the reviews hands over, read as browsers read it."""
    script = "globalThis.waymarkCards = value => console.log(JSON.stringify(value)); require(process.argv[1]);"
    result = subprocess.run(["node", "-e", script, str(path)], capture_output=True, timeout=60, check=True)
    return json.loads(result.stdout)


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
