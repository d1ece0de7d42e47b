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


def test_retry_of_an_order_never_shows_it_right(learner):
    for _ in range(5):
        learner.answer("order", right=True)
        learner.check("order")
        learner.retry("order")
        places = "[...document.querySelectorAll('form[data-kind=order] .row')].map(row => Number(row.querySelector('[data-ok]').value))"
        shown = learner.page.evaluate(places)
        assert shown != sorted(shown)


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
        ("4.6 m", "“4.6 m” is not a number"),
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
    summary = learner.page.locator(".summary").inner_text()
    assert "(All of it)" in summary and "0 of 9 questions answered" in summary, "told, but not scored"


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
