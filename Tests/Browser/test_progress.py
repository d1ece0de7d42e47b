"""What is kept in the browser: across reloads, edits, tabs, tracks; damaged, blocked, moved, erased."""

import json

import pytest
from learner import PRACTICE, Learner

BLOCKED = """
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
"""


@pytest.fixture
def context(browser):
    context = browser.new_context(accept_downloads=True)
    yield context
    context.close()


def visit(context, address):
    page = context.new_page()
    page.goto(address)
    return Learner(page)


def checked_wrong(context, address, kind="sort"):
    learner = visit(context, address)
    learner.answer(kind, right=False)
    learner.check(kind)
    return learner


def test_a_reload_keeps_answers_and_marks(context, served):
    learner = checked_wrong(context, served + PRACTICE)
    answers, marks = [pair for pair in learner.record("sort")["answers"] if not pair[0].endswith(".c")], learner.marks("sort")
    learner.tab_to("form[data-kind=fill] input")
    learner.page.keyboard.type("half an ans")
    places = "[...document.querySelectorAll('form[data-kind=order] label')].map(label => label.textContent)"
    learner.use("form[data-kind=order] .row:nth-child(2) .move button")
    order = learner.page.evaluate(places)

    again = visit(context, served + PRACTICE)
    assert again.page.evaluate("document.querySelectorAll('form[data-kind=sort] .row :checked').length") == len(answers)
    assert again.marks("sort") == marks
    assert again.status("sort") == "", "a reload is no news"
    assert again.page.locator("form[data-kind=fill] input").first.input_value() == "half an ans"
    assert again.page.evaluate(places) == order


def test_an_edited_question_resets_alone(context, served, site):
    checked_wrong(context, served + PRACTICE, "sort").page.close()
    learner = checked_wrong(context, served + PRACTICE, "true")
    version = learner.page.locator("form[data-kind=sort]").get_attribute("data-v")
    edited = (site / PRACTICE).read_text().replace(f'data-v="{version}"', 'data-v="0123456789abcdef"')
    context.route("**/practice.html", lambda route: route.fulfill(body=edited, content_type="text/html"))

    again = visit(context, served + PRACTICE)
    assert again.marks("sort") == []
    assert again.page.locator("form[data-kind=sort] .row :checked").count() == 0
    assert "Not this one" in again.marks("true")
    again.answer("sort", right=True)
    again.check("sort")
    assert again.record("sort")["version"] == "0123456789abcdef"


def test_an_old_copy_of_the_page_takes_nothing_from_a_new_one(context, served, site):
    old = checked_wrong(context, served + PRACTICE, "sort")
    version = old.page.locator("form[data-kind=sort]").get_attribute("data-v")
    edited = (site / PRACTICE).read_text().replace(f'data-v="{version}"', 'data-v="0123456789abcdef"')
    context.route("**/practice.html", lambda route: route.fulfill(body=edited, content_type="text/html"))
    new = visit(context, served + PRACTICE)
    assert new.record("sort")["version"] == version, "kept until there is a newer answer"
    new.answer("sort", right=True)
    new.check("sort")
    new.answer("true", right=False)
    new.check("true")

    old.page.wait_for_selector("form[data-kind=true][data-checked]")
    assert "Not this one" in old.marks("sort"), "the old copy goes on"
    assert (new.record("sort")["version"], new.record("sort")["best"]) == ("0123456789abcdef", 1)
    context.unroute("**/practice.html")
    visit(context, served + PRACTICE)
    assert new.record("sort")["best"] == 1


def test_a_new_explanation_costs_nothing(context, served, site):
    checked_wrong(context, served + PRACTICE)
    edited = (site / PRACTICE).read_text().replace("A latency budget and a profiler answer this outright.", "A profiler does.")
    context.route("**/practice.html", lambda route: route.fulfill(body=edited, content_type="text/html"))
    again = visit(context, served + PRACTICE)
    assert "Not this one" in again.marks("sort")
    assert "A profiler does." in again.notes("sort")


def test_a_second_tab_follows(context, served):
    first, second = visit(context, served + PRACTICE), visit(context, served + PRACTICE)
    first.answer("one", right=False)
    first.check("one")
    second.page.wait_for_selector("form[data-kind=one][data-checked]")
    assert second.marks("one") == ["Not this one"]
    assert second.heard() == [], "what another tab did is not announced"
    assert "1 of 9 questions answered" in second.page.locator(".summary").inner_text()


@pytest.mark.parametrize(
    "damage",
    ["{", "null", "7", "[]", '{"schema":2}', '{"schema":1,"answers":7}', '{"schema":1,"answers":["ab"],"first":null}',
     '{"schema":1,"answers":[],"first":"x","best":null,"confidence":null,"rating":null}'],
)
def test_a_damaged_entry_loses_only_itself(context, served, damage):
    learner = checked_wrong(context, served + PRACTICE, "sort")
    learner.answer("one", right=False)
    learner.check("one")
    key = next(key for key in learner.kept() if "six-decisions" in key)
    learner.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, damage])

    again = visit(context, served + PRACTICE)
    problems = []
    again.page.on("pageerror", lambda error: problems.append(error))
    again.page.reload()
    again = Learner(again.page)
    assert again.marks("sort") == []
    assert again.marks("one") == ["Not this one"]
    again.answer("sort", right=True)
    again.check("sort")
    assert again.record("sort")["best"] == 1
    assert problems == []


def test_blocked_storage_is_said_once_and_the_page_works(context, served):
    context.add_init_script(BLOCKED)
    learner = visit(context, served + PRACTICE)
    notice = learner.page.locator(".notice")
    assert notice.inner_text().startswith("Answers are not being saved")
    learner.answer("one", right=False)
    learner.check("one")
    assert "not being saved" not in learner.status("one")
    learner.retry("one")
    learner.answer("one", right=True)
    learner.check("one")
    assert learner.status("one").startswith("Right.")
    learner.use("details.card > summary")
    learner.press("3")
    assert learner.status("cards").startswith("Good.")


def test_full_storage_is_said_once(context, served):
    context.add_init_script("""
      const proxied = new Proxy(localStorage, {
        get: (store, name) => typeof store[name] === 'function' ? store[name].bind(store) : store[name],
        set(store, name) { if (window.isFull) throw new DOMException('full', 'QuotaExceededError'); },
      });
      Object.defineProperty(window, 'localStorage', { get: () => proxied });
    """)
    learner = visit(context, served + PRACTICE)
    assert learner.page.locator(".notice").count() == 0
    learner.page.evaluate("window.isFull = true")
    learner.answer("one", right=False)
    learner.check("one")
    assert "Answers are not being saved" in learner.status("one")
    learner.check("one")
    assert "Answers are not being saved" not in learner.status("one")


def test_two_tracks_on_one_origin_do_not_mix(context, served, site):
    def other_track(route):
        path = site / route.request.url.split("/other-track/")[1]
        types = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
        route.fulfill(body=path.read_bytes(), content_type=types.get(path.suffix, "image/svg+xml"))

    context.route("**/other-track/**", other_track)
    checked_wrong(context, served + PRACTICE)
    origin = "/".join(served.split("/")[:3])
    other = visit(context, f"{origin}/other-track/{PRACTICE}")
    assert other.marks("sort") == []
    other.answer("sort", right=True)
    other.check("sort")
    first = visit(context, served + PRACTICE)
    assert "Not this one" in first.marks("sort")

    first.page.on("dialog", lambda dialog: dialog.accept())
    first.use(".summary > .bar button:nth-child(3)")
    assert [key for key in first.kept() if not key.startswith("/other-track/")] == []
    assert len(first.kept()) == 1


def test_progress_travels(context, browser, served, tmp_path):
    learner = checked_wrong(context, served + PRACTICE)
    learner.tab_to(".summary > .bar button")
    with learner.page.expect_download() as download:
        learner.press("Enter")
    assert download.value.suggested_filename == "progress.json"
    file = tmp_path / "progress.json"
    download.value.save_as(file)

    elsewhere = browser.new_context()
    other = checked_wrong(elsewhere, served + PRACTICE, "one")
    with other.page.expect_file_chooser() as chooser:
        other.use(".summary > .bar button:nth-child(2)")
    other.heard()
    chooser.value.set_files(file)
    other.page.wait_for_selector("form[data-kind=sort][data-checked]")
    assert "Not this one" in other.marks("sort"), "what was loaded is shown"
    assert other.marks("one") == ["Not this one"], "what was here stays"
    assert [text for text in other.heard() if text] == ["Loaded: 1 entry."]
    elsewhere.close()


def test_a_foreign_file_is_refused(context, served, tmp_path):
    learner = checked_wrong(context, served + PRACTICE)
    kept = learner.kept()
    none, other = "This file holds no progress of this track.", "This file is of another track: Another."
    track = learner.page.evaluate("JSON.parse(document.getElementById('page.data').textContent).track")
    own = lambda records: json.dumps({"track": track, "records": records})
    stranger = json.dumps({"track": "Another", "records": {key[key.index("|"):]: record for key, record in kept.items()}})
    damaged = {"|q1|a|b": {"schema": 1}, "|x|": {"schema": 1}, "waymark-scheme": "dark"}
    for text in ["", "{", "[]", "null", own(None), own({}), own(damaged), stranger]:
        file = tmp_path / "file.json"
        file.write_text(text)
        with learner.page.expect_file_chooser() as chooser:
            learner.use(".summary > .bar button:nth-child(2)")
        chooser.value.set_files(file)
        learner.page.wait_for_selector(f".summary > .status:text-is('{other if text == stranger else none}')")
        learner.page.evaluate("document.querySelector('.summary .status').replaceChildren()")
    assert learner.kept() == kept


def test_erase_asks_first(context, served):
    learner = checked_wrong(context, served + PRACTICE)
    questions, answers = [], ["dismiss", "accept"]

    def answer(dialog):
        questions.append(dialog.message)
        getattr(dialog, answers.pop(0))()

    learner.page.on("dialog", answer)
    learner.use(".summary > .bar button:nth-child(3)")
    assert learner.marks("sort") != []
    learner.use(".summary > .bar button:nth-child(3)")
    assert questions[0].startswith("Erase all")
    assert learner.kept() == {}
    assert learner.marks("sort") == []
    assert learner.page.locator("form[data-kind=sort] .row :checked").count() == 0


def test_erase_closes_what_was_open(context, served):
    learner = checked_wrong(context, served + PRACTICE)
    learner.use(f"{learner.form('sort')} > .check > summary")
    learner.page.on("dialog", lambda dialog: dialog.accept())
    learner.use(".summary > .bar button:nth-child(3)")
    assert not learner.key_is_open("sort")
    assert learner.status("sort") == ""
    learner.answer("sort", right=True)
    learner.check("sort")
    assert learner.record("sort")["first"] == 1, "it is a first try again"
