"""Where something stands: two offsets in, a `Span` out."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch `[start, end)` of `Source.text`, counted in code points."""

    start: int
    end: int


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans`, whatever their order.

    Raises `ValueError` where there are none.
    """
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))
