"""Statistics in, bars for people out."""

from typing import TYPE_CHECKING, NamedTuple

from rich import box
from rich.bar import Bar
from rich.table import Table
from rich.text import Text

from pubparse.cli.streams import printable
from pubparse.cli.table import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubparse import Coauthor, Group, Statistics

MOST = 10
"""Rows of a table: the smaller groups are counted."""


class _Row(NamedTuple):
    name: str
    works: int
    remark: str = ""


def print_bars(figures: "Statistics") -> None:
    """Print how many works there are, in all and by what they have in common."""
    screen = console()
    screen.print(Text(f"{figures.works} publication{'' if figures.works == 1 else 's'}", style="bold"))
    years = [
        _Row(str(year or "no year"), sum(len(group.works) for group in types), _shares(types))
        for year, types in figures.years
    ]
    tables = {
        "Years": years,
        "Types": _rows(figures.types),
        "Status": _rows(figures.statuses),
        "Venues": _rows(figures.venues),
        "Co-authors": [_Row(one.name, len(one.works), _since(one)) for one in figures.coauthors],
        "The owner's part": _rows(figures.roles),
        "Awards": _rows(figures.awards),
    }
    for title, rows in tables.items():
        if rows:
            screen.print(_table(title, rows, len(rows) if rows is years else MOST))


def _rows(groups: "Sequence[Group]") -> list[_Row]:
    return [_Row(group.name, len(group.works)) for group in groups]


def _shares(types: "Sequence[Group]") -> str:
    return ", ".join(f"{len(group.works)} {group.name}" for group in types)


def _since(one: "Coauthor") -> str:
    if one.first_year is None or one.first_year == one.last_year:
        return str(one.first_year or "")
    return f"{one.first_year}–{one.last_year}"


def _table(title: str, rows: list[_Row], most: int) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE, show_header=False, expand=True)
    table.add_column("name", ratio=4, overflow="fold")
    table.add_column("works", justify="right", style="bold")
    table.add_column("bar", ratio=3)
    table.add_column("remark", ratio=4, style="dim", overflow="fold")
    largest = max(row.works for row in rows)
    for row in rows[:most]:
        bar = Bar(largest, 0, row.works, color="blue")
        table.add_row(Text(printable(row.name)), str(row.works), bar, Text(printable(row.remark)))
    if len(rows) > most:
        table.add_row(Text(f"and {len(rows) - most} more", style="dim"))
    return table
