// Order: the list itself is the answer. Buttons move its items; the menus of places, hidden, follow.

function setUpOrder(form, whenMoved) {
  const items = itemsOf(form);
  for (const item of items) {
    const name = textOf(item.querySelector("label"));
    const button = (word, neighbour, side) => {
      const move = () => {
        // The neighbour goes round the item, which keeps the focus on the item's button.
        if (item[neighbour]) item[side](item[neighbour]);
        numberPlaces(form);
        whenMoved(say("moved", { name, place: menuOf(item).value, total: items.length }));
      };
      return Object.assign(makeButton(word, move), { ariaLabel: `${say(word)}: ${name}` });
    };
    const up = button("up", "previousElementSibling", "after");
    const down = button("down", "nextElementSibling", "before");
    const menu = menuOf(item);
    menu.before(make("span", { className: "move" }, up, down));
    menu.hidden = true;
    // In a group the style sheet does not see them: it would mark an item by its place alone.
    menu.append(make("optgroup", {}, ...menu.options));
  }
}

function itemsOf(form) {
  return all(form, ".rows > .row");
}

function menuOf(item) {
  return item.querySelector("select");
}

// Puts the items where the kept answers have them, or leaves them where there are none.
function restorePlaces(form) {
  const items = itemsOf(form);
  form.querySelector(".rows").append(...items.sort((a, b) => menuOf(a).value - menuOf(b).value));
}

function rightPlace(item) {
  return Number(item.querySelector("[data-ok]").value);
}

function numberPlaces(form) {
  itemsOf(form).forEach((item, index) => (menuOf(item).value = index + 1));
}

// Shuffles the items, but never into the right order. Those that rightly follow one another stay together,
// unless all do.
function shuffleRuns(form, isRight) {
  const items = itemsOf(form);
  const runs = [];
  follows(items.map(rightPlace)).forEach((isNext, index) => {
    if (isRight || !isNext || !index) runs.push([]);
    runs.at(-1).push(items[index]);
  });
  do form.querySelector(".rows").append(...shuffled(runs).flat());
  while (follows(itemsOf(form).map(rightPlace)).every(Boolean));
  numberPlaces(form);
}
