#!/usr/bin/env python3
"""Kills builds at random moments and checks that the site is whole each time.

usage: kill.py WAYMARK PROJECT [--times 20] [--seed 1] [--jobs N]

PROJECT is copied first; the builds are of two versions of it in turn (harness.py). After each kill the output
must be byte for byte one of the two sites, hidden entries of its root aside; a build that then runs to its
end must publish its own version, keep the hidden entries and leave nothing beside the site. Ends with a line
that counts, and with exit code 1 after a failure.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile

from harness import Harness


def build_and_kill(harness, version, moment):
    """Whether the build was still running at its moment, in seconds, and so was killed."""
    process = subprocess.Popen(harness.command(version), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def kill(harness, times, seed):
    """Kills builds until it has hit as many; what it counted, as a line."""
    random.seed(seed)
    harness.prepare()
    now, killed, old, new = 0, 0, 0, 0
    while killed < times:
        moment = random.uniform(0, harness.duration * 1.1)
        was_killed = build_and_kill(harness, 1 - now, moment)
        killed += was_killed
        try:
            there = harness.version_there()
            assert there >= 0, "there is no site"
            old += was_killed and there == now
            new += was_killed and there != now
            # Every other time a whole build comes between; else the next one is killed over what is left.
            if random.random() < 0.5:
                there = random.randrange(2)
                harness.build(there)
            now = there
        except AssertionError as failure:
            raise AssertionError(f"after {moment:.3f} s: {failure} (--seed {seed})") from failure
    return f"{killed} builds of {harness.duration:.2f} s killed: {old} left the old site, {new} the new one, 0 neither"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("waymark", help="the program")
    parser.add_argument("project", help="a folder that holds Content/ and builds without errors")
    parser.add_argument("--times", type=int, default=20, help="how many builds to kill")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--jobs", type=int, help="passed on to waymark")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-kill-") as folder:
        try:
            print(kill(Harness(options.waymark, options.project, folder, options.jobs), options.times, options.seed))
        except AssertionError as failure:
            print(f"kill.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
