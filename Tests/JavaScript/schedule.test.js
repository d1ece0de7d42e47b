"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const minute = 60_000;
const day = 86_400_000;
const noon = new Date(2026, 5, 15, 12).getTime();

/** The schedule over card records, by `lesson/card`. */
function schedule(entries = {}) {
  const localStorage = Object.defineProperties({}, { setItem: { value() {} }, removeItem: { value() {} } });
  for (const [name, record] of Object.entries(entries)) {
    const [lesson, id] = name.split("/");
    localStorage[`/t24/|c1|${lesson}|${id}`] = JSON.stringify({ schema: 1, added: 0, ...record });
  }
  const data = { textContent: JSON.stringify({ lessons: [..."abcdef"] }) };
  const document = { addEventListener() {}, getElementById: () => data, documentElement: { lang: "en" }, currentScript: { src: "https://example.org/t24/assets/s.js" } };
  return load("dueCards interleaved spaced replayed", { localStorage, document });
}

const names = (list) => list.map((card) => card.split("|").slice(2).join("/"));

test("takes what is due before the day ends, the longest due first", () => {
  const { dueCards, replayed } = schedule();
  const easy = (last) => ({ log: [[last, 4]] });
  const wait = replayed("|c1|a|b", [[0, 4]]).due;
  const lastForTonight = new Date(2026, 5, 16, 3, 59).getTime() - wait;
  const { due, fresh } = schedule({
    "a/b": easy(lastForTonight),
    "c/b": easy(lastForTonight + 3 * day),
    "d/b": easy(noon - 40 * day),
    "e/b": { ...easy(noon - 40 * day), gone: true },
    "f/b": { log: [[noon - minute, 1]] },
  }).dueCards(noon);
  assert.deepEqual(names(due), ["d/b", "f/b", "a/b"]);
  assert.deepEqual(fresh, []);
  assert.deepEqual(dueCards(noon), { due: [], fresh: [] });
});

test("leaves out the cards of lessons that the track does not have", () => {
  const { dueCards } = schedule({ "a/b": { log: [[noon - 40 * day, 4]] }, "removed/b": { log: [[noon - 40 * day, 4]] }, "removed/c": { log: [] } });
  assert.deepEqual(names(dueCards(noon).due), ["a/b"]);
  assert.deepEqual(names(dueCards(noon, true).fresh), []);
});

test("tells of all cards that may be there again", () => {
  const fresh = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`a/${index}`, { log: [], gone: true }]));
  const { dueCards } = schedule({ ...fresh, "b/1": { log: [[noon - 40 * day, 4]], gone: true } });
  assert.deepEqual(dueCards(noon), { due: [], fresh: [] });
  assert.equal(dueCards(noon, true).fresh.length, 12);
  assert.deepEqual(names(dueCards(noon, true).due), ["b/1"]);
});

test("takes ten new cards a day, less those begun since four o'clock", () => {
  const fresh = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`a/${index}`, { log: [], added: 100 - index }]));
  assert.deepEqual(names(schedule(fresh).dueCards(noon).fresh), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((index) => `a/${index}`));
  const begun = { "b/1": { log: [[noon - 7 * 60 * minute, 4]] }, "b/2": { log: [[noon - 9 * 60 * minute, 4]] } };
  assert.equal(schedule({ ...fresh, ...begun }).dueCards(noon).fresh.length, 9, "one of the two was begun before four");
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`c/${index}`, { log: [[noon - minute, 4]] }]));
  assert.equal(schedule({ ...fresh, ...many }).dueCards(noon).fresh.length, 0);
});

test("asks one lesson after the other", () => {
  const { interleaved } = schedule();
  const cards = ["a|1", "a|2", "a|3", "b|1", "c|1", "c|2"].map((name) => `|c1|${name}`);
  assert.deepEqual(names(interleaved(cards)), ["a/1", "b/1", "c/1", "a/2", "c/2", "a/3"]);
});

test("keeps a card and its reverse apart where others are there", () => {
  const { interleaved, spaced } = schedule();
  const queue = (...list) => list.map((name) => `|c1|a|${name.replace("'", "#reverse")}`);
  const isApart = (list) => list.every((card, index) => card.replace("#reverse", "") !== list[index - 1]?.replace("#reverse", ""));
  assert.deepEqual(interleaved(queue("1", "1'", "2", "2'")), queue("1", "2", "1'", "2'"));
  assert.deepEqual(interleaved(queue("1", "2", "2'")), queue("2'", "1", "2"));
  assert.deepEqual(interleaved(queue("1", "1'")), queue("1", "1'"), "there is no other card");
  assert.deepEqual(spaced(queue("1'", "2", "3"), "|c1|a|1"), queue("2", "1'", "3"), "after the card before them");
  assert.deepEqual(spaced(queue("2", "3"), undefined), queue("2", "3"));
  const many = queue("1", "1'", "2", "2'", "3", "3'", "4");
  for (let turn = 0; turn < 500; turn += 1) {
    const list = many.map((card) => [Math.random(), card]).sort().map(([, card]) => card).slice(turn % 5);
    const arranged = interleaved(list);
    assert.deepEqual([...arranged].sort(), [...list].sort());
    assert.ok(isApart(arranged), `${list} became ${arranged}`);
  }
});
