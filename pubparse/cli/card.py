"""A card in, a panel for a terminal out: the source with its fields, the record, and what is wrong with it."""

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pubparse.cli.streams import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubparse import Card

STYLES = {
    "authors": "cyan",
    "marks": "magenta bold",
    "title": "yellow bold",
    "venue": "green underline",
    "date": "red bold",
    "numbers": "blue",
    "links": "blue underline",
    "awards": "yellow reverse",
    "facts": "green",
    "notes": "italic",
}
"""How fields look, on the source as in the record."""


def panel(card: "Card") -> Panel:
    """Lay out one record, every character that could steer the terminal replaced."""
    title = f"{printable(card.key)}  {printable(card.place)}  {card.work.confidence:.0%} sure"
    parts = Group(_source(card), "", _record(card), *_troubles(card))
    return Panel(parts, title=Text(title, style="bold"), title_align="left", box=box.ROUNDED)


def _source(card: "Card") -> Text:
    text = Text()
    for stretch in card.source:
        lines = "\n".join(map(printable, stretch.text.split("\n")))
        text.append(lines, style=STYLES.get(stretch.kind, ""))
    text.rstrip()
    return text


def _record(card: "Card") -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold", ratio=1)
    for row in card.rows:
        text = Text()
        for value in row.values:
            text.append(", " if text else "")
            text.append(printable(value.text), style=STYLES[value.kind] + " bold underline" * value.is_owner)
            for mark in value.marks:
                text.append(printable(mark.text), style=STYLES["marks"])
            told = ["owner" * value.is_owner, *(mark.meaning for mark in value.marks), value.remark, value.url or ""]
            text.append(printable(f" ({'; '.join(filter(None, told))})") if any(told) else "", style="dim")
        grid.add_row(row.label, text)
    return grid


def _troubles(card: "Card") -> "Iterator[Text]":
    for one in card.troubles:
        text = Text()
        text.append(f"{one.severity}: ", style="red bold" if one.severity == "error" else "yellow bold")
        text.append(printable(f"{one.message} [{one.code}]"))
        for old, new in one.fixes:
            text.append("\n  ")
            text.append(printable(f"{old!r} → {new!r}"), style="dim")
        yield text
