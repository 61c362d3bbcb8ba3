/* Marks in the contents what is being read. Without this script the contents still lead there. */
(() => {
  "use strict";

  const contents = document.querySelector(".contents");
  if (!contents || !("IntersectionObserver" in window)) return;
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const item = document.getElementById(link.hash.slice(1));
    if (item) links.set(item, link);
  }
  const seen = new Set();
  let current = null;

  /* Moves the list itself, never the page, until the link is in sight. */
  const reveal = (link) => {
    const { top, bottom } = link.getBoundingClientRect();
    const box = contents.getBoundingClientRect();
    if (top < box.top) contents.scrollTop -= box.top - top;
    else if (bottom > box.bottom) contents.scrollTop += bottom - box.bottom;
  };

  const mark = (link) => {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    if (link) reveal(link);
  };

  /* What stands at the upper third of the window is being read. */
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      mark([...links].find(([item]) => seen.has(item))?.[1] ?? null);
    },
    { rootMargin: "-20% 0px -75%" },
  );
  for (const item of links.keys()) observer.observe(item);
})();
