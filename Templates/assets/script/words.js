// The interface's words. What is said is written in English where it is said; a page in another
// language brings its own words by the English ones in `page.data`.

let words = {};

// A message with its {names} filled in.
function say(english, values = {}) {
  return (words[english] ?? english).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function inUnits(amount, unit, unitDisplay) {
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay }).format(Math.round(amount));
}

// "10 min", "8 days", in the page's language.
function intervalText(wait) {
  return wait < day ? inUnits(wait / minute, "minute", "short") : inUnits(wait / day, "day", "long");
}

// "now", "10 min", "tomorrow", "in 8 days".
function dueText(due, now) {
  if (due <= now) return say("now");
  if (due - now < 60 * minute) return intervalText(due - now);
  const days = Math.round((startOfDay(due) - startOfDay(now)) / day);
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(days, "day");
}
