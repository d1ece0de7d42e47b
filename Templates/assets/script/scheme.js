// Light and dark: the system's scheme until the reader chooses the other one.

function setUpScheme() {
  const key = "waymark-scheme";
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (dataset.scheme ? dataset.scheme === "dark" : system.matches);
  const apply = (scheme) => {
    if (/^(dark|light)$/.test(scheme)) dataset.scheme = scheme;
    else delete dataset.scheme;
  };
  apply(store[key]);

  for (const button of all(document, ".scheme")) {
    const show = () => (button.ariaPressed = isDark());
    button.hidden = false;
    show();
    system.addEventListener("change", show);
    button.onclick = () => {
      const dark = !isDark();
      // Choosing what the system has is following the system again.
      const scheme = dark === system.matches ? undefined : dark ? "dark" : "light";
      writeText(key, scheme);
      apply(scheme);
      show();
    };
  }
}
