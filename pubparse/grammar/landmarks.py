"""What the cells of an entry look like in, its landmarks out: kinds of cells that tell where in an entry a joint is.

A title stands before volume and pages, a venue behind "In"; and what has a volume is seldom without a venue.
"""

from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import or_

_NAMES = ("quoted", "names", "date", "numbers", "in", "with", "edition", "etal", "genre", "publisher", "place")
_BITS = {name: 1 << at for at, name in enumerate(_NAMES)}
_BITS |= dict.fromkeys(("names-initials", "names-inverted-initials"), _BITS["names"])


def landmarks(kinds: Iterable[str], quoted: Iterable[bool]) -> list[int]:
    """What each cell is of these, as bits, by what it looks like to its neighbours and whether it stands in quotes."""
    in_quotes = _BITS["quoted"]
    return [_BITS.get(kind, 0) | is_quoted * in_quotes for kind, is_quoted in zip(kinds, quoted, strict=True)]


def around(marks: list[int]) -> tuple[list[int], list[int]]:
    """What lies before each joint, and what behind it."""
    behind = list(accumulate(reversed(marks), or_, initial=0))
    behind.reverse()
    return list(accumulate(marks, or_, initial=0)), behind


@cache
def named(head: str, marks: int) -> tuple[str, ...]:
    """The name of each landmark behind a word that says where it lies: `past:date`."""
    return tuple(head + name for at, name in enumerate(_NAMES) if marks >> at & 1)
