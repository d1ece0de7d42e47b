// The track's home: what is due, and how far each lesson is.

document.addEventListener("DOMContentLoaded", setUpHome);

function setUpHome() {
  const section = document.querySelector(".progress");
  if (!section) return;
  section.append(...makeTools());
  watch(() => {
    const { due, fresh } = dueCards(Date.now());
    const word = due.length + fresh.length ? "due" : "nothingDue";
    for (const link of all(document, ".due a")) link.textContent = say(word, { due: due.length, fresh: fresh.length });
    for (const element of all(document, ".done")) {
      const { lesson, questions } = element.dataset;
      const finished = records(`|q1|${lesson}/`).filter(([, record]) => record.best === 1);
      // A question that is no longer asked may still be kept.
      const done = Math.min(finished.length, questions);
      element.textContent = say("done", { done, questions });
    }
  });
}
