
// While a page is being written: the report is asked for again when its server has another state. The card that is
// looked at stays where it is, and so does what is typed in.
const place = JSON.parse(sessionStorage.getItem("place") || "null");
sessionStorage.removeItem("place");
history.scrollRestoration = "manual";
if (place) {
  document.querySelector(`[name="${place.focus}"]`)?.focus({ preventScroll: true });
  document.querySelectorAll("details").forEach((one, at) => { one.open = place.open.includes(at); });
  const put = () => {
    const one = cardOf.get(place.key);
    if (one) scrollBy(0, one.getBoundingClientRect().top - place.top);
    else scrollTo(0, place.scroll);
  };
  put();
  // Cards that were not drawn yet have no height of their own: whenever what comes into view moves the rest, again.
  const seen = new ResizeObserver(put);
  seen.observe(document.body);
  setTimeout(() => seen.disconnect(), 500);
}
setInterval(async () => {
  const answer = await fetch("state", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || (await answer.text()) === document.documentElement.dataset.state) return;
  const one = works.map((work) => cardOf.get(work.key)).find((card) => !card.hidden && card.getBoundingClientRect().bottom > 0);
  const open = [...document.querySelectorAll("details")].flatMap((details, at) => (details.open ? [at] : []));
  sessionStorage.setItem("place", JSON.stringify({
    key: one?.dataset.key, top: one?.getBoundingClientRect().top, scroll: scrollY, focus: document.activeElement?.name, open,
  }));
  location.reload();
}, 250);
