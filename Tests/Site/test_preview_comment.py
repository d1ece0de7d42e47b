"""The workflow that posts comments lets pass what `waymark diff` writes, whatever a course holds."""

import json
import subprocess

import pytest

from support import ROOT

WORKFLOW = ROOT / ".github/workflows/preview-comment.yml"


def strangers(text):
    """The lines that the workflow would refuse."""
    source = WORKFLOW.read_text()
    start = source.index("const forms")
    check = source[start : source.index("const stranger", start)]
    program = f"{check}\nconsole.log(JSON.stringify(JSON.parse(process.argv[1]).filter((line) => !isKnown(line))));"
    result = subprocess.run(["node", "-e", program, json.dumps(text.split("\n"))], capture_output=True, check=True)
    return json.loads(result.stdout)


def test_a_comparison_passes(waymark, project, tmp_path):
    static = project / "Content/static"
    static.mkdir()
    for name in ("gone.txt", "a`b``c.txt", "[x](y) @z <b> https:__evil.example.txt"):
        (static / name).write_text("1")
    assert waymark.run("build", "--project", project, "--output", tmp_path / "old").returncode == 0

    (static / "gone.txt").unlink()
    (static / "a`b``c.txt").write_text("2")
    (static / "new _*~#.txt").write_text("1")
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text().replace("## The step", "## The `stride` & <kbd>more</kbd>"))
    practice = project / "Content/first-steps/practice.md"
    text = practice.read_text()
    assert "- Right\n" in text
    practice.write_text(
        text.replace("  - The left foot", "  - The right hand").replace("- Right\n", "- Right\n  - The left foot\n")
        + "\n### Answer: what [@everybody](https://evil.example) **asks**\n\n- yes\n"
    )
    track = project / "Content/track.yml"
    track.write_text(track.read_text().replace("      - second-steps\n", ""))
    (project / "Content/second-steps").rename(project / "second-steps")
    for file in (lesson, project / "Content/first-steps/overview.md"):
        file.write_text(file.read_text().replace("../second-steps/overview.md", "lesson.md"))
    templates = project / "Templates/assets"
    templates.mkdir(parents=True)
    (templates / "style.css").write_text("p { color: red }\n")

    built = waymark.run("build", "--project", project, "--output", tmp_path / "new")
    assert built.returncode == 0, built.stderr.decode()
    text = waymark.run("diff", tmp_path / "old", tmp_path / "new").stdout.decode()
    for part in ("[!WARNING]", "Pages removed", "Anchors lost", "Questions added", "Other files", "Theme changed"):
        assert part in text, text
    assert strangers(text) == []


# What GitHub would make more of than text, though each line may look harmless: the bar ends a cell of a
# table even inside a code span, and what is left of the span is live.
FORGED = {
    "link": "see https://evil.example",
    "table": "`a`\n:-\n`@victim [x](https://evil.example) <img src=x> | x`",
    "table in a list": "- `a`\n  :-\n  `@victim | x`",
    "table in a warning": "> `a`\n> :-\n> `@victim | x`",
    "reference to an issue": "GH-1",
    "heading": "Look here\n---",
    "definition": "[x]: y",
    "span that a mark of the check's own would close": "- `\0` @victim `\0`",
    "word that stands for a span": "- `SPAN` @victim `SPAN`",
    "unclosed span": "- `a` @victim `b",
    "escaped span": "- \\`a @victim `b`",
    "two lines as one": "- `a`\r@victim",
    "separator of lines": "- `a\u2028@victim`",
    "HTML": "<img src=x>",
    "many words before a mark that none has": "- `a`" + " a" * 30_000 + " !",
    "fence": "```\n@victim\n```",
}


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_nothing_but_a_comparison_passes(text):
    assert strangers(text) != []
