"""A stretch that was read as the venue of a book in, whether it names the series that the book is in out.

series := "(" name number ")" | ("coll." | "Reihe" | "series" …) name        *Syntactic Structures* (Janua Linguarum 4)
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Step
from pubparse.grammar.steps import place_of

_BEFORE = re.compile(r"\b(?:coll(?:ection|ana|ecção|ección)?|collezione|reihe|series?|seria|серия)\b\W{0,4}\Z", re.I)
_REACH = 16  # code points


def is_series(lattice: Lattice, venue: Step) -> bool:
    """Whether it is in brackets behind the title, or is called a series; what "In" leads to is none."""
    cells = lattice.cells
    first, last = cells[venue.first], cells[venue.last - 1]
    before = cells[venue.first - 1].atom if venue.first else None
    if before and before.kind == "in":
        return False
    return first.depth > 0 < last.depth or _is_called_series(lattice, venue)


def _is_called_series(lattice: Lattice, venue: Step) -> bool:
    """`coll. « Le sens commun »`."""
    start = place_of(lattice, venue)[0]
    return bool(_BEFORE.search(lattice.text, max(0, start - _REACH), start))
