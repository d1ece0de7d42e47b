"""What `waymark new` makes builds without a diagnostic, and nothing that exists is overwritten."""

import re
import subprocess

import pytest

from support import tree

KINDS = [
    "Choose one", "Choose all", "True or false", "Sort", "Match", "Order", "Fill in", "Answer", "Number",
    "Explain", "Cards",
]


@pytest.fixture
def track(waymark, tmp_path):
    result = waymark.run("new", "track", "course/here", cwd=tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    return tmp_path / "course/here"


def assert_no_diagnostic(waymark, project):
    result = waymark.run("build", "--project", project, "--advice", "--deny", "warnings", "--drafts")
    assert result.returncode == 0, result.stderr.decode()
    assert result.stderr.decode().startswith("Built ") and result.stderr.count(b"\n") == 1


def test_a_new_track_builds_without_a_diagnostic(waymark, track):
    assert_no_diagnostic(waymark, track)


@pytest.mark.parametrize("name", ["Anna's course/", "-x"])
def test_the_steps_that_are_told_work_as_they_stand(waymark, tmp_path, name):
    result = waymark.run("new", "track", "--", name, cwd=tmp_path)
    command = re.search(r"^  (.*)$", result.stderr.decode(), re.M)[1].replace("waymark", waymark.path)
    assert subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True).returncode == 0
    assert (tmp_path / name / "Public/index.html").is_file()


def test_the_sample_shows_and_explains_every_kind_of_question(waymark, track):
    source = (track / "Content/first-lesson/practice.md").read_text()
    for kind in KINDS:
        assert re.search(rf"^### {kind}: ", source, re.M), kind
        assert f"`{kind}`" in source, kind
    waymark.run("build", "--project", track)
    html = (track / "Public/first-lesson/practice.html").read_text()
    assert len(set(re.findall(r'data-kind="([a-z-]+)"', html))) == len(KINDS)
    assert "is not published" not in (track / "Public/first-lesson/index.html").read_text()


def test_a_new_track_leaves_what_is_there(waymark, track, tmp_path):
    before = tree(tmp_path)
    result = waymark.run("new", "track", track)
    assert result.returncode == 2
    assert b"Content: error: it is there already" in result.stderr and b"help: " in result.stderr
    assert tree(tmp_path) == before


def test_a_folder_that_holds_no_track_is_left_and_named(waymark, tmp_path):
    (tmp_path / "course/Content").mkdir(parents=True)
    result = waymark.run("new", "track", "course", cwd=tmp_path)
    assert result.returncode == 2 and b"it holds no track.yml" in result.stderr
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("name", ["file", "file/course", "link"])
def test_a_new_track_needs_a_place_for_a_folder(waymark, tmp_path, name):
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("nowhere")
    result = waymark.run("new", "track", name, cwd=tmp_path)
    assert result.returncode == 2
    assert f"{name}: error: no folder can be made there" in result.stderr.decode()
    assert (tmp_path / "file").read_text() == "x"


def test_a_new_track_joins_the_files_of_its_folder(waymark, tmp_path):
    (tmp_path / "README.md").write_text("Mine.\n")
    assert waymark.run("new", "track", ".", cwd=tmp_path).returncode == 0
    assert (tmp_path / "README.md").read_text() == "Mine.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Content", "README.md"]
    assert_no_diagnostic(waymark, tmp_path)


@pytest.mark.parametrize("title", [None, "The *second* <b>lesson</b> & `more` [x](y) # of ~~it~~", "2. Zwei"])
def test_a_new_lesson_builds_without_a_diagnostic(waymark, track, title):
    before = (track / "Content/track.yml").read_text()
    arguments = ["new", "lesson", "further-steps"] + (["--title", title] if title else [])
    result = waymark.run(*arguments, cwd=track)
    assert result.returncode == 0, result.stderr.decode()
    first = "      - first-lesson\n"
    assert (track / "Content/track.yml").read_text() == before.replace(first, first + "      - further-steps\n")
    assert_no_diagnostic(waymark, track)
    home = (track / "Public/index.html").read_text()
    assert (title or "Further steps").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in home


def test_a_planned_lesson_keeps_its_place_and_title(waymark, track):
    file = track / "Content/track.yml"
    first, listed = "      - first-lesson\n", "      - slug: second-lesson\n"
    planned = "        planned: The *second*\n"
    before = file.read_text().replace(first, first + listed + planned)
    file.write_text(before)
    assert waymark.run("new", "lesson", "second-lesson", cwd=track / "Content").returncode == 0
    assert file.read_text() == before.replace(planned, "")
    assert "# The \\*second\\*\n" in (track / "Content/second-lesson/overview.md").read_text()
    assert_no_diagnostic(waymark, track)


def test_a_list_that_cannot_be_changed_safely_is_left_to_the_author(waymark, track):
    file = track / "Content/track.yml"
    file.write_text(file.read_text() + "colour: blue\n")
    before = file.read_bytes()
    result = waymark.run("new", "lesson", "further-steps", cwd=track)
    assert result.returncode == 0
    assert "add the line “- further-steps”" in result.stderr.decode()
    assert file.read_bytes() == before
    assert (track / "Content/further-steps/overview.md").is_file()


def test_a_new_lesson_leaves_what_is_there(waymark, track):
    before = tree(track)
    result = waymark.run("new", "lesson", "first-lesson", cwd=track)
    assert result.returncode == 2 and b"first-lesson-2" in result.stderr
    assert tree(track) == before


@pytest.mark.parametrize(
    "slug, hint", [("Second Steps", "“second-steps”"), ("review", "“review-lesson”"), ("../x", "“x”"), ("-", "")]
)
def test_a_name_that_no_lesson_can_have_is_refused(waymark, track, slug, hint):
    before = tree(track)
    result = waymark.run("new", "lesson", "--", slug, cwd=track)
    assert result.returncode == 64
    assert hint in result.stderr.decode()
    assert tree(track) == before


def test_a_lesson_needs_a_track(waymark, tmp_path):
    result = waymark.run("new", "lesson", "first-steps", cwd=tmp_path)
    assert result.returncode == 2 and b"waymark new track" in result.stderr
    (tmp_path / "Content").mkdir()
    result = waymark.run("new", "lesson", "first-steps", cwd=tmp_path)
    assert result.returncode == 2 and b"waymark new track" in result.stderr
    assert list((tmp_path / "Content").iterdir()) == []
