// What the privileged stage of a preview posts, and what it refuses: the script of the workflow is run with
// GitHub's side played by the test.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");

const workflow = readFileSync(`${__dirname}/../../.github/workflows/preview-comment.yml`, "utf8");
const source = workflow.split("          script: |\n")[1].replace(/^ {12}/gm, "");
const AsyncFunction = (async () => {}).constructor;

const comment = `### What this changes

2 pages changed, 1 added.

> [!WARNING]
> **Answer keys changed** (1)
>
> - \`six-decisions\` in \`agents/practice.html\`: the key is no longer published

**Anchors lost** (2)

- \`agents/lesson.html#the-loop\`, now \`#loops\`
- \`\` a\`b<b>@x ![](y) https://z \`\`, without a redirect
- and 7 more
`;

async function run({ text = comment, size = 500, sha = "a1", comments = [], unreadable = false } = {}) {
  const calls = { failed: [], created: [], updated: [], asked: [] };
  const github = {
    paginate: async () => comments,
    rest: {
      pulls: {
        list: async (query) => {
          calls.asked.push(query);
          return { data: [{ number: 7, head: { sha: "a1" } }, { number: 8, head: { sha: "b2" } }] };
        },
      },
      actions: {
        listWorkflowRunArtifacts: async () => ({ data: { artifacts: [{ id: 1, size_in_bytes: size }] } }),
        downloadArtifact: async () => ({ data: new ArrayBuffer(4) }),
      },
      issues: {
        listComments: null,
        createComment: async (query) => calls.created.push(query),
        updateComment: async (query) => calls.updated.push(query),
      },
    },
  };
  const context = {
    repo: { owner: "o", repo: "r" },
    payload: {
      workflow_run: {
        id: 5, head_sha: sha, head_branch: "patch", head_repository: { owner: { login: "stranger" } },
        html_url: "https://github.com/o/r/actions/runs/5",
      },
    },
  };
  const core = { setFailed: (message) => calls.failed.push(message), notice: () => {} };
  const modules = {
    "node:child_process": {
      execFileSync: () => {
        if (unreadable) throw new Error("maxBuffer");
        return text;
      },
    },
    "node:fs": { mkdtempSync: (path) => path, writeFileSync: () => {} },
  };
  await new AsyncFunction("github", "context", "core", "require", source)(
    github, context, core, (name) => modules[name],
  );
  return calls;
}

test("posts what waymark diff writes on the pull request at the run's commit", async () => {
  const calls = await run();
  assert.deepEqual(calls.failed, []);
  assert.equal(calls.created.length, 1);
  assert.equal(calls.created[0].issue_number, 7);
  assert.ok(calls.created[0].body.includes(comment));
  assert.equal(calls.asked[0].head, "stranger:patch");
});

test("keeps one comment up to date, and touches nobody else's", async () => {
  const body = "<!-- waymark preview -->\nold";
  const comments = [
    { id: 1, user: { login: "stranger" }, body }, { id: 2, user: { login: "github-actions[bot]" }, body: "else" },
    { id: 3, user: { login: "github-actions[bot]" }, body },
  ];
  const calls = await run({ comments });
  assert.deepEqual(calls.updated.map((call) => call.comment_id), [3]);
  assert.deepEqual(calls.created, []);
});

test("posts nothing where no pull request is at the run's commit", async () => {
  const calls = await run({ sha: "c3" });
  assert.deepEqual([calls.created, calls.failed], [[], []]);
});

test("tells that a base does not build", async () => {
  const calls = await run({ text: "The base does not build, so there is nothing to compare with.\n" });
  assert.equal(calls.created.length, 1);
});

for (const text of [
  "see [this](https://evil.example)", "![x](y)", "<img src=x>", "@everybody", "https://evil.example",
  "www.evil.example", "evil.example", "a & b", "`open", "``a` b", "[ref]: x", "&lt;", "\\`a` @x `b\\`", "#1", "> # a",
  "| a |", "~~~", "    code_", "`a`\r@x", "\u202eabc", "- [ ] task", "`a`[x](y)`b`", "> [!WARNING] see http://x",
]) {
  test(`refuses ${JSON.stringify(text)}`, async () => {
    const calls = await run({ text: `### What this changes\n\n${text}\n` });
    assert.equal(calls.failed.length, 1);
    assert.deepEqual([calls.created, calls.updated], [[], []]);
  });
}

test("refuses what is too large or cannot be read", async () => {
  assert.match((await run({ size: 100_001 })).failed[0], /too large/);
  assert.match((await run({ unreadable: true })).failed[0], /cannot be read/);
});
