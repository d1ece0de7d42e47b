// Deferred scripts run before this event, so every file has been read when it comes.
document.addEventListener("DOMContentLoaded", () => {
  words = pageData().words ?? {};
  setUpScheme();
  setUpToc();
  const isCards = (form) => form.dataset.kind === "cards";
  const forms = all(document, ".q > form");
  forms.filter(isCards).forEach(setUpCards);
  const questions = forms.filter((form) => !isCards(form)).map((form) => setUpQuestion(form));
  if (forms.length && !isKept) forms[0].parentElement.before(make("p", { className: "notice" }, blockedNotice()));
  if (forms.length && site.page.endsWith("/practice")) setUpSummary(questions);
  setUpHome();
  setUpReview();
});
