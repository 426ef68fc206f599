// Every text that can be seen and whose contrast with what is behind it is below WCAG AA; pictures have their own tests.
const parse = (css) => {
  const parts = css.match(/[\d.]+/g).map(Number);
  return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
};
const luminance = (c) => {
  const [r, g, b] = [c.r, c.g, c.b].map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const background = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor);
    if (c.a === 1) return c;
    if (c.a > 0) return null;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? { r: 18, g: 18, b: 18 } : { r: 255, g: 255, b: 255 };
};
document.querySelectorAll("details").forEach((d) => { d.open = true; });
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const faults = [];
let seen = 0;
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim();
  const element = walker.currentNode.parentElement;
  if (!text || element.closest("svg, script, style") || !element.getClientRects().length) continue;
  const style = getComputedStyle(element);
  const ink = parse(style.color);
  const paper = background(element);
  if (!paper || ink.a !== 1 || style.opacity !== "1") { faults.push("translucent: " + text.slice(0, 40)); continue; }
  const [a, b] = [luminance(ink), luminance(paper)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  seen += 1;
  if (ratio < (large ? 3 : 4.5)) faults.push(ratio.toFixed(2) + " " + element.tagName + "." + element.className + ": " + text.slice(0, 40));
}
return seen === 0 ? ["no text"] : faults;
