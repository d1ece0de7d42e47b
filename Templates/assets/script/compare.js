// Whether what was typed is an answer. The same rules stand in Swift; both read the pairs in
// Tests/Fixtures/comparison-pairs.json.

// Equal answers give equal text: NFKC, lower case, single spaces, straight quotes, and neither
// outer quotes nor a final mark. Diacritics count.
function normalizedText(text) {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    // A capital sigma has two small forms, by its place in the word.
    .replaceAll("ς", "σ")
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  return plain.replace(/^["'«»‹›「」『』 ]+|["'«»‹›「」『』 .!?。]+$/g, "") || plain;
}

function exactText(text) {
  return text.normalize("NFC").trim();
}

// The place in `accepts` of the entry that was typed, or -1.
function matchedText(accepts, typed) {
  return accepts.findIndex(({ text, exact }) => {
    const form = exact ? exactText : normalizedText;
    return form(text) === form(typed);
  });
}

// What was typed as { value, unit }, or null if it is no number. White space and _ may group digits;
// the decimal mark is a point or a comma, whichever it is the only one.
function parsedNumber(typed) {
  const [, number, unit] = /^([+-]?[\d.,]*\d[\d.,]*(?:e[+-]?\d+)?)(.*)$/i.exec(compactUnit(typed).replaceAll("_", "")) ?? [];
  if (!number || number.replace(/[^.,]/g, "").length > 1) return null;
  return { value: Number(number.replace(",", ".")), unit };
}

function compactUnit(text) {
  return text.normalize("NFKC").replace(/\s/g, "").replaceAll("−", "-");
}

// The unit that was typed: that very one, or the only one that differs by upper and lower case alone.
function matchedUnit(units, typed) {
  const isSame = (unit) => compactUnit(unit) === compactUnit(typed);
  const near = units.filter((unit) => compactUnit(unit).toLowerCase() === compactUnit(typed).toLowerCase());
  return near.find(isSame) ?? (near[1] ? undefined : near[0]);
}

// The place in `accepts` of the range that holds the number, or -1. Bounds are decimals that binary
// numbers may miss by a hair.
function matchedNumber(accepts, value, unit) {
  return accepts.findIndex(({ low, high, unit: own = "" }) => {
    const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    return compactUnit(own) === compactUnit(unit) && value >= low - slack && value <= high + slack;
  });
}
