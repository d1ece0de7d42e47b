// Light and dark: the system's scheme until the reader chooses the other one.

function setUpScheme() {
  const key = "waymark-scheme";
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const buttons = all(document, ".scheme");
  const isDark = () => (dataset.scheme ?? (system.matches ? "dark" : "")) === "dark";
  const show = () => {
    if (store[key]) dataset.scheme = store[key];
    else delete dataset.scheme;
    for (const button of buttons) button.ariaPressed = isDark();
  };
  for (const button of buttons) {
    button.hidden = false;
    button.onclick = () => {
      // Choosing what the system has is following the system again.
      writeText(key, isDark() !== system.matches ? "" : isDark() ? "light" : "dark");
      show();
    };
  }
  system.onchange = show;
  show();
}
