"""A reading, and what keys and the headers of columns say, in; the reading that agrees with them out.

`Journal: Science (2001)` and a column headed "Venue" leave nothing to guess: what stands there is no title.
"""

from collections.abc import Iterable
from typing import Final

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.weights import AUTHORS, NOTE, TITLE, VENUE
from pubparse.layouts import Hint
from pubparse.text.visible import Visible

_FIELDS: Final = {"title": TITLE, "authors": AUTHORS, "venue": VENUE, "note": NOTE, "month": NOTE}


def agreed(reading: Reading, lattice: Lattice, hints: Iterable[Hint], visible: Visible) -> Reading:
    """Read as a field what is said to be it, unless it is read from there already."""
    told = [(hint.span, _FIELDS[hint.field]) for hint in hints if hint.field in _FIELDS]
    if not told or not lattice.cells:
        return reading
    places = [visible.span(*lattice.lexemes.place(cell.first, cell.last)) for cell in lattice.cells]
    steps = reading.steps
    for span, field in told:
        inside = [at for at, place in enumerate(places) if span.start <= place.start and place.end <= span.end]
        found = next((step for step in steps if step.field == field != NOTE), None)
        is_read = found is not None and found.first in inside and found.last - 1 in inside
        first, last = _without_atoms(lattice, inside) if field != NOTE or not inside else (inside[0], inside[-1] + 1)
        if first < last and not is_read:
            steps = _with(lattice, steps, Step(first, last, field))
    return reading._replace(steps=steps)


def _without_atoms(lattice: Lattice, inside: list[int]) -> tuple[int, int]:
    """The cells [first, last) of a stretch, without the atoms at its ends: dates, ids, labels."""
    texts = [at for at in inside if not lattice.cells[at].atom]
    return (texts[0], texts[-1] + 1) if texts else (0, 0)


def _with(lattice: Lattice, steps: tuple[Step, ...], new: Step) -> tuple[Step, ...]:
    """A step among others: cells of those that it ends are read as themselves, or as notes."""
    kept = [new]
    for step in steps:
        if (step.field != new.field or new.field == NOTE) and (step.last <= new.first or new.last <= step.first):
            kept.append(step)
            continue
        kept += [
            Step(cell, cell + 1, ATOM if lattice.cells[cell].atom else NOTE)
            for cell in range(step.first, step.last)
            if not new.first <= cell < new.last
        ]
    return tuple(sorted(kept))
