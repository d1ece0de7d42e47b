"""Flashcards: on the practice page, on the review page, on the track's home."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from learner import LESSON, PRACTICE, Learner
from support import review_material

MINUTE = 60_000
DAY = 86_400_000
# Noon of a day in the zone of the test's browser.
NOW = 1_790_000_000_000 // DAY * DAY + 12 * 60 * MINUTE


@pytest.fixture
def context(browser):
    context = browser.new_context(timezone_id="UTC")
    yield context
    context.close()


@pytest.fixture
def visit(context, served):
    def visit(path, at=NOW, entries=None):
        page = context.new_page()
        page.clock.set_fixed_time(at / 1000)
        if entries is not None:
            page.goto(served + PRACTICE)
            base = page.evaluate("new URL('../', document.querySelector('script[src]').src).pathname")
            page.evaluate("entries => { for (const [key, text] of entries) localStorage.setItem(key, text); }",
                          [[base + key, json.dumps({"schema": 1, **record})] for key, record in entries.items()])
        page.goto(served + path)
        return Learner(page)

    return visit


def card_ids(learner):
    return learner.page.evaluate("[...document.querySelectorAll('.card')].map(card => card.dataset.card)")


def deck(site, lesson=LESSON):
    return review_material(site / f"assets/cards/{lesson}.js")


def cards(learner):
    return {key.split("|")[3]: record for key, record in learner.kept().items() if key.split("|")[1] == "c1"}


def buttons(learner):
    return [" ".join(text.split()) for text in learner.page.locator(".rates:visible button").all_inner_texts()]


# MARK: The practice page


def test_cards_are_shown_then_rated(visit):
    learner = visit(PRACTICE)
    learner.tab_to(".card > summary")
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    assert buttons(learner)[:3] == ["Again 1 min", "Hard 6 min", "Good 10 min"]
    assert buttons(learner)[3].startswith("Easy ") and buttons(learner)[3].endswith(" days")
    learner.press("Tab", "Tab", "Tab")
    learner.heard()
    learner.press("Enter")
    assert learner.heard() == ["Good. Next review: in 10 minutes."]
    assert learner.page.evaluate("document.activeElement === document.querySelectorAll('.card > summary')[1]")
    assert not learner.page.locator(".card").first.evaluate("card => card.open")
    assert "in 10 minutes" in learner.page.locator(".card > summary").first.inner_text()
    first = card_ids(learner)[0]
    assert cards(learner)[first]["log"] == [[NOW, 3]]


def test_rating_one_card_takes_its_question_into_the_reviews(visit):
    learner = visit(PRACTICE)
    own = learner.page.locator("form[data-kind=cards]").first.locator(".card").count()
    assert own < len(card_ids(learner))
    learner.use(".card > summary")
    learner.press("1")
    kept = cards(learner)
    assert len(kept) == own
    assert sum(len(record["log"]) for record in kept.values()) == 1


def test_the_reverse_of_a_card_is_for_the_reviews_alone(visit, context):
    def with_reverse(route):
        page = route.fetch().text().replace('<details class="card" ', '<details class="card" data-both ', 1)
        route.fulfill(body=page, content_type="text/html")

    context.route("**/practice.html", with_reverse)
    learner = visit(PRACTICE)
    first = card_ids(learner)[0]
    learner.use(".card > summary")
    learner.press("1")
    assert f"{first}#reverse" in cards(learner)
    assert f"{first}#reverse" not in card_ids(learner)


def test_undo_of_the_first_rating_takes_the_question_out_again(visit):
    learner = visit(PRACTICE)
    learner.use(".card > summary")
    learner.press("1")
    second = learner.page.locator(".card > summary").nth(1)
    assert second.evaluate("summary => summary === document.activeElement")
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    learner.press("3")
    undo = "form[data-kind=cards] > .bar > button"
    learner.use(undo)
    assert sum(len(record["log"]) for record in cards(learner).values()) == 1
    learner.use(undo)
    assert learner.kept() == {}


@pytest.mark.parametrize("log", ["[[-1e300,3]]", "[[8.64e15,3]]", '[["x",3]]', "[[null,3]]", "[[1e999,3]]", '[[1,"3"]]', "[[1,2.5]]"])
def test_a_damaged_card_loses_only_itself(visit, site, log):
    first, second = [card["id"] for card in deck(site)["cards"][:2]]
    learner = visit(PRACTICE, entries={f"|c1|{LESSON}|{second}": {"added": 1, "log": [[NOW - 20 * DAY, 4]]}})
    key = next(key for key in learner.kept()).replace(second, first)
    learner.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, f'{{"schema":1,"added":1,"log":{log}}}'])
    problems = []
    learner.page.on("pageerror", lambda error: problems.append(error))
    learner.page.reload()
    again = Learner(learner.page)
    again.answer("one", right=True)
    again.check("one")
    again.use(".card > summary")
    again.press("3")
    assert cards(again)[first]["log"] == [[NOW, 3]]
    assert len(cards(again)[second]["log"]) == 1
    assert problems == []


def test_keys_work_inside_a_card_only(visit):
    learner = visit(PRACTICE)
    learner.tab_to(".card > summary")
    learner.press("3")
    assert cards(learner) == {}, "a closed card is not rated"
    learner.press("Enter")
    learner.press("Control+3")
    assert cards(learner) == {}
    learner.tab_to("form[data-kind=answer] input")
    learner.page.keyboard.type("1234")
    assert cards(learner) == {}
    assert learner.page.locator("form[data-kind=answer] input").first.input_value() == "1234"


def test_the_last_card_leads_to_the_heading(visit):
    learner = visit(PRACTICE)
    count = learner.page.locator("form[data-kind=cards]").first.locator(".card").count()
    learner.tab_to(".card > summary")
    for _ in range(count):
        assert learner.is_at(".card > summary")
        learner.press("Enter")
        learner.page.wait_for_selector(".back:focus")
        learner.press("4")
    assert learner.is_at("form[data-kind=cards] legend :is(h2, h3)")


# MARK: The review page


def due(site, count, last=NOW - 20 * DAY):
    """Records of cards that are due by now."""
    entries = deck(site)["cards"][:count]
    return {f"|c1|{LESSON}|{card['id']}": {"added": last, "log": [[last, 4]]} for card in entries}


def test_due_cards_are_asked_by_keyboard(visit, site):
    learner = visit("review.html", entries=due(site, 3))
    learner.page.wait_for_selector(".review h2")
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 3"
    learner.tab_to(".review summary")
    for left in [2, 1]:
        learner.press("Enter")
        learner.page.wait_for_selector(".back:focus")
        assert len(buttons(learner)) == 4 and buttons(learner)[0] == "Again 10 min"
        learner.heard()
        learner.press("3")
        assert len(learner.heard()) == 1
        assert learner.is_at(".review summary")
        assert learner.page.locator(".review h2").first.inner_text() == f"Left today: {left}"
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    learner.press("3")
    assert learner.page.locator(".review h2").first.inner_text() == "That is all for today."
    assert learner.is_at(".review h2")
    assert all(len(record["log"]) == 2 for record in cards(learner).values())


def test_a_forgotten_card_comes_again(visit, site):
    learner = visit("review.html", entries=due(site, 1))
    learner.tab_to(".review summary")
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    learner.press("1")
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 1"


def test_the_last_rating_can_be_taken_back(visit, site):
    entries = due(site, 2)
    learner = visit("review.html", entries=entries)
    first = learner.page.locator(".review summary").inner_text()
    learner.tab_to(".review summary")
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    learner.press("1")
    learner.tab_to(".review > .bar > button")
    learner.press("Enter")
    assert learner.page.locator(".review summary").inner_text() == first
    assert learner.is_at(".review summary")
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 2"
    assert all(len(record["log"]) == 1 for record in cards(learner).values())


def test_ten_new_cards_a_day(visit, site):
    every = deck(site)["cards"]
    assert len(every) > 10
    entries = {f"|c1|{LESSON}|{card['id']}": {"added": NOW - DAY, "log": []} for card in every}
    learner = visit("review.html", entries=entries)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 10"
    started = list(entries)[:4]
    for key in started:
        entries[key] = {"added": NOW - DAY, "log": [[NOW - 7 * 60 * MINUTE, 4]]}
    learner = visit("review.html", entries=entries)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 6"
    # At three in the morning it is still the day on which they were begun; at four it is not.
    midnight = NOW + 12 * 60 * MINUTE
    learner = visit("review.html", at=midnight + 239 * MINUTE)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 6"
    learner = visit("review.html", at=midnight + 240 * MINUTE)
    assert learner.page.locator(".review h2").first.inner_text() == f"Left today: {len(every) - 4}"


def test_a_card_that_is_gone_is_not_asked_and_not_lost(visit, site):
    entries = due(site, 1) | {f"|c1|{LESSON}|gone": {"added": 1, "log": [[NOW - 20 * DAY, 4]]}}
    learner = visit("review.html", entries=entries)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 1"
    assert cards(learner)["gone"]["gone"] is True and len(cards(learner)["gone"]["log"]) == 1
    home = visit("index.html")
    assert home.page.locator(".due").inner_text() == "Review: 1 due, 0 new"


def test_a_card_that_is_there_again_is_asked_again(visit, context, site):
    """A browser may have kept an older copy of the lesson's cards."""
    entries = due(site, 2)
    new = deck(site)["cards"][1]["id"]
    old = dict(deck(site), cards=deck(site)["cards"][:1])
    context.route("**/assets/cards/*.js", lambda route: route.fulfill(body=f"waymarkCards({json.dumps(old)});", content_type="text/javascript"))
    learner = visit("review.html", entries=entries)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 1"
    assert cards(learner)[new]["gone"] is True
    context.unroute("**/assets/cards/*.js")
    learner = visit("review.html")
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 2"
    assert not cards(learner)[new]["gone"]


def test_cards_of_a_lesson_that_the_track_does_not_have_are_left_alone(visit, context, site):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    entries = due(site, 1) | {"|c1|no-such-lesson|x": {"added": 1, "log": [[NOW - 20 * DAY, 4]]}}
    learner = visit("review.html", entries=entries)
    assert learner.page.locator(".review h2").first.inner_text() == "Left today: 1"
    assert learner.page.locator(".review > .status").first.inner_text() == ""
    assert not any("no-such-lesson" in url for url in asked)
    assert cards(learner)["x"] == {"schema": 1, **entries["|c1|no-such-lesson|x"]}
    home = visit("index.html")
    assert home.page.locator(".due").inner_text() == "Review: 1 due, 0 new"


def test_a_lesson_that_does_not_load_is_told(visit, context, site):
    context.route("**/assets/cards/*.js", lambda route: route.abort())
    learner = visit("review.html", entries=due(site, 1))
    learner.page.wait_for_selector(".review h2:text-is('That is all for today.')")
    assert "Some cards could not be loaded." in learner.page.locator(".review > .status").first.inner_text()
    assert not any("gone" in record for record in cards(learner).values())


def test_a_missed_question_comes_again(visit):
    learner = visit(PRACTICE)
    later = f"{learner.form('true')} > .bar > button[aria-pressed]"
    assert not learner.page.locator(later).is_visible()
    learner.answer("true", right=False)
    learner.check("true")
    learner.use(later)
    assert learner.status("true") == "Added to your reviews."
    assert learner.page.locator(later).get_attribute("aria-pressed") == "true"

    review = visit("review.html")
    review.page.wait_for_selector(".review form")
    assert review.page.locator(".review :checked").count() == 0, "it is asked afresh"
    before = review.record("true")
    review.answer("true", right=True)
    review.check("true")
    assert review.key_is_open("true")
    assert buttons(review)[2] == "Good 10 min"
    review.tab_to(".review .rates button:nth-child(4)")
    review.press("Enter")
    assert review.page.locator(".review > h2").inner_text() == "That is all for today."
    record = next(record for key, record in review.kept().items() if "|q1|" in key)
    assert record == before, "the practice page keeps its own record"


def test_an_explain_comes_again_and_is_rated(visit):
    learner = visit(PRACTICE)
    form = learner.form("explain")
    learner.use(f"{form} > .check > summary")
    learner.pick_radio(f"{form} .rating input", f"{form} .rating [value='0']")
    learner.use(f"{form} > .bar > button[aria-pressed]")

    review = visit("review.html")
    review.page.wait_for_selector(".review form[data-kind=explain]")
    assert buttons(review) == []
    review.use(".review .check > summary")
    review.page.wait_for_selector(".rates button")
    assert buttons(review)[2] == "Good 10 min"
    review.tab_to(".review .rates button:nth-child(4)")
    review.press("Enter")
    assert review.page.locator(".review > h2").inner_text() == "That is all for today."


def test_a_question_whose_answer_was_found_can_be_rated(visit):
    learner = visit(PRACTICE)
    learner.answer("true", right=False)
    learner.check("true")
    learner.use(f"{learner.form('true')} > .bar > button[aria-pressed]")
    review = visit("review.html")
    review.page.wait_for_selector(".review form")
    review.page.locator(".review .check").evaluate("details => { details.open = true; }")
    review.page.wait_for_selector(".rates button")


def load_file(learner, file):
    with learner.page.expect_file_chooser() as chooser:
        learner.use(".review > .bar:has(input) > button:nth-child(2)")
    learner.heard()
    chooser.value.set_files(file)
    learner.page.wait_for_selector(".review > .status:text-matches('entr|track')")


def test_the_review_page_takes_up_what_is_loaded(visit, site, tmp_path):
    learner = visit("review.html", entries=due(site, 1))
    learner.page.wait_for_selector(".review h2:text-is('Left today: 1')")
    learner.use(".review summary")
    learner.page.wait_for_selector(".back:focus")
    track = learner.page.evaluate("JSON.parse(document.getElementById('page.data').textContent).track")
    records = {name: {"schema": 1, **record} for name, record in due(site, 3).items()}
    file = tmp_path / "progress.json"
    file.write_text(json.dumps({"track": track, "records": records}))
    load_file(learner, file)
    learner.page.wait_for_selector(".review h2:text-is('Left today: 3')")
    assert [text for text in learner.heard() if text] == ["Loaded: 3 entries."]
    assert learner.page.locator(".review .card").evaluate("card => card.open"), "the card that is asked stays"
    assert learner.is_at(".review > .bar:has(input) > button:nth-child(2)")

    learner.tab_to(".review .rates button:nth-child(4)")
    learner.press("Enter")
    assert learner.page.locator(".review > h2").inner_text() == "Left today: 2"
    learner.page.on("dialog", lambda dialog: dialog.accept())
    learner.use(".review > .bar:has(input) > button:nth-child(3)")
    learner.page.wait_for_selector(".review h2:text-is('That is all for today.')")
    assert learner.page.locator(".review .card").count() == 0
    assert not learner.page.locator(".review > .bar:not(:has(input)) button").is_visible(), "nothing is left to undo"
    assert learner.kept() == {}
    file.write_text("{}")
    load_file(learner, file)
    assert [text for text in learner.heard() if text][-1:] == ["This file holds no progress of this track."]


def test_a_card_and_its_reverse_do_not_follow_each_other(visit, context, site):
    own = deck(site)
    ids = [card["id"] for card in own["cards"][:3]]
    pair = [own["cards"][0], dict(own["cards"][0], id=f"{ids[0]}#reverse"), own["cards"][1], own["cards"][2]]
    context.route("**/assets/cards/*.js", lambda route: route.fulfill(
        body=f"waymarkCards({json.dumps(dict(own, cards=pair))});", content_type="text/javascript"))
    order = [ids[1], ids[0], f"{ids[0]}#reverse", ids[2]]
    entries = {f"|c1|{LESSON}|{card}": {"added": 1, "log": [[NOW - (90 - 20 * index) * DAY, 4]]} for index, card in enumerate(order)}
    learner = visit("review.html", entries=entries)
    learner.page.wait_for_selector(".review h2:text-is('Left today: 4')")
    asked = []
    for _ in order:
        before = cards(learner)
        learner.use(".review summary")
        learner.page.wait_for_selector(".back:focus")
        learner.press("4")
        asked += [card for card, record in cards(learner).items() if record != before[card]]
    assert asked == [ids[1], ids[0], ids[2], f"{ids[0]}#reverse"]


def test_only_due_lessons_are_loaded(visit, context, site):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    visit("review.html", entries={}).page.close()
    assert not any("/assets/cards/" in url for url in asked)
    visit("review.html", entries=due(site, 1))
    assert [url.split("/")[-1] for url in asked if "/assets/cards/" in url] == [f"{LESSON}.js"]


# MARK: The home page


def test_home_tells_what_is_due_and_done(visit, site):
    learner = visit(PRACTICE)
    learner.answer("one", right=True)
    learner.check("one")
    learner.answer("sort", right=False)
    learner.check("sort")
    home = visit("index.html", entries=due(site, 2) | {f"|c1|{LESSON}|{deck(site)['cards'][5]['id']}": {"added": 1, "log": []}})
    assert home.page.locator(".due a").inner_text() == "Review: 2 due, 1 new"
    done = home.page.locator(f".done[data-lesson='{LESSON}']")
    assert done.inner_text() == f"1 of {done.get_attribute('data-questions')} done"
    home.use(".due a")
    home.page.wait_for_url("**/review.html")


def test_home_of_a_new_reader(visit):
    home = visit("index.html")
    assert home.page.locator(".due a").inner_text() == "Nothing to review today"


def test_reviews_work_from_the_disk(open_page, site):
    page = open_page(PRACTICE)
    base = site.as_uri().removeprefix("file://") + "/"
    for key, record in due(site, 2, last=1_000_000_000_000).items():
        page.evaluate("([key, text]) => { localStorage[key] = text; }", [base + key, json.dumps({"schema": 1, **record})])
    page.goto((site / "review.html").as_uri())
    page.wait_for_selector(".review summary")
    assert page.locator(".review > h2").inner_text() == "Left today: 2"


def test_axe_finds_nothing_on_the_review_page(visit, site):
    learner = visit("review.html", entries=due(site, 2))
    learner.page.wait_for_selector(".review h2:text-is('Left today: 2')")
    assert violations(learner.page) == []
    learner.tab_to(".review summary")
    learner.press("Enter")
    learner.page.wait_for_selector(".back:focus")
    assert violations(learner.page) == []


def violations(page):
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [f"{entry['id']}: {[node['target'] for node in entry['nodes']]}" for entry in found]
