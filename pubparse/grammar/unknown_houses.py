"""A reading and its lattice in, the same out, but that what is alone behind a title, and no known house, is its venue.

work := authors title "," venue "," year        S. Brin, L. Page. The Anatomy of a … Engine. Computer Networks, 1998.
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading
from pubparse.grammar.steps import first_of, instead, is_house, said_by
from pubparse.grammar.weights import PLACE, PUBLISHER, TITLE, VENUE


def by_house(reading: Reading, lattice: Lattice) -> Reading:
    """Read a publisher of some words without a place as the venue, where there is none and it is no known house."""
    steps = reading.steps
    at = first_of(steps, PUBLISHER)
    is_alone = 0 <= first_of(steps, TITLE) < at and first_of(steps, VENUE) < 0 and first_of(steps, PLACE) < 0
    if not is_alone or " " not in said_by(lattice, steps[at]) or is_house(lattice, steps[at]):
        return reading
    return instead(reading, at, steps[at]._replace(field=VENUE))
