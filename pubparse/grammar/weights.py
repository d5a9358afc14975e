"""The table `weights.txt` in, `Weights` out: every number that the lattice is scored with, by feature and field."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from operator import add
from types import MappingProxyType
from typing import NamedTuple

FIELDS = ("authors", "title", "venue", "editors", "publisher", "place", "note")
AUTHORS, TITLE, VENUE, EDITORS, PUBLISHER, PLACE, NOTE = range(len(FIELDS))
ONCE = (AUTHORS, TITLE, VENUE)  # an entry has each of these at most once; their set is the order so far
WORD = "w="  # before a word that has a row of its own
NOTHING = (0.0,) * len(FIELDS)

_KEPT = 1 << 16
_HEADING = re.compile(r"\[(\w+)\]")

Row = tuple[float, ...]


class Table(dict[str, Row]):
    """Rows by feature. A table on a `base` holds only what it adds to the rows there."""

    def __init__(self, rows: Mapping[str, Row] = MappingProxyType({}), base: "Table | None" = None) -> None:
        super().__init__(rows)
        self.base = base
        self._sums: dict[tuple[str, ...], Row] = {}

    def sum(self, features: tuple[str, ...]) -> Row:
        """The sum of the rows of `features`; it is kept, since pages repeat themselves."""
        if (known := self._sums.get(features)) is None:
            known = NOTHING if self.base is None else self.base.sum(features)
            for feature in features:
                if row := self.get(feature):
                    known = tuple(map(add, known, row))
            if len(self._sums) < _KEPT:
                self._sums[features] = known
        return known


class Weights(NamedTuple):
    """A row of numbers, one a field, for every feature of cells, starts, ends and joints run over, length and order.

    Those of `final` are for fields that are missing at the end.
    """

    cell: Table
    start: Table
    end: Table
    inner: Table
    length: tuple[Row, ...]  # by field: a number for each count of words, the last for all greater ones
    order: tuple[Row, ...]  # by field: a number for each set of ONCE fields before it, as bits
    final: Table


@cache
def blind() -> Weights:
    """The weights of a reader that knows nothing of the page."""
    tables = _tables((files("pubparse.grammar") / "weights.txt").read_text("utf-8"))
    return Weights(
        cell=tables["cell"],
        start=tables["start"],
        end=tables["end"],
        inner=tables["inner"],
        length=_transposed(_by_length(tables["length"])),
        order=_transposed(tables["order"][order_name(seen)] for seen in range(1 << len(ONCE))),
        final=tables["final"],
    )


def order_name(seen: int) -> str:
    """The row of a set of ONCE fields, given as bits: "AT" for authors and title."""
    return "".join("ATV"[bit] for bit in range(len(ONCE)) if seen >> bit & 1) or "-"


def _tables(text: str) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if words and (heading := _HEADING.fullmatch(words[0])):
            table = tables.setdefault(heading[1], Table())
        elif words:
            table[words[0]] = tuple(0.0 if number == "." else float(number) for number in words[1:])
    return tables


def _transposed(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(zip(*rows, strict=True))


def _by_length(table: Table) -> tuple[Row, ...]:
    rows = [NOTHING]
    for span, row in table.items():
        first, _, last = span.partition("-")
        rows += [row] * (int(last or first) - int(first) + 1)
    return tuple(rows)
