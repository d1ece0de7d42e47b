"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

/** The store over a plain object, which answers to localStorage's names. */
function open(entries = {}, page = "https://example.org/t24/agents/practice.html", script = "https://example.org/t24/assets/script.js", track = "A track") {
  const localStorage = Object.defineProperties({ ...entries }, {
    setItem: { value() {} },
    removeItem: { value() {} },
  });
  const words = { loaded: "{count} {count:entry|entries}" };
  const data = { textContent: JSON.stringify({ words, track }) };
  const document = { addEventListener() {}, getElementById: () => data, documentElement: { lang: "en" }, currentScript: { src: script } };
  const names = "identity readRecord writeRecord records merged exported imported erase watchers blockedNotice versions replayed dueText";
  return { localStorage, ...load(names, { localStorage, document, location: new URL(page) }) };
}

const question = {
  schema: 1, version: "9f2c", answers: [["q-x.0", "1"]], first: 0.5, best: 1, confidence: 2, checked: true, time: 10,
};
const card = { schema: 1, added: 5, log: [[10, 3], [20, 4]], gone: false };

test("names a page by its place below the site's root", () => {
  const { identity } = open();
  const cases = [
    ["https://example.org/t24/assets/script-9f.js", "https://example.org/t24/agents/practice.html", "/t24/", "agents/practice"],
    ["https://example.org/t24/assets/s.js", "https://example.org/t24/agents/practice?x#q-a", "/t24/", "agents/practice"],
    ["https://example.org/assets/s.js", "https://example.org/", "/", "index"],
    ["https://example.org/t24/assets/s.js", "https://example.org/t24/agents/", "/t24/", "agents/index"],
    ["https://example.org/t24/assets/s.js", "https://example.org/t24/index.html", "/t24/", "index"],
    ["file:///home/a%20b/Public/assets/s.js", "file:///home/a%20b/Public/agents/practice.html", "/home/a%20b/Public/", "agents/practice"],
  ];
  for (const [script, address, base, page] of cases) {
    assert.deepEqual([identity(script, address).base, identity(script, address).page], [base, page], address);
  }
});

test("keeps a record under the site and its name", () => {
  const { localStorage, writeRecord, readRecord } = open();
  writeRecord("|q1|agents/practice|who-decides", question);
  assert.deepEqual(JSON.parse(localStorage["/t24/|q1|agents/practice|who-decides"]), question);
  assert.deepEqual(readRecord("|q1|agents/practice|who-decides"), question);
});

test("takes damaged records for none", () => {
  const damaged = [
    "", "{", "null", "7", '"x"', "[]", "{}", { schema: 2 }, { ...question, schema: 2 }, { ...question, answers: undefined },
    { ...question, answers: 7 }, { ...question, answers: ["ab"] }, { ...question, answers: [1] }, { ...question, first: "half" },
    { ...question, best: -4 }, { ...question, best: 9 }, { ...question, confidence: {} }, { ...question, first: undefined },
    { ...question, first: "0.5" }, { ...question, first: [0.5] }, { ...question, best: true }, { ...question, confidence: 3 },
    { ...question, time: undefined }, { ...question, time: null }, { ...question, time: "x" }, { ...question, time: -1 },
    JSON.stringify(question).replace('"time":10', '"time":1e999'), JSON.stringify(question).replace('"best":1', '"best":1e999'),
  ];
  const damagedCards = [
    { ...card, log: undefined }, { ...card, log: 7 }, { ...card, log: [7] }, { ...card, log: [[10]] }, { ...card, log: [[10, 5]] },
    { ...card, log: [["x", 3]] }, { ...card, log: [[9e15, 3]] }, { ...card, log: [[10, 0]] }, { ...card, log: [["x", "y"], [10, 3]] },
    ...[-1e300, -1, 8.64e15, 4.1e15, "x", "7", null, true, [7]].map((time) => ({ ...card, log: [[time, 3]] })),
    ...["3", 2.5, null, -1, [3]].map((grade) => ({ ...card, log: [[10, grade]] })),
    ...[undefined, null, "x", -1, 8.64e15].map((added) => ({ ...card, added })),
    JSON.stringify(card).replace("[10,3]", "[1e999,3]"),
  ];
  const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  const { readRecord, records } = open({
    ...Object.fromEntries(damaged.map((value, index) => [`/t24/|q1|p|${index}`, text(value)])),
    ...Object.fromEntries(damagedCards.map((value, index) => [`/t24/|c1|l|${index}`, text(value)])),
    "/t24/|q1|p|sound": JSON.stringify(question),
    "/t24/|c1|l|sound": JSON.stringify(card),
    "/t24/|q1|": "{",
    "/other/|q1|p|sound": JSON.stringify(question),
    "waymark-scheme": "dark",
  });
  damaged.forEach((value, index) => assert.equal(readRecord(`|q1|p|${index}`), null, text(value)));
  damagedCards.forEach((value, index) => assert.equal(readRecord(`|c1|l|${index}`), null, text(value)));
  assert.deepEqual(records("|q1|"), [["|q1|p|sound", question]]);
  assert.deepEqual(records("|c1|"), [["|c1|l|sound", card]]);
});

test("schedules every card that it takes for sound", () => {
  const { replayed, dueText } = open();
  for (const time of [0, 10, 3.9e15]) {
    for (const grade of [1, 2, 3, 4]) {
      const { due } = replayed("a", [[time, 4], [time, grade], [time, grade]]);
      assert.ok(!Number.isNaN(new Date(due).getTime()), `${time} ${grade}`);
      assert.equal(typeof dueText(due, 10), "string");
    }
  }
});

test("merges two browsers' records of a question", () => {
  const { merged } = open();
  const older = { ...question, first: 0.25, best: 1, confidence: 0, answers: [["a", "1"]], time: 10 };
  const newer = { ...question, first: 0.75, best: 0.75, confidence: 2, answers: [["a", "2"]], time: 20 };
  const expected = { ...newer, first: 0.25, best: 1, confidence: 0 };
  assert.deepEqual(merged(older, newer), expected);
  assert.deepEqual(merged(newer, older), expected);
  assert.deepEqual(merged(older, older), older);
  const untried = { ...older, first: null, best: null, confidence: null };
  assert.deepEqual(merged(untried, newer), newer);
  const emptied = { ...newer, first: null, best: null, confidence: null };
  assert.deepEqual(merged(older, emptied), { ...emptied, first: 0.25, best: 1, confidence: 0 });
  const rated = { ...untried, best: 1 };
  assert.deepEqual(merged(rated, { ...newer, first: null, best: null, confidence: null }).best, 1, "the best stays, whenever the first was");
  assert.deepEqual(merged(untried, { ...untried, time: 20 }).best, null);
});

test("takes no answers to another version of a question for newer ones", () => {
  const { merged } = open();
  const mine = { ...question, time: 10 };
  const theirs = { ...question, version: "other", time: 20 };
  assert.deepEqual(merged(mine, theirs), mine);
  assert.deepEqual(merged(mine, theirs, "9f2c"), mine);
  assert.deepEqual(merged(mine, theirs, "other"), theirs, "the page asks this version");
  assert.deepEqual(merged(mine, theirs, "a third"), mine);
});

test("loads the version that the page asks", () => {
  const old = { ...question, version: "old", time: 99 };
  const file = open({ "/t24/|q1|p|a": JSON.stringify(question), "/t24/|q1|p|b": JSON.stringify(old) }).exported();
  const here = open({ "/t24/|q1|p|a": JSON.stringify(old), "/t24/|q1|p|b": JSON.stringify(question) });
  Object.assign(here.versions, { "|q1|p|a": "9f2c", "|q1|p|b": "9f2c" });
  assert.equal(here.imported(file), "2 entries");
  assert.deepEqual(here.readRecord("|q1|p|a"), question);
  assert.deepEqual(here.readRecord("|q1|p|b"), question);
});

test("merges the logs of a card, each review once", () => {
  const { merged } = open();
  const mine = { ...card, log: [[10, 3], [30, 1]] };
  const theirs = { ...card, log: [[10, 3], [20, 4]], gone: true };
  assert.deepEqual(merged(mine, theirs), { ...card, log: [[10, 3], [20, 4], [30, 1]], gone: false });
  assert.deepEqual(merged(theirs, mine).log, merged(mine, theirs).log);
});

test("gives back what it exported, at another address too", () => {
  const here = open({ "/t24/|q1|p|a": JSON.stringify(question), "/t24/|c1|l|b": JSON.stringify(card), "/t24/|q1|p|bad": "{", "/x/|q1|p|a": "{}" });
  const file = here.exported();
  assert.deepEqual(Object.keys(JSON.parse(file).records).sort(), ["|c1|l|b", "|q1|p|a"]);

  const there = open({}, "https://new.example/agents/practice.html", "https://new.example/assets/script.js");
  assert.equal(there.imported(file), "2 entries");
  assert.deepEqual(there.readRecord("|q1|p|a"), question);
  assert.deepEqual(there.readRecord("|c1|l|b"), card);
  assert.equal(there.imported(file), "2 entries", "loading twice changes nothing");
  assert.deepEqual(there.readRecord("|c1|l|b"), card);
});

test("takes nothing from files that are not its own", () => {
  const { imported, localStorage } = open();
  const own = (records) => JSON.stringify({ track: "A track", records });
  const files = ["", "{", "null", "7", "[]", own(7), own([1]), own({}), own({ "waymark-scheme": "dark", "|q1|p|a": { schema: 1 }, "x|q1|p|a": {} })];
  for (const file of [...files, JSON.stringify({ records: { "|q1|p|a": question } })]) assert.equal(imported(file), "noProgress", file);
  assert.deepEqual(Object.keys(localStorage), []);
});

test("refuses a file of another track", () => {
  const file = open({ "/t24/|q1|p|a": JSON.stringify(question) }, undefined, undefined, "Another").exported();
  const { imported, localStorage } = open();
  assert.equal(imported(file), "otherTrack");
  assert.deepEqual(Object.keys(localStorage), []);
});

test("tells the number of what was loaded", () => {
  const file = open({ "/t24/|q1|p|a": JSON.stringify(question) }).exported();
  assert.equal(open().imported(file), "1 entry");
});

test("erases this track and no other", () => {
  const { erase, localStorage } = open({ "/t24/|q1|p|a": "{", "/t24/|c1|l|b": "{", "/t24/b/|q1|p|a": "x", "/|q1|p|a": "x", "waymark-scheme": "dark" });
  erase();
  assert.deepEqual(Object.keys(localStorage).sort(), ["/t24/b/|q1|p|a", "/|q1|p|a", "waymark-scheme"]);
});

test("tells who watches, and whether it was the page itself", () => {
  const { watchers, writeRecord, imported, exported } = open();
  const told = [];
  watchers.push((isOwn) => told.push(isOwn));
  writeRecord("|c1|l|b", card);
  imported("{}");
  assert.deepEqual(told, [true], "nothing was loaded");
  imported(exported());
  assert.deepEqual(told, [true, undefined]);
});

test("works without storage and says so once", () => {
  const refuse = () => {
    throw new Error("blocked");
  };
  const names = "readRecord writeRecord records blockedNotice";
  const { readRecord, writeRecord, records, blockedNotice } = load(names, { localStorage: new Proxy({}, { get: refuse, set: refuse }) });
  writeRecord("|q1|p|a", question);
  assert.deepEqual(readRecord("|q1|p|a"), question);
  assert.equal(records("|q1|").length, 1);
  assert.equal(blockedNotice(), "blocked");
  assert.equal(blockedNotice(), "");
});
