"""Lexemes that look like one thing alone in, the type of an `Atom` out: ids, numbers, dates, labels, words that join.

An atom is a stretch of lexemes whose look alone says what it is. The search may still read it as part of a title or a
venue.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """A value inside an atom: its field, and the lexemes [first, last) that hold it."""

    field: str
    first: int
    last: int


class Atom(NamedTuple):
    """A stretch of lexemes [first, last) of one `kind`, such as "date", "numbers", "id", "label" or "in"."""

    kind: str
    first: int
    last: int
    parts: tuple[Part, ...] = ()
