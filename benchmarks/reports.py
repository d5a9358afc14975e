"""How long a report takes: to make, to open in Chromium, and to filter there; prints a table.

    python -m benchmarks.reports [ENTRIES]

The page is the source page of the fixtures, entry after entry. Needs Chromium and Playwright.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import pubparse

SOURCE = Path(__file__).parent.parent / "tests" / "fixtures" / "publications.md"
ENTRIES = 2000

TYPING = """async (word) => {
  const box = document.querySelector("input[type=search]");
  const times = [];
  for (let at = 1; at <= word.length; at += 1) {
    const begun = performance.now();
    box.value = word.slice(0, at);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times;
}"""


def page_of(entries: int) -> str:
    """A page of that many entries: those of the source page, over and over, each with a title of its own."""
    text = SOURCE.read_text(encoding="utf-8")
    works = [one for one in pubparse.parse(text).publications if one.title and one.title in one.raw]
    lines = [
        one.raw.replace(one.title or "", f"{one.title} {at}").strip()
        for at in range(entries)
        for one in [works[at % len(works)]]
    ]
    return text[: works[0].span.start] + "\n\n".join(lines) + "\n"


def main() -> None:
    """Make, open and filter one report."""
    from playwright.sync_api import sync_playwright

    text = page_of(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES)
    begun = perf_counter()
    page = pubparse.parse(text)
    parsed = perf_counter()
    report = page.report()
    made = perf_counter()
    sizes = f"{len(text.encode()) / 1e6:.2f} MB of page, {len(report.encode()) / 1e6:.2f} MB of report"
    print(f"{len(page.publications)} publications, {sizes}")
    print(f"  parse            {parsed - begun:7.2f} s")
    print(f"  report           {made - parsed:7.2f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(report, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        begun = perf_counter()
        shown.goto(file.as_uri(), wait_until="load")
        shown.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        print(f"  open             {perf_counter() - begun:7.2f} s")
        times = sorted(shown.evaluate(TYPING, "federated"))
        usual, longest = times[len(times) // 2] / 1000, times[-1] / 1000
        print(f"  filter, a letter {usual:7.2f} s usually, {longest:.2f} s at most")
        browser.close()


if __name__ == "__main__":
    main()
