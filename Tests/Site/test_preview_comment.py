"""The workflow that posts comments lets pass what `waymark diff` writes, whatever a course holds."""

import json
import subprocess

from support import ROOT

WORKFLOW = ROOT / ".github/workflows/preview-comment.yml"


def strangers(text):
    """The lines that the workflow would refuse."""
    source = WORKFLOW.read_text()
    start = source.index("const isPlain")
    check = source[start : source.index("};", start) + 2]
    program = f"{check}\nconsole.log(JSON.stringify(JSON.parse(process.argv[1]).filter((line) => !isPlain(line))));"
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


def test_nothing_but_a_comparison_passes():
    assert strangers("see https://evil.example") != []
