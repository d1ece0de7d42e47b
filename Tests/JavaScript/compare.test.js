"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const pairs = require("../Fixtures/comparison-pairs.json");
const { load } = require("./load.js");

const { matchedText, parsedNumber, matchedNumber, matchedUnit } = load("matchedText parsedNumber matchedNumber matchedUnit");

test("compares text as the shared table says", () => {
  assert.ok(pairs.text.length > 40);
  for (const { answer, typed, exact, equal, why } of pairs.text) {
    assert.equal(matchedText([{ text: answer, exact }], typed) === 0, equal, `${answer} | ${typed}: ${why}`);
    assert.equal(matchedText([{ text: typed, exact }], answer) === 0, equal, `${typed} | ${answer}: ${why}, turned round`);
  }
});

test("finds the entry that was typed, known mistakes too", () => {
  const accepts = [{ text: "RLAIF" }, { text: "AI feedback" }, { text: "RLHF", wrong: true }];
  assert.equal(matchedText(accepts, "ai feedback."), 1);
  assert.equal(matchedText(accepts, "rlhf"), 2);
  assert.equal(matchedText(accepts, "RL"), -1);
});

test("reads numbers as the shared table says", () => {
  for (const { typed, value, unit } of pairs.numbers) {
    assert.deepEqual(parsedNumber(typed), value === null ? null : { value, unit }, typed);
  }
});

test("finds the range of a number as the shared table says", () => {
  for (const { low, high, unit = "", typed, inside } of pairs.ranges) {
    const number = parsedNumber(typed);
    const own = matchedUnit([unit], number.unit);
    assert.equal(own !== undefined && matchedNumber([{ low, high, unit }], number.value, own) === 0, inside, `${typed} in ${low}..${high}`);
  }
});

test("tells units apart as the shared table says", () => {
  assert.ok(pairs.units.length > 6);
  for (const { units, typed, unit } of pairs.units) {
    assert.equal(matchedUnit(units, typed), unit ?? undefined, `${typed} of ${units}`);
  }
});
