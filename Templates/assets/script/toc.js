// On this page: marks the section that is being read.

function setUpToc() {
  const links = all(document, ".toc a");
  const top = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.getBoundingClientRect().top;
  const markCurrent = () => {
    // The last sections may be too short to reach the line.
    const below = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = scrollY && below < 99 ? innerHeight : innerHeight * 0.3;
    const current = links.findLast((link) => top(link) < line);
    for (const link of links) link.ariaCurrent = link === current ? "location" : null;
  };
  addEventListener("scroll", markCurrent);
  markCurrent();
}
