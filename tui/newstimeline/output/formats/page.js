// Narrows the page to the events that have all words of the filter, and draws the strip anew for them.
"use strict";
const input = document.querySelector("#filter");
const counted = document.querySelector(".filter output");
const groups = [...document.querySelectorAll(".group")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const events = [...document.querySelectorAll(".event")].map((element) => ({
  element,
  words: plain(element.textContent),
  columns: (element.dataset.columns || "").split(" ").filter(Boolean).map(Number),
}));
const bars = ["exact", "spread"].map((kind) => [...document.querySelectorAll(`.strip rect.${kind}`)]);
const height = Number(document.querySelector(".strip svg")?.dataset.height || 0);

function draw(shown) {
  const exact = bars[0].map(() => 0), spread = bars[0].map(() => 0);
  for (const { columns: [first, last] } of shown) {
    if (first === undefined) continue;
    if (last - first < 2) exact[Math.floor((first + last) / 2)] += 1;
    else for (let at = first; at <= last; at++) spread[at] += 1 / (last - first + 1);
  }
  const most = Math.max(...exact.map((count, at) => count + spread[at]), 1e-9);
  exact.forEach((count, at) => {
    const low = (count / most) * height, high = (spread[at] / most) * height;
    bars[0][at].setAttribute("height", low);
    bars[0][at].setAttribute("y", height - low);
    bars[1][at].setAttribute("height", high);
    bars[1][at].setAttribute("y", height - low - high);
  });
}

function narrow() {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  const shown = events.filter((event) => words.every((word) => event.words.includes(word)));
  const kept = new Set(shown);
  for (const event of events) event.element.hidden = !kept.has(event);
  for (const group of groups) group.hidden = !group.querySelector(".event:not([hidden])");
  const number = shown.length.toLocaleString("en");
  counted.value = words.length ? `${number} of ${events.length.toLocaleString("en")} events` : `${number} events`;
  for (const button of document.querySelectorAll(".filter button")) {
    button.setAttribute("aria-pressed", String(plain(input.value).trim() === plain(button.dataset.name)));
  }
  draw(shown);
}

document.addEventListener("click", (click) => {
  const button = click.target.closest("button[data-name]");
  if (!button) return;
  input.value = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.name;
  narrow();
  if (button.closest(".event")) window.scrollTo({ top: 0 });
});
document.addEventListener("keydown", (key) => {
  if (key.key === "/" && document.activeElement !== input) { key.preventDefault(); input.focus(); }
  if (key.key === "Escape" && document.activeElement === input) { input.value = ""; narrow(); }
});
input.form.addEventListener("submit", (submit) => submit.preventDefault());
input.addEventListener("input", narrow);
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
document.querySelector(".filter").hidden = false;
narrow();
