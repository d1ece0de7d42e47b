// Finding and making elements.

function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function makeButton(text, onclick) {
  return make("button", { type: "button", onclick }, text);
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

function textOf(element) {
  const text = element.textContent.replace(/\s+/g, " ").trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

// Puts the elements into one another's places, at random.
function shuffle(elements) {
  const places = elements.map((element) => {
    const place = document.createComment("");
    element.replaceWith(place);
    return { element, place, rank: Math.random() };
  });
  const order = [...places].sort((a, b) => a.rank - b.rank);
  places.forEach(({ place }, index) => place.replaceWith(order[index].element));
}

// The page's own data; {} where it needs none.
function pageData() {
  return JSON.parse(document.getElementById("page.data")?.textContent ?? "{}");
}
