"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const { choiceShare, orderShare, totalPoints, judgedField } = load("choiceShare orderShare totalPoints judgedField");

test("takes false picks from hits, never below nothing", () => {
  assert.equal(choiceShare(3, 0, 3), 1);
  assert.equal(choiceShare(2, 0, 3), 2 / 3);
  assert.equal(choiceShare(2, 1, 3), 1 / 3);
  assert.equal(choiceShare(1, 2, 3), 0);
  assert.equal(choiceShare(3, 2, 3), 1 / 3);
});

test("counts the neighbours of an order that belong together", () => {
  assert.equal(orderShare([1, 2, 3, 4, 5]), 1);
  assert.equal(orderShare([5, 4, 3, 2, 1]), 0);
  assert.equal(orderShare([2, 3, 4, 5, 1]), 3 / 4, "one step misplaced keeps most");
  assert.equal(orderShare([1, 3, 2, 4]), 0);
  assert.equal(orderShare([3, 1, 2]), 1 / 2);
});

test("adds points up, what was not answered as nothing", () => {
  const questions = [
    { points: 4, record: { first: 0.5, best: 1 } },
    { points: 1, record: { first: null, best: null } },
    { points: 0.3, record: { first: 1 / 3, best: 1 / 3 } },
  ];
  assert.equal(totalPoints(questions, ({ first }) => first), 2.1);
  assert.equal(totalPoints(questions, ({ best }) => best), 4.1);
  assert.equal(totalPoints(questions, () => 1), 5.3);
});

/** A number's field, with a menu of units or without. */
function judge(typed, accepts, menu) {
  const select = menu && { value: menu.chosen ? "1" : "", ariaLabel: "Unit", selectedOptions: [{ text: menu.chosen ?? "Unit…" }] };
  return judgedField({ querySelector: () => select ?? null }, { value: typed, inputMode: "decimal" }, accepts);
}

const metres = [{ low: 2.9, high: 3.1, unit: "m" }, { low: 300, high: 300, unit: "m", wrong: true }];
const waits = [{ low: 4.55, high: 4.65, unit: "s" }, { low: 4550, high: 4650, unit: "ms" }];

test("lets the only unit go without saying", () => {
  assert.deepEqual(judge("3", metres), { answered: true, right: true, entry: 0 });
  assert.deepEqual(judge("3,1 m", metres), { answered: true, right: true, entry: 0 });
  assert.deepEqual(judge("300", metres), { answered: true, right: false, entry: 1 });
  assert.deepEqual(judge("4", metres), { answered: true, right: false, entry: -1 });
  assert.deepEqual(judge("3 cm", metres), { answered: false, typed: "3 cm" });
});

test("takes the unit from the menu or from what was typed", () => {
  assert.equal(judge("4.6", waits, { chosen: "s" }).right, true);
  assert.equal(judge("4.6", waits, { chosen: "ms" }).right, false);
  assert.equal(judge("4600 ms", waits, { chosen: "s" }).right, true, "what was typed counts");
  assert.equal(judge("4.6 s", waits, {}).right, true);
  assert.deepEqual({ ...judge("4.6", waits, {}), control: null }, { control: null, name: "Unit", answered: false });
});

test("reads numbers without a unit", () => {
  assert.equal(judge("4", [{ low: 4, high: 4 }]).right, true);
  assert.deepEqual(judge("4 tools", [{ low: 4, high: 4 }]), { answered: false, typed: "4 tools" });
  assert.deepEqual(judge(" ", [{ low: 4, high: 4 }]), { answered: false });
});

test("matches text that is accepted, and text that is a known mistake", () => {
  const accepts = [{ text: "RLAIF" }, { text: "RLHF", wrong: true }];
  const text = (value) => judgedField({}, { value, inputMode: "" }, accepts);
  assert.deepEqual(text("rlaif"), { answered: true, right: true, entry: 0 });
  assert.deepEqual(text("rlhf"), { answered: true, right: false, entry: 1 });
  assert.deepEqual(text("rl"), { answered: true, right: false, entry: -1 });
});
