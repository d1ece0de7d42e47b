// What is due today, over all lessons of the track.

// The cards of today. `due` are those whose time comes before the day ends, the longest due first; `fresh`
// so many new ones as the ten of the day still allow, the oldest first. `mayBeGone`: without that limit, and
// with the cards that their lessons seemed to have no longer.
function dueCards(now, mayBeGone) {
  const due = [];
  const fresh = [];
  let room = mayBeGone ? Infinity : 10;
  for (const [card, { log, gone, added }] of records("|c1|")) {
    const since = log.length ? replayed(card, log).due : added;
    if (log[0]?.[0] >= startOfDay(now)) room -= 1;
    if ((gone && !mayBeGone) || !lessons.includes(lessonOf(card)) || since >= endOfDay(now)) continue;
    (log.length ? due : fresh).push([card, since]);
  }
  const ordered = (list) => list.sort((a, b) => a[1] - b[1]).map(([card]) => card);
  return { due: ordered(due), fresh: ordered(fresh).slice(0, Math.max(0, room)) };
}

function lessonOf(card) {
  return card.split("|")[2];
}
