"""A course that holds HTML and script wherever its author may write, each place with a marker of its own."""

import re

# Follows each marker: what would end a value, begin an element, run in three ways, end a script, close a
# template's tag, and leave a Markdown link.
PAYLOAD = """"'><svg/onload=hit()><img src=x onerror=hit()></script><script>hit()</script><!--{{{x}}}](javascript:hit())"""


class Markers:
    """Hands out texts with a marker, and knows where each was planted."""

    def __init__(self):
        self.places = {}

    def _new(self, place):
        marker = f"mk{len(self.places)}q"
        self.places[marker] = place
        return marker

    def text(self, place):
        """Text as it is."""
        return self._new(place) + PAYLOAD

    def yaml(self, place):
        """A scalar of YAML."""
        return "'" + self.text(place).replace("'", "''") + "'"

    def markdown(self, place):
        """Text of Markdown: all punctuation escaped, so that it is no markup."""
        return escaped(self.text(place))

    def unit(self, place):
        """A unit of a number, which is short: Markdown."""
        return escaped(self._new(place) + """"'><svg/onload=hit()>""")

    def code(self, place):
        """A code span."""
        return f"`{self.text(place)}`"

    def name(self, place):
        """A part of a file's name."""
        return self._new(place) + """"'><svg onload=hit()>&amp;<!--"""


def escaped(text):
    """Text as Markdown that shows it as it is."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def write(project):
    """Writes the course into a folder; the markers."""
    markers = Markers()
    content = project / "Content"
    lesson = content / "a-lesson"
    (lesson / "images").mkdir(parents=True)
    (content / "another-lesson").mkdir()
    (content / "static").mkdir()
    image = markers.name("image name") + ".svg"
    (lesson / "images" / image).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (lesson / "images/plain.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (content / "static" / (markers.name("static file name") + ".txt")).write_text("x")
    (content / "track.yml").write_text(track(markers))
    (lesson / "overview.md").write_text(overview(markers))
    (content / "another-lesson/overview.md").write_text(f"""---
description: {markers.yaml("next lesson description")}
---

# {markers.markdown("next lesson title")} {markers.code("code in a title")}
""")
    (lesson / "lesson.md").write_text(lesson_page(markers, image))
    (lesson / "practice.md").write_text(practice_page(markers))
    return markers


def track(markers):
    yaml = markers.yaml
    return f"""title: {yaml("track title")}
number: 24
description: {yaml("track description")}
url: https://example.org/t/
phases:
  - title: {yaml("phase title")}
    lessons:
      - a-lesson
      - another-lesson
      - slug: later
        planned: {yaml("planned title")}
redirects:
  old/lesson.html: a-lesson/lesson.html
"""


def overview(markers):
    return f"""---
description: {markers.yaml("lesson description")}
difficulty: standard
prerequisites: []
objectives:
  know: {markers.yaml("objective")}
---

# {markers.markdown("lesson title")}

{markers.markdown("overview text")}
"""


def lesson_page(markers, image):
    markdown, code, text = markers.markdown, markers.code, markers.text
    path = re.sub(r"([<>])", r"\\\1", image.replace("&", "%26"))
    label = re.sub(r"[^\w\"'&;]", "", markers.name("footnote label"))
    attribute = markers.text("attribute of raw HTML").replace("'", "&#39;")
    return f"""# {markdown("page title")}

## {markdown("heading")} {code("code in a heading")}

{markdown("text")} *{markdown("emphasis")}* **{markdown("strong")}** ~~{markdown("struck text")}~~ {code("code span")}

[{markdown("link text")}](overview.md "{markdown("link title")}")
[another](<https://example.org/?{markdown("link destination")}>) [{markdown("reference text")}][r]
![{markdown("image alternative")}](<images/{path}> "{markdown("image title")}")

[r]: https://example.org/ '{markdown("reference title")}'

> {markdown("quote")}

> [!NOTE]
> {markdown("alert")}

- {markdown("item")}
- [ ] {markdown("task")}

| {markdown("header cell")} | b |
|---|---|
| {markdown("cell")} | {code("code in a cell")} |

```{text("code info string").replace(" ", "")}
{text("code block")}
```

    {text("indented code")}

<details><summary>{markdown("summary")}</summary>

<abbr title='{attribute}'>{markdown("text in raw HTML")}</abbr>

</details>

A note.[^1] Another.[^{label}]

[^1]: {markdown("footnote")}

[^{label}]: {markdown("labelled footnote")}

### Answer: {markdown("question of a lesson")}

```quiz
```

- {markdown("answer of a lesson")}
"""


def practice_page(markers):
    markdown, code = markers.markdown, markers.code

    def question(kind, answers):
        return f"""### {kind}: {markdown(f"{kind}, title")}

{markdown(f"{kind}, prompt")} ![{markdown(f"{kind}, alternative")}](images/plain.svg)

{answers}

> **Hint:** {markdown(f"{kind}, hint")}

> **Why:** {markdown(f"{kind}, why")} {code(f"{kind}, code in the why")}

```quiz
tags: {markers.text(f"{kind}, tag").replace(",", "")}
```
"""

    def fed(kind, item, part):
        return f"- {item}{markdown(f'{kind}, {part}')}\n  > {markdown(f'{kind}, feedback on {part}')}"

    questions = [
        question("Choose one", f"{fed('Choose one', '[x] ', 'right')}\n{fed('Choose one', '[ ] ', 'wrong')}"),
        question("Choose all", f"{fed('Choose all', '[x] ', 'right')}\n{fed('Choose all', '[ ] ', 'wrong')}"),
        question("True or false", f"{fed('True or false', '[x] ', 'true')}\n{fed('True or false', '[ ] ', 'false')}"),
        question("Sort", "\n".join(
            f"- {markdown(f'Sort, category {name}')}\n  - {markdown(f'Sort, member {name}')}\n"
            f"    > {markdown(f'Sort, feedback {name}')}" for name in ("a", "b"))),
        question("Match", f"| {markdown('Match, left header')} | {markdown('Match, right header')} | Why |\n|---|---|---|\n"
            + "\n".join(f"| {markdown(f'Match, left {name}')} | {markdown(f'Match, right {name}')} "
                        f"| {markdown(f'Match, why {name}')} |" for name in ("a", "b"))
            + f"\n| | {markdown('Match, decoy')} | |"),
        question("Order", "\n".join(
            f"{number}. {markdown(f'Order, step {number}')}\n   > {markdown(f'Order, feedback {number}')}"
            for number in (1, 2, 3))),
        question("Fill in", f"A **{markdown('Fill in, field')}**, a **{markdown('Fill in, option')} "
            f"| ~~{markdown('Fill in, wrong option')}~~**, a **{code('Fill in, code')}**."),
        question("Answer", f"- {markdown('Answer, accepted')}\n- {code('Answer, exact')}\n"
            f"- ~~{markdown('Answer, wrong')}~~\n  > {markdown('Answer, feedback')}"),
        question("Number", f"- 4.6 ± 0.05 {markers.unit('Number, unit')}\n- ~~2 ± 0.05 {markers.unit('Number, wrong unit')}~~\n"
            f"  > {markdown('Number, feedback')}"),
        question("Cards", f"| {markdown('Cards, header')} | b | c |\n|---|---|---|\n"
            f"| {markdown('Cards, front')} | {markdown('Cards, back')} | {markdown('Cards, note')} |"),
        question("Cards", f"- {markdown('Cards, item')}\n  > {markdown('Cards, back of item')}\n"
            f"- {markdown('Cards, sentence')} **{markdown('Cards, gap')}**"),
        f"""### Explain: {markdown("Explain, title")}

{markdown("Explain, prompt")}

> **Model answer:** {markdown("Explain, model answer")}
>
> - {markdown("Explain, point")}
""",
    ]
    return f"# {markdown('practice title')}\n\n{markdown('practice introduction')}\n\n" + "\n".join(questions)
