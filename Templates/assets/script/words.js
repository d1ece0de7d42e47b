// What the page brings along: the interface's words in its language, by their keys, the objectives that its
// questions test, as { text, href } by their slugs, the track's title, and its lessons that can be reviewed.
const { words = {}, objectives = {}, track, lessons = [] } = JSON.parse(
  document.getElementById("page.data")?.textContent ?? "{}",
);

// A message with its gaps filled in: {name} by a value, {name:one|many} by the form that goes with it.
function say(key, values) {
  return (words[key] ?? key).replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g, (_, name, one, many) =>
    many ? (values[name] === 1 ? one : many) : values[name],
  );
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
