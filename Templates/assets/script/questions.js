// One question: Check, the result, Retry, and what is kept of it.

// Makes the form work. `keep`: its answers are kept. `whenOpen` is called once the answer is open.
// Returns { form, heading, isScored, points, objectives, record }.
function setUpQuestion(form, keep = true, whenOpen = () => {}) {
  const { kind, id, v: version, points, partial, confidence, objectives = "" } = form.dataset;
  const key = questionKey(site.page, id);
  const [lesson, page] = site.page.split("/");
  const laterKey = cardKey(lesson, `${page}/${id}`);
  const status = form.querySelector(":scope > .status");
  const answer = form.querySelector(":scope > .check");
  const isScored = answer && kind !== "explain";
  const question = {
    form,
    heading: form.querySelector("legend :is(h2, h3)"),
    isScored,
    points: Number(points ?? (isChoice(form) || kind === "order" ? 1 : all(form, ".row, .gap").length)),
    objectives: objectives.split(" "),
  };

  const levels = [say("Guess"), say("Fairly"), say("Certain")].map((level, value) =>
    make("label", { className: "seg" }, make("input", { type: "radio", name: sureName(form), value }), level),
  );
  const sure = make("fieldset", { className: "sure" }, make("legend", {}, say("How sure are you?")));
  sure.append(make("div", { className: "segs" }, ...levels));
  const checkButton = make("button", { className: "primary" }, say("Check"));
  const retryButton = makeButton(say("Retry"), retry);
  const laterButton = makeButton(say("Review later"), reviewLater);

  all(form, ".hint").forEach((hint, index, hints) => {
    hint.hidden = index > 0;
    hint.ontoggle = () => hints[index + 1] && (hints[index + 1].hidden = false);
  });
  if (kind === "order") setUpOrder(form, edited);
  if (answer) {
    answer.before(sure, makeBar(checkButton, retryButton, laterButton));
    answer.ontoggle = opened;
    checkButton.hidden = !isScored;
    if (isScored) answer.querySelector("summary").textContent = say("Show the answer");
  }
  form.onsubmit = (event) => {
    event.preventDefault();
    if (isScored) check();
  };
  form.oninput = ({ target }) => {
    if (target.name === sureName(form)) return;
    const rating = target.closest(".rating") && textOf(target.parentElement);
    edited(rating ? say("Kept: {rating}.", { rating }) : "");
  };
  restore();
  if (keep) watchers.push((elsewhere) => elsewhere && restore());
  return question;

  function check() {
    const result = judged(form);
    const level = sure.querySelector(":checked");
    let gap = missing(form, result);
    if (!sure.hidden && !level) gap ??= [say("Say how sure you are first."), sure.querySelector("input")];
    if (gap) {
      status.replaceChildren(gap[0]);
      gap[1].focus();
      return;
    }
    clearMarks(form);
    showMarks(form, result.parts);
    attempt(partial === "no" ? Math.floor(result.share) : result.share, level && Number(level.value));
    keepRecord({ checked: true });
    if (result.share === 1) {
      answer.open = true;
      whenOpen();
    }
    status.replaceChildren(resultText(form, result), " ", blockedNotice());
  }

  // Made with the answer open, it does not count.
  function attempt(share, level) {
    const { record } = question;
    if (record.shown) return;
    if (record.first === null) Object.assign(record, { first: share, confidence: level });
    record.best = Math.max(record.best, share);
  }

  // The answer was opened, by the reader if it was not found.
  function opened() {
    if (!answer.open || !isScored || (question.record.checked && judged(form).share === 1)) return;
    attempt(0, null);
    keepRecord({ shown: true });
    whenOpen();
  }

  function edited(message) {
    clearMarks(form);
    const rating = form.querySelector(".rating :checked");
    keepRecord({ checked: false, rating: rating && Number(rating.value) });
    status.replaceChildren(message);
  }

  function retry() {
    if (isScored) clearWrong(form);
    else for (const input of all(answer, "input")) input.checked = false;
    answer.open = false;
    edited("");
    keepRecord({ shown: false });
    focusOn(question.heading);
  }

  // A missed question comes again among the cards.
  function reviewLater() {
    const isAdded = !!readRecord(laterKey);
    if (isAdded) writeText(laterKey);
    else writeRecord(laterKey, { added: Date.now(), log: [] });
    showButtons();
    status.replaceChildren(say(isAdded ? "Taken out of your reviews." : "Added to your reviews."));
  }

  function keepRecord(changes) {
    Object.assign(question.record, changes, { answers: readAnswers(form), time: Date.now() });
    if (keep) writeRecord(key, question.record);
    showButtons();
  }

  function restore() {
    const kept = keep && readRecord(key);
    // Answers to an older version of the question are dropped.
    if (kept && kept.version !== version) writeText(key);
    question.record =
      kept?.version === version
        ? kept
        : { version, answers: [], first: null, best: null, confidence: null, rating: null, shown: false, checked: false, time: 0 };
    writeAnswers(form, question.record.answers);
    if (kind === "order") restorePlaces(form);
    clearMarks(form);
    if (question.record.checked && isScored) showMarks(form, judged(form).parts);
    showButtons();
  }

  function showButtons() {
    const { first, rating, checked, shown } = question.record;
    const isAdded = !!readRecord(laterKey);
    const isMissed = (first !== null && first < 1) || (rating !== null && rating < 3);
    sure.hidden = !isScored || confidence !== "ask" || first !== null;
    retryButton.hidden = !checked && !shown && rating === null;
    laterButton.hidden = !keep || (!isMissed && !isAdded);
    laterButton.ariaPressed = isAdded;
  }
}

// Takes back what is wrong, or everything if nothing is, and shuffles it if the author lets it be shuffled.
function clearWrong(form) {
  const { kind, shuffle: may } = form.dataset;
  const { share, parts } = judged(form);
  const loose = parts.filter((part) => share === 1 || !part.right).map((part) => part.element);
  for (const control of loose.flatMap((element) => all(element, "input, select"))) {
    if (control.type === "text" || control.matches("select")) control.value = "";
    else control.checked = false;
  }
  if (kind === "order") shufflePlaces(form, loose);
  else if (kind !== "fill" && may !== "no") shuffle(loose);
}
