"""What the machine may do to a build: those of Tests/Faults that are quick and end by themselves."""

import argparse

import pytest

import faults
from harness import Harness

QUICK = [
    "full-table-of-files", "read-only-disk", "no-permission", "builds-at-once", "jumping-clock", "few-open-files",
]


@pytest.mark.parametrize("fault", QUICK)
def test_leaves_a_whole_site(waymark, project, tmp_path, fault):
    harness = Harness(waymark.path, project, tmp_path, jobs=8)
    try:
        faults.FAULTS[fault](harness, argparse.Namespace(seed=1))
    except faults.Skipped as reason:
        pytest.skip(str(reason))
