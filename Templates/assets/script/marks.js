// Showing what is right: words beside what was picked, its feedback, and both as the control's
// description, so that coming back to it by keyboard tells them again.

function showMarks(form, parts) {
  clearMarks(form);
  form.dataset.checked = "";
  for (const { element, control, right, note } of picked(parts)) {
    // The style sheet sees what is ticked or chosen, not what is typed or moved.
    if (/text|button/.test(control.type)) element.dataset.result = right ? "right" : "wrong";
    if (note) note.dataset.shown = "";
    const mark = element.querySelector(right ? ".mark.ok" : ".mark.no");
    const target = element.matches("fieldset") ? element : control;
    target.ariaDescription = `${mark.textContent}. ${noteText(note)}`;
  }
}

function clearMarks(form) {
  delete form.dataset.checked;
  for (const element of all(form, "[data-result], [data-shown], [aria-description]")) {
    delete element.dataset.result;
    delete element.dataset.shown;
    element.ariaDescription = null;
  }
}

function noteText(note) {
  return note ? note.textContent.trim() : "";
}
