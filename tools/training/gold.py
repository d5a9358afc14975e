"""A corpus of labelled pages in, the lattices of their entries out, each with the path that its labels ask for."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pubparse.grammar.lattice import Lattice, build_lattice, with_page_words
from pubparse.grammar.search import ATOM
from pubparse.grammar.weights import FIELDS, NOTE, ONCE, TITLE
from pubparse.layouts import find_entries
from pubparse.lexer import EntryText, Lexeme, lex
from pubparse.markdown.blocks import parse_blocks
from pubparse.page.decide import common_words
from pubparse.text.source import read_source

REACH = (60, 16, 14, 30, 3, 4, 1)  # how many cells a field may run over, by field
_INDEX = {name: index for index, name in enumerate(FIELDS)}
_TRAILING_WORDS = 2

Label = tuple[str, int, int]
"""The name of a field, and the span of the page where it stands."""

Stretch = tuple[int, int, int]
"""Cells [first, last), and the field that they are."""


class Case(NamedTuple):
    """A lattice, and the path through it that the labels ask for."""

    lattice: Lattice
    path: tuple[Stretch, ...]


class Misfit(Exception):  # noqa: N818 - handed on as a value more often than raised
    """The labels cannot be a path: two fields in one cell, or a field in two places."""


def load(path: Path) -> Iterator[tuple[str, list[tuple[int, list[Label]]]]]:
    """The pages of a corpus, each with the first line and the labels of its entries."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            yield (
                data["page"],
                [(entry["start_line"], [tuple(span) for span in entry["fields"]]) for entry in data["entries"]],
            )


def cases(page: str, entries: Iterable[tuple[int, list[Label]]]) -> Iterator[Case | Misfit]:
    """The labelled entries of a page, given by first line and labels, as lattices with their paths."""
    source, _ = read_source(page)
    document = parse_blocks(source)
    found = {source.line(entry.span.start): lex(entry.runs) for entry in find_entries(document).entries}
    common = common_words(text.lexemes for text in found.values())
    for number, (line, labels) in enumerate(entries):
        if text := found.get(line):
            lattice = build_lattice(text)
            try:  # every other entry is seen as the page shows it, the rest as a blind reader does
                yield _case(text, with_page_words(lattice, common) if number % 2 else lattice, labels)
            except Misfit as misfit:
                yield misfit


def _case(text: EntryText, lattice: Lattice, labels: list[Label]) -> Case:
    shown = text.visible.text[:300]
    owners: list[int | None] = []
    for cell in lattice.cells:
        own = [(lexeme, _owner(text, lexeme, labels)) for lexeme in lattice.lexemes[cell.first : cell.last]]
        # A sign at a field's edge belongs to whom it likes.
        tally = Counter(owner for lexeme, owner in own if lexeme.text[0].isalnum())
        first_owner = own[0][1]
        if set(tally) == {first_owner, None} and first_owner is not None and tally[None] <= _TRAILING_WORDS:
            del tally[None]  # `arXiv preprint`: the field is what the cell begins with
        if len(tally) > 1 and not cell.atom:
            words = text.visible.text[slice(*lattice.lexemes.place(cell.first, cell.last))]
            raise Misfit(f"cell {words!r} holds {list(tally)} in {shown!r}")
        owners.append(tally.most_common(1)[0][0] if tally else None)
    path = tuple(_path(lattice, owners, shown))
    if any(last - first > REACH[field] for first, last, field in path if field != ATOM):
        raise Misfit(f"a field runs over too many cells in {shown!r}")
    return Case(lattice, path)


def _owner(text: EntryText, lexeme: Lexeme, labels: list[Label]) -> int | None:
    """The field that a lexeme is in."""
    start = text.visible.span(lexeme.start, lexeme.end).start
    return next((_INDEX[name] for name, first, last in labels if name in _INDEX and first <= start < last), None)


def _path(lattice: Lattice, owners: list[int | None], shown: str) -> Iterator[Stretch]:
    """The steps that give each labelled field its cells: those of ONCE over their hull, the others run by run."""
    hulls = _hulls(lattice, owners, shown)
    at = 0
    while at < len(owners):
        last, field = hulls.get(at) or _run(lattice, owners, at)
        yield at, last, field
        at = last


def _hulls(lattice: Lattice, owners: list[int | None], shown: str) -> dict[int, tuple[int, int]]:
    """Of each field of ONCE, by the cell where it begins: where it ends, and which it is."""
    hulls: dict[int, tuple[int, int]] = {}
    for field in ONCE:
        own = [k for k, owner in enumerate(owners) if owner == field and (field == TITLE or not lattice.cells[k].atom)]
        if own:
            if not {*owners[own[0] : own[-1] + 1]} <= {field, None}:
                raise Misfit(f"{FIELDS[field]} is in two places in {shown!r}")
            hulls[own[0]] = (own[-1] + 1, field)
    return hulls


def _run(lattice: Lattice, owners: list[int | None], first: int) -> tuple[int, int]:
    """Where what begins at cell `first` outside all hulls ends, and the field that it is."""
    owner = owners[first]
    if lattice.cells[first].atom:
        return first + 1, ATOM
    if owner is None or owner == NOTE or owner in ONCE:
        return first + 1, NOTE
    last = first + 1
    while last < len(owners) and owners[last] == owner and not lattice.cells[last].atom:
        last += 1
    return last, owner
