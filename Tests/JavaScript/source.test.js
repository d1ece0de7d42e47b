"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { sources } = require("./load.js");

test("can be published line by line", () => {
  // Publishing drops comment lines and indents, which must not cut into a text.
  for (const [name, text] of sources()) {
    text.split("\n").forEach((line, index) => {
      const place = `${name}:${index + 1}`;
      assert.doesNotMatch(line, /\/\*|\*\//, `${place}: block comments do not survive publishing`);
      assert.equal((line.match(/`/g) ?? []).length % 2, 0, `${place}: a template over several lines does not survive publishing`);
      assert.doesNotMatch(line, /\\$/, place);
    });
  }
});

test("leaves to the home and the review page what no other page uses", () => {
  const own = ["home.js", "review.js", "schedule.js"];
  const ownText = sources().filter(([name]) => own.includes(name)).map(([, text]) => text).join("");
  const names = [...ownText.matchAll(/^(?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
  assert.ok(names.length > 5);
  for (const [file, text] of sources()) {
    for (const name of names) assert.ok(own.includes(file) || !new RegExp(`\\b${name}\\(`).test(text), `${file} uses ${name}`);
  }
});

test("needs neither the network nor a laxer policy", () => {
  for (const [name, text] of sources()) {
    for (const word of ["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(", "eval(", "new Function", ".style.", "style=", "setTimeout", "setInterval"]) {
      assert.ok(!text.includes(word), `${name} uses ${word}`);
    }
  }
});
