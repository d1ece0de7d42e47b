#!/usr/bin/env python3
"""Asks a preview for many pages at once, while other clients do what they should not.

usage: preview_load.py WAYMARK PROJECT [--requests 10000] [--connections 64]

Meanwhile 600 connections say nothing, 100 send half a request, 20 ask for pages and do not read the answers, 20
send heads without an end, and 300 ask for nonsense. Every proper request must be answered right and soon, and
the memory of the preview must stay bounded. Ends with the figures, and with exit code 1 where one is wrong.
"""

import argparse
import collections
import http.client
import pathlib
import random
import socket
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from preview import Preview  # noqa: E402

Result = collections.namedtuple("Result", "answers seconds slowest before growth")

NONSENSE = [
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost:%d\r\n\r\n",
    b"GET /%%2e%%2e/%%2e%%2e/etc/passwd HTTP/1.1\r\nHost: localhost:%d\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 1000000\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: evil.example:%d\r\n\r\n",
    b"\x16\x03\x01%d\r\n\r\n",
]


def memory(process):
    """The resident memory of a process and its highest so far, in bytes."""
    with open(f"/proc/{process.pid}/status") as file:
        fields = dict(line.split(":", 1) for line in file)
    return int(fields["VmRSS"].split()[0]) << 10, int(fields["VmHWM"].split()[0]) << 10


class Nuisances:
    """Clients that do what they should not."""

    def __init__(self, port, share):
        self.port, self.share = port, share
        self.sockets = []
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=self.send_without_end) for _ in range(20 // share)]
        self.threads.append(threading.Thread(target=self.ask_nonsense))

    def open(self, text=b""):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        try:
            connection.sendall(text)
        except ConnectionError:
            pass
        self.sockets.append(connection)

    def begin(self):
        for _ in range(600 // self.share):
            self.open()
        for _ in range(100 // self.share):
            self.open(b"GET / HTTP/1.1\r\nHost: local")
        for _ in range(20 // self.share):
            self.open((b"GET / HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % self.port) * 200)
        for thread in self.threads:
            thread.start()

    def send_without_end(self):
        while not self.ended.is_set():
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                    connection.sendall(b"GET / HTTP/1.1\r\n")
                    for _ in range(1000):
                        connection.sendall(b"X-Field: " + b"x" * 65536)
                        if self.ended.is_set():
                            break
            except OSError:
                # The preview does not listen to the end.
                time.sleep(0.05)

    def ask_nonsense(self):
        for number in range(300 // self.share):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                    connection.sendall(NONSENSE[number % len(NONSENSE)] % self.port)
                    answer = connection.recv(100)
                    assert not answer.startswith(b"HTTP/1.1 200"), answer
            except OSError:
                pass

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        for connection in self.sockets:
            connection.close()


class Readers:
    """Clients that ask for pages, each on a connection of its own."""

    def __init__(self, port, paths, requests, connections):
        self.port, self.paths = port, paths
        self.answers = collections.Counter()
        self.slowest = 0.0
        self.lock = threading.Lock()
        shares = [requests // connections + (number < requests % connections) for number in range(connections)]
        self.threads = [threading.Thread(target=self.read, args=(share, seed)) for seed, share in enumerate(shares)]

    def run(self):
        for thread in self.threads:
            thread.start()
        for thread in self.threads:
            thread.join()

    def read(self, count, seed):
        choose = random.Random(seed).choice
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in range(count):
            started = time.monotonic()
            try:
                connection.request("GET", choose(self.paths))
                response = connection.getresponse()
                complete = response.read().rstrip().endswith(b"</html>")
                answer = response.status if complete else "incomplete"
            except (OSError, http.client.HTTPException) as error:
                answer = type(error).__name__
                connection.close()
            with self.lock:
                self.answers[answer] += 1
                self.slowest = max(self.slowest, time.monotonic() - started)
        connection.close()


def run(waymark, project, requests, connections, share=1):
    """Asks for pages among nuisances, of which there is one in `share`; what was answered, and what it took."""
    with Preview(waymark, project) as preview:
        home = preview.get("")[1].decode()
        paths = ["/"] + [f"/{part.split(chr(34))[0]}" for part in home.split('href="')[1:] if "/index.html" in part[:80]]
        before = memory(preview.process)[0]
        nuisances = Nuisances(preview.port, share)
        nuisances.begin()
        readers = Readers(preview.port, paths, requests, connections)
        started = time.monotonic()
        readers.run()
        seconds = time.monotonic() - started
        nuisances.end()
        assert preview.get("")[0] == 200
        growth = memory(preview.process)[1] - before
    return Result(dict(readers.answers), seconds, readers.slowest, before, growth)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("waymark", type=pathlib.Path)
    parser.add_argument("project", type=pathlib.Path)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    result = run(options.waymark.resolve(), options.project, options.requests, options.connections)
    print(f"answers: {result.answers} in {result.seconds:.1f} s, the slowest in {result.slowest:.2f} s")
    print(f"memory: {result.before >> 20} MB before, at most {result.growth >> 20} MB more")
    if result.answers != {200: options.requests} or result.growth > 64 << 20:
        sys.exit(1)


if __name__ == "__main__":
    main()
