// What the page brings along: the interface's words in its language, by their keys, and the objectives
// that its questions test, as { text, href } by their slugs.
const { words = {}, objectives = {} } = JSON.parse(document.getElementById("page.data")?.textContent ?? "{}");

// A message with its {names} filled in.
function say(key, values) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// "10 min", "8 days", in the page's language.
function intervalText(wait) {
  const [amount, unit, unitDisplay] = wait < day ? [wait / minute, "minute", "short"] : [wait / day, "day", "long"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay }).format(Math.round(amount));
}

// "in 10 minutes", "today", "tomorrow", "in 8 days".
function dueText(due, now) {
  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  const minutes = Math.ceil((due - now) / minute);
  const days = Math.round((startOfDay(due) - startOfDay(now)) / day);
  return minutes > 0 && minutes < 60 ? relative.format(minutes, "minute") : relative.format(days, "day");
}
