"""A reading and its lattice in, the same out, but that names behind somebody's institution go on with the list.

authors := name "(" institution ")" ("," name "(" institution ")")*
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, kind_at, said_by
from pubparse.grammar.weights import AUTHORS, TITLE


def by_institution(reading: Reading, lattice: Lattice) -> Reading:
    """`Matei Zaharia (University of California), Ion Stoica (…)`: as far as each has an institution between."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    last = at
    while 0 <= last < len(steps) - 2 and _goes_on(lattice, steps[last + 1], steps[last + 2]):
        last += 2
    if last <= at:
        return reading
    return reading._replace(steps=(*steps[:at], Step(steps[at].first, steps[last].last, AUTHORS), *steps[last + 1 :]))


def _goes_on(lattice: Lattice, between: Step, names: Step) -> bool:
    is_institution = kind_at(lattice, between) == "elsewhere" and said_by(lattice, between)[:1] == "("
    features = lattice.features[names.first]
    return is_institution and names.field != TITLE and any(one.startswith("names-") for one in features)
