"""Every kind of question by keyboard alone: answered wrong, corrected, completed."""

import pytest
from learner import PRACTICE, Learner

SCORED = ["one", "all", "true", "sort", "match", "order", "fill", "answer", "number"]


@pytest.fixture
def learner(open_page):
    return Learner(open_page(PRACTICE))


@pytest.mark.parametrize("kind", SCORED)
def test_answered_wrong_then_corrected(learner, kind):
    assert learner.status(kind) == ""
    learner.answer(kind, right=False)
    assert learner.marks(kind) == [], "nothing is told before Check"
    learner.heard()
    learner.check(kind)
    assert len(learner.heard()) == 1
    assert learner.status(kind).startswith(("Not right yet.", "0 of ", "1 of "))
    assert not learner.key_is_open(kind)
    assert learner.is_at(f'{learner.form(kind)} button.primary'), "focus stays on Check"
    assert "Not this one" in learner.marks(kind)
    assert learner.record(kind)["first"] == 0

    learner.retry(kind)
    assert learner.is_at(f"{learner.form(kind)} legend :is(h2, h3)")
    assert learner.status(kind) == ""
    assert learner.marks(kind) == [] and learner.notes(kind) == []

    learner.answer(kind, right=True)
    learner.heard()
    learner.check(kind)
    assert len(learner.heard()) == 1
    assert "right. The answer is open below." in learner.status(kind).replace("Right", "right")
    assert learner.key_is_open(kind)
    assert learner.is_at(f'{learner.form(kind)} button.primary')
    assert set(learner.marks(kind)) == {"Right"}
    record = learner.record(kind)
    assert (record["first"], record["best"]) == (0, 1)


@pytest.mark.parametrize("kind", SCORED)
def test_check_names_what_is_missing(learner, kind):
    form = learner.form(kind)
    learner.use(f"{form} button.primary")
    assert learner.status(kind).startswith("Not answered yet." if kind in ("one", "all", "order") else "Not answered yet: ")
    control = {"order": ".move button"}.get(kind, "input, select")
    assert learner.page.evaluate(
        "([form, control]) => document.activeElement === document.querySelector(form).querySelector(`fieldset :is(${control})`)",
        [form, control],
    )
    assert learner.marks(kind) == [] and not learner.key_is_open(kind)


def test_feedback_is_shown_for_what_was_picked_only(learner):
    learner.answer("one", right=False)
    learner.check("one")
    picked = learner.page.locator("form[data-kind=one] .opt:has(:checked) .fb").inner_text()
    assert learner.notes("one") == [picked]
    described = learner.page.locator("form[data-kind=one] .opt > :checked").get_attribute("aria-description")
    assert described == f"Not this one. {picked}", "the control tells it too"


def test_a_wrong_pair_does_not_tell_the_right_one(learner):
    learner.answer("match", right=False)
    learner.check("match")
    assert learner.notes("match") == []


def test_a_known_mistake_has_its_own_feedback(learner):
    learner.tab_to("form[data-kind=answer] input")
    learner.page.keyboard.type("rlhf.")
    learner.check("answer")
    assert learner.status("answer") == "Not right yet. Close: in RLHF the preferences come from people."
    assert learner.notes("answer") == ["Close: in RLHF the preferences come from people."]


def test_changing_a_checked_answer_takes_the_marks_away(learner):
    learner.answer("one", right=False)
    learner.check("one")
    learner.tab_to("form[data-kind=one] .opt > :checked")
    learner.press("ArrowDown")
    assert learner.marks("one") == [] and learner.status("one") == ""


def test_retry_keeps_what_was_right(learner):
    learner.answer("true", right=True)
    row = learner.page.locator("form[data-kind=true] .row").nth(1)
    name = row.locator("input").first.get_attribute("name")
    learner.pick_radio(f"[name='{name}']", f"[name='{name}']:not([data-ok])")
    learner.check("true")
    total = learner.page.locator("form[data-kind=true] .row").count()
    assert learner.status("true").startswith(f"{total - 1} of {total} right. Look again at: {row.locator('legend').inner_text()[:20]}")
    learner.retry("true")
    assert learner.page.locator("form[data-kind=true] .row :checked").count() == total - 1
    assert learner.page.locator(f"[name='{name}']:checked").count() == 0
    assert learner.record("true")["first"] == (total - 1) / total


PLACES = "[...document.querySelectorAll('form[data-kind=order] .row')].map(row => Number(row.querySelector('[data-ok]').value))"


def test_retry_of_an_order_never_shows_it_right(learner):
    for _ in range(5):
        learner.answer("order", right=True)
        learner.check("order")
        learner.retry("order")
        shown = learner.page.evaluate(PLACES)
        assert shown != sorted(shown)


def move_down(learner, place, times):
    """Moves the item that belongs at a place."""
    for _ in range(times):
        now = learner.page.evaluate(PLACES).index(place) + 1
        learner.use(f"{learner.form('order')} .rows > .row:nth-child({now}) .move button:nth-child(2)")


def test_an_order_is_told_as_it_is_scored(learner):
    """By its links: one step misplaced keeps most."""
    learner.answer("order", right=True)
    total = len(learner.page.evaluate(PLACES))
    move_down(learner, 1, total - 1)
    assert learner.page.evaluate(PLACES) == [*range(2, total + 1), 1]
    learner.check("order")
    names = learner.page.locator("form[data-kind=order] .row label").all_inner_texts()
    assert learner.status("order").startswith(f"{total - 2} of {total - 1} neighbours right. Look again at: {names[0][:20]}")
    assert learner.record("order")["first"] == pytest.approx((total - 2) / (total - 1))
    assert learner.marks("order") == ["Not this one", *["Right"] * (total - 2), "Not this one"]
    described = learner.page.locator("form[data-kind=order] .row button:first-child")
    assert [text.split(".")[0] for text in described.evaluate_all("buttons => buttons.map(button => button.ariaDescription)")] == learner.marks("order")
    learner.use(f"{learner.form('order')} > .check > summary")
    assert len(learner.marks("order")) == total, "one mark an item"


def test_retry_of_an_order_keeps_together_what_is_right(learner):
    learner.answer("order", right=True)
    total = len(learner.page.evaluate(PLACES))
    for place in (2, 1):
        move_down(learner, place, 2)
    assert learner.page.evaluate(PLACES) == [3, 4, 1, 2, *range(5, total + 1)]
    for _ in range(3):
        learner.check("order")
        before = learner.page.evaluate(PLACES)
        links = [(a, b) for a, b in zip(before, before[1:]) if b == a + 1]
        learner.retry("order")
        shown = learner.page.evaluate(PLACES)
        assert all(link in zip(shown, shown[1:]) for link in links), f"{before} became {shown}"
        assert shown != sorted(shown)
    learner.page.reload()
    assert learner.page.evaluate(PLACES) == shown, "the new order is kept"


def test_moving_a_step_is_told(learner):
    form = learner.form("order")
    name = learner.page.locator(f"{form} .row label").nth(1).inner_text()
    total = learner.page.locator(f"{form} .row").count()
    button = learner.page.locator(f"{form} .row").nth(1).locator("button").first
    assert button.get_attribute("aria-label").startswith("Up: ")
    learner.heard()
    learner.use(f"{form} .row:nth-child(2) .move button:first-child")
    (told,) = learner.heard()
    assert told.startswith(name[:20]) and told.endswith(f"…, now 1 of {total}"), "long names are cut between words"


def test_choose_all_takes_wrong_picks_from_right_ones(learner):
    options = learner.page.locator("form[data-kind=all] .opt > input")
    marked = [options.nth(index).get_attribute("data-ok") is not None for index in range(options.count())]
    for index in [*[i for i, ok in enumerate(marked) if ok][:2], marked.index(False)]:
        learner.tab_to(f"[id='{options.nth(index).get_attribute('id')}']")
        learner.press("Space")
    learner.check("all")
    assert learner.status("all") == f"2 of {sum(marked)} right choices picked, 1 wrong."
    assert learner.record("all")["first"] == pytest.approx(1 / sum(marked))


def test_the_opened_answer_costs_the_attempt(learner):
    learner.use(f"{learner.form('one')} > .check > summary")
    assert learner.page.locator("form[data-kind=one] > .check > summary").inner_text().endswith("Show the answer")
    learner.answer("one", right=True)
    learner.use(f"{learner.form('one')} button.primary")
    record = learner.record("one")
    assert (record["first"], record["best"]) == (0, 0)
    learner.retry("one")
    assert not learner.key_is_open("one")
    learner.answer("one", right=True)
    learner.check("one")
    record = learner.record("one")
    assert (record["first"], record["best"]) == (0, 1)


def test_an_answer_that_was_found_costs_nothing_until_it_is_used(learner):
    """Find-in-page opens what holds the text, and focuses nothing."""
    details = learner.page.locator(f"{learner.form('one')} > .check")
    details.evaluate("details => { details.open = true; }")
    learner.page.wait_for_function("details => details.parentElement.querySelector('.bar').checkVisibility()", arg=details.element_handle())
    assert not [key for key in learner.kept() if "|q1|" in key]
    details.evaluate("details => { details.open = false; }")
    learner.answer("one", right=True)
    learner.check("one")
    assert learner.record("one")["first"] == 1

    learner.page.locator(f"{learner.form('true')} > .check").evaluate("details => { details.open = true; }")
    learner.answer("true", right=True)
    learner.check("true")
    assert (learner.record("true")["first"], learner.record("true")["best"]) == (0, 0), "it was in view"


def test_looking_at_the_answer_keeps_the_marks(learner):
    learner.answer("sort", right=False)
    learner.check("sort")
    for _ in range(2):
        learner.use(f"{learner.form('sort')} > .check > summary")
    assert learner.record("sort")["checked"] is True
    assert "Not this one" in learner.marks("sort")
    learner.retry("sort")
    assert learner.marks("sort") == []


def test_enter_in_a_field_checks(learner):
    learner.tab_to("form[data-kind=answer] input")
    learner.page.keyboard.type("RLAIF")
    if learner.page.locator("form[data-kind=answer] .sure").is_visible():
        learner.tab_to("form[data-kind=answer] .sure input")
        learner.press("Space")
    learner.tab_to("form[data-kind=answer] .row input")
    learner.press("Enter")
    assert learner.status("answer").startswith("Right.")


@pytest.mark.parametrize(
    "typed, status",
    [
        ("4,6", "Not answered yet: Unit."),
        ("4,6 s", "Right. "),
        ("4600 ms", "Right. "),
        ("2.8 s", "Not right yet. That is the tools alone."),
        ("4.6 S", "Right. "),
        ("4.6 m", "“m” is not a unit that this answer takes. It takes: s, ms."),
        ("4.6 sec", "“sec” is not a unit that this answer takes."),
        ("soon", "“soon” is not a number"),
    ],
)
def test_numbers_are_read_as_people_write_them(learner, typed, status):
    learner.tab_to("form[data-kind=number] input")
    learner.page.keyboard.type(typed)
    learner.check("number")
    assert learner.status("number").startswith(status)


def test_confidence_is_asked_once(learner):
    form = learner.form("one")
    learner.answer("one", right=False)
    learner.use(f"{form} button.primary")
    assert learner.status("one") == "Say how sure you are first."
    assert learner.is_at(f"{form} .sure input")
    learner.pick_radio(f"{form} .sure input", f"{form} .sure input[value='2']")
    learner.use(f"{form} button.primary")
    assert learner.record("one")["confidence"] == 2
    learner.retry("one")
    assert not learner.page.locator(f"{form} .sure").is_visible()


def test_what_was_surely_wrong_comes_first(learner):
    learner.answer("sort", right=False)
    learner.check("sort")
    learner.answer("one", right=False)
    learner.pick_radio(f"{learner.form('one')} .sure input", f"{learner.form('one')} .sure input[value='2']")
    learner.check("one")
    links = learner.page.locator(".summary ul").first.locator("li").all_inner_texts()
    assert len(links) == 2
    assert links[0].startswith("Choose one: ") and links[0].endswith(" (Certain)")
    assert links[1].startswith("Sort: ") and not links[1].endswith(")")


def test_explain_is_rated_by_the_reader(learner):
    form = learner.form("explain")
    learner.tab_to(f"{form} textarea")
    learner.page.keyboard.type("Policy decides.")
    learner.use(f"{form} > .check > summary")
    learner.tab_to(f"{form} .points input")
    learner.press("Space")
    learner.pick_radio(f"{form} .rating input", f"{form} .rating [value='0']")
    assert learner.status("explain") == "Kept."
    assert learner.record("explain")["answers"][-1][1] == "0"
    learner.retry("explain")
    assert not learner.key_is_open("explain")
    assert learner.page.locator(f"{form} textarea").input_value() == "Policy decides."
    learner.use(f"{form} > .check > summary")
    learner.pick_radio(f"{form} .rating input", f"{form} .rating [value='3']")
    assert learner.status("explain") == "Kept."
    summary = learner.page.locator(".summary")
    assert "0 of 9 questions answered" in summary.inner_text(), "told, but not scored"
    assert summary.locator("h3").all_inner_texts() == ["Your own ratings"]
    assert summary.locator("li").all_inner_texts()[0].endswith(" (All of it)")


def test_the_summary_leads_back(learner):
    learner.answer("sort", right=False)
    learner.check("sort")
    learner.answer("one", right=True)
    learner.check("one")
    summary = learner.page.locator(".summary")
    assert "2 of 9 questions answered." in summary.inner_text()
    links = summary.locator("ul a")
    addresses = [links.nth(index).get_attribute("href") for index in range(links.count())]
    heading = learner.page.locator("form[data-kind=sort] legend :is(h2, h3)").get_attribute("id")
    assert addresses[0] == f"#{heading}"
    assert any(address.startswith(("lesson.html", "index.html")) for address in addresses[1:])


def test_nothing_is_requested_after_load(learner):
    requests = []
    learner.page.on("request", lambda request: requests.append(request.url))
    learner.answer("fill", right=False)
    learner.check("fill")
    learner.retry("fill")
    assert requests == []


def test_tab_reaches_every_control_and_leaves_it(learner):
    """No trap, and nothing that only a pointer can use."""
    # The list of contents marks the section in view, which changes on the way.
    names = "element => element.outerHTML.replace(' aria-current=\"location\"', '').slice(0, 200)"
    reached = set()
    for _ in range(400):
        learner.press("Tab")
        if learner.is_at("body"):
            break
        reached.add(learner.page.evaluate(f"({names})(document.activeElement)"))
    assert learner.is_at("body"), "Tab leaves the page at its end"
    # Of a group of radio buttons Tab reaches one; the arrow keys do the rest.
    controls = learner.page.evaluate(
        f"""[...document.querySelectorAll('main :is(button, select, textarea, summary, a, input:not([type=radio]))')]
              .filter(element => element.checkVisibility({{ visibilityProperty: true }})).map({names})"""
    )
    assert len(controls) > 50
    assert [control for control in controls if control not in reached] == []
