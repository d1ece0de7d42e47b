// Flashcards: open one, recall, say how it went; the buttons tell when it will come again. A card goes by
// its name in the store.

// Asks a queue of cards one after the other. `present(card, left)` shows one (none at the end) and returns
// what takes the focus; `arranged(queue, card)` is the order in which to go on after a card. Returns the deck:
// its `queue`; rate(card, grade, others), which keeps a grade and goes on, with `others` taken into the
// reviews; and forget(), after which nothing can be undone.
function setUpDeck(queue, status, present, arranged = (cards) => cards) {
  let past = [];
  const deck = { queue, rate, forget };
  const undoButton = makeButton("undo", () => {
    const [card, kept, before] = past.pop();
    for (const [name, record] of kept) writeRecord(name, record);
    deck.queue = before;
    goTo(card, say("undone"));
  });
  undoButton.hidden = true;
  status.before(makeBar(undoButton));
  return deck;

  function rate(card, grade, others = []) {
    const { queue } = deck;
    const now = Date.now();
    const log = [...logOf(card), [now, grade]];
    const { due } = replayed(card, log);
    past.push([card, [card, ...others].map((name) => [name, readRecord(name)]), queue]);
    for (const other of others) writeRecord(other, { added: now, log: [] });
    writeRecord(card, { added: now, log });
    const place = queue.indexOf(card);
    const rest = [...queue.slice(place + 1), ...queue.slice(0, place)];
    // What is still being learnt comes again, at the end.
    if (due < endOfDay(now)) rest.push(card);
    deck.queue = arranged(rest, card);
    goTo(deck.queue[0], say("next", { grade: say(grades[grade - 1]), when: dueText(due, now) }));
  }

  function forget() {
    past = [];
    undoButton.hidden = true;
  }

  function goTo(card, message) {
    undoButton.hidden = !past.length;
    focusOn(present(card, deck.queue.length));
    status.replaceChildren(message);
  }
}

function cardName(lesson, id) {
  return `|c1|${lesson}|${id}`;
}

function logOf(card) {
  return readRecord(card)?.log ?? [];
}

const grades = ["again", "hard", "good", "easy"];

function makeRates() {
  return make("div", { className: "bar rates" });
}

// Again, Hard, Good, Easy, each with its interval.
function showRates(rates, card, rate) {
  const now = Date.now();
  const buttons = grades.map((word, index) => {
    const { due } = replayed(card, [...logOf(card), [now, index + 1]]);
    const button = makeButton(word, () => rate(card, index + 1));
    button.append(" ", make("small", {}, intervalText(due - now)));
    return button;
  });
  rates.replaceChildren(...buttons);
}

function setUpCard(details, card, rate) {
  const front = details.querySelector("summary");
  const back = details.querySelector(".back");
  const next = make("small", { className: "next" });
  const rates = makeRates();
  front.append(" ", next);
  back.after(rates);
  details.ontoggle = () => {
    if (!details.open) return;
    showRates(rates, card, rate);
    // Not when the browser opened it to show what it found.
    if (document.activeElement === front) focusOn(back);
  };
  details.onkeydown = ({ key, ctrlKey, altKey, metaKey }) => {
    if (details.open && key > 0 && key < 5 && !ctrlKey && !altKey && !metaKey) rate(card, Number(key));
  };
  watch(() => {
    const log = logOf(card);
    next.textContent = log.length ? dueText(replayed(card, log).due, Date.now()) : "";
  });
}

// The cards of a practice page. Rating one of them takes all of its question into the reviews.
function setUpCards(form) {
  const [lesson] = site.page.split("/");
  const elements = all(form, ".back").map((back) => back.parentElement);
  const cards = elements.map((details) => cardName(lesson, details.dataset.card));
  // The reverse of a card is asked in the reviews only: here it would tell the answer.
  const reverse = elements.flatMap(({ dataset }, index) => ("both" in dataset ? [`${cards[index]}#reverse`] : []));
  const present = (card) => (elements[cards.indexOf(card)] ?? form).querySelector("summary, h2, h3");
  const { rate } = setUpDeck(cards, form.querySelector(".status"), present);
  elements.forEach((details, index) =>
    setUpCard(details, cards[index], (card, grade) => {
      details.open = false;
      rate(card, grade, [...cards, ...reverse].filter((other) => !readRecord(other)));
    }),
  );
}
