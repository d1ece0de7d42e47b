// Reading a question's form: what was answered, and how much of it is right.

// What was entered, as pairs of a control's name and value.
function readAnswers(form) {
  return [...new FormData(form)].filter(([, value]) => value);
}

function writeAnswers(form, answers) {
  for (const control of form.elements) {
    const { name, value } = control;
    const own = answers.filter((pair) => pair[0] === name);
    if (isTicked(control)) control.checked = own.some((pair) => pair[1] === value);
    else if (name) control.value = own[0]?.[1] ?? "";
  }
}

// Whether it is a radio button or a check box, which alone come with a value.
function isTicked(control) {
  return control.hasAttribute("value");
}

// The form's answers judged: { share, right, total, parts }. A part is what is right or wrong on its own,
// or an option of Choose: { element, control, name, answered, right, note, typed, unit, units }, where
// `note` is the feedback that its answer calls for, `typed` is text that should be a number, and `unit`
// one that is none of `units`.
function judged(form) {
  const { kind } = form.dataset;
  const accepts = JSON.parse(form.querySelector(".accepts")?.textContent ?? "{}");
  const parts = all(form, ".opt, .row, .gap").map((element) => {
    const part = { element, name: textOf(element.querySelector("legend, label")), ...judgedPart(element, accepts) };
    // Why a pair belongs together would tell the right one to who picked another.
    const isDue = kind === "match" ? part.right : part.answered;
    part.note = all(element, ".fb").find(({ dataset }) => isDue && (dataset.for ?? part.entry) == part.entry);
    return part;
  });
  if (kind === "order") {
    const marks = follows(parts.map(({ element }) => rightPlace(element)));
    parts.forEach((part, index) => (part.right = marks[index]));
  }
  // Of an order the links count: its first item has none.
  const counted = kind === "order" ? parts.slice(1) : parts;
  const right = counted.filter((part) => part.right).length;
  let total = counted.length;
  let share = right / total;
  if (isChoice(form)) {
    total = all(form, "[data-ok]").length;
    share = choiceShare(right, picked(parts).length - right, total);
  }
  return { share, right, total, parts };
}

function isChoice(form) {
  return /one|all/.test(form.dataset.kind);
}

function picked(parts) {
  return parts.filter((part) => part.answered);
}

function judgedPart(element, accepts) {
  // The buttons of an order stand before its menus.
  const control = element.querySelector("button, input, select");
  if (control.type === "text") return { control, ...judgedField(element, control, accepts[control.name]) };
  const choice = element.querySelector(":checked:not([value=''])");
  return { control, answered: !!choice, right: !!choice?.matches("[data-ok]") };
}

function judgedField(element, { value, inputMode }, accepts) {
  let entry;
  if (!value.trim()) return { answered: false };
  if (inputMode === "decimal") {
    // A unit may be typed after the number or chosen beside it; where there is only one it goes without saying.
    const number = parsedNumber(value);
    const units = [...new Set(accepts.map(({ unit = "" }) => unit))];
    if (!number || (number.unit && !units[0])) return { answered: false, typed: value };
    const menu = element.querySelector("select");
    if (menu && !menu.value && !number.unit) return { control: menu, name: menu.ariaLabel, answered: false };
    const unit = matchedUnit(units, number.unit || (menu?.selectedOptions[0].text ?? units[0]));
    if (unit === undefined) return { answered: false, unit: number.unit, units };
    entry = matchedNumber(accepts, number.value, unit);
  } else {
    entry = matchedText(accepts, value);
  }
  return { answered: true, right: entry >= 0 && !accepts[entry].wrong, entry };
}

// What is missing before the answers can be checked, as [message, control], or undefined.
function missing(form, { parts }) {
  const open = parts.filter((part) => !part.answered);
  if (!open.length || (isChoice(form) && picked(parts).length)) return;
  const [{ control, typed, unit, units }] = open;
  if (typed) return [say("notNumber", { typed }), control];
  if (unit) return [say("otherUnit", { unit, units: units.join(", ") }), control];
  // Of an order everything is missing until something is moved.
  const message = isChoice(form) || form.dataset.kind === "order" ? "answerFirst" : "missing";
  return [say(message, { names: namesOf(open) }), control];
}

function namesOf(parts) {
  return parts.map(({ name }) => name).join("; ");
}

function resultText(form, { share, right, total, parts }) {
  const wrong = picked(parts).filter((part) => !part.right);
  if (share === 1) return say("right");
  if (total === 1) return say("wrong", { note: noteText(wrong[0].note) });
  if (isChoice(form)) return say("picked", { right, total, wrong: wrong.length });
  const result = say(form.dataset.kind === "order" ? "links" : "share", { right, total });
  return right ? `${result} ${say("lookAt", { names: namesOf(wrong) })}` : result;
}
