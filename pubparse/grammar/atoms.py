"""Lexemes that look like one thing alone in, `Atom`s out: ids, numbers, dates, labels, words that join.

An atom is a stretch of lexemes whose look alone says what it is. The search may still read it as part of a title or a
venue.
"""

import re
from typing import NamedTuple

from pubparse.lexer.lexemes import Lexemes


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


def atoms_of(kind: str, pattern: re.Pattern[str], lexemes: Lexemes, text: str) -> list[Atom]:
    """An atom of a kind wherever a pattern matches in the visible text."""
    places = [lexemes.within(*found.span()) for found in pattern.finditer(text)]
    return [Atom(kind, first, last) for first, last in places if first < last]
