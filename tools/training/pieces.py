"""Pieces of text, each labelled with the field it belongs to or with none, in; a page with the spans of its fields out.

Nothing is searched for: what a piece says is known when it is written, and stays known while pieces are joined, wrapped
or damaged. Authors, title and venue run from their first piece to their last; any other field is one run of pieces.
"""

import random
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

HULLS = ("authors", "title", "venue")
RUNS = ("editors", "publisher", "place", "award", "status", "note")
FIELDS = (*HULLS, *RUNS)
_UNSAFE_START = re.compile(r"[-+*#>=|\[<]|\d+[.)、]|[-=]{2,}")

T = TypeVar("T")


class Piece(NamedTuple):
    """Some text of one field, or of none."""

    text: str
    field: str = ""


Pieces = list[Piece]
Field = tuple[str, int, int]


class Labels(NamedTuple):
    """An entry: its first line, counted from 1, and its fields as (name, start, end) in code points of the page."""

    start_line: int
    fields: tuple[Field, ...]


class Example(NamedTuple):
    """A page and the labels of its entries, in page order."""

    page: str
    entries: tuple[Labels, ...]


def bare(text: str) -> Pieces:
    """Make a piece that belongs to no field."""
    return [Piece(text)] if text else []


def part(field: str, text: str) -> Pieces:
    """Make a piece of a field; white space around it belongs to none."""
    inner = text.strip()
    if not inner:
        return bare(text)
    start = text.index(inner)
    return [*bare(text[:start]), Piece(inner, field), *bare(text[start + len(inner) :])]


def wrapped(before: str, pieces: Pieces, after: str) -> Pieces:
    """Put markup around the pieces."""
    return [*bare(before), *pieces, *bare(after)]


def text_of(pieces: Iterable[Piece]) -> str:
    """Give what stands on the page."""
    return "".join(piece.text for piece in pieces)


def fields_of(pieces: Iterable[Piece]) -> tuple[Field, ...]:
    """Find the fields of an entry, in order of their starts."""
    offset = 0
    hulls: dict[str, tuple[int, int]] = {}
    runs: list[Field] = []
    last = ""
    for piece in pieces:
        end = offset + len(piece.text)
        if piece.field in HULLS:
            hulls[piece.field] = (hulls.get(piece.field, (offset, 0))[0], end)
        elif piece.field and piece.field == last:
            runs[-1] = (piece.field, runs[-1][1], end)
        elif piece.field:
            runs.append((piece.field, offset, end))
        last = piece.field
        offset = end
    return tuple(sorted([*runs, *((name, *span) for name, span in hulls.items())], key=lambda field: field[1:]))


def hard_wrap(pieces: Pieces, width: int, indent: str) -> Pieces:
    """Put line ends for some spaces, none of which makes a line look like another block."""
    out: Pieces = []
    column, whole = 0, text_of(pieces)
    at = 0
    for piece in pieces:
        made = []
        for index, glyph in enumerate(piece.text):
            column = 0 if glyph == "\n" else column + 1
            rest = whole[at + index + 1 :]
            word = len(rest.split(" ", 1)[0])
            here = glyph == " " and column + word > width and rest[:1] not in ("", " ", "\n")
            if here and whole[at + index - 1 : at + index] != " " and not _UNSAFE_START.match(rest):
                made.append("\n" + indent)
                column = len(indent)
            else:
                made.append(glyph)
        at += len(piece.text)
        out.append(Piece("".join(made), piece.field))
    return out


class PageWriter:
    """A page being written: text and entries one after the other."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._lines = 1
        self._entries: list[Labels] = []

    def add(self, text: str) -> None:
        """Add text outside of entries."""
        self._parts.append(text)
        self._size += len(text)
        self._lines += text.count("\n")

    def entry(self, text: str, fields: Iterable[Field]) -> None:
        """Add an entry with the spans of its fields in it; its first line is the one that the page has come to."""
        placed = tuple((name, self._size + start, self._size + end) for name, start, end in fields)
        self._entries.append(Labels(self._lines, placed))
        self.add(text)

    def example(self) -> Example:
        """Give all that was written."""
        return Example("".join(self._parts), tuple(self._entries))


def generator(*seed: object) -> random.Random:
    """Give a source of choices that is the same for the same seed, on every system."""
    return random.Random("/".join(map(str, seed)))  # noqa: S311


def pick(rng: random.Random, table: Sequence[tuple[float, T]]) -> T:
    """Draw one of the weighted values."""
    return rng.choices([value for _, value in table], [weight for weight, _ in table])[0]
