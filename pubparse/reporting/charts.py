"""What charts share: the address that shows a chart's works, names cut to their room, and bars."""

from typing import NamedTuple
from unicodedata import east_asian_width
from urllib.parse import urlencode

from pubparse.reporting.filters import Filter

ROWS = 12
"""Bars and rows of a chart: what is rarer is in its table only."""


class Bar(NamedTuple):
    """A group: its size as it is, and as a part of a hundred of the largest."""

    name: str
    works: int
    share: float
    href: str


def link(**filters: str) -> str:
    """The address that shows only what the filters let through."""
    return "#?" + urlencode(filters)


def bars(way: Filter) -> tuple[Bar, ...]:
    """A bar for each group, the largest first."""
    most = max((len(group.works) for group in way.groups), default=1)
    return tuple(
        Bar(group.name, len(group.works), 100 * len(group.works) / most, link(**{way.name: group.name}))
        for group in way.groups
    )


def cut(name: str, room: int) -> str:
    """A name that is no wider than so many letters; those of East Asia count as two."""
    width = 0
    for at, letter in enumerate(name):
        width += 2 if east_asian_width(letter) in "WF" else 1
        if width > room:
            return name[: max(1, at - 1)].rstrip() + "…"
    return name
