#!/usr/bin/env python3
"""Lets the machine fail in all its ways while sites are built, and checks that the old or the new site is there,
whole, each time.

usage: faults.py WAYMARK PROJECT [--kills 200] [--removals 40] [--seed 1] [--only FAULT ...]

PROJECT is copied first; the builds are of two versions of it (harness.py). Prints a table with a line for each
fault. Full and read-only disks need the right to mount, jumps of the clock the program faketime;
what cannot be had is skipped and said. Ends with exit code 1 after a failure.
"""

import argparse
import contextlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import kill
from harness import Harness, files, may_mount, without_privileges

class Skipped(Exception):
    """A fault that this machine does not let us have."""


def killed(harness, options):
    """kill -9 at random moments."""
    return kill.kill(harness, options.kills, options.seed)


# MARK: Disks


@contextlib.contextmanager
def disk(harness):
    """The output on a file system of its own, with the first version in it; yields what remounts it."""
    if not may_mount(harness.folder):
        raise Skipped("mounting needs a privilege")
    mount, output = harness.folder / "disk", harness.output
    mount.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", mount], check=True)
    harness.output = mount / "output" / "Public"
    try:
        harness.prepare()
        yield lambda options: subprocess.run(["mount", "-o", f"remount,{options}", mount], check=True)
    finally:
        harness.output = output
        subprocess.run(["umount", mount], check=True)
        mount.rmdir()


def full_disk(harness, options):
    """A disk with room for a part of the new site, from none to all."""
    codes = []
    with disk(harness) as remount:
        used = os.statvfs(harness.output)
        used = (used.f_blocks - used.f_bavail) * used.f_bsize
        for step in range(12):
            remount(f"size={used + used * step // 10 + 4096 * step}")
            codes.append(harness.expect(harness.run(1)))
            assert harness.leftovers() == [], f"the build leaves {harness.leftovers()}"
            remount("size=256m")
            harness.build(1)
            harness.build(0)
    assert 2 in codes and 0 in codes, f"the sizes were badly chosen: {codes}"
    return f"{len(codes)} sizes: {codes.count(2)} refused, {codes.count(0)} published"


def full_table_of_files(harness, options):
    """A disk on which no more files can be made."""
    codes = []
    with disk(harness) as remount:
        used = os.statvfs(harness.output)
        used = used.f_files - used.f_ffree
        for step in range(8):
            remount(f"nr_inodes={used + used * step // 5 + step}")
            codes.append(harness.expect(harness.run(1)))
            assert harness.leftovers() == [], f"the build leaves {harness.leftovers()}"
            remount("nr_inodes=1000000")
            harness.build(0)
    assert 2 in codes, f"the counts were badly chosen: {codes}"
    return f"{len(codes)} counts: {codes.count(2)} refused, {codes.count(0)} published"


def read_only_disk(harness, options):
    """A disk that is read-only."""
    with disk(harness) as remount:
        remount("ro")
        harness.expect(harness.run(1), may_end=[2])
        remount("rw")
        harness.build(1)
    return "refused"


# MARK: Permissions


def no_permission(harness, options):
    """A user who may not write: beside the site, or into it, or not read a page."""
    prefix = without_privileges()
    if prefix is None:
        raise Skipped("setpriv is missing")
    harness.prepare()
    # The folder and those above it that are ours, so that another user may reach the course.
    for folder in [harness.folder, *harness.folder.parents]:
        status = folder.stat()
        if status.st_uid == os.getuid() and not status.st_mode & 0o005 == 0o005:
            folder.chmod(status.st_mode | 0o055)
    count = 0
    parent = harness.output.parent
    for forbidden in [parent, harness.output]:
        writable = 0o777 if forbidden is harness.output else 0o555
        parent.chmod(writable)
        harness.output.chmod(0o555)
        harness.expect(harness.run(1, prefix=prefix, cwd="/"), may_end=[0, 2])
        parent.chmod(0o755)
        harness.output.chmod(0o755)
        count += 1
        shutil.rmtree(parent)
        parent.mkdir()
        harness.prepare()
    page = next((harness.projects[1] / "Content").rglob("*.md"))
    parent.chmod(0o777)
    page.chmod(0)
    harness.expect(harness.run(1, prefix=prefix, cwd="/"), may_end=[2])
    page.chmod(0o644)
    parent.chmod(0o755)
    harness.build(1)
    return f"{count + 1} walls"


# MARK: Others at work


def removed_meanwhile(harness, options):
    """Somebody moves the site away, or the one that is being written, at random moments."""
    random.seed(options.seed)
    counts = {0: 0, 2: 0}
    away = harness.folder / "away"
    staging = harness.output.parent / f".{harness.output.name}.new-waymark"
    for turn in range(options.removals):
        harness.prepare()
        process = harness.start(1)
        time.sleep(random.uniform(0, harness.duration))
        taken = harness.output if turn % 2 else staging
        with contextlib.suppress(FileNotFoundError):
            taken.rename(away)
        message = process.communicate(timeout=300)[1].decode()
        assert process.returncode in (0, 2), f"ended with {process.returncode}: {message[-2000:]}"
        assert process.returncode == 0 or "help: " in message, f"no remedy: {message}"
        counts[process.returncode] += 1
        there = harness.version_there()
        if taken is harness.output:
            assert not away.exists() or files(away) in harness.sites, "the site that was moved away is not whole"
        else:
            assert there >= 0, "there is no site"
        shutil.rmtree(away, ignore_errors=True)
        (harness.output / ".git").mkdir(parents=True, exist_ok=True)
        (harness.output / ".git" / "HEAD").write_text("ref")
        harness.build(1)
    return f"{options.removals} times: {counts[2]} builds refused, {counts[0]} published"


def builds_at_once(harness, options):
    """Four builds of two versions into one folder at once."""
    harness.prepare()
    published = refused = 0
    for _ in range(25):
        builds = [(version, harness.start(version)) for version in (1, 0, 1, 0)]
        versions = set()
        for version, process in builds:
            message = process.communicate(timeout=300)[1].decode()
            if process.returncode == 0:
                versions.add(version)
                published += 1
            else:
                assert process.returncode == 2, f"ended with {process.returncode}: {message[-2000:]}"
                assert "another build is writing into this folder" in message, message
                refused += 1
        assert versions, "no build came through"
        assert harness.version_there() in versions, "a site that no build has published"
        assert harness.leftovers() == [], f"the builds leave {harness.leftovers()}"
    harness.build(1)
    return f"25 times four: {published} published, {refused} refused, no mixture"


# MARK: The clock


def jumping_clock(harness, options):
    """Files from 1970 and from 2100, and a clock that is years off or races."""
    harness.prepare()
    for stamp in [0, 4_102_444_800]:
        for version in (1, 0):
            for root in [harness.projects[version], harness.output]:
                for path in root.rglob("*"):
                    os.utime(path, (stamp, stamp))
            harness.build(version)
    if not shutil.which("faketime"):
        return "4 stamps; the clock itself skipped: faketime is missing"
    clocks = ["@1980-01-01 00:00:00", "-20y", "+30y", "+0 x1000", "@2037-12-31 23:59:59 x100"]
    for index, clock in enumerate(clocks):
        version = 1 - index % 2
        harness.expect(harness.run(version, prefix=["faketime", "-f", clock]), may_end=[0], version=version)
    return f"4 stamps, {len(clocks)} clocks"


# MARK: Limits of the process


def few_open_files(harness, options):
    """Few open files: 1,024 must do, whatever --jobs says."""
    harness.prepare()
    codes = {}
    for limit in [1024, 256, 64, 48, 32, 24, 16, 12, 8]:
        def limited(limit=limit):
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))

        may_end = [0] if limit == 1024 else [0, 2, 127]
        codes[limit] = harness.expect(harness.run(1, preexec_fn=limited), may_end=may_end)
        harness.build(0)
    fewest = min(limit for limit, code in codes.items() if code == 0)
    return f"published with {fewest} and more; {sum(code != 0 for code in codes.values())} limits refused"


FAULTS = {
    "killed": killed,
    "full-disk": full_disk,
    "full-table-of-files": full_table_of_files,
    "read-only-disk": read_only_disk,
    "no-permission": no_permission,
    "removed-meanwhile": removed_meanwhile,
    "builds-at-once": builds_at_once,
    "jumping-clock": jumping_clock,
    "few-open-files": few_open_files,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("waymark", help="the program")
    parser.add_argument("project", help="a folder that holds Content/ and builds without errors")
    parser.add_argument("--kills", type=int, default=200, help="how many builds to kill")
    parser.add_argument("--removals", type=int, default=40, help="how many builds to take the site away from")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--only", nargs="+", choices=FAULTS, default=list(FAULTS), help="some faults alone")
    options = parser.parse_args()
    failures = 0
    for name in options.only:
        with tempfile.TemporaryDirectory(prefix="waymark-faults-") as folder:
            try:
                outcome = "whole    " + FAULTS[name](Harness(options.waymark, options.project, folder, jobs=8), options)
            except Skipped as reason:
                outcome = f"skipped  {reason}"
            except AssertionError as failure:
                outcome = f"FAILED   {failure}"
                failures += 1
        print(f"{name:<21}{outcome}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
