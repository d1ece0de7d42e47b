// On this page: marks the section that is being read.

function setUpToc() {
  const sections = all(document, ".toc a")
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading }) => heading);
  const end = document.querySelector(".colophon");
  if (!sections.length) return;

  const markCurrent = () => {
    // The last sections may be too short to reach the line.
    const atEnd = end?.getBoundingClientRect().top < innerHeight && scrollY > 0;
    const line = atEnd ? Infinity : innerHeight * 0.3;
    const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < line);
    for (const { link } of sections) {
      if (link === current?.link) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(markCurrent, { rootMargin: "0px 0px -70% 0px" });
  for (const { heading } of sections) observer.observe(heading);
  if (end) new IntersectionObserver(markCurrent).observe(end);
}
