// Finding and making elements.

function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function makeButton(word, onclick) {
  return make("button", { type: "button", onclick }, say(word));
}

function makeBar(...children) {
  return make("div", { className: "bar" }, ...children);
}

function makeStatus() {
  return make("p", { className: "status", role: "status" });
}

// Headings and the backs of cards take the focus from the script only.
function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

// The beginning of its text, to name it by.
function textOf(element) {
  const text = element.textContent.replace(/\s+/g, " ").trim();
  return text.replace(/\.$/, "").replace(/^(.{20,40}) .{20,}/, "$1…");
}

// Puts the elements into one another's places, at random.
function shuffle(elements) {
  const places = elements.map(() => document.createComment(""));
  elements.forEach((element, index) => element.replaceWith(places[index]));
  shuffled(elements).forEach((element, index) => places[index].replaceWith(element));
}

function shuffled(list) {
  return list.map((entry) => [Math.random(), entry]).sort((a, b) => a[0] - b[0]).map(([, entry]) => entry);
}
