"""What tests from outside need of the program and of folders."""

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
