"""The preview in a browser: it loads again where the reader was, and tells what is wrong."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from preview import Preview
from support import ROOT

LESSON = "multimodal-agents-in-production/lesson"


@pytest.fixture
def previewed(waymark, tmp_path):
    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    with Preview(waymark.path, tmp_path) as preview:
        yield preview, tmp_path


@pytest.fixture
def open_preview(browser, previewed):
    contexts, problems = [], []

    def open_preview(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(f"http://127.0.0.1:{previewed[0].port}/{path}")
        return page

    yield open_preview
    for context in contexts:
        context.close()
    assert problems == []


def append(project, text):
    with (project / f"Content/{LESSON}.md").open("a") as file:
        file.write(text)


def test_loads_again_at_the_same_place(open_preview, previewed):
    page = open_preview(f"{LESSON}.html", viewport={"width": 1000, "height": 700})
    page.evaluate("scrollTo(0, 1500)")
    append(previewed[1], "\n## What is new\n\nIt is here.\n")
    page.get_by_role("heading", name="What is new").wait_for()
    page.wait_for_function("scrollY === 1500")


def test_tells_what_is_wrong_until_it_is_mended(open_preview, previewed):
    page = open_preview(f"{LESSON}.html")
    source = previewed[1] / f"Content/{LESSON}.md"
    before = source.read_text()
    append(previewed[1], "\nSee [it](nowhere.md).\n")
    panel = page.get_by_role("complementary", name="Waymark’s preview")
    panel.get_by_text("there is no file “nowhere.md”").wait_for()
    assert panel.get_by_text("See [it](nowhere.md).").is_visible()
    # Closed by its reader, it stays closed while they go on writing.
    panel.locator("summary").click()
    append(previewed[1], "\nAnd [that](nowhere.md).\n")
    panel.get_by_text("2 errors").wait_for()
    assert not panel.get_by_text("See [it](nowhere.md).").is_visible()
    source.write_text(before)
    panel.wait_for(state="detached")


def test_comes_back_after_the_page_was_out_of_sight(open_preview, previewed):
    page = open_preview(f"{LESSON}.html")
    hide = """hidden => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(hide, True)
    append(previewed[1], "\n## Written meanwhile\n\nIt is here.\n")
    page.wait_for_timeout(500)
    assert page.get_by_role("heading", name="Written meanwhile").count() == 0
    page.evaluate(hide, False)
    page.get_by_role("heading", name="Written meanwhile").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(open_preview, previewed, scheme, width):
    append(previewed[1], "\nSee [it](nowhere.md) and [here](practice.md).\n")
    page = open_preview(f"{LESSON}.html", color_scheme=scheme, viewport={"width": width, "height": 800})
    # Once the mistake is told nothing makes the page load again while the next one is opened.
    page.get_by_text("there is no file “nowhere.md”").wait_for()
    for path in [f"{LESSON}.html", "index.html", "multimodal-agents-in-production/practice.html"]:
        page.goto(f"http://127.0.0.1:{previewed[0].port}/{path}")
        page.locator(".waymark-preview").wait_for()
        page.evaluate("document.querySelector('.waymark-preview details').open = true")
        violations = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in violations] == []
        # Nothing is wider than the window.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
