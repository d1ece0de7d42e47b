// What the reader did, kept in this browser only. Keys are `<site>|q1|<page>|<question>` and
// `<site>|c1|<lesson>|<card>`: the site's path keeps two tracks on one origin apart, and one entry a
// question means that a damaged one loses only itself.
//
// A question's record: { schema, version, answers, first, best, confidence, rating, shown, checked, time }
//   answers     pairs of a control's name and value
//   first, best shares 0…1 of the first attempt and the best one, null before
//   confidence  0 guess, 1 fairly, 2 certain; rating 0…3 of an Explain; null where not given
//   shown       the answer was opened before it was found; such an attempt does not count
//   checked     the answers are checked, and unchanged since
//   time        of the last change
// A card's record: { schema, added, log, gone }
//   log         [time, grade] of each review; what FSRS knows of the card is computed from it
//   gone        the lesson no longer has the card; it may come back

const site = identity(document.currentScript.src, location.href);

// The site's root, which holds the script's folder, its path, and the page below it.
function identity(script, page) {
  const root = new URL("../", script);
  const path = new URL(page).pathname.slice(root.pathname.length);
  return { root: root.href, base: root.pathname, page: path.replace(/\.html$/, "").replace(/(^|\/)$/, "$1index") };
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
    if (text === undefined) delete store[key];
    else store[key] = text;
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
  return say("Answers are not being saved: this browser does not let the page store them.");
}

function questionKey(page, id) {
  return `${site.base}|q1|${page}|${id}`;
}

function cardKey(lesson, id) {
  return `${site.base}|c1|${lesson}|${id}`;
}

// The record, or null if there is none or it is damaged.
function readRecord(key) {
  return parsedRecord(key, store[key]);
}

function parsedRecord(key, text) {
  try {
    const record = JSON.parse(text);
    return isSound(key, record) ? record : null;
  } catch {
    return null;
  }
}

// Throws where a part is missing altogether.
function isSound(key, record) {
  if (record.schema !== 1) return false;
  if (key.includes("|c1|")) {
    // The largest time is that of a Date.
    return record.log.every(([time, grade]) => time >= 0 && time <= 8.64e15 && [1, 2, 3, 4].includes(grade));
  }
  const { answers, first, best, confidence, rating } = record;
  return new Map(answers) && [first, best, confidence, rating].every((value) => value === null || (value >= 0 && value <= 3));
}

function writeRecord(key, record) {
  writeText(key, JSON.stringify({ schema: 1, ...record }));
  changed();
}

// The keys of this track.
function ownKeys() {
  return Object.keys(store).filter((key) => key.startsWith(`${site.base}|`)).sort();
}

// All sound records of a kind, "q1" or "c1", as [page or lesson, id, record].
function records(kind) {
  return ownKeys().flatMap((key) => {
    const [type, owner, ...id] = key.slice(site.base.length + 1).split("|");
    const record = type === kind && readRecord(key);
    return record ? [[owner, id.join("|"), record]] : [];
  });
}

// Two browsers' records of one thing made into one.
function merged(mine, theirs) {
  if (mine.log) {
    const log = [...new Map([...mine.log, ...theirs.log])].sort((a, b) => a[0] - b[0]);
    return { ...mine, log, gone: mine.gone && theirs.gone };
  }
  const [older, newer] = [mine, theirs].sort((a, b) => a.time - b.time);
  if (older.version !== newer.version || older.first === null) return newer;
  const { first, confidence, best } = older;
  return { ...newer, first, confidence, best: Math.max(best, newer.best) };
}

function exported() {
  const sound = ownKeys().filter(readRecord);
  return JSON.stringify({ waymark: 1, records: Object.fromEntries(sound.map((key) => [key.slice(site.base.length), readRecord(key)])) });
}

// Merges a downloaded file into what is here; how many records it held.
function imported(text) {
  let entries = [];
  try {
    entries = Object.entries(JSON.parse(text).records);
  } catch {
    // It is some other file, and holds none.
  }
  const sound = entries.filter(([name, record]) => /^\|[qc]1\|/.test(name) && parsedRecord(name, JSON.stringify(record)));
  for (const [name, theirs] of sound) {
    const mine = readRecord(site.base + name);
    writeText(site.base + name, JSON.stringify(mine ? merged(mine, theirs) : theirs));
  }
  changed(true);
  return sound.length;
}

function erase() {
  for (const key of ownKeys()) writeText(key);
  changed(true);
}

// What shows records is told when they change. `elsewhere`: not by its own doing, but in another tab, by
// Load or by Erase.
const watchers = [];

function changed(elsewhere = false) {
  for (const show of watchers) show(elsewhere);
}

addEventListener("storage", ({ key }) => {
  if (key === null || key.startsWith(`${site.base}|`)) changed(true);
});
