// What sticks out of the page sideways, besides what scrolls in a box of its own.
const width = document.documentElement.clientWidth;
document.querySelectorAll("details").forEach((d) => { d.open = true; });
if (document.documentElement.scrollWidth <= width) return [];
return Array.from(document.body.querySelectorAll("*"))
  .filter((e) => !e.closest(".scroll *, pre *, .skip, svg *") && e.getBoundingClientRect().right > width + 1)
  .map((e) => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right) + " > " + width)
  .concat(["scrollWidth " + document.documentElement.scrollWidth])
  .slice(0, 10);
