"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const { choiceShare, follows, totalPoints, judgedField, missing } = load("choiceShare follows totalPoints judgedField missing");

test("takes false picks from hits, never below nothing", () => {
  assert.equal(choiceShare(3, 0, 3), 1);
  assert.equal(choiceShare(2, 0, 3), 2 / 3);
  assert.equal(choiceShare(2, 1, 3), 1 / 3);
  assert.equal(choiceShare(1, 2, 3), 0);
  assert.equal(choiceShare(3, 2, 3), 1 / 3);
});

test("tells which items of an order follow the one that they should", () => {
  const marks = (...places) => follows(places).map(Number).join("");
  assert.equal(marks(1, 2, 3, 4, 5), "11111");
  assert.equal(marks(5, 4, 3, 2, 1), "00000");
  assert.equal(marks(2, 3, 4, 5, 1), "01110", "one step misplaced keeps most");
  assert.equal(marks(1, 3, 2, 4), "1000");
  assert.equal(marks(3, 1, 2), "001");
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
  assert.equal(judge("3 M", metres).right, true, "whatever its case");
});

test("names the units where another is typed", () => {
  assert.deepEqual(judge("3 cm", metres), { answered: false, unit: "cm", units: ["m"] });
  assert.deepEqual(judge("4.6 sec", waits, {}), { answered: false, unit: "sec", units: ["s", "ms"] });
  const power = [{ low: 1, high: 2, unit: "mW" }, { low: 1, high: 2, unit: "MW" }];
  assert.deepEqual(judge("1 mw", power), { answered: false, unit: "mw", units: ["mW", "MW"] }, "it may be either");
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
