// The review page: today's cards of all lessons, one after the other.

// The lessons that are loaded, and what is known of their cards, by name. Each lesson's file
// `assets/cards/<lesson>.js` is a classic script (a request for data would fail from file://) that calls
// `waymarkCards` with { lesson, title, cards: [{ id, from, front, back }], questions: [{ id, from, form }] }.
const contents = {};

globalThis.waymarkCards = ({ lesson, title, cards, questions }) => {
  contents[lesson] = true;
  for (const entry of [...cards, ...questions]) contents[cardName(lesson, entry.id)] = { ...entry, title };
};

async function setUpReview() {
  const box = document.querySelector(".review");
  if (!box) return;
  const { due, fresh } = dueCards(Date.now());
  const today = [...due, ...fresh];
  await Promise.all([...new Set(today.map(lessonOf))].map(loadCards));

  const queue = interleaved(today.filter((card) => contents[card]));
  const left = make("h2");
  const place = make("div");
  const status = makeStatus();
  box.append(left, place, status, ...makeTools());
  const rate = setUpDeck(queue, status, present);
  present(queue[0], queue.length);
  status.append(blockedNotice());
  for (const card of today) {
    if (!contents[lessonOf(card)]) status.replaceChildren(say("unloaded"));
    // A card that its lesson no longer has is kept, but no longer asked.
    else if (!contents[card]) writeRecord(card, { ...readRecord(card), gone: true });
  }

  function present(card, count) {
    left.textContent = card ? say("left", { count }) : say("finished");
    place.replaceChildren();
    if (!card) return left;
    const { title, from, front, back, form } = contents[card];
    place.append(make("p", {}, make("a", { href: site.root + from }, title)));
    if (form) {
      // A missed question is asked again; how well it went is for the reader to say.
      const rates = makeRates();
      place.append(fragment(form, from), rates);
      setUpQuestion(place.querySelector("form"), false, () => showRates(rates, card, rate));
    } else {
      const details = make("details", { className: "card" }, make("summary", {}, fragment(front, from)));
      details.append(make("div", { className: "back" }, fragment(back, from)));
      place.append(make("div", { className: "cards" }, details));
      setUpCard(details, card, rate);
    }
    return place.querySelector(".card summary, h2, h3");
  }
}

function loadCards(lesson) {
  return new Promise((done) => {
    document.head.append(make("script", { src: `${site.root}assets/cards/${lesson}.js`, onload: done, onerror: done }));
  });
}

// The site's own HTML, with its addresses read from the page it stands on.
function fragment(html, from) {
  const { content } = make("template", { innerHTML: html });
  for (const name of ["src", "href"]) {
    for (const element of all(content, `[${name}]`)) element[name] = new URL(element.getAttribute(name), site.root + from);
  }
  return content;
}
