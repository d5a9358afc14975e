"""Pages in, the text of one self-contained HTML file out."""

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from pubparse.counting.statistics import Statistics, statistics
from pubparse.exporters.export import export
from pubparse.model.page import Page
from pubparse.problems import UsageError
from pubparse.reporting.cards import Sheet, sheets_of
from pubparse.reporting.templates import part, rendered

_SELF, _NONE = "'self'", "'none'"


def report(pages: Page | Iterable[Page], *, live: str = "") -> str:
    """Show what was read of pages, where, and how surely, as one HTML file that asks for nothing from anywhere.

    `live` is a script that keeps the report of a file that is being written up to date: see `pubparse watch`. Raises
    UsageError where something else than pages is given.
    """
    given = (pages,) if isinstance(pages, Page) else tuple(pages)
    if not all(isinstance(page, Page) for page in given):
        raise UsageError("a report is made of pages")
    sheets = sheets_of(given)
    style, script = part("style.css"), part("script.js") + live
    figures = statistics(given)
    return rendered(
        "report.html",
        title=_title(given),
        sheets=sheets,
        figures=figures,
        policy=_policy(style, script, connects=bool(live)),
        style=style,
        script=script,
        data=_data(sheets, figures),
    )


def _title(pages: tuple[Page, ...]) -> str:
    owners = dict.fromkeys(page.owner.name for page in pages if page.owner)
    return f"Publications of {', '.join(owners)}" if owners else "Publications"


def _policy(style: str, script: str, *, connects: bool) -> str:
    """Only the style and script of this file are used; https://www.w3.org/TR/CSP3/."""
    own = f"style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {own}; connect-src {_SELF if connects else _NONE}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(sheets: tuple[Sheet, ...], figures: Statistics) -> str:
    """What the script filters by and copies, as JSON that ends no element."""
    groups = _groups(figures)
    cards = [card for sheet in sheets for card in sheet.cards]
    works = [card.work.model_copy(update={"id": card.key}) for card in cards]
    cited = json.loads(export(works, "csl-json").text)
    rows = [
        {
            "key": card.key,
            "year": work.year,
            "title": work.title or "",
            "sure": work.confidence,
            "problems": len(card.troubles),
            "groups": groups.get(card.key, {}),
            "markdown": work.raw,
            "csl": item,
            "bibtex": export(work, "bibtex").text,
        }
        for card, work, item in zip(cards, works, cited, strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _groups(figures: Statistics) -> dict[str, dict[str, list[str]]]:
    """The groups that a work is in, by the filters that choose them."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, groups in (
        ("type", figures.types), ("venue", figures.venues), ("coauthor", figures.coauthors), ("role", figures.roles),
        ("award", figures.awards),
    ):  # fmt: skip
        for group in groups:
            for key in group.works:
                found.setdefault(key, {}).setdefault(name, []).append(group.name)
    return found
