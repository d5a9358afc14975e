"""A reading and its lattice in, the same out, but that a journal with the month of its issue is no name.

work := title journal ", " month        Review of *The Bell Curve*, by R. Herrnstein. *Scientific American*, February
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead
from pubparse.grammar.weights import AUTHORS, NOTE, TITLE, VENUE
from pubparse.markdown.runs import ITALIC


def by_month(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands in italics before a month, where names were read, as the venue."""
    at = _names_behind_title(reading)
    if at < 0:
        return reading
    first, last, _ = reading.steps[at]
    is_set_off = lattice.lexemes.styles[lattice.cells[first].first] & ITALIC
    if last - first != 2 or "month" not in lattice.features[last - 1] or not is_set_off:
        return reading
    return instead(reading, at, Step(first, last - 1, VENUE), Step(last - 1, last, NOTE))


def _names_behind_title(reading: Reading) -> int:
    """Which step is the authors, if they stand behind the title and no venue is read; else -1."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    return at if first_of(steps, VENUE) < 0 <= first_of(steps, TITLE) < at else -1
