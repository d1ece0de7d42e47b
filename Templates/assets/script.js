(() => {
  "use strict";

  // Memory: localStorage may be blocked or full; the page works without it.

  const memory = {
    read(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // The choice then lasts as long as the page.
      }
    },
  };

  // Light and dark: the system's scheme until the reader chooses the other one.

  const schemeKey = "waymark-scheme";
  const root = document.documentElement;
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

  const chosenScheme = () => {
    const stored = memory.read(schemeKey);
    return stored === "dark" || stored === "light" ? stored : null;
  };

  const applyScheme = (scheme) => {
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  };

  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemIsDark.matches);

  applyScheme(chosenScheme());

  for (const button of document.querySelectorAll("button.scheme")) {
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    show();
    systemIsDark.addEventListener("change", show);
    button.addEventListener("click", () => {
      const dark = !isDark();
      // Choosing what the system has is following the system again.
      const scheme = dark === systemIsDark.matches ? null : dark ? "dark" : "light";
      memory.write(schemeKey, scheme);
      applyScheme(scheme);
      show();
    });
  }

  // Folds: where the style sheet shows a fold without its summary, it is open for everybody.

  const folds = document.querySelectorAll("details.fold");
  const placeFolds = () => {
    for (const fold of folds) fold.open = getComputedStyle(fold.firstElementChild).display === "none";
  };
  placeFolds();
  for (const width of ["62rem", "80rem"]) matchMedia(`(min-width: ${width})`).addEventListener("change", placeFolds);

  // On this page: marks the section that is being read.

  const sections = [];
  for (const link of document.querySelectorAll(".toc a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) sections.push({ link, heading });
  }

  if (sections.length) {
    const end = document.querySelector(".colophon");
    const markCurrent = () => {
      const line = innerHeight * 0.3;
      // The last sections may be too short to reach the line.
      const atEnd = end && end.getBoundingClientRect().top < innerHeight && scrollY > 0;
      const current = sections.findLast(({ heading }) => atEnd || heading.getBoundingClientRect().top < line);
      for (const { link } of sections) {
        if (link === current?.link) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    const lineObserver = new IntersectionObserver(markCurrent, { rootMargin: "0px 0px -70% 0px" });
    for (const { heading } of sections) lineObserver.observe(heading);
    if (end) new IntersectionObserver(markCurrent).observe(end);
  }
})();
