// What the reader did, kept in this browser only, each thing under a name: `|q1|<page>|<question>` or
// `|c1|<lesson>|<card>`. In localStorage the site's path stands before the name, which keeps two tracks
// on one origin apart. One entry a question means that a damaged one loses only itself.
//
// A question's record: { schema, version, answers, first, best, confidence, checked, time }
//   answers     pairs of a control's name and value
//   first, best shares 0…1 of the first attempt and the best one, null before; an Explain that the
//               reader has rated has the best
//   confidence  0 guess, 1 fairly, 2 certain; null where not given
//   checked     the answers are checked, and unchanged since
//   time        of the last change, in milliseconds since 1970, as all times
// A card's record: { schema, added, log, gone }
//   log         [time, grade] of each review; what FSRS knows of the card is computed from it
//   gone        the lesson no longer has the card; it may come back

const site = identity(document.currentScript.src, location.href);

// The site's root, which holds the script's folder, its path, and the page below it.
function identity(script, page) {
  const root = new URL("../", script);
  const path = new URL(page).pathname.slice(root.pathname.length);
  return { root, base: root.pathname, page: path.replace(/\.html$/, "").replace(/(^|\/)$/, "$1index") };
}

let isKept = true;
const store = openStore();

// localStorage, or an object that lasts as long as the page where it is blocked.
function openStore() {
  try {
    localStorage.setItem("waymark", "");
    localStorage.removeItem("waymark");
    return localStorage;
  } catch {
    isKept = false;
    return {};
  }
}

function writeText(key, text) {
  try {
    if (text) store[key] = text;
    else delete store[key];
  } catch {
    // It is full.
    isKept = false;
  }
}

let isTold = false;

// That nothing is kept, the first time it is asked for; else "".
function blockedNotice() {
  if (isKept || isTold) return "";
  isTold = true;
  return say("blocked");
}

// The record, or null if there is none or it is damaged.
function readRecord(name) {
  return parsedRecord(name, store[site.base + name]);
}

function parsedRecord(name, text) {
  try {
    const record = JSON.parse(text);
    return record.schema === 1 && isSound(name, record) ? record : null;
  } catch {
    return null;
  }
}

// Throws where a part is missing altogether.
function isSound(name, { added, log, answers, first, best, confidence, time }) {
  if (name.startsWith("|c1|")) {
    return isTime(added) && log.every(([time, grade]) => isTime(time) && [1, 2, 3, 4].includes(grade));
  }
  const isSum = [first, best, confidence].every((number, index) => number === null || isWithin(number, index || 1));
  return isSum && isTime(time) && answers.every(Array.isArray);
}

// Half of what a Date can hold, which leaves room for the longest interval.
function isTime(time) {
  return isWithin(time, 4e15);
}

function isWithin(number, most) {
  return typeof number === "number" && number >= 0 && number <= most;
}

function writeRecord(name, record) {
  writeText(site.base + name, record && JSON.stringify({ schema: 1, ...record }));
  changed(true);
}

// All sound records of this track whose names begin so, as [name, record].
function records(start = "|") {
  const names = Object.keys(store).filter((key) => key.startsWith(site.base + start));
  return names.map((key) => key.slice(site.base.length)).flatMap((name) => {
    const record = readRecord(name);
    return record ? [[name, record]] : [];
  });
}

// The versions of the questions on this page, by the names of their records.
const versions = {};

// Two browsers' records of one thing made into one. `version`: that of the question, where it is known.
function merged(mine, theirs, version) {
  if (mine.log) {
    const log = [...new Map([...mine.log, ...theirs.log])].sort((a, b) => a[0] - b[0]);
    return { ...mine, log, gone: mine.gone && theirs.gone };
  }
  if (mine.version !== theirs.version) return theirs.version === version ? theirs : mine;
  const [older, newer] = [mine, theirs].sort((a, b) => a.time - b.time);
  const { first, confidence } = older.first === null ? newer : older;
  return { ...newer, first, confidence, best: mine.best === null ? theirs.best : Math.max(mine.best, theirs.best) };
}

function exported() {
  return JSON.stringify({ track, records: Object.fromEntries(records()) });
}

// Merges a downloaded file into what is here; what there is to say of it.
function imported(text) {
  let count = 0;
  try {
    const file = JSON.parse(text);
    if (file.track !== track) return say(file.track ? "otherTrack" : "noProgress", file);
    for (const [name, record] of Object.entries(file.records)) {
      const theirs = /^\|[qc]1\|/.test(name) && parsedRecord(name, JSON.stringify(record));
      const mine = readRecord(name);
      if (!theirs) continue;
      writeText(site.base + name, JSON.stringify(mine ? merged(mine, theirs, versions[name]) : theirs));
      count += 1;
    }
  } catch {
    // It is some other file, and holds none.
  }
  if (!count) return say("noProgress");
  changed();
  return say("loaded", { count });
}

function erase() {
  for (const key of Object.keys(store)) if (key.startsWith(`${site.base}|`)) writeText(key);
  changed();
}

// What shows records is told of them at first and when they change. `isOwn`: by its page's own doing, and
// not in another tab, by Load or by Erase.
const watchers = [];

function watch(show) {
  watchers.push(show);
  show();
}

function changed(isOwn) {
  for (const show of watchers) show(isOwn);
}

addEventListener("storage", ({ key }) => {
  if (key === null || key.startsWith(`${site.base}|`)) changed();
});
