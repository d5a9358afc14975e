"""A reading and its lattice in, the same out, but that cities behind a venue are neither authors nor in its name.

place := venue "," city ("," state)? "," country        *Proc. ICML*, Montreal, QC, Canada, June 2009
"""

from pubparse.grammar.houses import CITIES
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead
from pubparse.grammar.weights import AUTHORS, NOTE, PLACE, PUBLISHER, VENUE

_MOST_CELLS = 4
_MOST_WORDS = 3  # of a city


def by_country(reading: Reading, lattice: Lattice) -> Reading:
    """Read what was taken for authors behind the venue as its place, where a country or state ends it, or follows."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    if at < 1 or steps[at - 1].field != VENUE or not _ends_with_country(lattice, steps[at], steps[at + 1 : at + 2]):
        return reading
    return instead(reading, at, steps[at]._replace(field=PLACE))


def off_venue(reading: Reading, lattice: Lattice) -> Reading:
    """Read the country that a venue ends with, or that follows it, as its place, with the city and state before it."""
    steps = reading.steps
    at = first_of(steps, VENUE)
    if at < 0:
        return reading
    first, last, _ = steps[at]
    is_followed = at + 1 < len(steps) and _says_place(lattice, steps[at + 1])
    start = _start_of_place(lattice, steps[at], is_followed)
    if start == last:
        return reading
    end = steps[at + 1].last if is_followed else last
    parts = (Step(first, start, VENUE), Step(start, end, PLACE))
    return reading._replace(steps=(*steps[:at], *parts, *steps[at + 1 + is_followed :]))


def _says_place(lattice: Lattice, step: Step) -> bool:
    """Whether a step is the place, or a state that was read as something else: `CA`."""
    is_left = step.field in (NOTE, PUBLISHER) and _is_joined(lattice, step.first) and _is_place(lattice, step.first)
    return step.field == PLACE or is_left


def _start_of_place(lattice: Lattice, venue: Step, is_followed: bool) -> int:
    """The cell of the venue where its place begins; its end, if it has none."""
    start = venue.last
    while start > venue.first + 1 and _is_joined(lattice, start - 1) and _is_place(lattice, start - 1):
        start -= 1
    has_country = start < venue.last or is_followed
    if has_country and start > venue.first + 1 and not _says_city(lattice, start) and _may_be_city(lattice, start - 1):
        start -= 1
    return start


def _may_be_city(lattice: Lattice, cell: int) -> bool:
    first, last = lattice.cells[cell].first, lattice.cells[cell].last
    is_short = last - first <= _MOST_WORDS and all(text[0].isupper() for text in lattice.lexemes.texts[first:last])
    features = lattice.features[cell]
    is_venue = any(feature.startswith("venue:") or feature in ("acronym", "upper") for feature in features)
    return is_short and not is_venue and _is_joined(lattice, cell)


def _says_city(lattice: Lattice, cell: int) -> bool:
    if cell == len(lattice.cells):
        return False
    first, last = lattice.cells[cell].first, lattice.cells[cell].last
    return " ".join(lattice.lexemes.texts[first:last]).lower() in CITIES


def _is_joined(lattice: Lattice, cell: int) -> bool:
    return lattice.joints[cell].between == "comma"


def _ends_with_country(lattice: Lattice, names: Step, following: tuple[Step, ...]) -> bool:
    if names.last - names.first > _MOST_CELLS:
        return False
    is_followed = any(
        step.field in (PLACE, NOTE)
        and lattice.joints[step.first].between == "comma"
        and _is_place(lattice, step.last - 1)
        for step in following
    )
    return is_followed or (names.last - names.first > 1 and _is_place(lattice, names.last - 1))


def _is_place(lattice: Lattice, cell: int) -> bool:
    return "place" in lattice.features[cell]
