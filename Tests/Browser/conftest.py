"""A browser, and the built site at the three kinds of address at which people open it."""

import functools
import http.server
import threading

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--force-color-profile=srgb"]
        )
        yield browser
        browser.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session", params=["root", "subfolder"])
def served(request, site):
    """The site's address on the loopback interface, at the root of a host or in a subfolder."""
    in_subfolder = request.param == "subfolder"
    handler = functools.partial(QuietHandler, directory=str(site.parent if in_subfolder else site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/" + (f"{site.name}/" if in_subfolder else "")
    server.shutdown()


@pytest.fixture(scope="session")
def pages(site):
    """The paths of all pages in the site."""
    paths = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
    assert len(paths) >= 7
    return paths


@pytest.fixture
def open_page(browser, site):
    """Opens a page of the site from the disk; what it reports as errors fails the test at its end."""
    contexts, problems = [], []

    def open_page(path, requests=None, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("requestfailed", lambda request: problems.append(f"request failed: {request.url}"))
        if requests is not None:
            page.on("request", lambda request: requests.append(request.url))
        page.goto((site / path).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
