// How much of a question is right, as a share 0…1. Explain and Cards are rated by the reader instead.

// Choose all: what was picked rightly less what was picked wrongly.
function choiceShare(hits, falsePicks, rightChoices) {
  return Math.max(0, hits - falsePicks) / rightChoices;
}

// Order: whether each item follows the one that it should follow, and the first one nothing. `places` are
// the right places in the order given.
function follows(places) {
  return places.map((place, index) => place === (places[index - 1] ?? 0) + 1);
}

// The points of questions, each multiplied by a share that its record tells; null counts as 0.
function totalPoints(questions, share) {
  return Math.round(questions.reduce((sum, { points, record }) => sum + points * share(record), 0) * 100) / 100;
}
