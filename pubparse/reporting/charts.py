"""Statistics in, the geometry of their charts out: columns, bars, dots and a network, each leading to its works."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import NamedTuple
from urllib.parse import urlencode

from pubparse.counting.groups import Coauthor, Group
from pubparse.counting.statistics import Statistics, Year

COLUMN, HEIGHT = 26, 150
"""Width of a year's column, and height of the tallest."""
ROWS = 12
"""Bars and rows of a chart: what is rarer is in the table only."""
NAMES = 130
"""Room for a name before its row."""
_NODES = 14
_CENTRE, _RADIUS = (210.0, 170.0), (118.0, 130.0)
_MOST_YEARS = 40
"""From here on, years that nothing was published in have no column."""
_LABELS = 12
_LEAST_WIDTH = 200


class Box(NamedTuple):
    """A part of a column: the works of one type in one year."""

    kind: int
    """The number of its type, which gives it its colour."""
    y: float
    height: float
    label: str
    href: str


class Column(NamedTuple):
    """A year: where it begins, and its parts from the ground up."""

    x: float
    boxes: tuple[Box, ...]


class Bar(NamedTuple):
    """A group: its size as it is, and as a part of a hundred of the largest."""

    name: str
    works: int
    share: float
    href: str


class Dot(NamedTuple):
    """The works with somebody in one year."""

    x: float
    radius: float
    label: str
    href: str


class Track(NamedTuple):
    """Somebody's works along the years."""

    name: str
    href: str
    dots: tuple[Dot, ...]


class Node(NamedTuple):
    """Somebody in the network, and where the name is written."""

    name: str
    x: float
    y: float
    radius: float
    anchor: str
    href: str


class Edge(NamedTuple):
    """Works that two people share."""

    start: Node
    end: Node
    width: float


class Network(NamedTuple):
    """The people the owner publishes with most, and who of them publishes with whom."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def link(**filters: str | int | None) -> str:
    """The address that shows only what the filters let through."""
    return "#" + urlencode({name.rstrip("_"): value for name, value in filters.items() if value is not None})


def bars(groups: Iterable[Group | Coauthor], name: str) -> tuple[Bar, ...]:
    """Bars for the largest groups, which the filter `name` chooses."""
    groups = list(groups)
    most = max((len(group.works) for group in groups), default=1)
    return tuple(
        Bar(group.name, len(group.works), 100 * len(group.works) / most, link(**{name: group.name})) for group in groups
    )


def columns(figures: Statistics) -> tuple[Column, ...]:
    """A column for each year from the first to the last, and one for works without a year."""
    years = {one.year: one for one in figures.years}
    most = max((_size(one) for one in figures.years), default=1)
    order = [group.name for group in figures.types]
    return tuple(
        Column(at * COLUMN, tuple(_boxes(years[year], order, HEIGHT / most)) if year in years else ())
        for at, year in enumerate(_span(figures))
    )


def width(figures: Statistics) -> int:
    """How wide a chart of years is."""
    return max(len(_span(figures)) * COLUMN, _LEAST_WIDTH)


def axis(figures: Statistics) -> list[tuple[float, str]]:
    """Where years are written under a chart, so that they do not touch: every one, every other one …."""
    every = _span(figures)
    step = -(-len(every) // _LABELS)
    return [((at + 0.5) * COLUMN, _short(year)) for at, year in enumerate(every) if at % step == 0]


def _short(year: int | None) -> str:
    return "–" if year is None else f"’{year % 100:02}"


def _span(figures: Statistics) -> list[int | None]:
    """The years of a chart, from left to right; a year that nothing was published in is one, too."""
    known = [one.year for one in figures.years if one.year is not None]
    every: list[int | None] = list(range(min(known), max(known) + 1)) if known else []
    undated: list[int | None] = [None] if any(one.year is None for one in figures.years) else []
    if len(every) > _MOST_YEARS:
        every = list(known)
    return every + undated


def _boxes(year: Year, order: Sequence[str], scale: float) -> Iterator[Box]:
    top = float(HEIGHT)
    for group in year.types:
        height = len(group.works) * scale
        top -= height
        label = f"{_year(year.year)}, {group.name}: {len(group.works)}"
        yield Box(order.index(group.name), top, height, label, link(type=group.name, **_years(year.year)))


def _size(year: Year) -> int:
    return sum(len(group.works) for group in year.types)


def _year(year: int | None) -> str:
    return "no year" if year is None else str(year)


def _years(year: int | None) -> dict[str, str]:
    return {"undated": "yes"} if year is None else {"from": str(year), "to": str(year)}


def tracks(figures: Statistics) -> tuple[Track, ...]:
    """When the owner published with whom: the years of those who are on most works."""
    year_of = {key: one.year for one in figures.years for group in one.types for key in group.works}
    places = {year: (at + 0.5) * COLUMN for at, year in enumerate(_span(figures))}
    found = []
    for person in figures.coauthors[:ROWS]:
        years = [year_of[key] for key in person.works]
        dots = [
            Dot(
                places[year],
                min(3 * sqrt(years.count(year)), COLUMN / 2 - 2),
                f"{person.name}, {_year(year)}: {years.count(year)}",
                link(coauthor=person.name, **_years(year)),
            )
            for year in dict.fromkeys(years)
        ]
        found.append(Track(person.name, link(coauthor=person.name), tuple(dots)))
    return tuple(found)


def network(figures: Statistics) -> Network:
    """Draw those who are on most works around a circle, each beside those with whom they share most."""
    people = _in_a_ring(figures.coauthors[:_NODES])
    most = max((len(person.works) for person in people), default=1)
    nodes = tuple(_node(at, len(people), person, most) for at, person in enumerate(people))
    shared = [(one, other, _shared(people[one], people[other])) for one, other in combinations(range(len(people)), 2)]
    edges = tuple(Edge(nodes[one], nodes[other], 0.5 + 3 * works / most) for one, other, works in shared if works)
    return Network(nodes, edges)


def _in_a_ring(people: Sequence[Coauthor]) -> list[Coauthor]:
    left = list(people)
    ring: list[Coauthor] = []
    while left:
        near = max(left, key=lambda person: _shared(ring[-1], person)) if ring else left[0]
        left.remove(near)
        ring.append(near)
    return ring


def _shared(one: Coauthor, other: Coauthor) -> int:
    return len({*one.works} & {*other.works})


def _node(at: int, count: int, person: Coauthor, most: int) -> Node:
    angle = 2 * pi * at / count - pi / 2
    x, y = _CENTRE[0] + _RADIUS[0] * cos(angle), _CENTRE[1] + _RADIUS[1] * sin(angle)
    anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
    return Node(person.name, x, y, 3 + 7 * sqrt(len(person.works) / most), anchor, link(coauthor=person.name))
