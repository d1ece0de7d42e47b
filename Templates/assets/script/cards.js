// Flashcards: open one, recall, say how it went; the buttons tell when it will come again.

// `rate(grade)` keeps the grade and goes on.
function setUpCard(details, lesson, id, rate) {
  const front = details.querySelector("summary");
  const back = details.querySelector(".back");
  const next = make("small", { className: "next" });
  const rates = makeRates();
  front.append(next);
  back.after(rates);
  details.ontoggle = () => {
    if (!details.open) return;
    showRates(rates, lesson, id, rate);
    // Not when the browser opened it to show what it found.
    if (document.activeElement === front) focusOn(back);
  };
  details.onkeydown = ({ key, ctrlKey, altKey, metaKey }) => {
    if (details.open && /^[1-4]$/.test(key) && !ctrlKey && !altKey && !metaKey) rate(Number(key));
  };
  const show = () => {
    const log = logOf(lesson, id);
    next.textContent = log.length ? dueText(replayed(id, log).due, Date.now()) : "";
  };
  watchers.push(show);
  show();
}

function logOf(lesson, id) {
  return readRecord(cardKey(lesson, id))?.log ?? [];
}

function makeRates() {
  return make("div", { className: "bar rates" });
}

function gradeNames() {
  return [say("Again"), say("Hard"), say("Good"), say("Easy")];
}

// Again, Hard, Good, Easy, each with its interval.
function showRates(rates, lesson, id, rate) {
  const now = Date.now();
  const buttons = gradeNames().map((name, index) => {
    const { due } = replayed(id, [...logOf(lesson, id), [now, index + 1]]);
    const button = makeButton(`${name} `, () => rate(index + 1));
    button.append(make("small", {}, intervalText(due - now)));
    return button;
  });
  rates.replaceChildren(...buttons);
}

// Keeps a grade; the sentence that tells it.
function keepGrade(lesson, id, grade) {
  const now = Date.now();
  const log = [...logOf(lesson, id), [now, grade]];
  writeRecord(cardKey(lesson, id), { added: now, log });
  return say("{grade}. Next review: {when}.", { grade: gradeNames()[grade - 1], when: dueText(replayed(id, log).due, now) });
}

// The cards of a practice page. Rating one of them takes all of its question into the reviews.
function setUpCards(form) {
  const [lesson] = site.page.split("/");
  const cards = all(form, ".card:has(.back)");
  const rated = new Set();
  cards.forEach((card, index) =>
    setUpCard(card, lesson, card.dataset.card, (grade) => {
      const message = keepGrade(lesson, card.dataset.card, grade);
      for (const { dataset } of cards) {
        const key = cardKey(lesson, dataset.card);
        if (!readRecord(key)) writeRecord(key, { added: Date.now(), log: [] });
      }
      rated.add(card);
      card.open = false;
      const next = [...cards.slice(index), ...cards].find((other) => !rated.has(other));
      focusOn((next ?? form).querySelector("summary, h2, h3"));
      form.querySelector(":scope > .status").replaceChildren(message);
    }),
  );
}
