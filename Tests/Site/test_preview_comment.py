"""The workflow that posts comments: it lets pass what `waymark diff` writes, whatever a course holds, and
nothing else, and takes nothing on trust from what the run of a pull request left."""

import base64
import io
import json
import os
import random
import subprocess
import textwrap
import zipfile

import pytest

from support import ROOT

WORKFLOW = ROOT / ".github/workflows/preview-comment.yml"
SCRIPT = textwrap.dedent(WORKFLOW.read_text().split("script: |\n")[1])

# Runs the script as actions/github-script does, with a GitHub that holds one pull request and what the test says.
HARNESS = """
const { script, archive, size, comments, head } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const calls = [];
const post = (kind) => async (parameters) => { calls.push([kind, parameters]); };
const github = {
  paginate: async (list, parameters) => (await list(parameters)).data,
  rest: {
    pulls: { list: async () => ({ data: [{ number: 7, head: { sha: head } }] }) },
    actions: {
      listWorkflowRunArtifacts: async () => ({
        data: { artifacts: archive === null ? [] : [{ id: 1, size_in_bytes: size }] },
      }),
      downloadArtifact: async () => ({ data: Uint8Array.from(Buffer.from(archive, "base64")).buffer }),
    },
    issues: {
      listComments: async () => ({ data: comments }),
      createComment: post("create"),
      updateComment: post("update"),
    },
  },
};
const context = {
  repo: { owner: "o", repo: "r" },
  payload: { workflow_run: {
    id: 1, head_sha: "a".repeat(40), head_branch: "b", html_url: "https://github.com/o/r/actions/runs/1",
    head_repository: { owner: { login: "stranger" } },
  } },
};
const core = {
  setFailed: (message) => calls.push(["failed", message]), notice: (message) => calls.push(["notice", message]),
};
const run = Object.getPrototypeOf(async () => {}).constructor("github", "context", "core", "require", script);
run(github, context, core, require).then(() => console.log(JSON.stringify(calls)));
"""


def packed(*entries):
    """A ZIP archive of entries with these names and contents."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return archive.getvalue()


@pytest.fixture
def calls(tmp_path):
    """What the script asks of GitHub, given the archive of the artifact."""

    def calls(archive, comments=(), head="a" * 40):
        data = {
            "script": SCRIPT, "size": len(archive or b""), "comments": list(comments), "head": head,
            "archive": None if archive is None else base64.b64encode(archive).decode(),
        }
        result = subprocess.run(
            ["node", "-e", HARNESS], input=json.dumps(data).encode(), capture_output=True, cwd=tmp_path,
            env={**os.environ, "RUNNER_TEMP": str(tmp_path)}, timeout=60,
        )
        assert result.returncode == 0, result.stderr.decode()
        return json.loads(result.stdout)

    return calls


def test_a_comparison_is_posted(waymark, project, tmp_path, calls):
    static = project / "Content/static"
    static.mkdir()
    for name in ("gone.txt", "a`b``c.txt", "[x](y) @z <b> https:__evil.example.txt"):
        (static / name).write_text("1")
    assert waymark.run("build", "--project", project, "--output", tmp_path / "old").returncode == 0

    (static / "gone.txt").unlink()
    (static / "a`b``c.txt").write_text("2")
    (static / "new _*~#.txt").write_text("1")
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text().replace("## The step", "## The `stride` & <kbd>more</kbd>"))
    practice = project / "Content/first-steps/practice.md"
    text = practice.read_text()
    assert "- Right\n" in text
    practice.write_text(
        text.replace("  - The left foot", "  - The right hand").replace("- Right\n", "- Right\n  - The left foot\n")
        + "\n### Answer: what [@everybody](https://evil.example) **asks**\n\n- yes\n"
    )
    track = project / "Content/track.yml"
    track.write_text(track.read_text().replace("      - second-steps\n", ""))
    (project / "Content/second-steps").rename(project / "second-steps")
    for file in (lesson, project / "Content/first-steps/overview.md"):
        file.write_text(file.read_text().replace("../second-steps/overview.md", "lesson.md"))
    templates = project / "Templates/assets"
    templates.mkdir(parents=True)
    (templates / "style.css").write_text("p { color: red }\n")

    built = waymark.run("build", "--project", project, "--output", tmp_path / "new")
    assert built.returncode == 0, built.stderr.decode()
    text = waymark.run("diff", tmp_path / "old", tmp_path / "new").stdout.decode()
    for part in ("[!WARNING]", "Pages removed", "Anchors lost", "Questions added", "Other files", "Theme changed"):
        assert part in text, text
    [[kind, comment]] = calls(packed(("comment.md", text)))
    assert kind == "create" and comment["issue_number"] == 7
    assert text in comment["body"] and "a" * 40 in comment["body"]


# What GitHub would make more of than text, though each line may look harmless: the bar ends a cell of a
# table even inside a code span, and what is left of the span is live.
FORGED = {
    "link": "see https://evil.example",
    "table": "`a`\n:-\n`@victim [x](https://evil.example) <img src=x> | x`",
    "table in a list": "- `a`\n  :-\n  `@victim | x`",
    "table in a warning": "> `a`\n> :-\n> `@victim | x`",
    "reference to an issue": "GH-1",
    "heading": "Look here\n---",
    "definition": "[x]: y",
    "span that a mark of the check's own would close": "- `\0` @victim `\0`",
    "word that stands for a span": "- `SPAN` @victim `SPAN`",
    "unclosed span": "- `a` @victim `b",
    "escaped span": "- \\`a @victim `b`",
    "two lines as one": "- `a`\r@victim",
    "separator of lines": "- `a\u2028@victim`",
    "HTML": "<img src=x>",
    "many words before a mark that none has": "- `a`" + " a" * 30_000 + " !",
    "fence": "```\n@victim\n```",
}


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_nothing_but_a_comparison_is_posted(text, calls):
    [[kind, message]] = calls(packed(("comment.md", f"### What this changes\n\n{text}\n")))
    assert kind == "failed" and message.startswith("This line is not waymark diff's: ")


HARMLESS = "### What this changes\n\nNo page changed.\n"
MARKER = "<!-- waymark preview -->"


def test_a_former_comment_is_replaced(calls):
    former = [
        {"id": 1, "user": None, "body": MARKER},
        {"id": 2, "user": {"login": "stranger"}, "body": MARKER},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\nold"},
    ]
    [[kind, comment]] = calls(packed(("comment.md", HARMLESS)), former)
    assert kind == "update" and comment["comment_id"] == 3
    [[kind, _]] = calls(packed(("comment.md", HARMLESS)), former[:2])
    assert kind == "create"


def test_nothing_is_posted_of_an_older_commit(calls):
    [[kind, _]] = calls(packed(("comment.md", HARMLESS)), head="b" * 40)
    assert kind == "notice"


ARCHIVES = {
    "none": None,
    "no archive": b"comment.md",
    "too large": packed(("comment.md", HARMLESS), ("more", random.Random(0).randbytes(200_000))),
    "too large when unpacked": packed(("comment.md", "> \n" * 10_000_000)),
    "leads out of its folder": packed(("../comment.md", HARMLESS), ("/comment.md", HARMLESS)),
    "holds something else": packed(("comment.markdown", HARMLESS)),
    "is cut off": packed(("comment.md", HARMLESS))[:-30],
}


@pytest.mark.parametrize("archive", ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_that_is_not_ours_is_refused(archive, calls, tmp_path):
    [[kind, _]] = calls(archive)
    assert kind == "failed"
    assert all(path.name == "comment.zip" for path in tmp_path.rglob("*") if path.is_file())
    assert not (tmp_path.parent / "comment.md").exists()
