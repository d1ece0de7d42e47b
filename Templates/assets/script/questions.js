// One question: Check, the result, Retry, and what is kept of it.

// Makes the form work. `keep`: its answers are kept. `whenOpen` is called once the answer is open.
// Returns { form, heading, isScored, points, slugs, record }.
function setUpQuestion(form, keep, whenOpen = () => {}) {
  const { kind, id, v: version, points, partial, objectives: slugs = "" } = form.dataset;
  const name = `|q1|${site.page}|${id}`;
  versions[name] = version;
  // As a card it goes by its page and itself.
  const card = `|c1|${site.page.replace("/", "|")}/${id}`;
  const status = form.querySelector(".status");
  const answer = form.querySelector(".check");
  const heading = form.querySelector("h2, h3");
  const isScored = answer && kind !== "explain";
  const question = {
    form,
    heading,
    isScored,
    points: Number(points ?? (all(form, ".row, .gap").length * (kind !== "order") || 1)),
    slugs: slugs.split(" "),
  };

  const sure = form.querySelector(".sure");
  const [checkButton, retryButton, laterButton] = all(form, ".bar button");
  if (kind === "order") setUpOrder(form, edited);
  if (answer) {
    checkButton.hidden = !isScored;
    retryButton.onclick = retry;
    laterButton.onclick = reviewLater;
    retryButton.parentElement.hidden = false;
    answer.ontoggle = opened;
  }
  if (isScored) {
    form.onsubmit = check;
    answer.querySelector("summary").textContent = say("showAnswer");
  }
  form.oninput = ({ target }) => edited(target.closest(".rating") ? say("kept") : "");
  watch((isOwn) => isOwn || restore());
  return question;

  function check(event) {
    event.preventDefault();
    const { record } = question;
    const result = judged(form);
    const level = sure?.querySelector(":checked");
    let gap = missing(form, result);
    if (sure?.hidden === false && !level) gap ??= [say("sureFirst"), sure.querySelector("input")];
    if (gap) {
      status.replaceChildren(gap[0]);
      gap[1].focus();
      return;
    }
    const share = partial === "no" ? Math.floor(result.share) : result.share;
    // Made with the answer open, an attempt does not count.
    const counted = answer.open ? 0 : share;
    showMarks(form, result.parts);
    if (record.first === null) Object.assign(record, { first: counted, confidence: level ? Number(level.value) : null });
    record.best = Math.max(record.best, counted);
    keepRecord(true);
    if (result.share === 1) answer.open = true;
    status.replaceChildren(resultText(form, result), " ", blockedNotice());
  }

  function opened() {
    showButtons();
    if (!answer.open) return;
    whenOpen();
    const { record } = question;
    // Not when the browser opened it to show what it found.
    if (!isScored || record.best === 1 || document.activeElement !== answer.firstElementChild) return;
    record.first ??= 0;
    record.best ??= 0;
    keepRecord(record.checked);
  }

  function edited(message) {
    clearMarks(form);
    if (form.querySelector(".rating :checked")) question.record.best = 1;
    keepRecord(false);
    status.replaceChildren(message);
  }

  function retry() {
    if (isScored) clearWrong(form);
    else for (const input of all(answer, "input")) input.checked = false;
    answer.open = false;
    edited("");
    focusOn(heading);
  }

  // A missed question comes again among the cards.
  function reviewLater() {
    const isAdded = readRecord(card);
    writeRecord(card, isAdded ? null : { added: Date.now(), log: [] });
    showButtons();
    status.replaceChildren(say(isAdded ? "removed" : "added"));
  }

  function keepRecord(checked) {
    Object.assign(question.record, { checked, answers: readAnswers(form), time: Date.now() });
    if (keep) writeRecord(name, question.record);
    showButtons();
  }

  function restore() {
    // One that is not kept is not replaced by what another tab keeps.
    if (!keep && question.record) return;
    const kept = keep && readRecord(name);
    const { record } = question;
    const isCurrent = kept?.version === version;
    // Answers to another version of the question stay where they are until there are newer ones: another tab
    // may show that version.
    if (record && kept && !isCurrent) return;
    if (record?.time && !kept) {
      if (answer) answer.open = false;
      status.replaceChildren();
    }
    question.record = isCurrent ? kept : { version, answers: [], first: null, best: null, confidence: null };
    writeAnswers(form, question.record.answers);
    if (kind === "order") restorePlaces(form);
    clearMarks(form);
    if (question.record.checked) showMarks(form, judged(form).parts);
    showButtons();
  }

  function showButtons() {
    const { first, best, checked } = question.record;
    const isAdded = !!readRecord(card);
    if (sure) sure.hidden = first !== null;
    if (!answer) return;
    retryButton.hidden = !checked && !answer.open;
    laterButton.hidden = !keep || (best === null && !isAdded);
    laterButton.ariaPressed = isAdded;
  }
}

// Takes back what is wrong, or everything if nothing is, and shuffles it if the author lets it be shuffled.
function clearWrong(form) {
  const { kind, shuffle: may } = form.dataset;
  const { share, parts } = judged(form);
  if (kind === "order") {
    shuffleRuns(form, share === 1);
    return;
  }
  const loose = parts.filter((part) => share === 1 || !part.right).map((part) => part.element);
  for (const control of loose.flatMap((element) => all(element, "input, select"))) {
    if (isTicked(control)) control.checked = false;
    else control.value = "";
  }
  if (kind !== "fill" && may !== "no") shuffle(loose);
}
