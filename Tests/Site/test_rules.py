"""Seeded faults: for every rule of a course and of its paths a small course that breaks it, and exactly what
the program prints of it. The examples of `Tests/CoursesTests` are read here from the disk, those that need a
real disk are in `Rules/`.

UPDATE_GOLDENS=1 writes the reports in `Rules/` anew and fails, so that accepting a change is a decision.
"""

import json
import os
import re
import shutil

import pytest

import examples
from support import ROOT

FOLDERS = [ROOT / "Tests/CoursesTests/Goldens", ROOT / "Tests/Site/Rules"]
EXAMPLES = {file.stem: file for folder in FOLDERS for file in sorted(folder.glob("*.txt"))}
SUMMARY = re.compile(
    r"\n?(?:waymark check --fix .*\n)?(?:(?:\d+ (?:errors?|warnings?)(?:, )?)+\n)?(?:Checked .*\n)?\Z"
)


@pytest.fixture
def report(waymark, tmp_path):
    """What the program prints of an example, without the summary."""

    def report(file):
        parts = examples.read(file)
        published = {name.removeprefix("Published/"): text for name, text in parts.items() if name.startswith("Published/")}
        project = tmp_path / "project"
        if published:
            examples.write(published, project)
            result = waymark.run("build", "--project", project, "--drafts")
            assert result.returncode == 0, result.stderr.decode()
            shutil.rmtree(project / "Content")
        course = {name: text for name, text in parts.items() if name.startswith("Content/")}
        (project / "Content").mkdir(parents=True)
        examples.write(course, project)
        result = waymark.run("check", "--project", project, "--color", "never")
        text = result.stderr.decode()
        assert result.returncode == (1 if re.search(r"(?m)^\S.*: error: ", text) else 0), text
        return SUMMARY.sub("", text).rstrip("\n") + "\n"

    return report


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_seeded_fault_is_told_exactly(report, rule):
    file = EXAMPLES[rule]
    actual = report(file)
    assert f"[{rule}]" in actual
    expected = examples.read(file)["diagnostics"]
    if actual != expected and os.environ.get("UPDATE_GOLDENS") and file.parent == FOLDERS[1]:
        text = file.read_bytes().decode()
        file.write_bytes((text[: text.index("==> diagnostics\n")] + "==> diagnostics\n" + actual).encode())
    assert actual == expected


def test_every_rule_of_courses_and_paths_has_an_example(waymark, project):
    result = waymark.run("check", "--project", project, "--format", "sarif")
    rules = json.loads(result.stdout)["runs"][0]["tool"]["driver"]["rules"]
    ids = {rule["id"] for rule in rules}
    assert len(ids) > 100
    assert set(EXAMPLES) <= ids
    # The others are about one file or about the network: questions, Markdown, templates and the links to
    # other sites have their own tests.
    elsewhere = re.compile(r"(practice|markdown|theme)\.|link\.(dead|unreachable|moved|unchecked)$")
    assert {rule for rule in ids - set(EXAMPLES) if not elsewhere.match(rule)} == set()
