"use strict";
// The filters are the address behind `#?`: charts and tables are links to it, the form writes it, and it is kept.
const { works, groups } = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters");
const list = document.getElementById("cards");
const cardOf = new Map([...list.children].map((card) => [card.dataset.key, card]));
const chosen = new Map(Object.entries(groups).map(
  ([way, some]) => [way, new Map(some.map(([name, numbers]) => [name, new Set(numbers.map((at) => works[at].key))]))],
));
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let shown = works;

const texts = new Map();
function textOf(work) {
  if (!texts.has(work.key)) {
    const names = [...chosen.values()].flatMap((some) => [...some].filter(([, keys]) => keys.has(work.key)).map(([name]) => name));
    texts.set(work.key, plain([work.title, work.markdown, work.year, ...names].join(" ")));
  }
  return texts.get(work.key);
}

function passes(work, filters) {
  const given = (name) => filters.get(name);
  return [...chosen].every(([way, some]) => !given(way) || some.get(given(way))?.has(work.key))
    && (!given("from") || work.year >= Number(given("from")))
    && (!given("to") || (work.year !== null && work.year <= Number(given("to"))))
    && (!given("undated") || work.year === null)
    && (!given("problems") || work.problems > 0)
    && (!given("below") || work.sure < Number(given("below")))
    && plain(given("text") || "").split(/\s+/).every((word) => !word || textOf(work).includes(word));
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
  for (const [key, card] of cardOf) card.hidden = !keys.has(key);
  if (filters.get("order") !== order) {
    order = filters.get("order");
    list.append(...(orders[order] ? [...works].sort(orders[order]) : works).map((work) => cardOf.get(work.key)));
  }
  if (orders[order]) shown = [...shown].sort(orders[order]);
  document.getElementById("count").textContent = `${shown.length} of ${works.length} shown`;
  const address = new URLSearchParams([...filters].filter(([, value]) => value));
  try { history.replaceState(null, "", `#?${address}`); } catch { /* a preview that has no address of its own */ }
}

// What the address says; a value that the page has no more stays chosen, so that nothing seems to be shown for it.
function fill() {
  const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  for (const field of form.elements) {
    const value = given.get(field.name) || "";
    if (field.type === "checkbox") field.checked = field.value === value;
    else if (field.name) field.value = value;
    if (field.tagName === "SELECT" && field.value !== value) field.add(new Option(value, value, false, true));
  }
  show();
}

form.hidden = document.querySelector(".tools").hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  if (address.startsWith("#?")) { history.pushState(null, "", address); fill(); }
  document.getElementById("works").focus();
});
addEventListener("popstate", fill);

// What stands in one place of a card is lit in the others.
let held = null;

function light(field) {
  for (const one of list.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!field) return;
  const innermost = field.dataset.f.split(",").pop();
  for (const one of field.closest("article").querySelectorAll("[data-f]")) {
    if (one.dataset.f.split(",").includes(innermost)) one.classList.add("lit");
  }
}
function hold(field) {
  held?.removeAttribute("aria-pressed");
  held = field;
  if (held?.tagName === "BUTTON") held.ariaPressed = "true";
  light(held);
}
const fieldAt = (event) => event.target.closest?.("[data-f]") || held;
list.addEventListener("pointerover", (event) => light(fieldAt(event)));
list.addEventListener("pointerleave", () => light(held));
list.addEventListener("focusin", (event) => light(fieldAt(event)));
list.addEventListener("focusout", () => light(held));
list.addEventListener("click", (event) => {
  const field = event.target.closest("[data-f]");
  hold(field === held ? null : field);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hold(null); });

const written = {
  bibtex: (some) => some.map((work) => work.bibtex).join("\n"),
  csl: (some) => `${JSON.stringify(some.map((work) => work.csl), null, 2)}\n`,
  markdown: (some) => some.map((work) => `${work.markdown}\n`).join(""),
};
const said = document.getElementById("said");
for (const card of cardOf.values()) {
  const tools = document.querySelector(".copies").cloneNode(true);
  tools.firstChild.textContent = "Copy as ";
  card.append(tools);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // a page that is no secure context has no clipboard of this kind
    const focus = document.activeElement;
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focus?.focus();
    return done;
  }
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const card = button.closest("article");
  const some = card ? works.filter((work) => work.key === card.dataset.key) : shown;
  const done = await copied(written[button.dataset.copy](some));
  const what = some.length === 1 ? "1 publication" : `${some.length} publications`;
  said.textContent = done ? `${what} copied as ${button.textContent}` : "The browser does not let this page copy";
  clearTimeout(said.fading);
  said.fading = setTimeout(() => { said.textContent = ""; }, 4000);
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
fill();
