"""`check --fix` mends what only one thing can be meant by, and leaves the rest of each file as it is."""

import re
import shutil

from support import ROOT, tree

PRACTICE = "Content/first-steps/practice.md"


def fixed(result):
    return re.findall(r"(?m)^(\S+:\d+:\d+): fixed: (.+) \[([a-z.-]+)\]$", result.stderr.decode())


def test_every_mistake_is_mended_once_and_for_all(waymark, project):
    page = project / PRACTICE
    text = (ROOT / "Tests/Fixtures/every-mistake.md").read_bytes().replace(b"\n", b"\r\n")
    page.write_bytes(text)
    page.chmod(0o640)
    before = waymark.run("check", "--project", project, "--format", "short")
    first = waymark.run("check", "--project", project, "--format", "short", "--fix")
    assert first.returncode == 1
    assert len(fixed(first)) > 25
    assert all(place.startswith(PRACTICE + ":") for place, _, _ in fixed(first))
    assert page.stat().st_mode & 0o777 == 0o640
    after = page.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    lines = lambda result: [line for line in result.stderr.decode().splitlines() if ": error: " in line]
    assert len(lines(first)) < len(lines(before))

    files = tree(project)
    second = waymark.run("check", "--project", project, "--format", "short", "--fix")
    assert fixed(second) == []
    assert lines(second) == lines(first)
    assert tree(project) == files


def test_a_summary_tells_what_fix_would_do(waymark, project):
    page = project / PRACTICE
    page.write_text(page.read_text().replace("### Sort:", "### Sotr:", 1))
    result = waymark.run("build", "--project", project)
    message = result.stderr.decode()
    assert result.returncode == 1
    assert "= fix: write “Sort”" in message
    assert "waymark check --fix can mend one of these" in message


def test_fix_mends_the_course_as_a_course(waymark, project):
    track = project / "Content/track.yml"
    track.write_text(track.read_text().replace("- second-steps", "- second-step"))
    shutil.copytree(project / "Content/second-steps", project / "Content/fourth-steps")
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text() + "\n[on](../second-step/overview.md#second-stepps), [back](/first-steps/index.html)\n")
    result = waymark.run("check", "--project", project, "--fix")
    assert result.returncode == 0, result.stderr.decode()
    assert lesson.read_text().endswith("[on](../second-steps/overview.md#second-steps), [back](overview.md)\n")
    assert track.read_text().endswith("        planned: The third steps\n      - fourth-steps\n")
    assert waymark.run("build", "--project", project).returncode == 0
