"""Pages in, the text of one self-contained HTML file out."""

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from pubparse.counting.statistics import statistics
from pubparse.exporters.contract import SIGN
from pubparse.exporters.export import export
from pubparse.model.page import Page
from pubparse.problems import UsageError
from pubparse.reporting.cards import Card, sheets_of
from pubparse.reporting.filters import Filter, filters
from pubparse.reporting.templates import part, rendered


def report(pages: Page | Iterable[Page], *, state: str | None = None) -> str:
    """Show what was read of pages, where, and how surely, as one HTML file that asks for nothing from anywhere.

    `state` tells this version of a page from others, for a report that a server shows while the page is being written:
    only such a report asks for something, which is whether its server has the same `state` still. Raises UsageError
    where something else than pages is given.
    """
    given = (pages,) if isinstance(pages, Page) else tuple(pages)
    if not all(isinstance(page, Page) for page in given):
        raise UsageError("a report is made of pages")
    sheets, figures = sheets_of(given), statistics(given)
    ways = filters(figures)
    style, script = part("style.css"), part("script.js") + ("" if state is None else part("live.js"))
    return rendered(
        "report.html",
        title=_title(given),
        sheets=sheets,
        figures=figures,
        ways=ways,
        policy=_policy(style, script, connects=state is not None),
        style=style,
        script=script,
        state=state,
        data=_data([card for sheet in sheets for card in sheet.cards], ways),
    )


def _title(pages: tuple[Page, ...]) -> str:
    owners = dict.fromkeys(page.owner.name for page in pages if page.owner)
    return f"Publications of {', '.join(owners)}" if owners else "Publications"


def _policy(style: str, script: str, *, connects: bool) -> str:
    """Only the style and script of this file are used; https://www.w3.org/TR/CSP3/."""
    own = f"style-src {_hash(style)}; script-src {_hash(script)}"
    asks = "'self'" if connects else "'none'"
    return f"default-src 'none'; {own}; connect-src {asks}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(cards: Sequence[Card], ways: Iterable[Filter]) -> str:
    """What the script filters by and copies, as JSON that ends no element."""
    works = [card.work.model_copy(update={"id": card.key}) for card in cards]
    cited = json.loads(export(works, "csl-json", custom=False).text)
    number = {card.key: at for at, card in enumerate(cards)}
    data = {
        "groups": {
            way.name: [[group.name, [number[key] for key in group.works]] for group in way.groups] for way in ways
        },
        "works": [
            {
                "key": card.key,
                "year": work.year,
                "title": work.title or "",
                "sure": work.confidence,
                "problems": len(card.troubles),
                "markdown": work.raw,
                "csl": item,
                "bibtex": export(work, "bibtex").text.removeprefix(f"% {SIGN}\n\n"),
            }
            for card, work, item in zip(cards, works, cited, strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
