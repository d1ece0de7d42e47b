// Order: the list itself is the answer. Buttons move its items; the menus of places, hidden, follow.

function setUpOrder(form, whenMoved) {
  const items = all(form, ".rows > .row");
  for (const item of items) {
    const name = textOf(item.querySelector("label"));
    const button = (word, neighbour, side) => {
      const move = () => {
        // The neighbour goes round the item, which keeps the focus on the item's button.
        if (item[neighbour]) item[side](item[neighbour]);
        all(form, ".rows select").forEach((menu, index) => (menu.value = index + 1));
        whenMoved(say("moved", { name, place: menuOf(item).value, total: items.length }));
      };
      return Object.assign(makeButton(word, move), { ariaLabel: `${say(word)}: ${name}` });
    };
    const up = button("up", "previousElementSibling", "after");
    const down = button("down", "nextElementSibling", "before");
    menuOf(item).before(make("span", { className: "move" }, up, down));
    menuOf(item).hidden = true;
  }
}

function menuOf(item) {
  return item.querySelector("select");
}

// Puts the items where the kept answers have them, or leaves them where there are none.
function restorePlaces(form) {
  const items = all(form, ".rows > .row");
  form.querySelector(".rows").append(...items.sort((a, b) => menuOf(a).value - menuOf(b).value));
}

function rightPlace(item) {
  return Number(item.querySelector("[data-ok]").value);
}

// Shuffles items, but never into the right order.
function shufflePlaces(form, loose) {
  do shuffle(loose);
  while (all(form, ".rows > .row").every((item, index) => rightPlace(item) === index + 1));
  for (const menu of all(form, ".rows select")) menu.value = "";
}
