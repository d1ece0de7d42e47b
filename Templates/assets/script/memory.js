// When to ask a card again: FSRS-6, step for step as py-fsrs 6.3.2 computes it.
// https://github.com/open-spaced-repetition/py-fsrs/blob/main/fsrs/scheduler.py
// Grades: 1 Again, 2 Hard, 3 Good, 4 Easy. Times are milliseconds since 1970, stability is in days.

const minute = 60_000;
const day = 86_400_000;
// The model's parameters, w0…w20.
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const factor = 0.9 ** (1 / -w[20]) - 1;
const longest = 36_500;
const steps = { learning: [minute, 10 * minute], relearning: [10 * minute] };

const newCard = { state: "learning", step: 0, stability: null, difficulty: null, due: null, last: null };

// The card after a review. `random` in 0..<1 spreads intervals of days, so that cards learnt
// together do not stay together; null leaves them exact.
function reviewed(card, grade, time, random = null) {
  const next = { ...card, last: time };
  if (card.stability === null) {
    next.stability = w[grade - 1];
    next.difficulty = limit(firstDifficulty(grade), 1, 10);
  } else {
    // Both formulas take the difficulty from before the review.
    next.stability = Math.max(nextStability(card, grade, Math.floor((time - card.last) / day)), 0.001);
    const damped = card.difficulty - (w[6] * (grade - 3) * (10 - card.difficulty)) / 9;
    next.difficulty = limit(w[7] * firstDifficulty(4) + (1 - w[7]) * damped, 1, 10);
  }
  next.due = time + (stepWait(next, grade) ?? spread(nextInterval(next.stability), random) * day);
  return next;
}

// Moves the card along its steps; how long it waits on one, or null if it has none to wait on.
function stepWait(card, grade) {
  if (card.state === "review" && grade === 1) card.state = "relearning";
  const list = steps[card.state];
  if (!list) return null;
  if (grade === 1) card.step = 0;
  if (grade === 3) card.step += 1;
  if (grade === 4 || card.step === list.length) {
    card.state = "review";
    card.step = null;
    return null;
  }
  // Hard on the first step: half way to the second, or half as long again where there is none.
  return grade === 2 && card.step === 0 ? (list[0] + (list[1] ?? 2 * list[0])) / 2 : list[card.step];
}

function nextStability({ stability, difficulty }, grade, wholeDays) {
  if (wholeDays < 1) {
    const growth = Math.E ** (w[17] * (grade - 3 + w[18])) * stability ** -w[19];
    return stability * (grade === 1 ? growth : Math.max(growth, 1));
  }
  const forgotten = 1 - (1 + (factor * wholeDays) / stability) ** -w[20];
  if (grade === 1) {
    const lapse = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.E ** (forgotten * w[14]);
    return Math.min(lapse, stability / Math.E ** (w[17] * w[18]));
  }
  const growth = Math.E ** w[8] * (11 - difficulty) * stability ** -w[9] * (Math.E ** (forgotten * w[10]) - 1);
  return stability * (1 + growth * (grade === 2 ? w[15] : 1) * (grade === 4 ? w[16] : 1));
}

function firstDifficulty(grade) {
  return w[4] - Math.E ** (w[5] * (grade - 1)) + 1;
}

// Whole days until the chance of knowing the card has fallen to `retention`.
function nextInterval(stability, retention = 0.9) {
  return limit(roundedToEven((stability / factor) * (retention ** (1 / -w[20]) - 1)), 1, longest);
}

function spread(days, random) {
  if (random === null || days < 2.5) return days;
  let reach = 1;
  for (const [start, end, share] of [[2.5, 7, 0.15], [7, 20, 0.1], [20, longest, 0.05]]) {
    reach += share * (limit(days, start, end) - start);
  }
  const last = Math.min(roundedToEven(days + reach), longest);
  const first = limit(roundedToEven(days - reach), 2, last);
  return Math.min(roundedToEven(random * (last - first + 1) + first), longest);
}

// The card that a log of [time, grade] leads to; the log is what is kept. Each review's spread is drawn
// from the card's id and the review's number, so that a reload does not move a date.
function replayed(id, log) {
  return log.reduce((card, [time, grade], count) => reviewed(card, grade, time, seededRandom(id + count)), newCard);
}

function seededRandom(text) {
  let hash = 0;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) / 2 ** 32;
}

// As Python rounds: a half goes to the even neighbour.
function roundedToEven(number) {
  return number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number);
}

function limit(number, least, most) {
  return Math.min(Math.max(number, least), most);
}

// A day of study starts at four in the morning, local time.
function startOfDay(time) {
  const start = new Date(time);
  if (start.getHours() < 4) start.setDate(start.getDate() - 1);
  return start.setHours(4, 0, 0, 0);
}

function endOfDay(time) {
  // Thirty hours after four o'clock it is the next day, by summer time and by winter time.
  return startOfDay(startOfDay(time) + 1.25 * day);
}
