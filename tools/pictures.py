"""The source page of the fixtures in, the pictures of the documentation out: `python -m tools.pictures`.

Needs Chromium and Playwright for the report; the terminal's pictures are drawn by rich.
"""

import io
import shutil
import tempfile
from pathlib import Path

from rich.console import Console

import pubparse
from pubparse.cli.card import panel

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "tests" / "fixtures" / "publications.md"
PICTURES = ROOT / "docs" / "pictures"
SHOWN = "tang2024bandwidth"
WIDTH, HEIGHT = 1280, 900


def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    page = pubparse.parse(SOURCE.read_bytes(), path=SOURCE.name)
    terminal(page, PICTURES / "show.svg")
    report(page)


def terminal(page: pubparse.Page, file: Path) -> None:
    """What `pubparse show` prints for one work."""
    screen = Console(record=True, width=110, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for card in pubparse.cards(page):
        if card.key == SHOWN:
            screen.print(panel(card))
    screen.save_svg(str(file), title=f"pubparse show publications.md {SHOWN}")


def report(page: pubparse.Page) -> None:
    """The report: what is in it, and a card with one field lit, in the light and in the dark."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(page.report(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
            shown.goto(f"{file.as_uri()}{'' if scheme == 'light' else '#type=conference&from=2024'}")
            if scheme == "dark":
                shown.locator("h2#works").scroll_into_view_if_needed()
                shown.evaluate("document.getElementById('works').scrollIntoView()")
                shown.locator("article:not([hidden])").first.locator(".record .title").hover()
            shown.screenshot(path=str(PICTURES / name))
        browser.close()


if __name__ == "__main__":
    main()
