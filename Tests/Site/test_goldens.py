"""The pages of a small course, whole, as people can read and review them.

UPDATE_GOLDENS=1 writes them anew and fails, so that accepting a change is a decision.
"""

import os
import re

from support import ROOT, tree

GOLDENS = ROOT / "Tests/Site/Goldens"
TEXT = (".html", ".md", ".txt", ".xml", "_headers")


def readable(content):
    """A file without the fingerprints of the theme's assets, which change with every edit of the theme."""
    return re.sub(r"(assets/\w+\.)[0-9a-f]{16}\.", r"\1FINGERPRINT.", content.decode())


def test_the_small_course_is_published_as_before(waymark, project):
    track = project / "Content/track.yml"
    track.write_text(
        track.read_text()
        + "url: https://example.org/small/\n"
        + "redirects:\n"
        + "  old-steps/lesson.html: first-steps/lesson.html\n"
        + "  oldest.html: old-steps/lesson.html#the-step\n"
        + "  first-steps/lesson.html#the-pace: first-steps/lesson.html#the-step\n"
    )
    result = waymark.run("build", "--project", project)
    assert result.returncode == 0, result.stderr.decode()
    built = {
        name: readable(content)
        for name, content in tree(project / "Public").items()
        if name.endswith(TEXT) and not name.startswith("assets/")
    }
    if os.environ.get("UPDATE_GOLDENS"):
        for path in GOLDENS.rglob("*"):
            if path.is_file():
                path.unlink()
        for name, text in built.items():
            path = GOLDENS / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        raise AssertionError("the goldens were written anew: read the difference, then run the test again")
    expected = {name: content.decode() for name, content in tree(GOLDENS).items()}
    assert set(built) == set(expected)
    for name in sorted(built):
        assert built[name] == expected[name], name
