// Reading a question's form: what was answered, and how much of it is right.

function sureName(form) {
  return `${form.id}.c`;
}

// What was entered, as pairs of a control's name and value. How sure the reader is, is kept apart.
function readAnswers(form) {
  return [...new FormData(form)].filter(([name, value]) => value && name !== sureName(form));
}

function writeAnswers(form, answers) {
  const ticked = answers.map((pair) => pair.join("="));
  const entered = new Map(answers);
  for (const control of form.elements) {
    if (/radio|checkbox/.test(control.type)) control.checked = ticked.includes(`${control.name}=${control.value}`);
    else if (control.name) control.value = entered.get(control.name) ?? "";
  }
}

// The form's answers judged: { share, right, total, parts }. A part is what is right or wrong on its own,
// or an option of Choose: { element, control, name, answered, right, note, typed }, where `note` is the
// feedback that its answer calls for and `typed` is text that should be a number.
function judged(form) {
  const { kind } = form.dataset;
  const accepts = JSON.parse(form.querySelector(".accepts")?.textContent ?? "{}");
  const parts = all(form, ".opt, .row, .gap").map((element) => {
    const part = { element, name: textOf(element.querySelector("legend, label")), ...judgedPart(element, accepts) };
    // Why a pair belongs together would tell the right one to who picked another.
    const isDue = kind === "match" ? part.right : part.answered;
    part.note = all(element, ".fb").find((note) => isDue && (!note.dataset.for || Number(note.dataset.for) === part.entry));
    return part;
  });
  const right = parts.filter((part) => part.right).length;
  if (isChoice(form)) {
    const total = all(form, "[data-ok]").length;
    return { share: choiceShare(right, picked(parts).length - right, total), right, total, parts };
  }
  const share = kind === "order" ? orderShare(parts.map(({ element }) => rightPlace(element))) : right / parts.length;
  return { share, right, total: parts.length, parts };
}

function isChoice(form) {
  return /one|all/.test(form.dataset.kind);
}

function picked(parts) {
  return parts.filter((part) => part.answered);
}

function judgedPart(element, accepts) {
  const control = element.querySelector("input, select");
  if (control.type === "text") return { control, ...judgedField(element, control, accepts[control.name]) };
  const choice = element.querySelector(":checked:not([value=''])");
  return { control, answered: !!choice, right: !!choice?.matches("[data-ok]") };
}

function judgedField(element, field, accepts) {
  let entry;
  if (!field.value.trim()) return { answered: false };
  if (field.inputMode === "decimal") {
    // A unit may be typed after the number or chosen beside it; where there is only one it goes without saying.
    const number = parsedNumber(field.value);
    const units = accepts.map((range) => compactUnit(range.unit ?? ""));
    if (!number || (number.unit && !units.includes(number.unit))) return { answered: false, typed: field.value };
    const menu = element.querySelector("select");
    if (menu && !menu.value && !number.unit) return { control: menu, name: menu.ariaLabel, answered: false };
    entry = matchedNumber(accepts, number.value, number.unit || compactUnit(menu?.selectedOptions[0].text ?? units[0]));
  } else {
    entry = matchedText(accepts, field.value);
  }
  return { answered: true, right: entry >= 0 && !accepts[entry].wrong, entry };
}

// What is missing before the answers can be checked, as [message, control], or undefined.
function missing(form, { parts }) {
  const open = parts.filter((part) => !part.answered);
  if (!open.length || (isChoice(form) && open.length < parts.length)) return;
  const { control, typed } = open[0];
  if (form.dataset.kind === "order") return [say("Put the steps in order first."), form.querySelector(".move button")];
  if (isChoice(form)) return [say("Choose an answer first."), control];
  if (typed) return [say("“{typed}” is not a number that can be checked. Write digits, such as 4.6.", { typed }), control];
  return [say("Not answered yet: {names}.", { names: namesOf(open) }), control];
}

function namesOf(parts) {
  return parts.map(({ name }) => name).join("; ");
}

function resultText(form, { share, right, total, parts }) {
  if (share === 1) return say(total > 1 ? "All {total} right. The answer is open below." : "Right. The answer is open below.", { total });
  const wrong = parts.filter((part) => part.answered && !part.right);
  if (total === 1) return say(wrong[0].note ? "Not right yet. There is a note on your answer." : "Not right yet.");
  if (isChoice(form)) return say("{right} of {total} right choices picked, {wrong} wrong.", { right, total, wrong: wrong.length });
  return say("{right} of {total} right. Look again at: {names}.", { right, total, names: namesOf(wrong) });
}
