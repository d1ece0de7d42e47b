"use strict";
// Loads the script's files as the site publishes them, and gives tests the functions they name.

const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "../../Templates/assets/script");

/** The files in byte order of their names, as [name, text]. */
function sources() {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]);
}

/** The lines of all files without indent, empty lines and comment lines. */
function body() {
  const lines = sources().flatMap(([, text]) => text.split("\n").map((line) => line.trimStart()));
  return lines.filter((line) => line && !line.startsWith("//")).join("\n");
}

/**
 * Runs the script with stand-ins for the browser's globals.
 * @param {string} names the functions to return, separated by spaces
 * @param {object} globals what the script sees as `document`, `localStorage` and so on
 */
function load(names, globals = {}) {
  const world = {
    document: { addEventListener() {}, getElementById() {}, documentElement: { lang: "en" }, currentScript: { src: "https://example.org/t24/assets/script.js" } },
    location: new URL("https://example.org/t24/agents/practice.html"),
    localStorage: undefined,
    addEventListener() {},
    ...globals,
  };
  const list = names.split(" ").join(", ");
  const make = new Function(...Object.keys(world), `"use strict";\n${body()}\nreturn { ${list} };`);
  return make(...Object.values(world));
}

module.exports = { load, sources };
