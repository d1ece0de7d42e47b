// What is due today, over all lessons of the track.

// The cards of today, each { lesson, id, card }. `due` are those whose time comes before the day ends, the
// longest due first; `fresh` so many new ones as the ten of the day still allow, the oldest first.
function dueCards(now) {
  const due = [];
  const fresh = [];
  let room = 10;
  for (const [lesson, id, { log, gone, added }] of records("c1")) {
    const card = replayed(id, log);
    if (log[0]?.[0] >= startOfDay(now)) room -= 1;
    if (gone) continue;
    if (!log.length) fresh.push({ lesson, id, card, added });
    else if (card.due < endOfDay(now)) due.push({ lesson, id, card });
  }
  due.sort((a, b) => a.card.due - b.card.due);
  fresh.sort((a, b) => a.added - b.added);
  return { due, fresh: fresh.slice(0, Math.max(0, room)) };
}

// One of each lesson in turn.
function interleaved(cards) {
  const turns = {};
  const turn = ({ lesson }) => (turns[lesson] = (turns[lesson] ?? 0) + 1);
  return cards.map((entry) => [turn(entry), entry]).sort((a, b) => a[0] - b[0]).map(([, entry]) => entry);
}

// Takes the next card out of the queue. Cards on a learning step come when their minutes are over, and
// at the end without waiting for them.
function takeNext(queue, now) {
  const isLearning = ({ card }) => card.due && card.state !== "review";
  const [soonest] = queue.filter(isLearning).sort((a, b) => a.card.due - b.card.due);
  const next = soonest?.card.due <= now ? soonest : (queue.find((entry) => !isLearning(entry)) ?? soonest);
  if (next) queue.splice(queue.indexOf(next), 1);
  return next;
}
