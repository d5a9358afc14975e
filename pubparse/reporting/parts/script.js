"use strict";
// The filters are the address behind the `#`: charts and tables are links to it, the form writes it, and it is kept.
const works = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters");
const cards = document.getElementById("cards");
const card = new Map([...cards.children].map((one) => [one.dataset.key, one]));
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map();
const said = document.getElementById("said");
let shown = works;

function textOf(work) {
  if (!words.has(work.key)) words.set(work.key, plain([work.markdown, work.year, ...Object.values(work.groups).flat()].join(" ")));
  return words.get(work.key);
}

function passes(work, filters) {
  const is = (name) => !filters.get(name) || (work.groups[name] || []).includes(filters.get(name));
  return ["type", "venue", "coauthor", "role", "award"].every(is)
    && (!filters.get("from") || work.year >= Number(filters.get("from")))
    && (!filters.get("to") || (work.year !== null && work.year <= Number(filters.get("to"))))
    && (!filters.get("undated") || work.year === null)
    && (!filters.get("problems") || work.problems > 0)
    && (!filters.get("below") || work.sure < Number(filters.get("below")))
    && plain(filters.get("text") || "").split(/\s+/).every((word) => textOf(work).includes(word));
}

const orders = {
  newest: (one, other) => (other.year ?? -1) - (one.year ?? -1),
  oldest: (one, other) => (one.year ?? 9999) - (other.year ?? 9999),
  title: (one, other) => one.title.localeCompare(other.title),
  sure: (one, other) => one.sure - other.sure,
};
let order = "";

function show() {
  const filters = new FormData(form);
  shown = works.filter((work) => passes(work, filters));
  const keys = new Set(shown.map((work) => work.key));
  for (const [key, one] of card) one.hidden = !keys.has(key);
  if (filters.get("order") !== order) {
    order = filters.get("order");
    cards.append(...(orders[order] ? [...works].sort(orders[order]) : works).map((work) => card.get(work.key)));
  }
  if (orders[order]) shown = [...shown].sort(orders[order]);
  document.getElementById("count").textContent = `${shown.length} of ${works.length} shown`;
  history.replaceState(null, "", `#${new URLSearchParams([...filters].filter(([, value]) => value))}`);
}

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = given.has(field.name);
    else if (field.name) field.value = given.get(field.name) || "";
  }
  show();
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || link.classList.contains("skip")) return;
  event.preventDefault();
  location.hash = link.getAttribute("href");
  document.getElementById("works").scrollIntoView();
});
addEventListener("hashchange", read);

// What stands in one place of a card is lit in the others.
let held = null;
const isLit = (one) => one.classList.add("lit");
const namesOf = (one) => one.dataset.f.split(" ");

function light(field) {
  for (const one of cards.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!field) return;
  const names = namesOf(field);
  const innermost = names[names.length - 1];
  for (const one of field.closest("article").querySelectorAll("[data-f]")) if (namesOf(one).includes(innermost)) isLit(one);
}
const fieldAt = (event) => event.target.closest?.("[data-f]") || held;
cards.addEventListener("pointerover", (event) => light(fieldAt(event)));
cards.addEventListener("pointerleave", () => light(held));
cards.addEventListener("focusin", (event) => light(fieldAt(event)));
cards.addEventListener("focusout", () => light(held));
cards.addEventListener("click", (event) => {
  const field = event.target.closest("[data-f]");
  held = field === held ? null : field;
  light(held);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(held = null); });

const written = {
  bibtex: (some) => some.map((work) => work.bibtex).join("\n"),
  csl: (some) => `${JSON.stringify(some.map((work) => work.csl), null, 2)}\n`,
  markdown: (some) => some.map((work) => `${work.markdown}\n`).join(""),
};

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // a page that is no secure context has no clipboard of this kind
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const key = button.closest("article")?.dataset.key;
  const some = key === undefined ? shown : works.filter((work) => work.key === key);
  await copy(written[button.dataset.copy](some));
  said.textContent = `${some.length === 1 ? "1 publication" : `${some.length} publications`} copied as ${button.textContent}`;
});

for (const table of document.querySelectorAll("table.sortable")) {
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th");
    const at = head.cellIndex;
    const down = head.ariaSort !== "descending" && (head.ariaSort === "ascending" || at > 0);
    for (const one of head.parentElement.cells) one.ariaSort = one === head ? (down ? "descending" : "ascending") : "none";
    const text = (row) => row.cells[at].textContent;
    const rows = [...table.tBodies[0].rows].sort((one, other) => text(one).localeCompare(text(other), undefined, { numeric: true }));
    table.tBodies[0].append(...(down ? rows.reverse() : rows));
  });
}
read();
