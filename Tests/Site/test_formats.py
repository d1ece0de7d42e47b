"""The machine formats hold what they promise: SARIF its schema, both the places that tools rely on."""

import json
import shutil
from urllib.parse import unquote

import jsonschema
import pytest

from support import ROOT

SCHEMA = json.loads((ROOT / "Tests/Fixtures/sarif-schema-2.1.0.json").read_text())
PRACTICE = "Content/first-steps/practice.md"


def sarif(waymark, project, *options, command="check"):
    result = waymark.run(command, "--project", project, "--format", "sarif", *options)
    log = json.loads(result.stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert result.returncode == (1 if any(r["level"] == "error" for r in log["runs"][0]["results"]) else 0)
    return log["runs"][0]


def text_of(region, content):
    """What a region means, by each of the three ways in which it says so."""
    characters = content.decode().removeprefix("\ufeff")
    lines = characters.splitlines(keepends=True) + [""]
    start = sum(map(len, lines[: region["startLine"] - 1])) + region["startColumn"] - 1
    end = sum(map(len, lines[: region["endLine"] - 1])) + region["endColumn"] - 1
    by_line = characters[start:end]
    assert by_line == characters[region["charOffset"] :][: region["charLength"]]
    assert by_line.encode() == content[region["byteOffset"] :][: region["byteLength"]]
    return by_line


def locations(result):
    return result["locations"] + result.get("relatedLocations", [])


def file_of(location, project):
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    return project / unquote(artifact["uri"])


def test_sarif_of_a_course_without_mistakes(waymark, project):
    run = sarif(waymark, project)
    assert run["results"] == []
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 100
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith("."), rule
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])


@pytest.mark.parametrize("command", ["check", "build"])
def test_sarif_of_every_mistake(waymark, project, command):
    shutil.copy(ROOT / "Tests/Fixtures/every-mistake.md", project / PRACTICE)
    run = sarif(waymark, project, "--advice", command=command)
    results = run["results"]
    assert len(results) > 100
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    content = (project / PRACTICE).read_bytes()
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for location in locations(result):
            region = location["physicalLocation"].get("region")
            if region and file_of(location, project) == project / PRACTICE:
                text_of(region, content)
    fingerprints = [result["partialFingerprints"]["waymarkLine/v1"] for result in results]
    assert len(set(fingerprints)) == len(fingerprints)
    assert {result["level"] for result in results} == {"error", "warning", "note"}
    assert any("relatedLocations" in result for result in results)
    assert any("fixes" in result for result in results)


def test_sarif_fingerprints_outlive_edits_elsewhere(waymark, project):
    page = project / PRACTICE
    shutil.copy(ROOT / "Tests/Fixtures/every-mistake.md", page)
    before = [r["partialFingerprints"] for r in sarif(waymark, project)["results"]]
    page.write_text(page.read_text().replace("# Practice\n", "# Practice\n\nA new paragraph.\n", 1))
    assert [r["partialFingerprints"] for r in sarif(waymark, project)["results"]] == before


def test_sarif_of_names_that_are_no_addresses(waymark, project):
    folder = project / 'Content/first-steps/"ä b"%20#?'
    folder.mkdir()
    (folder / "drawing 1.png").write_bytes(b"")
    page = project / "Content/first-steps/lesson.md"
    page.write_bytes("\ufeff".encode() + page.read_bytes() + "\nÄ “日本” [ä](nö.md) \U0001f600 [b](b.md)\n".encode())
    run = sarif(waymark, project)
    places = {}
    for result in run["results"]:
        for location in locations(result):
            file = file_of(location, project)
            assert file.exists()
            region = location["physicalLocation"].get("region")
            places[result["ruleId"], file.name] = text_of(region, file.read_bytes()) if region else None
    assert places["image.unused", "drawing 1.png"] is None
    assert places["link.broken", "lesson.md"] == "[b](b.md)"


def test_sarif_fixes_do_what_fix_does(waymark, project):
    page = project / PRACTICE
    page.write_text(page.read_text().replace("### Sort:", "### Sotr:", 1))
    [result] = sarif(waymark, project)["results"]
    [fix] = result["fixes"]
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    region = replacement["deletedRegion"]
    content = page.read_bytes()
    fixed = (
        content[: region["byteOffset"]]
        + replacement["insertedContent"]["text"].encode()
        + content[region["byteOffset"] + region["byteLength"] :]
    )
    assert waymark.run("check", "--project", project, "--fix").returncode == 0
    assert page.read_bytes() == fixed


def test_json_tells_of_edits(waymark, project):
    page = project / PRACTICE
    page.write_text(page.read_text().replace("### Sort:", "### Sotr:", 1))
    result = waymark.run("check", "--project", project, "--format", "json")
    report = json.loads(result.stdout)
    assert report["version"] == 1
    [diagnostic] = report["diagnostics"]
    fix = diagnostic["fix"]
    assert fix["path"] == PRACTICE
    [edit] = fix["edits"]
    content = page.read_bytes()
    assert content[edit["start"]["offset"] : edit["end"]["offset"]] == b"Sotr"
    assert edit["replacement"] == "Sort"
