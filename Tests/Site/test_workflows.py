"""What holds for every workflow, since courses copy them."""

import re

import pytest

from support import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = ROOT / ".github/actions/waymark/action.yml"


@pytest.mark.parametrize("file", [*WORKFLOWS, ACTION], ids=lambda file: file.stem)
def test_actions_of_others_are_pinned_to_a_commit(file):
    for action in re.findall(r"\buses: (.*)", file.read_text()):
        assert action.startswith("./") or re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_rights_are_given_one_by_one(file):
    text = file.read_text()
    rights = re.search(r"^permissions:(.*)((?:\n  .*)*)", text, re.M)
    assert rights and (rights[1] + rights[2]).strip() in ("{}", "contents: read")
    # A token that is left behind could be read by what a pull request brings along.
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    # What comes from outside reaches scripts by the environment, never as text of the script.
    scripts = re.findall(r"^( +)(?:- )?(?:run|script): (.*(?:\n\1 +.*|\n)*)", text, re.M)
    assert all(re.fullmatch(r"matrix\.\w+", name) for _, script in scripts for name in re.findall(r"\${{ (.*?) }}", script))


def test_only_the_stage_that_runs_nothing_of_a_pull_request_may_write():
    for file in WORKFLOWS:
        text = file.read_text()
        assert "pull_request_target" not in text
        if "pull_request:" in text:
            assert ": write" not in text and "secrets." not in text, file.name
        if "workflow_run:" in text:
            assert "checkout" not in text and "run:" not in text.replace("workflow_run:", ""), file.name
