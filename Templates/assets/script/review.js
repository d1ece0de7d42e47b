// The review page, whose script alone has this file: today's cards of all lessons, one after the other.

document.addEventListener("DOMContentLoaded", setUpReview);

// The lessons that were asked for and those that are loaded, and what is known of their cards, by name. Each
// lesson's file `assets/cards/<lesson>.js` is a classic script (a request for data would fail from file://)
// that calls `waymarkCards` with { lesson, title, cards: [{ id, from, front, back }], questions: [{ id, from, form }] }.
const asked = new Set();
const loaded = new Set();
const contents = {};

globalThis.waymarkCards = ({ lesson, title, cards, questions }) => {
  loaded.add(lesson);
  for (const entry of [...cards, ...questions]) contents[cardName(lesson, entry.id)] = { ...entry, title };
};

function setUpReview() {
  const box = document.querySelector(".review");
  if (!box) return;
  const left = make("h2");
  const place = make("div");
  const status = makeStatus();
  box.hidden = true;
  box.append(left, place, status, ...makeTools());
  const deck = setUpDeck([], status, present, spaced);
  let shown;
  // Again where Load, Erase or another tab changed what is due. The card that is being asked stays.
  watch(async (isOwn) => {
    if (isOwn) return;
    const { today, isWhole } = await loadedCards();
    const { queue } = deck;
    const added = interleaved(today.filter((card) => !queue.includes(card)));
    const [card, ...rest] = [...queue.filter((card) => today.includes(card)), ...added];
    deck.queue = card ? [card, ...spaced(rest, card)] : [];
    deck.forget();
    if (card && card === shown) {
      count(deck.queue.length);
    } else {
      const hadFocus = place.contains(document.activeElement);
      const target = present(card, deck.queue.length);
      if (hadFocus) focusOn(target);
    }
    if (!isWhole) status.replaceChildren(say("unloaded"));
    status.append(blockedNotice());
    box.hidden = false;
  });

  function count(number) {
    left.textContent = say("left", { count: number });
  }

  function present(card, number) {
    shown = card;
    place.replaceChildren();
    if (!card) {
      left.textContent = say("finished");
      return left;
    }
    count(number);
    const { title, from, front, back, form } = contents[card];
    place.append(make("p", {}, make("a", { href: site.root + from }, title)));
    if (form) {
      // A missed question is asked again; how well it went is for the reader to say.
      const rates = makeRates();
      place.append(fragment(form, from), rates);
      setUpQuestion(place.querySelector("form"), false, () => showRates(rates, card, deck.rate));
    } else {
      const details = make("details", { className: "card" }, make("summary", {}, fragment(front, from)));
      details.append(make("div", { className: "back" }, fragment(back, from)));
      place.append(make("div", { className: "cards" }, details));
      setUpCard(details, card, deck.rate);
    }
    return place.querySelector(".card summary, h2, h3");
  }
}

// The names of today's cards, and whether that is all of them. Their lessons are loaded first: only these
// tell which cards there still are, and which are there again.
async function loadedCards() {
  const { due, fresh } = dueCards(Date.now(), true);
  const wanted = [...new Set([...due, ...fresh].map(lessonOf))];
  await Promise.all(wanted.filter((lesson) => !asked.has(lesson)).map(loadCards));
  const now = dueCards(Date.now());
  const today = [...now.due, ...now.fresh].filter((card) => contents[card]);
  return { today, isWhole: wanted.every((lesson) => loaded.has(lesson)) };
}

async function loadCards(lesson) {
  asked.add(lesson);
  await run(`assets/cards/${lesson}.js`);
  if (!loaded.has(lesson)) return;
  // Once: another tab may have a newer copy of the lesson.
  for (const [card, record] of records(`|c1|${lesson}|`)) {
    const gone = !contents[card];
    if (gone !== !!record.gone) writeRecord(card, { ...record, gone });
  }
}

function run(script) {
  return new Promise((done) => {
    document.head.append(make("script", { src: site.root + script, onload: done, onerror: done }));
  });
}

// One of each lesson in turn.
function interleaved(cards) {
  const turns = new Map();
  const turn = (lesson) => turns.set(lesson, (turns.get(lesson) ?? 0) + 1).get(lesson);
  return spaced(cards.map((card) => [card, turn(lessonOf(card))]).sort((a, b) => a[1] - b[1]).map(([card]) => card));
}

// The cards in their order, but for those that would come straight after their reverse, whose answer was
// just read. `last`: the card before them.
function spaced(cards, last) {
  const pair = (card) => card?.replace(/#reverse$/, "");
  const rest = [...cards];
  const queue = [];
  while (rest.length) {
    const before = pair(queue.at(-1) ?? last);
    const place = rest.findIndex((card) => pair(card) !== before);
    const [card] = rest.splice(Math.max(place, 0), 1);
    // Nothing but the reverse is left: where that helps, it goes first.
    if (place < 0 && queue.length > 1 && pair(card) !== pair(last)) queue.unshift(card);
    else queue.push(card);
  }
  return queue;
}

// The site's own HTML, with its addresses read from the page it stands on.
function fragment(html, from) {
  const { content } = make("template", { innerHTML: html });
  for (const name of ["src", "href"]) {
    for (const element of all(content, `[${name}]`)) element[name] = new URL(element.getAttribute(name), site.root + from);
  }
  return content;
}
