"""A reading and its lattice in, the same out, but that cities behind a venue are no authors.

place := venue "," city ("," state)? "," country        *Proc. ICML*, Montreal, QC, Canada, June 2009
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead
from pubparse.grammar.weights import AUTHORS, NOTE, PLACE, VENUE

_MOST_CELLS = 4


def by_country(reading: Reading, lattice: Lattice) -> Reading:
    """Read what was taken for authors behind the venue as its place, where a country or state ends it, or follows."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    if at < 1 or steps[at - 1].field != VENUE or not _ends_with_country(lattice, steps[at], steps[at + 1 : at + 2]):
        return reading
    return instead(reading, at, steps[at]._replace(field=PLACE))


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
