// A page that moved: the place on it that an address names is looked for on the new page.

function followMove() {
  const [link] = all(document, "a.moved");
  if (link && !link.hash) location.replace(link + location.hash);
}
