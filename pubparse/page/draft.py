"""An entry in, its `Draft` out: text, lattice and blind reading, all that is known before the page is asked."""

from typing import NamedTuple

from pubparse.grammar.authors import Names, names_of
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of
from pubparse.grammar.weights import AUTHORS, ONCE, TITLE
from pubparse.layouts import Entry
from pubparse.lexer import EntryText

_CERTAIN = 3.0  # a margin from which on a reading is taken for what the page does


class Draft(NamedTuple):
    """One entry, read: what it says, its lattice, and the best path through it so far, with the names on it.

    Of one that is too long for any of this, nothing is read.
    """

    entry: Entry
    text: EntryText
    lattice: Lattice
    reading: Reading
    authors: Names
    is_too_long: bool = False


def step_of(reading: Reading, field: int) -> Step | None:
    """The step that reads `field`, the first if there are several."""
    at = first_of(reading.steps, field)
    return reading.steps[at] if at >= 0 else None


def authors_of(lattice: Lattice, reading: Reading) -> Names:
    """The names in what a reading takes for authors."""
    step, title = step_of(reading, AUTHORS), step_of(reading, TITLE)
    return names_of(lattice, step.first, step.last, title) if step else Names((), None)


def names_only_others(one: Draft) -> bool:
    """Whether its authors are told as those who worked with the owner: `… (joint work with A. and B.)`."""
    step = step_of(one.reading, AUTHORS)
    before = one.lattice.cells[step.first - 1].atom if step and step.first else None
    if before is None or before.kind != "with":
        return False
    return one.lattice.lexemes.texts[before.last - 1].lower() != "by"


def sureness(reading: Reading) -> float:
    """How much a blind reading may say about the page's style: 0 to 1, by the smallest margin of its main fields."""
    read = {step.field for step in reading.steps}
    margin = min([reading.margins[field] for field in ONCE if field in read], default=0.0)
    return max(0.0, min(1.0, margin / _CERTAIN))
