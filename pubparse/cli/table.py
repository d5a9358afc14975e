"""A page in, a table for people out: one row a publication, the owner in bold."""

import os
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pubparse.cli.streams import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubparse import Author, Page, Publication

SHOWN_AUTHORS = 3
"""How many authors are shown, apart from the owner."""

PIPE_WIDTH = 140
"""Columns where there is no terminal to ask."""


def console() -> Console:
    """Give the console to print to: as wide as the terminal, or as `COLUMNS` says."""
    known = Console()
    return known if known.is_terminal or "COLUMNS" in os.environ else Console(width=PIPE_WIDTH)


def print_page(page: "Page") -> None:
    """Print one page, every character that could steer the terminal replaced."""
    table = Table(
        title=_title(page), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True
    )
    table.add_column("line", justify="right", style="dim")
    table.add_column("year", justify="right")
    table.add_column("authors", ratio=4, overflow="fold")
    table.add_column("title", ratio=6, overflow="fold")
    table.add_column("venue", ratio=3, overflow="fold")
    table.add_column("sure", justify="right")
    for publication in page.publications:
        table.add_row(*_row(publication))
    console().print(table)


def _title(page: "Page") -> Text:
    owner = f" – {page.owner.name}" if page.owner else ""
    file = page.source.path or "standard input"
    count = len(page.publications)
    return Text(printable(f"{file}{owner} – {count} publication{'s' if count != 1 else ''}"), style="bold")


def _row(publication: "Publication") -> tuple[Text, ...]:
    return (
        Text(str(publication.line)),
        Text("–" if publication.year is None else str(publication.year)),
        _authors(publication.authors, cut=publication.et_al),
        Text(printable(publication.title or "–")),
        Text(printable(publication.venue.name if publication.venue else "–")),
        Text(f"{publication.confidence:.2f}", style="" if publication.confidence >= 0.5 else "yellow"),
    )


def _authors(authors: "Sequence[Author]", *, cut: bool) -> Text:
    """Give the first few names and the owner's, `…` where some are left out."""
    shown = [index for index, author in enumerate(authors) if index < SHOWN_AUTHORS or author.is_self]
    text = Text()
    for before, index in zip([-1, *shown], shown, strict=False):
        text.append("" if index == 0 else ", " if index == before + 1 else ", … ")
        text.append(printable(authors[index].name), style="bold green" if authors[index].is_self else "")
    if cut or len(authors) > (shown[-1] + 1 if shown else 0):
        text.append(" …")
    return text


def print_sections(sections: "Iterable[tuple[str, Iterable[tuple[str, ...]]]]") -> None:
    """Print headings, each with rows of cells under it."""
    screen = console()
    for heading, rows in sections:
        grid = Table.grid(padding=(0, 2))
        for row in rows:
            grid.add_row(*(Text(printable(cell)) for cell in row))
        screen.print(Text(printable(heading), style="bold"), Padding(grid, (0, 0, 1, 2)), sep="\n")
