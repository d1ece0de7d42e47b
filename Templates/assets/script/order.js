// Order: the list itself is the answer. Buttons move its items; the menus of places, hidden, follow.

function setUpOrder(form, whenMoved) {
  const list = form.querySelector(".rows");
  for (const item of list.children) {
    const label = item.querySelector("label");
    const move = (neighbour, side) => {
      // The neighbour goes round the item, which keeps the focus on the item's button.
      if (neighbour) item[side](neighbour);
      [...list.children].forEach((other, index) => (menuOf(other).value = index + 1));
      const total = list.children.length;
      whenMoved(say("{name}, now {place} of {total}", { name: textOf(label), place: menuOf(item).value, total }));
    };
    const up = makeButton(say("Up"), () => move(item.previousElementSibling, "after"));
    const down = makeButton(say("Down"), () => move(item.nextElementSibling, "before"));
    for (const button of [up, down]) button.ariaLabel = `${button.textContent}: ${textOf(label)}`;
    label.after(make("span", { className: "move" }, up, down));
    menuOf(item).hidden = true;
  }
}

function menuOf(item) {
  return item.querySelector("select");
}

// Puts the items where the kept answers have them.
function restorePlaces(form) {
  const items = all(form, ".rows > .row");
  const place = (item) => Number(menuOf(item).value);
  if (items.every(place)) form.querySelector(".rows").append(...items.sort((a, b) => place(a) - place(b)));
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
