"""`waymark check --report` and the comparison with what was published, through the program."""

import json

LESSON = "Content/first-steps/lesson.md"


def test_the_report_goes_to_standard_output_and_diagnostics_do_not(waymark, project):
    overview = project / "Content/first-steps/overview.md"
    overview.write_text(overview.read_text().replace("  begin: Begin well\n", "  begin: Begin well\n  end: End well\n"))
    result = waymark.run("check", "--project", project, "--report")
    assert result.returncode == 0
    text = result.stdout.decode()
    assert text.startswith("A small track\n\n1. First steps\n")
    assert "   Objective  begin  end\n   Sort           1    -\n   Questions      1    0\n" in text
    assert "\n     1. first-steps\n" in text
    assert b"[practice.uncovered]" in result.stderr and b"[practice.uncovered]" not in result.stdout


def test_the_report_as_json(waymark, project):
    result = waymark.run("check", "--project", project, "--report", "--format", "json")
    assert result.returncode == 0
    report = json.loads(result.stdout)
    assert report["version"] == 1 and report["title"] == "A small track"
    first, second, third = report["lessons"]
    assert first["objectives"] == [{"slug": "begin", "text": "Begin well", "questions": [{"kind": "Sort", "count": 1}]}]
    assert [page["kind"] for page in first["pages"]] == ["overview", "lesson", "practice"]
    assert second["prerequisites"] == [{"slug": "first-steps", "number": 1, "status": "published"}]
    assert third["status"] == "planned" and third["pages"] == []


def test_the_report_has_no_form_of_annotations(waymark, project):
    for form in ["github", "sarif"]:
        assert waymark.run("check", "--project", project, "--report", "--format", form).returncode == 64


def test_a_loss_is_told_until_it_is_published(waymark, project, tmp_path):
    output = tmp_path / "site"
    assert waymark.run("build", "--project", project, "--output", output).returncode == 0
    for file in [LESSON, "Content/second-steps/overview.md"]:
        path = project / file
        path.write_text(path.read_text().replace("## The step", "## One step").replace("#the-step", "#one-step"))
    help = b"`first-steps/lesson.html#the-step: first-steps/lesson.html#one-step`"
    for command in [["check"], ["build", "--deny", "lost.anchor"], ["check"], ["build"]]:
        result = waymark.run(*command, "--project", project, "--output", output)
        assert b"[lost.anchor]" in result.stderr and help in result.stderr, result.stderr.decode()
        assert result.returncode == (1 if "--deny" in command else 0)
    for command in ["check", "build"]:
        result = waymark.run(command, "--project", project, "--output", output)
        assert result.returncode == 0 and b"lost." not in result.stderr


def test_a_site_of_nobody_is_compared_with_nothing(waymark, project):
    (project / "Public").mkdir()
    (project / "Public/index.html").write_text("somebody else's")
    assert waymark.run("check", "--project", project).returncode == 0
