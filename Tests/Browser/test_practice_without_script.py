"""The practice page with JavaScript off: answered, checked and explained by keyboard alone."""

PRACTICE = "multimodal-agents-in-production/practice.html"


def form(page, kind):
    return page.locator(f'form[data-kind="{kind}"]').first


def focus_first_control(page, kind):
    form(page, kind).locator("input, select, summary").first.focus()


def press_until(page, key, condition, limit=60):
    for _ in range(limit):
        if page.evaluate(condition):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{condition} was never true")


def open_key_by_keyboard(page, kind):
    press_until(
        page, "Tab",
        f"""document.activeElement.matches('form[data-kind="{kind}"] details.check > summary')""",
    )
    page.keyboard.press("Enter")
    assert form(page, kind).locator("details.check").get_attribute("open") is not None


def visible_marks(page, kind):
    return [mark.inner_text() for mark in form(page, kind).locator(".mark").all() if mark.is_visible()]


def test_sort(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    rows = form(page, "sort").locator("fieldset.row")
    focus_first_control(page, "sort")
    for _ in range(rows.count()):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    assert visible_marks(page, "sort") == []
    page.keyboard.press("Shift+Tab")
    open_key_by_keyboard(page, "sort")
    marks = visible_marks(page, "sort")
    assert len(marks) == rows.count()
    assert {mark.strip("✓✗ ") for mark in marks} == {"Right", "Not this one"}
    assert form(page, "sort").locator(".key .why").is_visible()


def test_match(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    selects = form(page, "match").locator("select")
    focus_first_control(page, "match")
    for _ in range(selects.count()):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    assert all(select.input_value() != "" for select in selects.all())
    page.keyboard.press("Shift+Tab")
    open_key_by_keyboard(page, "match")
    assert len(visible_marks(page, "match")) == selects.count()


def test_choose_one(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    focus_first_control(page, "one")
    page.keyboard.press("Space")
    assert form(page, "one").locator("input:checked").count() == 1
    assert visible_marks(page, "one") == []
    open_key_by_keyboard(page, "one")
    assert len(visible_marks(page, "one")) == 1


def test_cards(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    card = form(page, "cards").locator("details.card").first
    assert not card.locator(".back").is_visible()
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    assert card.locator(".back").is_visible()


def test_nothing_is_ticked_before_the_reader_answers(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    assert page.locator("form input:checked").count() == 0
    assert all(select.input_value() == "" for select in page.locator("form select").all())


def test_enter_in_a_form_does_not_leave_the_page(open_page):
    page = open_page(PRACTICE, java_script_enabled=False)
    address = page.url
    focus_first_control(page, "one")
    page.keyboard.press("Enter")
    assert page.url == address


def test_paper_has_boxes_and_a_key_at_the_end(open_page):
    page = open_page(PRACTICE)
    key = page.locator("section.print-key")
    assert not key.is_visible()
    page.emulate_media(media="print")
    assert key.is_visible()
    assert not page.locator("details.check").first.is_visible()
    assert not page.locator("nav.side").is_visible()
