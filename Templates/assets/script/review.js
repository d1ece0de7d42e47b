// The review page: today's cards of all lessons, one after the other.

// What the lessons' files hold, by lesson. Each file `assets/cards/<lesson>.js` is a classic script
// (a request for data would fail from file://) that calls `waymarkCards` with
// { lesson, title, cards: [{ id, from, front, back }], questions: [{ id, from, form }] }.
const decks = {};

globalThis.waymarkCards = (deck) => {
  decks[deck.lesson] = deck;
};

async function setUpReview() {
  const box = document.querySelector(".review");
  if (!box) return;
  const { due, fresh } = dueCards(Date.now());
  const today = [...due, ...fresh];
  await Promise.all([...new Set(today.map(({ lesson }) => lesson))].map(loadDeck));

  let queue = interleaved(today.filter(stillExists));
  let current;
  const past = [];
  const left = make("h2");
  const place = make("div");
  const undoButton = makeButton(say("Undo"), undo);
  const status = makeStatus();
  box.append(left, place, makeBar(undoButton), status, ...makeTools());
  box.hidden = false;
  show(takeNext(queue, Date.now()));
  if (today.some(({ lesson }) => !decks[lesson])) status.append(say("Some cards could not be loaded."), " ");
  status.append(blockedNotice());

  function show(entry) {
    current = entry;
    left.textContent = entry ? say("Left today: {left}", { left: queue.length + 1 }) : say("That is all for today.");
    undoButton.hidden = !past.length;
    place.replaceChildren();
    if (!entry) return;
    const { lesson, id } = entry;
    const { from, front, back, form } = find(entry);
    place.append(make("p", { className: "from" }, make("a", { href: site.root + from }, decks[lesson].title)));
    if (form) {
      // A missed question is asked again; how well it went is for the reader to say.
      const rates = makeRates();
      place.append(fragment(form, from), rates);
      setUpQuestion(place.querySelector("form"), false, () => showRates(rates, lesson, id, rate));
    } else {
      const card = make("details", { className: "card" }, make("summary", {}, fragment(front, from)));
      card.append(make("div", { className: "back" }, fragment(back, from)));
      place.append(make("div", { className: "cards" }, card));
      setUpCard(card, lesson, id, rate);
    }
  }

  function rate(grade) {
    const { lesson, id } = current;
    const key = cardKey(lesson, id);
    past.push([current, key, store[key]]);
    const message = keepGrade(lesson, id, grade);
    const card = replayed(id, logOf(lesson, id));
    if (card.due < endOfDay(Date.now())) queue.push({ lesson, id, card });
    show(takeNext(queue, Date.now()));
    focusOn(place.querySelector("summary, h2, h3") ?? left);
    status.replaceChildren(message);
  }

  function undo() {
    const [entry, key, text] = past.pop();
    writeText(key, text);
    queue = queue.filter(({ lesson, id }) => cardKey(lesson, id) !== key);
    if (current) queue.unshift(current);
    show(entry);
    focusOn(place.querySelector("summary, h2, h3"));
    status.replaceChildren(say("Undone."));
  }
}

function loadDeck(lesson) {
  return new Promise((done) => {
    document.head.append(make("script", { src: `${site.root}assets/cards/${lesson}.js`, onload: done, onerror: done }));
  });
}

function find({ lesson, id }) {
  const { cards = [], questions = [] } = decks[lesson] ?? {};
  return [...cards, ...questions].find((entry) => entry.id === id);
}

// A card that its lesson no longer has is kept, but no longer asked.
function stillExists(entry) {
  const key = cardKey(entry.lesson, entry.id);
  if (decks[entry.lesson] && !find(entry)) writeRecord(key, { ...readRecord(key), gone: true });
  return find(entry);
}

// The site's own HTML, with its addresses read from the page it stands on.
function fragment(html, from) {
  const { content } = make("template", { innerHTML: html });
  for (const element of all(content, "[src], [href]")) {
    const name = element.hasAttribute("src") ? "src" : "href";
    element.setAttribute(name, new URL(element.getAttribute(name), site.root + from));
  }
  return content;
}
