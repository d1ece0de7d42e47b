"""A track whose questions are built without their key: nothing of it is in any file, and the pages still work."""

import pytest



@pytest.fixture(scope="module")
def site(waymark, tmp_path_factory):
    """Each kind of question, with what only a key says marked by a word."""
    project = tmp_path_factory.mktemp("omit")
    lesson = project / "Content/a-lesson"
    lesson.mkdir(parents=True)
    (project / "Content/track.yml").write_text("title: A track\ndescription: It asks.\nphases:\n  - title: One\n    lessons: [a-lesson]\n")
    (lesson / "overview.md").write_text("---\ndescription: It asks.\nobjectives: { know: Know it }\n---\n\n# A lesson\n")
    (lesson / "practice.md").write_text(QUESTIONS)
    result = waymark.run("build", "--project", project)
    assert result.returncode == 0, result.stderr.decode()
    return project / "Public"


QUESTIONS = """# Practice: a lesson

```quiz
answers: omit
objective: know
confidence: ask
```

### Choose one: which one?

- [x] This
  > SECRET feedback.[^secret]
- [ ] That
  > SECRET feedback.

> **Hint:** Look twice.

> **Hint:** Look again.

> **Why:** SECRET why.

### Choose all: which ones?

- [x] These
- [x] Those
- [ ] Others
  > SECRET feedback.

### True or false: is it?

- [x] It is.
- [ ] It is not.
  > SECRET feedback.

### Sort: where to?

- Left
  - Port
    > SECRET feedback.
- Right
  - Starboard

### Match: what with what?

| Term | Meaning | Why |
|---|---|---|
| Bow | Front | SECRET why |
| Stern | Back | SECRET why |

### Order: what first?

1. First
   > SECRET feedback.
2. Second
3. Third

### Fill in: what is missing?

The ship has a **SECRET | HIDDEN** and a hull.

### Answer: who is it?

- SECRET
- ~~HIDDEN~~
  > SECRET feedback.

### Number: how many?

- 424242 ± 1 m

### Explain: why is it?

> **Model answer:** SECRET model.
>
> - SECRET point

### Cards: what is it?

- Front of a card
  > SECRET back
- The **SECRET** is before the **HIDDEN**.

### Cards: and back?

```quiz
both-ways: yes
```

| Term | Meaning |
|---|---|
| Another front | SECRET |

[^secret]: SECRET footnote.
"""


def test_no_file_holds_the_key(site):
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_text(errors="replace")
            for secret in ["SECRET", "HIDDEN", "424242", "data-ok"]:
                # The script and the style sheet name the mark of right controls.
                if secret != "data-ok" or path.suffix in (".html", ".md"):
                    assert secret not in content, f"{secret} in {path}"


def test_the_order_of_what_is_shown_does_not_tell(site):
    practice = (site / "a-lesson/practice.html").read_text()
    form = practice[practice.index('data-kind="order"') :]
    shown = sorted(["First", "Second", "Third"], key=form.index)
    assert shown != ["First", "Second", "Third"]


def test_the_pages_work(open_page, site):
    for path in sorted(site.rglob("*.html")):
        open_page(path.relative_to(site))
    page = open_page("a-lesson/practice.html")
    page.locator("form[data-kind=one] input").first.check()
    page.reload()
    assert page.locator("form[data-kind=one] input").first.is_checked(), "answers are kept"
    assert page.locator(".check, .key, .mark, button.primary").count() == 0
    assert page.locator(".summary h2").inner_text() == "Your progress"
    assert "answered" not in page.locator(".summary").inner_text(), "nothing here is scored"
    assert page.locator("form[data-kind=one] .hint:visible").count() == 1, "hints come one at a time"
    page.locator(".hint summary").first.click()
    assert page.locator("form[data-kind=one] .hint:visible").count() == 2
