"""axe on every page, in every mode of colour, and the sizes that people with small screens need."""

import pytest
from axe_playwright_python.sync_playwright import Axe

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "phone, dark": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
}


def violations(page):
    # Preloading would fetch the style sheet again, which the pages' own policy refuses.
    response = Axe().run(page, options={"preload": False}).response
    return [
        f"{violation['id']}: {violation['help']} at {[node['target'] for node in violation['nodes']]}"
        for violation in response["violations"]
    ]


def open_everything(page):
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(open_page, pages, mode):
    for path in pages:
        page = open_page(path, **MODES[mode])
        assert violations(page) == [], f"{path} in {mode}"
        open_everything(page)
        assert violations(page) == [], f"{path} in {mode}, everything open"
        page.context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(open_page, pages, width):
    for path in pages:
        page = open_page(path, viewport={"width": width, "height": 640})
        open_everything(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.context.close()


def test_text_at_double_size_fits(open_page, pages):
    for path in pages:
        page = open_page(path, viewport={"width": 640, "height": 640})
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path
        page.context.close()


def test_targets_are_large_enough(open_page, pages):
    """WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, links inside sentences excepted."""
    script = """
      [...document.querySelectorAll('button, input:not([disabled]), select, textarea, summary, nav a, a.anchor')]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(([html, box]) => `${html} ${box.width} × ${box.height}`)
    """
    for path in pages:
        for width in (320, 1280):
            page = open_page(path, viewport={"width": width, "height": 800})
            open_everything(page)
            assert page.evaluate(script) == [], f"{path} at {width} px"
            page.context.close()


def test_each_page_has_its_landmarks(open_page, pages):
    for path in pages:
        page = open_page(path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").count() == 1, path
        assert page.locator("html").get_attribute("lang") == "en"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#page.main", path
        page.context.close()
