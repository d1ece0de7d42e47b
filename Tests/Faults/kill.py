#!/usr/bin/env python3
"""Kills builds at random moments and checks that the site is whole each time.

usage: kill.py WAYMARK PROJECT [--times 20] [--seed 1] [--jobs N]

PROJECT is copied first. Every build is of one of two versions of it, which differ in a sentence of every page
but the practice pages; either has a static file of its own. After each kill the output must be byte for byte one of the two sites, hidden entries of
its root aside; a build that then runs to its end must publish its own version, keep the hidden entries and
leave nothing beside the site. Ends with a line that counts, and with exit code 1 after a failure.
"""

import argparse
import hashlib
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def files(folder):
    """The hash of every file of a site by its path, hidden entries of the root left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


class Harness:
    def __init__(self, options, folder):
        self.waymark = str(pathlib.Path(options.waymark).resolve())
        self.jobs = ["--jobs", str(options.jobs)] if options.jobs else []
        self.projects = [folder / "first", folder / "second"]
        self.output = folder / "output" / "Public"
        for project in self.projects:
            shutil.copytree(pathlib.Path(options.project) / "Content", project / "Content")
        for page in sorted((self.projects[1] / "Content").rglob("*.md")):
            if page.name != "practice.md":
                with page.open("a") as file:
                    file.write("\nA sentence that only the second version has.\n")
        for version, project in enumerate(self.projects):
            (project / "Content" / "static").mkdir(exist_ok=True)
            (project / "Content" / "static" / f"version-{version}.txt").write_text(str(version))

    def command(self, version, output):
        return [self.waymark, "build", "--project", self.projects[version], "--output", output, *self.jobs]

    def build(self, version, output):
        started = time.monotonic()
        subprocess.run(self.command(version, output), check=True, capture_output=True)
        return time.monotonic() - started

    def build_and_kill(self, version, moment):
        """Whether the build was still running at its moment, in seconds, and so was killed."""
        process = subprocess.Popen(
            self.command(version, self.output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("waymark", help="the program")
    parser.add_argument("project", help="a folder that holds Content/ and builds without errors")
    parser.add_argument("--times", type=int, default=20, help="how many builds to kill")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--jobs", type=int, help="passed on to waymark")
    options = parser.parse_args()
    random.seed(options.seed)

    with tempfile.TemporaryDirectory(prefix="waymark-kill-") as name:
        folder = pathlib.Path(name)
        harness = Harness(options, folder)
        duration = max(harness.build(version, folder / f"site-{version}") for version in (0, 1))
        sites = [files(folder / f"site-{version}") for version in (0, 1)]

        output = harness.output
        (output / ".git").mkdir(parents=True)
        (output / ".git" / "HEAD").write_text("ref")
        harness.build(0, output)
        now, killed, old, new, failures = 0, 0, 0, 0, []
        while killed < options.times and not failures:
            moment = random.uniform(0, duration * 1.1)
            was_killed = harness.build_and_kill(1 - now, moment)
            killed += was_killed
            if not output.is_dir():
                failures.append(f"after {moment:.3f} s there is no site")
                break
            site = files(output)
            if site not in sites:
                failures.append(f"after {moment:.3f} s the site is neither the old nor the new one")
                break
            old += was_killed and site == sites[now]
            new += was_killed and site != sites[now]
            # Every other time a whole build comes between; else the next one is killed over what is left.
            if random.random() < 0.5:
                now = random.randrange(2)
                harness.build(now, output)
                if files(output) != sites[now]:
                    failures.append("the build after a kill did not publish its site")
                if not (output / ".git" / "HEAD").is_file():
                    failures.append("the build after a kill lost .git")
                if [entry.name for entry in output.parent.iterdir()] != [output.name]:
                    failures.append("the build after a kill left something beside the site")
            else:
                now = sites.index(site)
        for failure in failures:
            print(f"kill.py: {failure} (--seed {options.seed})", file=sys.stderr)
        print(f"{killed} builds of {duration:.2f} s killed: {old} left the old site, {new} the new one, "
              f"{len(failures)} neither")
        return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
