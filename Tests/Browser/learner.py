"""Somebody who answers a practice page by keyboard alone, and hears what a screen reader would."""

import json
import re

PRACTICE = "multimodal-agents-in-production/practice.html"
LESSON = "multimodal-agents-in-production"

# Notes each text that a live region comes to hold, in the order in which they come.
HEAR = """
  window.heard = [];
  new MutationObserver(changes => {
    const regions = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest('[role=status]')));
    for (const region of regions) if (region?.textContent.trim()) window.heard.push(region.textContent.trim());
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
"""


class Learner:
    def __init__(self, page):
        self.page = page
        self.tools = page.context.new_cdp_session(page)
        self.tools.send("Accessibility.enable")
        page.evaluate(HEAR)

    # MARK: Keys

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def is_at(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def tab_to(self, selector, limit=60):
        """Goes there with Tab, from the last link to a heading before it."""
        if self.is_at(selector):
            return
        self.page.evaluate(
            """selector => {
              const target = document.querySelector(selector);
              [...document.querySelectorAll('.anchor')]
                .findLast(link => link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
            }""",
            selector,
        )
        for _ in range(limit):
            if self.is_at(selector):
                return
            self.press("Tab")
        raise AssertionError(f"no Tab leads to {selector}")

    def use(self, selector):
        self.tab_to(selector)
        self.press("Enter")

    # MARK: Questions

    def form(self, kind):
        return f'form[data-kind="{kind}"]'

    def check(self, kind):
        if self.page.locator(f"{self.form(kind)} .sure:visible:not(:has(:checked))").count():
            self.tab_to(f"{self.form(kind)} .sure input")
            self.press("Space")
        self.use(f"{self.form(kind)} > .bar > button.primary")

    def retry(self, kind):
        self.use(f"{self.form(kind)} > .bar > button:not(.primary, [aria-pressed])")

    def answer(self, kind, right):
        """Answers every part, all right or all wrong."""
        form = self.form(kind)
        if kind in ("one", "all"):
            self.answer_choice(form, kind, right)
        elif kind == "order":
            self.answer_order(form, right)
        else:
            self.answer_rows(form, right)

    def answer_choice(self, form, kind, right):
        options = self.page.evaluate(
            "form => [...document.querySelectorAll(`${form} .opt > input`)].map(input => [input.id, 'ok' in input.dataset])",
            form,
        )
        wanted = [identifier for identifier, is_right in options if is_right == right]
        if kind == "one":
            self.pick_radio(f"{form} .opt > input", f"[id='{wanted[0]}']")
            return
        for identifier, _ in options:
            self.tab_to(f"[id='{identifier}']")
            if self.page.evaluate("document.activeElement.checked") != (identifier in wanted):
                self.press("Space")

    def pick_radio(self, group, wanted):
        """Goes through a group with the arrow keys."""
        self.tab_to(group)
        for _ in range(20):
            if self.is_at(wanted):
                self.press("Space")
                return
            self.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not reach {wanted}")

    def answer_rows(self, form, right):
        count = self.page.locator(f"{form} :is(.row, .gap)").count()
        for index in range(count):
            row = self.page.locator(f"{form} :is(.row, .gap)").nth(index)
            radios = row.locator("input[type=radio]")
            if radios.count():
                ok = ":scope [data-ok]" if right else ":scope input:not([data-ok])"
                target = row.locator(ok.replace(":scope ", "")).first
                name, value = target.get_attribute("name"), target.get_attribute("value")
                self.pick_radio(f"[name='{name}']", f"[name='{name}'][value='{value}']")
                continue
            text = row.locator("input[type=text]")
            if text.count():
                self.type_answer(form, text.get_attribute("id"), right)
                continue
            select = row.locator("select")
            values = select.evaluate(
                "(select, right) => [...select.options].findIndex(option => option.value && ('ok' in option.dataset) === right)",
                right,
            )
            self.choose(select.get_attribute("id"), values)

    def type_answer(self, form, identifier, right):
        accepts = json.loads(self.page.locator(f"{form} .accepts").text_content())[identifier]
        self.tab_to(f"[id='{identifier}']")
        self.press("ControlOrMeta+a")
        accepted = next(entry for entry in accepts if not entry.get("wrong"))
        if "text" in accepted:
            self.page.keyboard.type(accepted["text"].upper() if right else "something else")
            return
        self.page.keyboard.type(str((accepted["low"] + accepted["high"]) / 2 if right else accepted["high"] + 1))
        menu = self.page.locator(f"{form} .field select")
        if menu.count():
            units = menu.evaluate("select => [...select.options].map(option => option.text)")
            self.choose(menu.get_attribute("id"), units.index(accepted["unit"]))

    def choose(self, identifier, index):
        self.tab_to(f"[id='{identifier}']")
        self.press("Home", *["ArrowDown"] * index)
        assert self.page.evaluate("document.activeElement.selectedIndex") == index

    def answer_order(self, form, right):
        places = "form => [...document.querySelectorAll(`${form} .rows > .row`)].map(row => Number(row.querySelector('[data-ok]').value))"
        total = len(self.page.evaluate(places, form))
        for place in range(1, total + 1):
            wanted = place if right else total + 1 - place
            while True:
                now = self.page.evaluate(places, form).index(wanted) + 1
                if now == place:
                    break
                self.use(f"{form} .rows > .row:nth-child({now}) .move button:first-child")
                assert self.is_at(f"{form} .rows > .row:nth-child({now - 1}) .move button:first-child"), "the focus moves with the item"

    # MARK: What is heard and seen

    def status(self, kind):
        """What the accessibility tree holds in the question's status."""
        root = self.tools.send("DOM.getDocument")["root"]["nodeId"]
        node = self.tools.send("DOM.querySelector", {"nodeId": root, "selector": f"{self.form(kind)} > .status"})["nodeId"]
        return self.text_of(node)

    def text_of(self, node):
        tree = self.tools.send("Accessibility.getFullAXTree")["nodes"]
        by_id = {entry["nodeId"]: entry for entry in tree}
        backend = self.tools.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
        region = next((entry for entry in tree if entry.get("backendDOMNodeId") == backend), None)
        if region is None or region["ignored"]:
            return None
        assert region["role"]["value"] == "status"
        texts, waiting = [], [region]
        while waiting:
            entry = waiting.pop(0)
            if entry.get("role", {}).get("value") == "StaticText":
                texts.append(entry["name"]["value"])
            else:
                waiting = [by_id[child] for child in entry.get("childIds", []) if child in by_id] + waiting
        return re.sub(r"\s+", " ", " ".join(texts)).strip()

    def marks(self, kind):
        """The marks that can be seen, outside the key."""
        marks = self.page.locator(f"{self.form(kind)} > fieldset .mark").all()
        return [re.sub(r"^[✓✗] ", "", mark.inner_text()) for mark in marks if mark.is_visible()]

    def notes(self, kind):
        """The feedback that can be seen, outside the key."""
        notes = self.page.locator(f"{self.form(kind)} > fieldset .fb").all()
        return [note.inner_text() for note in notes if note.is_visible()]

    def key_is_open(self, kind):
        return self.page.locator(f"{self.form(kind)} > .check").evaluate("details => details.open")

    def record(self, kind):
        """What is kept of the question."""
        identifier = self.page.locator(self.form(kind)).first.get_attribute("data-id")
        return next(record for key, record in self.kept().items() if key.split("|")[1:2] == ["q1"] and key.endswith(f"|{identifier}"))

    def heard(self):
        """The statuses since the last call."""
        return self.page.evaluate("window.heard.splice(0)")

    def kept(self):
        entries = self.page.evaluate("Object.entries(localStorage)")
        return {key: json.loads(text) for key, text in entries if "|" in key}
