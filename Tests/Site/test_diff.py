"""`waymark diff`: what changed between two sites, through the program."""

import json
import re

import pytest

LESSON = "Content/first-steps/lesson.md"
PRACTICE = "Content/first-steps/practice.md"


@pytest.fixture
def build(waymark, project, tmp_path):
    """Builds the course as it is now into a folder of the name given."""

    def build(name):
        result = waymark.run("build", "--project", project, "--output", tmp_path / name)
        assert result.returncode == 0, result.stderr.decode()
        return tmp_path / name

    return build


def replace(file, *pairs):
    text = file.read_text()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)


def test_equal_sites(waymark, build):
    result = waymark.run("diff", build("a"), build("b"))
    assert result.returncode == 0 and result.stderr == b""
    assert result.stdout.decode() == "### What this changes\n\nNo page changed.\n"


def test_another_style_sheet_changes_no_page(waymark, project, build):
    old = build("a")
    (project / "Templates/assets").mkdir(parents=True)
    (project / "Templates/assets/style.css").write_text("p { color: red }")
    result = waymark.run("diff", old, build("b"))
    assert result.stdout.decode() == (
        "### What this changes\n\nNo page changed.\n\n**Theme changed:** `style.css`\n"
    )


@pytest.fixture
def edited(project, build):
    """The course before and after a key was turned round, a heading renamed, and a page moved away."""
    old = build("old")
    replace(project / PRACTICE, ("  - The left foot", "  - The right hand"), ("- Right\n", "- Right\n  - The left foot\n"))
    replace(project / LESSON, ("## The step", "## One step"))
    replace(project / "Content/second-steps/overview.md", ("#the-step", "#one-step"))
    (project / "Content/second-steps/references.md").write_text("# References\n")
    return old, build("new")


def test_edits_as_markdown(waymark, edited):
    result = waymark.run("diff", *edited)
    assert result.returncode == 0
    assert result.stdout.decode() == """### What this changes

3 pages changed, 1 added.

> [!WARNING]
> **Answer keys changed** (1)
>
> - `left-or-right` in `first-steps/practice.html`

**Anchors lost** (1)

- `first-steps/lesson.html#the-step`, without a redirect

**Questions edited** (1)

- `left-or-right` in `first-steps/practice.html`

**Pages changed** (3)

- `first-steps/lesson.html`
- `first-steps/practice.html`
- `second-steps/index.html`

**Pages added** (1)

- `second-steps/references.html`

**Other files changed** (1)

- `llms.txt`
"""


def test_edits_as_json(waymark, edited):
    result = waymark.run("diff", *edited, "--format", "json")
    assert result.returncode == 0
    report = json.loads(result.stdout)
    practice = {"page": "first-steps/practice.html", "id": "left-or-right"}
    assert report == {
        "version": 1,
        "pages": {
            "added": ["second-steps/references.html"],
            "changed": ["first-steps/lesson.html", "first-steps/practice.html", "second-steps/index.html"],
            "removed": [],
            "surroundings": [],
        },
        "files": {"added": [], "changed": ["llms.txt"], "removed": []},
        "theme": [],
        "questions": {"added": [], "edited": [{**practice, "key": "changed"}], "removed": []},
        "anchorsLost": [{"page": "first-steps/lesson.html", "anchor": "the-step"}],
        "objectivesLost": [],
    }


def test_a_renamed_heading_with_a_redirect(waymark, project, build):
    old = build("old")
    replace(project / LESSON, ("## The step", "## One step"))
    replace(project / "Content/second-steps/overview.md", ("#the-step", "#one-step"))
    track = project / "Content/track.yml"
    redirect = "redirects:\n  first-steps/lesson.html#the-step: first-steps/lesson.html#one-step\n"
    track.write_text(track.read_text() + redirect)
    output = waymark.run("diff", old, build("new")).stdout.decode()
    assert "- `first-steps/lesson.html#the-step`, now `#one-step`\n" in output


def site(folder, files, pages):
    """A site that Waymark did not write, with whatever names."""
    folder.mkdir()
    manifest = {
        "version": 1,
        "files": [{"path": path, "size": 1, "hash": "0" * 16} for path in files],
        "pages": pages,
    }
    (folder / ".waymark").write_text(json.dumps(manifest))
    return folder


HOSTILE = [
    "@octocat.html",
    "a`b``c@octocat``` https://evil.example/ #1.html",
    "[x](https://evil.example/).html",
    "![x](https://evil.example/x.png).html",
    "<script>alert(1)</script><img src=x>.html",
    "x\n\n# heading\n\n> @octocat.html",
    "x\r- [x] y.html",
    "` `.html",
    "`",
    "\\`@octocat\\`.html",
    "x\u2028@octocat\u202e.html",
    "<!-- -->.html",
    " .html",
    "[^1]: @octocat",
]


def test_hostile_names_stay_text(waymark, tmp_path):
    old = site(tmp_path / "old", [], [])
    questions = [{"id": name, "version": "1", "key": "1"} for name in HOSTILE]
    page = {"path": "a/practice.html", "anchors": HOSTILE, "objectives": HOSTILE, "questions": questions}
    new = site(tmp_path / "new", [name.replace("//", "/") for name in HOSTILE], [page])
    emptied = {**page, "anchors": [], "objectives": [], "questions": [], "path": "a/practice.html"}
    bare = site(tmp_path / "bare", [], [emptied])
    for sites in [(old, new), (new, bare)]:
        markdown = tmp_path / "diff.md"
        markdown.write_bytes(waymark.run("diff", *sites).stdout)
        html = waymark.run("render", "--plain", markdown).stdout.decode()
        assert html.count("<code>") >= len(HOSTILE)
        rest = re.sub(r"<code>[^<]*</code>", "", html)
        assert "@" not in rest and "evil" not in rest, rest
        tags = set(re.findall(r"<(/?\w+)", rest))
        assert tags <= {"h3", "/h3", "p", "/p", "ul", "/ul", "li", "/li", "strong", "/strong", "blockquote"}, tags


def test_a_new_lesson_changes_only_the_navigation_of_others(waymark, project, build):
    old = build("old")
    lesson = project / "Content/fourth-steps"
    lesson.mkdir()
    (lesson / "overview.md").write_text("---\ndescription: More.\n---\n\n# Fourth steps\n\nMore of it.\n")
    track = project / "Content/track.yml"
    replace(track, ("      - second-steps\n", "      - second-steps\n      - fourth-steps\n"))
    new = build("new")
    pages = json.loads(waymark.run("diff", old, new, "--format", "json").stdout)["pages"]
    assert pages["changed"] == ["index.html"] and pages["added"] == ["fourth-steps/index.html"]
    assert "first-steps/lesson.html" in pages["surroundings"] and "index.html" not in pages["surroundings"]
    text = waymark.run("diff", old, new).stdout.decode()
    count = len(pages["surroundings"])
    assert f"\n\n1 page changed, 1 added; {count} more only in navigation and the like.\n" in text


def test_a_key_that_changes_in_a_lesson_that_is_renamed(waymark, project, build):
    old = build("old")
    folder = (project / "Content/first-steps").rename(project / "Content/opening")
    replace(folder / "practice.md", ("  - The left foot", "  - The right hand"), ("- Right\n", "- Right\n  - The left foot\n"))
    for file in (project / "Content").rglob("*.md"):
        file.write_text(file.read_text().replace("first-steps", "opening"))
    track = project / "Content/track.yml"
    pages = ("index", "lesson", "cheatsheet", "practice", "references")
    moved = [f"  first-steps/{name}.html: opening/{name}.html\n" for name in pages if (old / f"first-steps/{name}.html").exists()]
    track.write_text(track.read_text().replace("first-steps", "opening") + "redirects:\n" + "".join(moved))
    new = build("new")
    text = waymark.run("diff", old, new).stdout.decode()
    assert "> **Answer keys changed** (1)\n>\n> - `left-or-right` in `opening/practice.html`\n" in text
    assert "Questions added" not in text
    removed = json.loads(waymark.run("diff", old, new, "--format", "json").stdout)["questions"]["removed"]
    assert {question["id"]: question["key"] for question in removed}["left-or-right"] == "changed"
    assert all(question["now"]["page"] == "opening/practice.html" for question in removed)


def test_what_cannot_be_compared(waymark, project, build):
    new = build("a")
    for arguments in [(new, project), (project / "nowhere", new)]:
        result = waymark.run("diff", *arguments)
        assert result.returncode == 2 and result.stdout == b""
        assert b": error: " in result.stderr and b"help: " in result.stderr
    waymark.run("build", "--project", project)
    outside = waymark.run("diff", project, new).stderr
    assert f"help: name {project}/Public, the folder that `waymark build` wrote".encode() in outside
    missing = waymark.run("diff", project / "nowhere", new).stderr
    assert b"there is no such folder" in missing and b"see whether the name is right" in missing
    assert waymark.run("diff", new).returncode == 64
    assert waymark.run("diff", new, new, "--format", "short").returncode == 64


def test_a_page_that_the_manifest_only_claims(waymark, tmp_path):
    """The manifests of a stranger's site may name files that are not there, or outside it."""
    old = site(tmp_path / "old", ["../a.html"], [])
    new = site(tmp_path / "new", ["a.html"], [])
    result = waymark.run("diff", old, new)
    assert result.returncode == 2 and b"manifest is damaged" in result.stderr
