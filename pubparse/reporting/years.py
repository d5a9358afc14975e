"""Statistics in, charts along the years out: columns of works by type, and tracks of co-authors."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from pubparse.counting.groups import Coauthor
from pubparse.counting.statistics import Statistics, Year
from pubparse.reporting.charts import ROWS, cut, link

_COLUMN, _HEIGHT = 26, 150
"""Width of a year, and height of the tallest column."""
_TRACK = 22
_LETTERS, _NAMES = 20, 130
"""The longest name, and the room for it before its track."""
_LEAST_WIDTH = 200
_MOST_YEARS = 40
"""From here on, years that nothing was published in have no column."""
_LABELS = 12
"""As many years are written under a chart as do not touch: every one, every other one …."""


class Text(NamedTuple):
    """A year, or a number of works, and where it is written."""

    x: float
    y: float
    text: str


class Box(NamedTuple):
    """A part of a column: the works of one type in one year."""

    kind: int
    """The number of its type, which gives it its colour."""
    x: float
    y: float
    height: float
    label: str
    href: str


class Columns(NamedTuple):
    """A column for each year from the first to the last, and one for works without a year."""

    width: float
    height: float
    box_width: float
    boxes: tuple[Box, ...]
    texts: tuple[Text, ...]


class Dot(NamedTuple):
    """The works with somebody in one year."""

    x: float
    radius: float
    label: str
    href: str


class Track(NamedTuple):
    """Somebody's works along the years."""

    y: float
    name: str
    short: str
    href: str
    dots: tuple[Dot, ...]


class Tracks(NamedTuple):
    """When the owner published with whom: those who are on most works."""

    start: float
    """Where the years begin: before that are the names."""
    width: float
    height: float
    rows: tuple[Track, ...]
    texts: tuple[Text, ...]


def columns(figures: Statistics) -> Columns:
    """Draw how many works of which type there are in which year."""
    shown = _shown(figures)
    years = {one.year: one for one in figures.years}
    scale = _HEIGHT / max(map(_size, figures.years), default=1)
    order = [group.name for group in figures.types]
    boxes: list[Box] = []
    totals = []
    for at, year in enumerate(shown):
        if one := years.get(year):
            boxes += _boxes(one, at * _COLUMN + 3, order, scale)
            totals.append(Text((at + 0.5) * _COLUMN, 11 + _HEIGHT - _size(one) * scale, str(_size(one))))
    width, bottom = max(len(shown) * _COLUMN, _LEAST_WIDTH), 14 + _HEIGHT
    texts = (*totals, *_axis(shown, 0, bottom + 14))
    return Columns(width, bottom + 20, _COLUMN - 6, tuple(boxes), texts)


def _boxes(year: Year, x: float, order: Sequence[str], scale: float) -> Iterator[Box]:
    """The types of a year, from the ground up."""
    y = float(14 + _HEIGHT)
    for group in year.types:
        height = len(group.works) * scale
        y -= height
        label = f"{_name(year.year)}, {group.name}: {len(group.works)}"
        yield Box(order.index(group.name), x, y, height, label, link(type=group.name, **_only(year.year)))


def tracks(figures: Statistics) -> Tracks:
    """Draw in which years the works with each co-author are."""
    shown = _shown(figures)
    year_of = {key: one.year for one in figures.years for group in one.types for key in group.works}
    rows = tuple(
        Track(
            at * _TRACK + 12.0,
            person.name,
            cut(person.name, _LETTERS),
            link(coauthor=person.name),
            tuple(_dots(person, [year_of[key] for key in person.works], shown)),
        )
        for at, person in enumerate(figures.coauthors[:ROWS])
    )
    width, height = _NAMES + max(len(shown) * _COLUMN, _LEAST_WIDTH), len(rows) * _TRACK + 20
    return Tracks(_NAMES, width, height, rows, tuple(_axis(shown, _NAMES, height - 6)))


def _dots(person: Coauthor, years: list[int | None], shown: list[int | None]) -> Iterator[Dot]:
    for year in dict.fromkeys(years):
        works = years.count(year)
        x = _NAMES + (shown.index(year) + 0.5) * _COLUMN
        radius = min(2 + 2 * sqrt(works), _COLUMN / 2 - 2)
        yield Dot(x, radius, f"{person.name}, {_name(year)}: {works}", link(coauthor=person.name, **_only(year)))


def _axis(shown: list[int | None], x: float, y: float) -> Iterator[Text]:
    """The years under a chart, in two digits where no two of them would be the same."""
    known = [year for year in shown if year is not None]
    short = bool(known) and max(known) - min(known) < 100
    step = -(-len(shown) // (_LABELS if short else _LABELS // 2))
    for at in range(0, len(shown), max(step, 1)):
        year = shown[at]
        text = "–" if year is None else f"’{year % 100:02}" if short else str(year)
        yield Text(x + (at + 0.5) * _COLUMN, y, text)


def _shown(figures: Statistics) -> list[int | None]:
    """The years of a chart, from left to right; one that nothing was published in is one, too."""
    known = [one.year for one in figures.years if one.year is not None]
    every: list[int | None] = list(range(min(known), max(known) + 1)) if known else []
    undated: list[int | None] = [None] if any(one.year is None for one in figures.years) else []
    return (list(known) if len(every) > _MOST_YEARS else every) + undated


def _size(year: Year) -> int:
    return sum(len(group.works) for group in year.types)


def _name(year: int | None) -> str:
    return "no year" if year is None else str(year)


def _only(year: int | None) -> dict[str, str]:
    """The filters that let through one year."""
    return {"undated": "yes"} if year is None else {"from": str(year), "to": str(year)}
