// What a practice page's questions come to, after the last of them, with the ways back.

function setUpSummary(questions) {
  const result = make("div");
  const title = make("h2", { id: "page.summary" }, say("Your result"));
  const section = make("section", { className: "summary" }, title, result, ...makeTools());
  section.setAttribute("aria-labelledby", title.id);
  all(document, ".q").at(-1).after(section);
  watchers.push(show);
  show();

  function show() {
    const scored = questions.filter((question) => question.isScored);
    const tried = scored.filter(({ record }) => record.first !== null);
    const missed = tried.filter(({ record }) => record.first < 1);
    const isSure = ({ record }) => record.confidence === 2;
    const counts = { tried: tried.length, all: scored.length, ...totals(scored) };
    result.replaceChildren(
      make("p", {}, say("{tried} of {all} questions answered. First try: {first} of {total} points. Best: {best}.", counts)),
      ...linkList("Certain, but not right", missed.filter(isSure).map(questionLink)),
      ...linkList("Not right at the first try", missed.filter((question) => !isSure(question)).map(questionLink)),
      ...linkList("Read again", objectiveLinks(missed)),
      ...linkList("Rated by yourself", questions.filter(({ record }) => record.rating !== null).map(questionLink)),
    );
  }
}

function linkList(title, links) {
  return links.length ? [make("h3", {}, say(title)), make("ul", {}, ...links.map((link) => make("li", {}, link)))] : [];
}

function questionLink({ form, heading, record: { rating } }) {
  const rated = rating === null ? "" : ` (${textOf(form.querySelector(`.rating [value="${rating}"]`).parentElement)})`;
  return make("a", { href: `#${heading.id}` }, textOf(heading) + rated);
}

function objectiveLinks(missed) {
  const { objectives = {} } = pageData();
  const slugs = new Set(missed.flatMap((question) => question.objectives));
  return [...slugs].filter((slug) => objectives[slug]).map((slug) => make("a", { href: objectives[slug].href }, objectives[slug].text));
}
