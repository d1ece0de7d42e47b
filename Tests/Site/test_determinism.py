"""The same input gives the same bytes, and what did not change is not written again."""

import os
import shutil

from support import ROOT, tree


def test_builds_agree_across_folders_time_zones_and_locales(waymark, tmp_path):
    outputs = []
    environments = [
        {"TZ": "UTC", "LC_ALL": "C"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
    ]
    for index, environment in enumerate(environments):
        project = tmp_path / ("a" * (index + 1)) / "project"
        shutil.copytree(ROOT / "Content", project / "Content")
        result = waymark.run("build", "--project", project, "--jobs", index + 1, cwd=tmp_path, **environment)
        assert result.returncode == 0, result.stderr.decode()
        outputs.append(tree(project / "Public"))
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 10


def states(folder):
    return {
        str(path.relative_to(folder)): (os.stat(path).st_ino, os.stat(path).st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_build_writes_nothing(waymark, project):
    assert waymark.run("build", "--project", project).returncode == 0
    before = states(project / "Public")
    folder = os.stat(project / "Public").st_ino
    assert waymark.run("build", "--project", project).returncode == 0
    assert states(project / "Public") == before
    assert os.stat(project / "Public").st_ino == folder


def test_an_edit_rewrites_only_what_shows_it(waymark, project):
    assert waymark.run("build", "--project", project).returncode == 0
    before = states(project / "Public")
    page = project / "Content/second-steps/overview.md"
    page.write_text(page.read_text().replace("Go on as", "Go on just as"))
    assert waymark.run("build", "--project", project).returncode == 0
    after = states(project / "Public")
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"second-steps/index.html", "second-steps/overview.md", ".waymark"}
