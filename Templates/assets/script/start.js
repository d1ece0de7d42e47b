// Deferred scripts run before this event, so every file has been read when it comes.
document.addEventListener("DOMContentLoaded", () => {
  followMove();
  setUpScheme();
  setUpFolds();
  setUpToc();
  all(document, ".q > [data-kind=cards]").forEach(setUpCards);
  const questions = all(document, ".q > form:not([data-kind=cards])").map((form) => setUpQuestion(form, true));
  const [first] = all(document, ".q");
  if (first && !isKept) first.before(make("p", { className: "notice" }, blockedNotice()));
  if (first && site.page.endsWith("/practice")) setUpSummary(questions);
});
