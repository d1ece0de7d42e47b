"use strict";
const { execFileSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const minute = 60_000;
const day = 86_400_000;
const { newCard, reviewed, replayed, spread, nextInterval, seededRandom, startOfDay, endOfDay, intervalText } = load(
  "newCard reviewed replayed spread nextInterval seededRandom startOfDay endOfDay intervalText",
);

/** Reviews a new card: pairs of grade and days since the last review. */
function after(...history) {
  let time = 0;
  return history.reduce((card, [grade, days]) => reviewed(card, grade, (time += days * day)), newCard);
}

function near(actual, expected, digits = 6) {
  assert.ok(Math.abs(actual - expected) < 0.5 * 10 ** -digits * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
}

test("repeats at least 20,000 random reviews of py-fsrs", () => {
  const python = process.env.TEST_PYTHON ?? path.join(__dirname, "../../.build/test-environment/bin/python");
  assert.ok(existsSync(python), `there is no ${python}; Tests/run makes it, or name a Python with fsrs in TEST_PYTHON`);
  const seed = process.env.MEMORY_SEED ?? "24";
  const oracle = JSON.parse(
    execFileSync(python, [path.join(__dirname, "memory_oracle.py"), seed], { maxBuffer: 2 ** 28, encoding: "utf8" }),
  );
  assert.ok(oracle.reviews.length >= 20_000, `only ${oracle.reviews.length} reviews`);

  const cards = new Map();
  for (const [id, grade, time, state, step, stability, difficulty, due] of oracle.reviews) {
    const card = reviewed(cards.get(id) ?? newCard, grade, time * 1000);
    cards.set(id, card);
    assert.deepEqual([card.state, card.step, card.due], [state, step, due * 1000], `card ${id} at ${time}`);
    assert.ok(Math.abs(card.stability - stability) <= 1e-9 * Math.max(1, stability), `card ${id}: ${card.stability}, ${stability}`);
    assert.ok(Math.abs(card.difficulty - difficulty) <= 1e-9, `card ${id}: ${card.difficulty}, ${difficulty}`);
  }
  for (const [stability, retention, days] of oracle.intervals) assert.equal(nextInterval(stability, retention), days);
  for (const [days, random, fuzzed] of oracle.fuzz) assert.equal(spread(days, random), fuzzed, `${days} days, ${random}`);
});

test("starts a card by its first grade", () => {
  const expected = [
    [1, 0.212, 6.4133, minute],
    [2, 1.2931, 5.112171, 5.5 * minute],
    [3, 2.3065, 2.118104, 10 * minute],
    [4, 8.2956, 1, 8 * day],
  ];
  for (const [grade, stability, difficulty, wait] of expected) {
    const card = after([grade, 0]);
    near(card.stability, stability);
    near(card.difficulty, difficulty);
    assert.equal(card.due, wait);
  }
});

test("keeps stability on a Hard of the same day", () => {
  const twice = after([2, 0], [2, 0]);
  near(twice.stability, 1.2931);
  near(twice.difficulty, 6.74046);
  assert.equal(twice.due, 5.5 * minute);

  const hardInReview = after([3, 0], [3, 10 / 1440], [2, 0]);
  near(hardInReview.stability, 2.3065);
  near(hardInReview.difficulty, 4.748285);
  assert.equal(hardInReview.due - hardInReview.last, 2 * day);
});

test("lets a lapse cost stability and relearn", () => {
  const card = after([4, 0], [1, 8]);
  near(card.stability, 1.388632);
  near(card.difficulty, 7.02699);
  assert.equal(card.state, "relearning");
  assert.equal(card.due - card.last, 10 * minute);
});

test("grows stability by grade and by how late the review was", () => {
  const expected = [
    [2, 8, 26.704183, 4.010609, 27],
    [3, 8, 38.90515, 1, 39],
    [4, 8, 65.624226, 1, 66],
    [3, 20, 63.445737, 1, 63],
  ];
  for (const [grade, days, stability, difficulty, interval] of expected) {
    const card = after([4, 0], [grade, days]);
    near(card.stability, stability);
    near(card.difficulty, difficulty);
    assert.equal(card.due - card.last, interval * day);
  }
});

test("gives the histories that the reference repositories test", () => {
  const memory = after([1, 0], [3, 0], [3, 1], [3, 3], [3, 8], [3, 21]);
  near(memory.stability, 53.62691, 5);
  near(memory.difficulty, 6.3574867);

  let card = newCard;
  let time = Date.UTC(2022, 10, 29, 12, 30);
  const days = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3].map((grade) => {
    card = reviewed(card, grade, time);
    time = card.due;
    return Math.floor((card.due - card.last) / day);
  });
  assert.deepEqual(days, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);

  const intervals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => nextInterval(1, tenth / 10));
  assert.deepEqual(intervals, [36500, 34793, 2508, 387, 90, 27, 9, 3, 1, 1]);
});

test("takes a clock that was set back for the same day", () => {
  const card = reviewed(after([4, 5]), 3, 0);
  assert.equal(card.stability, reviewed(after([4, 5]), 3, 5 * day).stability);
});

test("spreads the same review of the same card alike", () => {
  const log = [[0, 3], [10 * minute, 3], [2 * day, 3], [13 * day, 3]];
  assert.deepEqual(replayed("a", log), replayed("a", log));
  const dates = new Set(["a", "b", "c", "d", "e", "f", "g", "h"].map((id) => replayed(id, log).due));
  assert.ok(dates.size > 2, "eight cards learnt together should not fall due together");
  const exact = log.reduce((card, [time, grade]) => reviewed(card, grade, time), newCard);
  for (const due of dates) assert.ok(Math.abs(due - exact.due) <= 5 * day);
});

test("draws evenly", () => {
  const buckets = Array(10).fill(0);
  for (let count = 0; count < 10_000; count += 1) buckets[Math.floor(seededRandom(`card:${count}`) * 10)] += 1;
  for (const size of buckets) assert.ok(size > 900 && size < 1100, buckets.join(" "));
});

test("starts the day at four in the morning, local time", () => {
  const at = (...parts) => new Date(...parts).getTime();
  assert.equal(startOfDay(at(2026, 2, 10, 3, 59)), at(2026, 2, 9, 4));
  assert.equal(startOfDay(at(2026, 2, 10, 4, 0)), at(2026, 2, 10, 4));
  assert.equal(endOfDay(at(2026, 2, 10, 3, 59)), at(2026, 2, 10, 4));
  assert.equal(endOfDay(at(2026, 11, 31, 23, 0)), at(2027, 0, 1, 4));
});

test("words an interval in minutes or days", () => {
  assert.equal(intervalText(minute), "1 min");
  assert.equal(intervalText(5.5 * minute), "6 min");
  assert.equal(intervalText(10 * minute), "10 min");
  assert.equal(intervalText(day), "1 day");
  assert.equal(intervalText(8 * day), "8 days");
});
