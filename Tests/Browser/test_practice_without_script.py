"""The practice page with JavaScript off: each kind answered wrong, explained, corrected and completed, by keyboard alone."""

import pytest
from learner import PRACTICE, Learner

# The kinds whose controls are marked beside the answers; typed ones are compared with the key by eye.
MARKED = ["one", "all", "true", "sort", "match", "order"]


@pytest.fixture
def learner(open_page):
    return Learner(open_page(PRACTICE, java_script_enabled=False))


def open_key(learner, kind):
    summary = f"{learner.form(kind)} > details.check > summary"
    learner.tab_to(summary, limit=120)
    learner.press("Enter")
    assert learner.key_is_open(kind)
    assert learner.page.locator(f"{learner.form(kind)} .key").is_visible()


def choose_places(learner, right):
    """Orders by the menus of places, which the script replaces with buttons."""
    selects = learner.page.locator(f"{learner.form('order')} .row select").all()
    for select in selects:
        place = select.evaluate("select => [...select.options].findIndex(option => 'ok' in option.dataset)")
        learner.choose(select.get_attribute("id"), place if right else place % len(selects) + 1)


@pytest.mark.parametrize("kind", MARKED)
def test_marked_answers(learner, kind):
    answer = choose_places if kind == "order" else lambda learner, right: learner.answer(kind, right)
    answer(learner, False)
    assert learner.marks(kind) == [], "nothing is told before the key is opened"
    open_key(learner, kind)
    assert set(learner.marks(kind)) == {"Not this one"}
    answer(learner, True)
    assert set(learner.marks(kind)) == {"Right"}


@pytest.mark.parametrize("kind", ["fill", "answer", "number"])
def test_typed_answers(learner, kind):
    key = learner.page.locator(f"{learner.form(kind)} .key")
    learner.answer(kind, right=False)
    assert not key.is_visible()
    open_key(learner, kind)
    assert learner.page.evaluate(
        """form => {
          const { textContent: accepts } = document.querySelector(`${form} .accepts`);
          const key = document.querySelector(`${form} .key`).textContent;
          const right = Object.values(JSON.parse(accepts)).map(answers => answers.find(answer => !answer.wrong));
          return right.filter(answer => answer.text && !key.includes(answer.text));
        }""",
        learner.form(kind),
    ) == [], "the key names an answer for each blank"
    learner.answer(kind, right=True)


def test_explain(learner):
    form = learner.form("explain")
    learner.tab_to(f"{form} textarea")
    learner.page.keyboard.type("In my own words.")
    assert not learner.page.locator(f"{form} .key").is_visible()
    open_key(learner, "explain")
    for box in learner.page.locator(f"{form} .key input[type=checkbox]").all():
        learner.tab_to(f"[id='{box.get_attribute('id')}']")
        learner.press("Space")
        assert box.is_checked()
    learner.tab_to(f"{form} .rating input")
    learner.press("Space", "ArrowDown")
    assert learner.page.locator(f"{form} .rating input").nth(1).is_checked()


def test_cards(learner):
    for card in learner.page.locator("form[data-kind=cards] details.card").all():
        assert not card.locator(".back").is_visible()
        learner.tab_to(f"[data-card='{card.get_attribute('data-card')}'] > summary", limit=120)
        learner.press("Enter")
        assert card.locator(".back").is_visible()


def test_hints(learner):
    hints = learner.page.locator("details.hint").all()
    assert hints
    for hint in hints:
        assert not hint.locator("p").first.is_visible()
        hint.locator("summary").focus()
        learner.press("Enter")
        assert hint.locator("p").first.is_visible()


def test_nothing_is_ticked_before_the_reader_answers(learner):
    assert learner.page.locator("form input:checked").count() == 0
    assert all(select.input_value() == "" for select in learner.page.locator("form select").all())


def test_enter_in_a_form_does_not_leave_the_page(learner):
    address = learner.page.url
    for kind in ["one", "answer"]:
        learner.tab_to(f"{learner.form(kind)} input")
        learner.press("Enter")
        assert learner.page.url == address


def test_paper_has_boxes_and_a_key_at_the_end(learner):
    key = learner.page.locator("section.print-key")
    assert not key.is_visible()
    learner.page.emulate_media(media="print")
    assert key.is_visible()
    assert not learner.page.locator("details.check").first.is_visible()
    assert not learner.page.locator("nav.side").is_visible()
