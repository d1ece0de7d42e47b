"""Pages and headings that moved: old addresses lead to the new places."""

import pytest


@pytest.fixture
def moved(waymark, project):
    """A course whose first lesson was called otherwise, and so were its page's headings."""
    track = project / "Content/track.yml"
    track.write_text(
        track.read_text()
        + "redirects:\n"
        + "  old-steps/lesson.html: first-steps/lesson.html\n"
        + "  old-steps/lesson.html#the-pace: first-steps/lesson.html#the-step\n"
        + "  old-steps/index.html: first-steps/lesson.html#the-step\n"
    )
    result = waymark.run("build", "--project", project)
    assert result.returncode == 0, result.stderr.decode()
    return project / "Public"


@pytest.mark.parametrize(
    "old, new",
    [
        ("old-steps/lesson.html", "first-steps/lesson.html"),
        ("old-steps/lesson.html#the-step", "first-steps/lesson.html#the-step"),
        ("old-steps/lesson.html#the-pace", "first-steps/lesson.html#the-pace"),
        ("old-steps/index.html#anything", "first-steps/lesson.html#the-step"),
    ],
)
def test_old_addresses_lead_to_new_places(browser, moved, old, new):
    page = browser.new_page()
    page.goto((moved / "index.html").as_uri().replace("index.html", old))
    page.wait_for_url("**/" + new)
    anchor = new.partition("#")[2]
    assert page.locator("h1").inner_text().endswith("First steps")
    if anchor:
        assert page.locator(f'[id="{anchor}"]').count() == 1
    page.close()


def test_old_addresses_lead_on_without_script(browser, moved):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((moved / "old-steps/lesson.html").as_uri() + "#the-pace")
    page.wait_for_url("**/first-steps/lesson.html")
    context.close()
