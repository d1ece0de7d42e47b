"""Content that wants to run, to reach other files, or to be taken for the program's own markup."""

import html.parser
import json
import os
import re
import xml.etree.ElementTree as ElementTree

import pytest

import hostile
from support import review_material, tree

MARKER = re.compile(r"mk\d+q")
# What no markup of the program has, and the payload has in each form that would run or leave its place.
FORBIDDEN_ELEMENTS = {"svg", "iframe", "object", "embed", "style", "base", "math", "template"}
# What readers and their programs never see, or see as a name only.
UNPUBLISHED = re.compile(r"code info string|footnote label|Cards, header|next lesson description|, tag$|static file name|Number, wrong unit")


class Reading(html.parser.HTMLParser):
    """A page's markup as a browser would take it: what is wrong with it, and its text with its values."""

    def __init__(self, markup, is_page):
        super().__init__(convert_charrefs=True)
        self.problems, self.texts, self.scripts = [], [], []
        self.is_page = is_page
        self.in_script = False
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in FORBIDDEN_ELEMENTS:
            self.problems.append(f"<{tag}>")
        if tag == "script":
            is_ours = values.get("type") == "application/json" or re.fullmatch(
                r"(/t/|(\.\./)*)assets/[\w./-]+\.js", values.get("src", ""))
            if not self.is_page or not is_ours:
                self.problems.append(f"<script> {values}")
            self.in_script = values.get("type") == "application/json"
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.problems.append(f"{name} of <{tag}>")
            if name in ("href", "src", "action") and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                self.problems.append(f"{name}={value}")
            self.texts.append(value or "")
        if tag == "img" and values.get("src") == "x":
            self.problems.append("the payload's image")

    def handle_endtag(self, tag):
        self.in_script = False

    def handle_data(self, data):
        (self.scripts if self.in_script else self.texts).append(data)

    def handle_comment(self, data):
        self.problems.append(f"a comment: {data[:60]}")


def strings(value):
    """All texts of a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)


def check_html(markup, is_page):
    """The text of a page or of a part of one, after a check that nothing of the payload is markup in it."""
    reading = Reading(markup, is_page)
    assert reading.problems == [], f"{reading.problems} in {markup[:200]}"
    text = "\n".join(reading.texts)
    for script in reading.scripts:
        text += check_json(script)
    return text


def check_json(source):
    """The text of JSON that a page's script reads: what of it is HTML must be as harmless as the page's."""
    assert "<" not in source and "\u2028" not in source
    return check_values(json.loads(source))


def check_values(values):
    """The texts that a script is given, after a check of those that it puts in as HTML."""
    text = ""
    for value in strings(values):
        # The script puts in as HTML what holds markup of ours; all else it shows as text.
        text += check_html(value, is_page=False) if re.match(r"<(p|div|ul|ol|table|span|pre|blockquote)\b", value) else value
        text += "\n"
    return text


@pytest.fixture(scope="module")
def built(waymark, tmp_path_factory):
    project = tmp_path_factory.mktemp("hostile")
    markers = hostile.write(project)
    result = waymark.run("build", "--project", project, "--format", "json")
    assert result.returncode == 0, result.stdout.decode()
    return project / "Public", markers.places


def test_no_text_is_taken_for_markup(waymark, built):
    site, places = built
    found = ""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        text = path.read_text()
        name = str(path.relative_to(site))
        if path.suffix == ".html":
            found += check_html(text, is_page=True)
        elif name.startswith("assets/cards/"):
            found += check_values(review_material(path))
        elif path.suffix == ".xml":
            found += "".join(ElementTree.fromstring(text).itertext())
        elif name == "llms.txt":
            rendered = waymark.run("render", "--plain", path)
            assert rendered.returncode == 0, rendered.stderr.decode()
            found += check_html(rendered.stdout.decode(), is_page=False)
        elif name == ".waymark":
            json.loads(text)
        elif path.suffix not in (".md", ".svg") and "static file name" not in places.get(name[: name.find("q") + 1], ""):
            assert "hit()" not in text, name
    assert len(places) > 150
    missing = [place for marker, place in places.items() if marker not in found and not UNPUBLISHED.search(place)]
    # Each text did reach the site, so that the check above has seen it.
    assert missing == []


def test_the_payload_would_be_found():
    for markup in [hostile.PAYLOAD, "<p onclick='x'>", "<a href=' javascript:x'>", "<img src=x>", "<!-- x -->"]:
        with pytest.raises(AssertionError):
            check_html(markup, is_page=True)


def test_diagnostics_show_no_text_as_markup_of_a_terminal_or_a_workflow(waymark, tmp_path):
    (tmp_path / "Content").mkdir()
    (tmp_path / "Content/track.yml").write_bytes(
        b'title: "A"\ndescription: B\n"\\e[31mx\\n::error::y": z\nphases: [{title: C, lessons: ["\xe2\x80\xae%0A::warning::d"]}]\n')
    for arguments in [["--color", "always"], ["--format", "github"], ["--format", "short"], ["--format", "json"]]:
        result = waymark.run("build", "--project", tmp_path, *arguments)
        assert result.returncode == 1
        text = (result.stdout + result.stderr).decode()
        assert "\x1b[31mx" not in text and "\u202e" not in text
        assert not re.search(r"(?m)^::(error|warning)::[yd]", text)


# MARK: Paths

OUTSIDE = [
    "[x](../../../../etc/passwd)", "[x](..%2f..%2f..%2fsecret.md)", "[x](%2e%2e/%2e%2e/secret.md)",
    "[x](/etc/passwd)", "[x](file:///etc/passwd)", "![x](../../secret.svg)", "![x](%2e%2e/%2e%2e/secret.svg)",
    "![x](/etc/passwd)", "![x](file:///etc/passwd)", "![x](data:image/svg+xml,x)", "![x](https://e.org/x.png)",
    "[x](javascript:hit())", "[x](JaVaScRiPt:hit())", "[x](java&#10;script:hit())", "[x](vbscript:x)",
    "[x](data:text/html,x)", "[x](\\\\\\\\host\\\\share)", "[x](//e.org/../../x.md)", "[x](..\\\\..\\\\secret.md)",
]


@pytest.mark.parametrize("link", OUTSIDE)
def test_refuses_a_link_that_leaves_the_course(waymark, project, link):
    (project.parent / "secret.md").write_text("# SECRET\n")
    (project / "secret.md").write_text("# SECRET\n")
    for folder in [project, project.parent]:
        (folder / "secret.svg").write_text("SECRET")
    page = project / "Content/first-steps/lesson.md"
    page.write_text(page.read_text() + f"\n{link.replace('[x]', '[a text]')}\n")
    result = waymark.run("build", "--project", project, "--format", "short")
    if link.startswith("[x](//"):
        # The address of another site, without its scheme.
        assert result.returncode in (0, 1)
    else:
        assert result.returncode == 1, link
    assert "lesson.md:" in result.stderr.decode() or result.returncode == 0
    assert not any(b"SECRET" in content for content in tree(project / "Public").values())


TRACKS = {
    "slug up": "phases: [{title: A, lessons: [../x]}]",
    "slug absolute": "phases: [{title: A, lessons: [/etc]}]",
    "slug encoded": "phases: [{title: A, lessons: [..%2fx]}]",
    "slug dots": "phases: [{title: A, lessons: ['..']}]",
    "slug of the site": "phases: [{title: A, lessons: [assets]}]",
    "slug with a NUL": 'phases: [{title: A, lessons: ["a\\0b"]}]',
    "redirect up": "redirects: { ../x.html: first-steps/lesson.html }",
    "redirect absolute": "redirects: { /etc/x.html: first-steps/lesson.html }",
    "redirect within": "redirects: { a/../../x.html: first-steps/lesson.html }",
    "redirect encoded": "redirects: { '%2e%2e/x.html': first-steps/lesson.html }",
    "redirect with a backslash": "redirects: { '..\\x.html': first-steps/lesson.html }",
    "redirect to a script": "redirects: { x.html: 'javascript:hit()' }",
    "redirect to another site": "redirects: { x.html: 'https://e.org/' }",
    "redirect over a page": "redirects: { index.html: first-steps/lesson.html }",
    "redirect over an asset": "redirects: { assets/style.css: first-steps/lesson.html }",
    "redirect over the manifest": "redirects: { .waymark: first-steps/lesson.html }",
    "address that runs": "url: 'javascript:hit()'",
    "address with markup": "url: 'https://e.org/\"><script>'",
    "language with markup": "language: 'en\"><script>'",
}


@pytest.mark.parametrize("name", TRACKS)
def test_refuses_a_track_that_leaves_the_course(waymark, project, name):
    line = TRACKS[name]
    file = project / "Content/track.yml"
    text = file.read_text()
    if line.startswith("phases"):
        text = text[: text.index("phases:")]
    file.write_text(text + line + "\n")
    before = tree(project.parent)
    result = waymark.run("build", "--project", project, "--format", "short")
    message = result.stderr.decode()
    assert result.returncode == 1, message
    assert "Content/track.yml:" in message
    assert tree(project.parent) == before


# MARK: Names


def test_follows_no_symbolic_link_out(waymark, project):
    (project.parent / "secrets").mkdir()
    (project.parent / "secrets/a.svg").write_text("SECRET")
    lesson = project / "Content/first-steps"
    links = {lesson / "images": project.parent / "secrets", project / "Content/static": "/etc",
             lesson / "x.svg": "../../../secrets/a.svg", project / "Content/loop": ".", lesson / "gone.svg": "nothing"}
    for link, target in links.items():
        link.symlink_to(target)
    result = waymark.run("build", "--project", project, "--format", "short")
    message = result.stderr.decode()
    assert result.returncode == 1
    for link in links:
        assert str(link.relative_to(project)) in message
    assert not (project / "Public").exists() or not tree(project / "Public")


def test_follows_a_symbolic_link_inside(waymark, project):
    lesson = project / "Content/first-steps"
    (lesson / "real.svg").write_text("<svg/>")
    (lesson / "linked.svg").symlink_to("real.svg")
    page = lesson / "lesson.md"
    page.write_text(page.read_text() + "\n![a drawing](linked.svg)\n")
    result = waymark.run("build", "--project", project)
    assert result.returncode == 0, result.stderr.decode()
    published = project / "Public/first-steps/linked.svg"
    assert published.read_text() == "<svg/>" and not published.is_symlink()


@pytest.mark.parametrize("twins", [("a.txt", "A.txt"), ("ä.txt", "a\u0308.txt"), ("x/a.txt", "X/b.txt"), ("ß.txt", "SS.txt")])
def test_refuses_twins(waymark, project, twins):
    for name in twins:
        file = project / "Content/static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    result = waymark.run("build", "--project", project, "--format", "short")
    assert result.returncode == 1 and "path.case-collision" in result.stderr.decode()


@pytest.mark.parametrize(
    "name", [b"a\nb.svg", b"a\rb.svg", b"a\tb.svg", b"a\x1b[31m.svg", "a\u202egvs.svg".encode(), "a\u2066b.svg".encode(),
             b"a\xff.svg", b"a\x7f.svg"])
def test_refuses_names_that_do_not_show(waymark, project, name):
    folder = os.fsencode(project / "Content/first-steps")
    with open(os.path.join(folder, name), "wb") as file:
        file.write(b"<svg/>")
    result = waymark.run("build", "--project", project, "--format", "short")
    message = result.stderr
    assert result.returncode == 1 and b"path.unpublishable-name" in message
    assert all(byte >= 0x20 or byte == 0x0A for byte in message) and "\u202e".encode() not in message
    assert message.count(b": error: ") == 1
