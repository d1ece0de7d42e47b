"""Examples of rules: small courses in one file each, with what the program is to print of them.

A line such as `==> Content/track.yml` opens each part; `==> Content/a.md -> b.md` is a symbolic link, a name
that ends in `/` a folder and one that ends in `|` a pipe. What stands in `Published/` is the course as it was
last published. In names and texts `\\xNN` stands for a byte. The part `diagnostics` comes last.
"""

import os
import re
from pathlib import Path


def read(file):
    """The parts of an example by their names, in order."""
    parts = {}
    for line in file.read_bytes().decode().split("\n")[:-1]:
        if line.startswith("==> "):
            name = line.removeprefix("==> ")
            parts[name] = ""
        elif parts:
            parts[name] += line + "\n"
    return parts


def bytes_of(text):
    return re.sub(rb"\\x([0-9a-fA-F]{2})", lambda match: bytes([int(match[1], 16)]), text.encode())


def write(parts, folder):
    """Makes the files of a course below a folder."""
    for name, text in parts.items():
        name, _, target = name.partition(" -> ")
        path = Path(os.fsdecode(bytes_of(str(folder / name))))
        path.parent.mkdir(parents=True, exist_ok=True)
        if target:
            path.symlink_to(target)
        elif name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        elif name.endswith("|"):
            os.mkfifo(path.with_name(path.name[:-1]))
        else:
            path.write_bytes(bytes_of(text))
