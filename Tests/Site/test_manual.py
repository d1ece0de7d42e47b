"""The manual names every command and every option, and no other."""

import re

import pytest

from support import ROOT

COMMANDS = ["new track", "new lesson", "build", "check", "serve", "render", "diff"]
MANUAL = (ROOT / "README.md").read_text()


def documented(command):
    """The options that the manual's table gives a command."""
    options = set()
    for row in re.findall(r"^\| (`--.*)$", MANUAL, re.M):
        names, commands, _ = row.split(" | ", 2)
        named = re.findall(r"`([a-z ]+)`", commands)
        if commands.startswith("all but ") != (command in named or command.split()[0] in named):
            options |= set(re.findall(r"--[a-z-]+", names))
    return options


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_tells_every_option(waymark, command):
    result = waymark.run(*command.split(), "--help")
    assert result.returncode == 0
    told = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", result.stdout.decode(), re.M)) - {"--help"}
    assert documented(command) == told
    assert re.search(rf"^waymark {command}\b", MANUAL, re.M)


def test_the_manual_knows_every_command(waymark):
    listed = re.findall(r"^  ([a-z]+) {2,}", waymark.run("--help").stdout.decode(), re.M)
    assert set(listed) == {command.split()[0] for command in COMMANDS}
