// Folds: where the style sheet shows a fold without its summary, it is open for everybody.

function setUpFolds() {
  const place = () => {
    for (const fold of all(document, ".fold")) fold.open = getComputedStyle(fold.firstElementChild).display === "none";
  };
  for (const width of ["62rem", "80rem"]) matchMedia(`(min-width: ${width})`).onchange = place;
  place();
}
