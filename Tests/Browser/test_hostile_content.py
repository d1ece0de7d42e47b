"""A course that holds HTML and script wherever its author may write, opened and used in a browser: nothing of it
runs, and nothing even tries to, so that the Content-Security-Policy has nothing to stop."""

import functools
import http.server
import threading

import pytest
from conftest import QuietHandler

from Site import hostile

# Before any script of the page: counts what the policy stops and what the payload would do.
WATCH = """
  window.stopped = [];
  window.hits = 0;
  window.hit = () => { window.hits += 1; };
  document.addEventListener('securitypolicyviolation', event =>
    window.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""

PAYLOAD = "svg[onload], [onload], [onerror], [onclick], img[src='x'], script:not([src]):not([type='application/json'])"


@pytest.fixture(scope="module")
def hostile_site(waymark, tmp_path_factory):
    project = tmp_path_factory.mktemp("hostile")
    hostile.write(project)
    # As track.yml says: the page for wrong addresses names its files from the root of the host.
    site = project / "t"
    result = waymark.run("build", "--project", project, "--output", site)
    assert result.returncode == 0, result.stderr.decode()
    return site


@pytest.fixture(scope="module")
def address(hostile_site):
    handler = functools.partial(QuietHandler, directory=str(hostile_site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/t/"
    server.shutdown()


@pytest.fixture
def visit(browser, address):
    """Opens pages; whatever runs, is stopped or fails to load fails the test at its end."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    problems = []

    def look(page):
        problems.extend(page.evaluate("window.stopped"))
        problems.extend(["the payload ran"] * page.evaluate("window.hits"))
        problems.extend(page.evaluate("selector => [...document.querySelectorAll(selector)].map(e => e.outerHTML)", PAYLOAD))

    def visit(path):
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.append(request.url) if not request.url.startswith(address) else None)
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address + path)
        page.look = functools.partial(look, page)
        return page

    yield visit
    context.close()
    assert problems == []


def press_all(page, rounds=3):
    """Presses each button of questions and cards that shows, as others come to show, and opens what can be opened."""
    for _ in range(rounds):
        page.evaluate("document.querySelectorAll('details').forEach(element => { element.open = true; })")
        for button in page.locator("main form[data-kind] button:visible, main .card button:visible").all():
            if button.is_visible() and button.is_enabled():
                button.click(force=True, timeout=2000)


def test_nothing_runs_on_any_page(visit, hostile_site):
    # A page that forwards is left before one can look at it; it has no script.
    pages = sorted(str(path.relative_to(hostile_site)) for path in hostile_site.rglob("*.html")
                   if 'http-equiv="refresh"' not in path.read_text())
    assert len(pages) >= 7
    for path in pages:
        page = visit(path)
        page.wait_for_load_state("load")
        page.look()
        page.close()


def test_nothing_runs_where_questions_are_answered(visit):
    page = visit("a-lesson/practice.html")
    answer = "\"'><svg onload=hit()>"
    for field in page.locator("input[type=text]:visible, textarea:visible").all():
        field.fill(answer)
    for choice in page.locator("input[type=checkbox]:visible, input[type=radio]:visible").all():
        choice.check(force=True)
    for menu in page.locator("select:visible").all():
        menu.select_option(index=1)
    press_all(page)
    assert page.evaluate("localStorage.length") > 0
    page.look()
    page.reload()
    page.look()
    for path in ["review.html", "index.html", "a-lesson/index.html"]:
        other = visit(path)
        press_all(other)
        other.look()
