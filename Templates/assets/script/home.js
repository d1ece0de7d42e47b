// The track's home: what is due, and how far each lesson is.

function setUpHome() {
  const section = document.querySelector(".progress");
  if (!section) return;
  const link = section.querySelector(".due a");
  section.append(...makeTools());
  section.hidden = false;
  watchers.push(show);
  show();

  function show() {
    const { due, fresh } = dueCards(Date.now());
    const text = due.length + fresh.length ? "Review: {due} due, {fresh} new" : "Nothing to review today";
    if (link) link.textContent = say(text, { due: due.length, fresh: fresh.length });
    const finished = records("q1").filter(([, , { best, rating }]) => best === 1 || rating !== null);
    for (const item of all(document, "[data-questions]")) {
      const { lesson, questions } = item.dataset;
      const own = finished.filter(([page]) => page.startsWith(`${lesson}/`));
      const line = item.querySelector(".meta") ?? item;
      if (!line.querySelector(".done")) line.append(" ", make("span", { className: "done" }));
      // A question that is no longer asked may still be kept.
      const done = Math.min(own.length, questions);
      line.querySelector(".done").textContent = say("{done} of {questions} done", { done, questions });
    }
  }
}
