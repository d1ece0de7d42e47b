"""A running preview, and what it adds to a page."""

import html
import http.client
import re
import signal
import subprocess
import time

ADDED = [
    (
        rb'<link rel="stylesheet" href="/\.waymark/preview\.css"><script src="/\.waymark/preview\.js" '
        rb'data-stamp="[0-9a-f]{16}" defer></script>\n(?=</head>)',
        b"",
    ),
    (rb'<aside class="waymark-preview".*</aside>\n(?=</body>)', b""),
    (rb"; connect-src 'self'(?=\")", b""),
]


def without_additions(page):
    """A page of the preview as a build publishes it; each thing that the preview adds must be there at most once."""
    for pattern, replacement in ADDED:
        page, count = re.subn(pattern, replacement, page, flags=re.DOTALL)
        assert count <= 1
    return page


class Preview:
    """`waymark serve` on a project, ended when the block ends."""

    def __init__(self, waymark, project, *options):
        self.process = subprocess.Popen(
            [waymark, "serve", "--project", str(project), "--port", "0", *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said = []
        self.port = None
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        assert self.port, "".join(self.said)
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.connection:
            self.connection.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            said = self.process.communicate(timeout=10)[1]
            self.said.append(said)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert self.process.returncode == 0, said

    def get(self, path, method="GET", **headers):
        """The status and the content of what lies at a path."""
        for attempt in range(2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                self.connection.request(method, "/" + path, headers=headers)
                response = self.connection.getresponse()
                return response.status, response.read()
            except (ConnectionError, http.client.HTTPException):
                # A connection that was silent for long is closed.
                self.connection.close()
                self.connection = None
                if attempt:
                    raise

    def problems(self):
        """What the home says is wrong: place, severity and message."""
        page = self.get("")[1].decode()
        pattern = (
            r'<li data-severity="(\w+)">\n<p class="waymark-message"><strong>\w+</strong> ([^<]*)</p>\n'
            r'<p class="waymark-place">([^<]*)</p>\n<p class="waymark-rule">([^<]*)</p>'
        )
        return sorted(
            f"{html.unescape(place)}: {severity}: {html.unescape(message)} [{rule}]"
            for severity, message, place, rule in re.findall(pattern, page, re.DOTALL)
        )


def soon(check, seconds=20):
    """Waits until a check passes, and fails as it fails when it does not."""
    end = time.monotonic() + seconds
    while True:
        try:
            return check()
        except AssertionError:
            if time.monotonic() > end:
                raise
        time.sleep(0.01)
