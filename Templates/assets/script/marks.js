// Showing what is right: words beside what was picked, its feedback, and both as the control's
// description, so that coming back to it by keyboard tells them again.

let notes = 0;

function showMarks(form, parts) {
  form.dataset.checked = "";
  for (const { element, control, right, note } of picked(parts)) {
    if (control.type === "text") element.dataset.result = right ? "right" : "wrong";
    if (note) note.dataset.shown = "";
    const mark = element.querySelector(right ? ".mark.ok" : ".mark.no");
    const target = element.matches("fieldset") ? element : control;
    const own = (target.dataset.described ??= target.getAttribute("aria-describedby") ?? "");
    const ids = [mark, note].map((told) => (told ? (told.id ||= `note.${(notes += 1)}`) : ""));
    target.setAttribute("aria-describedby", `${own} ${ids.join(" ")}`.trim());
  }
}

function clearMarks(form) {
  delete form.dataset.checked;
  for (const element of all(form, "[data-result], [data-shown], [data-described]")) {
    const { described } = element.dataset;
    if (described) element.setAttribute("aria-describedby", described);
    else if (described === "") element.removeAttribute("aria-describedby");
    for (const name of ["result", "shown", "described"]) delete element.dataset[name];
  }
}
