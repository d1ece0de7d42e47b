#!/usr/bin/env python3
"""Edits a course at random under `waymark serve`, and compares it with a clean build after each edit.

usage: preview_edits.py WAYMARK [--edits 200] [--seed 1]

After an edit the preview must serve, byte for byte but for what it adds to pages, the files that a build
publishes and no others; where the build finds errors it must show the same diagnostics and still serve. Ends
with a line that counts, and with exit code 1 at the first difference, which it names.
"""

import argparse
import collections
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from preview import Preview, soon, without_additions  # noqa: E402
from random_course import RandomCourse  # noqa: E402
from support import tree  # noqa: E402


class Difference(AssertionError):
    pass


class Edits:
    """A course on the disk, and the ways in which editors write it."""

    def __init__(self, folder, seed):
        self.project = folder / "project"
        self.random = random.Random(seed)
        self.course = RandomCourse(seed)
        self.files = {}
        self.thrown = 0
        self.write()

    def write(self):
        """Writes what is different, moves whole folders, and deletes what is no longer there."""
        files = self.course.files()
        self.move_folders(files)
        self.throw_folders_away(files)
        for path in [path for path in self.files if path not in files]:
            (self.project / path).unlink()
            self.delete_empty_folders((self.project / path).parent)
        for path, text in files.items():
            if self.files.get(path) != text:
                self.save(self.project / path, text)
        self.files = files

    def move_folders(self, files):
        """A folder all of whose files are elsewhere now was renamed."""
        before, after = self.folders(self.files), self.folders(files)
        gone = [name for name in before if name not in after]
        new = [name for name in after if name not in before]
        if len(gone) == 1 and len(new) == 1 and {"static"}.isdisjoint(gone + new):
            os.rename(self.project / "Content" / gone[0], self.project / "Content" / new[0])
            self.files = {
                path.replace(f"Content/{gone[0]}/", f"Content/{new[0]}/"): text for path, text in self.files.items()
            }

    def throw_folders_away(self, files):
        """Moves some of the folders that lost all their files out of the project, as file managers do."""
        kept = self.folders_around(files)
        for gone in sorted(self.folders_around(self.files) - kept):
            if gone.parent in kept and self.random.random() < 0.5:
                self.thrown += 1
                os.rename(self.project / gone, self.project.parent / f"thrown-{self.thrown}")
                self.files = {
                    path: text for path, text in self.files.items() if gone not in pathlib.PurePath(path).parents
                }

    @staticmethod
    def folders_around(files):
        return {folder for path in files for folder in pathlib.PurePath(path).parents}

    @staticmethod
    def folders(files):
        return {path.split("/")[1] for path in files if path.startswith("Content/") and path.count("/") > 1}

    def delete_empty_folders(self, folder):
        while folder.name != "Content" and folder != self.project and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def save(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        style = self.random.randrange(4)
        if style == 0 or not path.exists():
            path.write_text(text)
        elif style == 1:
            beside = path.with_name(f".{path.name}.tmp")
            beside.write_text(text)
            os.replace(beside, path)
        elif style == 2:
            backup = path.with_name(path.name + "~")
            os.rename(path, backup)
            path.write_text(text)
            backup.unlink()
        else:
            with path.open("w") as file:
                for line in text.splitlines(keepends=True):
                    file.write(line)
                    file.flush()

    def step(self):
        """Makes one change on the disk and names it."""
        if self.random.random() < 0.03:
            os.rename(self.project / "Content", self.project / "Elsewhere")
            if self.random.random() < 0.5:
                soon(lambda: None)
            os.rename(self.project / "Elsewhere", self.project / "Content")
            return "move Content/ away and back"
        name = self.course.change()
        self.write()
        return name


def build(waymark, project, output):
    """What a clean build finds and writes; no site where the course has errors."""
    shutil.rmtree(output, ignore_errors=True)
    result = subprocess.run(
        [waymark, "build", "--project", project, "--output", output, "--format", "short"],
        capture_output=True, text=True, timeout=60)
    assert result.returncode in (0, 1), result.stderr
    problems = sorted(line for line in result.stderr.splitlines() if line.endswith("]"))
    if result.returncode:
        return problems, None
    return problems, {path: bytes_ for path, bytes_ in tree(output).items() if path != ".waymark"}


def compare(preview, problems, site, known, is_track_broken):
    """Fails where the preview is not what was built."""
    if is_track_broken:
        found = [problem for problem in preview.problems() if problem.startswith("Content/track.yml")]
        expected = [problem for problem in problems if problem.startswith("Content/track.yml")]
        if found != expected:
            raise Difference(f"the preview says {found}, the build {expected}")
        return
    if preview.problems() != problems:
        raise Difference(f"the preview says {preview.problems()}, the build {problems}")
    if site is None:
        return
    for path, expected in site.items():
        status, content = preview.get(path)
        if status != 200:
            raise Difference(f"{path} is missing from the preview")
        if (without_additions(content) if path.endswith(".html") else content) != expected:
            raise Difference(f"{path} is different")
    for path in known - site.keys():
        if preview.get(path)[0] == 200:
            raise Difference(f"{path} is served, but no longer built")


def run(waymark, folder, edits, seed, say=lambda line: None):
    """Makes random edits; how many there were of each outcome."""
    outcomes = collections.Counter()
    course = Edits(folder, seed)
    known = set()
    with Preview(waymark, course.project) as preview:
        for number in range(edits + 1):
            name = course.step() if number else "begin"
            problems, site = build(waymark, course.project, folder / "Public")
            broken = course.course.broken == "track"
            try:
                soon(lambda: compare(preview, problems, site, known, broken))
            except Difference as difference:
                raise Difference(f"after edit {number} ({name}) of seed {seed}: {difference}") from None
            if site:
                known |= site.keys()
            outcomes["built" if site else "with errors"] += 1
            say(f"{number:4} {name}: {f'{len(site)} files' if site else f'{len(problems)} problems'}")
    return outcomes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("waymark", type=pathlib.Path)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            outcomes = run(options.waymark.resolve(), pathlib.Path(folder), options.edits, options.seed, print)
        except Difference as difference:
            print(f"preview_edits: {difference}", file=sys.stderr)
            sys.exit(1)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(f"{sum(outcomes.values())} comparisons, all equal: {counts}")


if __name__ == "__main__":
    main()
