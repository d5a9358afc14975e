"""An entry with all that is known of it before the page is asked: its text, its lattice, and the blind reading."""

from typing import NamedTuple

from pubparse.grammar.authors import Names, read_names
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.weights import ONCE
from pubparse.layouts import Entry
from pubparse.lexer import EntryText, Lexeme


class Draft(NamedTuple):
    """One entry, read once."""

    entry: Entry
    text: EntryText
    lattice: Lattice
    reading: Reading


def step_of(reading: Reading, field: int) -> Step | None:
    """The step that reads `field`, the first if there are several."""
    return next((step for step in reading.steps if step.field == field), None)


def lexemes_of(lattice: Lattice, step: Step) -> tuple[int, int]:
    """The lexemes [first, last) of a step."""
    return lattice.cells[step.first].first, lattice.cells[step.last - 1].last


def names_in(lattice: Lattice, step: Step) -> Names:
    """A step's lexemes read as a list of names; what stands between the last cell and the next joint belongs to it."""
    first, last = lexemes_of(lattice, step)
    while last < len(lattice.lexemes) and _is_trailing_mark(lattice.lexemes[last], lattice.tags[last]):
        last += 1
    return read_names(lattice.lexemes[first:last], lattice.tags[first:last])


def _is_trailing_mark(lexeme: Lexeme, tag: str) -> bool:
    return tag in "*^"


def sureness(reading: Reading) -> float:
    """How much a blind reading may say about the page's style: 0 to 1, by the smallest margin of its main fields."""
    margin = min((reading.margins[field] for field in ONCE if step_of(reading, field)), default=0.0)
    return max(0.0, min(1.0, margin / 3))
