// What a practice page's questions come to, after the last of them, with the ways back.

function setUpSummary(questions) {
  const result = make("div");
  const scored = questions.filter((question) => question.isScored);
  const heading = make("h2", {}, say(scored.length ? "result" : "progress"));
  const section = make("section", { className: "summary" }, heading, result, ...makeTools());
  all(document, ".q").at(-1).after(section);
  watch(() => {
    const tried = scored.filter(({ record }) => record.first !== null);
    const sum = (share) => totalPoints(scored, share);
    const [first, best, total] = [sum(({ first }) => first), sum(({ best }) => best), sum(() => 1)];
    // Surely wrong first.
    const missed = tried.filter(({ record }) => record.first < 1).sort((a, b) => isSure(b) - isSure(a));
    const rated = questions.filter(({ form }) => ratingOf(form));
    const slugs = new Set(missed.flatMap((question) => question.slugs).filter((slug) => objectives[slug]));
    result.replaceChildren(
      scored.length ? make("p", {}, say("points", { tried: tried.length, all: scored.length, first, best, total })) : "",
      ...linkList("lookAgain", missed.map(questionLink)),
      ...linkList("rated", rated.map(questionLink)),
      ...linkList("readAgain", [...slugs].map((slug) => [objectives[slug].href, objectives[slug].text])),
    );
  });
}

function isSure({ record }) {
  return record.confidence === 2;
}

function ratingOf(form) {
  return form.querySelector(".rating :checked")?.parentElement;
}

function questionLink(question) {
  const { form, heading } = question;
  const rating = ratingOf(form);
  const note = rating ? textOf(rating) : isSure(question) ? say("certain") : "";
  return [`#${heading.id}`, heading.textContent, note && ` (${note})`];
}

function linkList(title, links) {
  const items = links.map(([href, text, note = ""]) => make("li", {}, make("a", { href }, text), note));
  return items.length ? [make("h3", {}, say(title)), make("ul", {}, ...items)] : [];
}
