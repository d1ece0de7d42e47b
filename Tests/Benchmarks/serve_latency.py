#!/usr/bin/env python3
"""Measures how long a save takes to be served by `waymark serve`.

usage: serve_latency.py WAYMARK PROJECT [--saves 50] [--seed 1]

PROJECT is copied first, best to memory (TMPDIR=/dev/shm). Each save adds a sentence to the page of a random
lesson; the page is then asked for again and again until it has the sentence. Prints the median, the spread, and
the memory of the preview.
"""

import argparse
import http.client
import pathlib
import random
import shutil
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from preview import Preview  # noqa: E402


def resident(process):
    """The memory of a process in MB: now, and at most so far."""
    with open(f"/proc/{process.pid}/status") as file:
        fields = dict(line.split(":", 1) for line in file)
    return [int(fields[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")]


def save(connection, path, page, sentence):
    """The seconds from the end of a save to an answer with the saved sentence."""
    text = path.read_text() + f"\n{sentence}\n"
    path.write_text(text)
    saved = time.perf_counter()
    while True:
        connection.request("GET", page)
        if sentence.encode() in connection.getresponse().read():
            return time.perf_counter() - saved
        if time.perf_counter() - saved > 10:
            sys.exit(f"serve_latency: {page} was not served again within 10 s")


def measure(waymark, project, saves, seed, work=None):
    """The milliseconds of each save, sorted, and the memory of the preview in MB: at the end and at most.

    The copy of the project lies in the folder `work`; None for the system's own for such things.
    """
    choose = random.Random(seed).choice
    with tempfile.TemporaryDirectory(dir=work) as folder:
        copy = pathlib.Path(folder) / "project"
        shutil.copytree(project / "Content", copy / "Content")
        pages = sorted((copy / "Content").glob("*/lesson.md"))
        with Preview(waymark.resolve(), copy) as preview:
            connection = http.client.HTTPConnection("127.0.0.1", preview.port)
            times = []
            for number in range(saves):
                path = choose(pages)
                page = f"/{path.parent.name}/lesson.html"
                times.append(1000 * save(connection, path, page, f"This is the sentence {number}."))
                time.sleep(0.1)
            return sorted(times), resident(preview.process)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("waymark", type=pathlib.Path)
    parser.add_argument("project", type=pathlib.Path)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    times, (now, highest) = measure(options.waymark, options.project, options.saves, options.seed)
    spread = f"{times[0]:.1f} to {times[-1]:.1f} ms, nine of ten below {times[len(times) * 9 // 10]:.1f} ms"
    print(f"save to served page: median {statistics.median(times):.1f} ms ({spread})")
    print(f"memory: {now} MB, at most {highest} MB")


if __name__ == "__main__":
    main()
