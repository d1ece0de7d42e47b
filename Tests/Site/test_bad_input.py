"""Bad input gets a place and a remedy, and leaves what was published as it was."""

import os
import re
import shutil
import subprocess

import pytest

from support import tree

LESSON = "Content/first-steps/lesson.md"
OVERVIEW = "Content/first-steps/overview.md"
TRACK = "Content/track.yml"


def append(path, text):
    def change(project):
        file = project / path
        file.write_bytes(file.read_bytes() + (text if isinstance(text, bytes) else text.encode()))

    return change


def replace(path, old, new):
    def change(project):
        file = project / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    return change


def remove(path):
    return lambda project: (project / path).unlink()


def link_out(project):
    (project.parent / "outside.md").write_text("# Outside\n")
    (project / "Content/first-steps/references.md").symlink_to(project.parent / "outside.md")


def unlisted(project):
    shutil.copytree(project / "Content/second-steps", project / "Content/fourth-steps")


def without_folder(project):
    shutil.rmtree(project / "Content/second-steps")


def bad_folder(project):
    folder = project / "Content/My Drawings"
    folder.mkdir()
    (folder / "overview.md").write_text("# Drawings\n")


def wide_table(project):
    columns = 5000
    rows = ["|".join("a" * columns), "|".join("-" * columns)] + ["|a|"] * 2000
    append(LESSON, "\n" + "\n".join(rows) + "\n")(project)


def reference_bomb(project):
    definition = "[a]: /" + "u" * 70_000 + "\n\n"
    append(LESSON, "\n" + definition + "[a]" * 23_000 + "\n")(project)


# What is wrong, and where the first message about it stands: a pattern for `path:line:column`.
AUTHORS_MISTAKES = {
    "track.yml missing": (remove(TRACK), r"Content/track\.yml"),
    "track.yml broken": (append(TRACK, "  : [\n"), r"Content/track\.yml:1[0-9]:\d+"),
    "unknown key": (append(TRACK, "colour: blue\n"), r"Content/track\.yml:11:1"),
    "lesson listed but absent": (without_folder, r"Content/track\.yml:8:9"),
    "folder present but unlisted": (unlisted, r"Content/fourth-steps"),
    "overview missing": (remove(OVERVIEW), r"Content/(first-steps|track\.yml)"),
    "front matter broken": (replace(OVERVIEW, "difficulty: introductory", "difficulty: [a"), OVERVIEW + r":\d+:\d+"),
    "no title": (replace(LESSON, "# First steps\n", ""), LESSON + ":1:1"),
    "two titles": (append(LESSON, "\n# Another\n"), LESSON + r":16:1"),
    "raw HTML outside the list": (append(LESSON, "\n<div>x</div>\n"), LESSON + r":16:1"),
    "raw HTML unbalanced": (append(LESSON, "\nA <kbd>x\n"), LESSON + r":16:3"),
    "raw HTML with other attributes": (append(LESSON, '\nA <kbd onclick="x()">x</kbd>\n'), LESSON + r":16:\d+"),
    "javascript: link": (append(LESSON, "\n[go on](javascript:alert(1))\n"), LESSON + r":16:\d+"),
    "link to a page that is not there": (append(LESSON, "\n[go on](cheatsheet.md)\n"), LESSON + r":16:\d+"),
    "link to an anchor that is not there": (append(LESSON, "\n[go on](#the-stop)\n"), LESSON + r":16:\d+"),
    "image that is not there": (append(LESSON, "\n![a foot](images/foot.png)\n"), LESSON + r":16:\d+"),
    "link that leaves Content/": (append(LESSON, "\n[go on](../../README.md)\n"), LESSON + r":16:\d+"),
    "symbolic link that leaves it": (link_out, r"Content/first-steps/references\.md"),
    "invalid UTF-8": (append(LESSON, b"\nA \xff.\n"), LESSON + ":16:3"),
    "NUL": (append(LESSON, b"\nA \0.\n"), LESSON + ":16:3"),
    "NUL in front matter": (replace(OVERVIEW, "description: ", "description: \0"), OVERVIEW + r":2:\d+"),
    "invalid UTF-8 in front matter": (
        lambda project: (project / OVERVIEW).write_bytes(
            (project / OVERVIEW).read_bytes().replace(b"description: ", b"description: \xff")
        ),
        OVERVIEW + r":2:\d+",
    ),
    "front matter on a lesson": (
        lambda project: (project / LESSON).write_text("---\ntitle: x\n---\n" + (project / LESSON).read_text()),
        LESSON + ":1:1",
    ),
    "folder with a name that no lesson has": (bad_folder, r"Content/My Drawings"),
    "heading without text": (append(LESSON, "\n##\n"), LESSON + ":16:1"),
    "language that is none": (append(LESSON, '\nA <kbd lang="a b">x</kbd>.\n'), LESSON + r":16:\d+"),
    "3 MB file": (append(LESSON, "word " * 600_000), LESSON),
    "100,000 >": (append(LESSON, "\n" + ">" * 100_000 + "\n"), LESSON + r":16:\d+"),
    "table of 5,000 columns": (wide_table, LESSON + r":17:1"),
    "caret of a footnote by its name": (append(LESSON, "\nA [&Hat;1] and [^1].\n\n[^1]: Text.\n"), LESSON + ":16:3"),
    "expansion to a gigabyte": (reference_bomb, LESSON + r":\d+:\d+"),
}


@pytest.mark.parametrize("mistake", AUTHORS_MISTAKES)
def test_authors_mistakes(waymark, project, mistake):
    change, place = AUTHORS_MISTAKES[mistake]
    assert waymark.run("build", "--project", project).returncode == 0
    before = tree(project / "Public")
    change(project)
    result = waymark.run("build", "--project", project)
    message = result.stderr.decode()
    assert result.returncode == 1, message
    assert re.search(rf"(?m)^{place}(:\d+:\d+)?: error: .+ \[[a-z]+(\.[a-z0-9-]+)?\]$", message), message
    assert re.search(r"(?m)^ +(= )?help: .+", message), message
    assert len(message) < 20_000
    assert tree(project / "Public") == before


TOLD_ONCE = [
    "unknown key", "NUL", "javascript: link", "NUL in front matter", "invalid UTF-8 in front matter",
    "front matter on a lesson", "folder with a name that no lesson has", "heading without text",
    "language that is none",
]


@pytest.mark.parametrize("mistake", TOLD_ONCE)
def test_a_mistake_is_told_once(waymark, project, mistake):
    AUTHORS_MISTAKES[mistake][0](project)
    result = waymark.run("build", "--project", project, "--format", "short")
    lines = [line for line in result.stderr.decode().splitlines() if ": error: " in line]
    assert len(lines) == 1, lines


def test_every_mistake_is_told_in_one_run(waymark, project):
    names = ["unknown key", "two titles", "javascript: link", "link to a page that is not there"]
    for name in names:
        AUTHORS_MISTAKES[name][0](project)
    result = waymark.run("build", "--project", project, "--format", "short")
    errors = [line for line in result.stderr.decode().splitlines() if ": error: " in line]
    assert len(errors) == len(names), errors


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["render", "nowhere.md"], "nowhere.md: error: there is no such file"),
        (["render", "Content"], "Content: error: it is not a file"),
        (["check", "--project", "nowhere"], "nowhere: error: there is no such folder"),
        (["check", "--project", "Content/track.yml"], "Content/track.yml: error: it is not a folder"),
        (["build", "--output", "nowhere/Public"], "nowhere: error: there is no such folder"),
    ],
)
def test_paths_that_the_user_named(waymark, project, arguments, message):
    result = waymark.run(*arguments, cwd=project)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert "moved" not in result.stderr.decode()


def machine_fault(result, path):
    message = result.stderr.decode()
    assert result.returncode == 2, message
    assert re.search(rf"(?m)^{re.escape(str(path))}[^:]*: error: .+", message), message
    assert "help: " in message


def test_a_public_folder_of_somebody_else(waymark, project):
    (project / "Public").mkdir(exist_ok=True)
    (project / "Public/holiday.jpg").write_bytes(b"photo")
    result = waymark.run("build", "--project", project)
    machine_fault(result, "Public")
    assert tree(project / "Public") == {"holiday.jpg": b"photo"}


@pytest.fixture
def full_disk(tmp_path):
    """A disk of 64 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("mounting needs a privilege that this machine does not give")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(waymark, project, full_disk):
    output = full_disk / "Public"
    output.mkdir()
    (output / ".nojekyll").touch()
    result = waymark.run("build", "--project", project, "--output", output)
    machine_fault(result, output.parent)
    assert tree(full_disk) == {"Public/.nojekyll": b""}


def test_no_permission(waymark, project):
    """Run without root's privileges, where a folder without the right to write is a wall."""
    if os.getuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("setpriv is missing")
    project.chmod(0o555)
    for folder in [project, *project.parents]:
        if os.stat(folder).st_uid == os.getuid() and folder != project and str(folder) != "/":
            folder.chmod(folder.stat().st_mode | 0o055)
    drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    result = subprocess.run(
        [*drop, waymark.path, "build", "--project", str(project)], cwd="/", capture_output=True, timeout=60
    )
    project.chmod(0o755)
    machine_fault(result, "")
    assert not (project / "Public/index.html").exists()
