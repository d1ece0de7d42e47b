"""`waymark render`: one file to a fragment."""

import subprocess


def test_render_plain_reads_a_file_and_standard_input(waymark, project, tmp_path):
    file = tmp_path / "a.md"
    file.write_text("# A *b*\n\n- [x] ~~c~~ <b>d</b>\n")
    expected = (
        "<h1>A <em>b</em></h1>\n<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> <del>c</del> "
        "<!-- raw HTML omitted -->d<!-- raw HTML omitted --></li>\n</ul>\n"
    )
    assert waymark.run("render", "--plain", file).stdout.decode() == expected
    piped = subprocess.run([waymark.path, "render", "--plain", "-"], input=file.read_bytes(), capture_output=True)
    assert piped.stdout.decode() == expected


def test_render_writes_the_body_of_a_page(waymark, tmp_path):
    file = tmp_path / "a.md"
    file.write_text("# A\n\n## B *c*\n\n> [!TIP]\n> Do.\n\nSee [there](https://example.org/).\n")
    result = waymark.run("render", file)
    assert result.returncode == 0, result.stderr
    html = result.stdout.decode()
    assert '<h1 id="a">A</h1>' in html
    assert '<h2 id="b-c">B <em>c</em></h2>' in html
    assert '<div class="alert tip">' in html
    assert '<a href="https://example.org/">there</a>' in html


def test_render_shows_the_questions_of_a_practice_page(waymark, tmp_path):
    file = tmp_path / "practice.md"
    file.write_text("# P\n\n### Choose one: a?\n\n- [x] yes\n- [ ] no\n")
    assert b'<form method="dialog" id="q-a"' in waymark.run("render", file).stdout


def test_render_tells_mistakes_and_writes_nothing(waymark, tmp_path):
    file = tmp_path / "a.md"
    for options in ([], ["--plain"]):
        file.write_bytes(b"# A\n\nB\0\n")
        result = waymark.run("render", *options, file)
        assert result.returncode == 1 and result.stdout == b""
        assert b"a.md:3:2: error: " in result.stderr and b"help: " in result.stderr


def test_render_of_a_file_that_is_not_there(waymark, tmp_path):
    result = waymark.run("render", tmp_path / "b.md")
    assert result.returncode == 2
    assert b"b.md: error: " in result.stderr and b"help: " in result.stderr


def test_misuse_has_its_own_status(waymark, tmp_path):
    for arguments in (["build", "--jobs", "0"], ["build", "--deny", "no.rule"], ["fly"]):
        assert waymark.run(*arguments, cwd=tmp_path).returncode == 64


def test_render_writes_no_memory_behind_a_caret(waymark, tmp_path):
    file = tmp_path / "a.md"

    def render(text):
        file.write_text(text)
        return waymark.run("render", "--plain", file)

    footnote = "\n\nc [^1]\n\n[^1]: d\n"
    for text in ("a[&Hat;1]", "a[&#94;1]", "a[&#x5E;1]", "a ![&Hat;1]", "# ![\\^b]"):
        without = render(text + "\n")
        assert without.returncode == 0 and b"\0" not in without.stdout and b"[^" in without.stdout
        refused = render(text + footnote)
        assert refused.returncode == 1 and refused.stdout == b""
        assert b"[markdown.bracket-caret]" in refused.stderr and b"help: " in refused.stderr
    assert render("a[&Hat;1]\n").stdout == b"<p>a[^1]</p>\n"
    assert render("a\\[&Hat;1]" + footnote).stdout.startswith(b"<p>a[^1]</p>\n")


def test_render_loses_no_text_of_a_label_on_two_lines(waymark, tmp_path):
    file = tmp_path / "a.md"
    file.write_text("a\nb [^some long \u00fc text\nc] d\n")
    refused = waymark.run("render", "--plain", file)
    assert refused.returncode == 1 and refused.stdout == b""
    assert b"a.md:2:3: error:" in refused.stderr and b"[markdown.footnote-label]" in refused.stderr
    assert b"help: " in refused.stderr and b"^" in refused.stderr
    file.write_text("a\nb \\[^some long \u00fc text\nc] d\n")
    assert waymark.run("render", "--plain", file).stdout.decode() == "<p>a\nb [^some long \u00fc text\nc] d</p>\n"
