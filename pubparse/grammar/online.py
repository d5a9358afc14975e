"""A reading and its lattice in, the same out, but that what has a DOI and no volume yet has a venue.

work := names title journal date? doi       …, the tempo and mode of evolution reconsidered. Paleobiology. doi:10.1017/…
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead, is_house, kind_at, said_by
from pubparse.grammar.weights import PUBLISHER, TITLE, VENUE

_DOI = re.compile(r"\bdoi\b|\b10\.\d{4,9}/", re.I)
_ADDRESSES = ("id", "label")
_MOST_WORDS = 6  # of a journal that nothing but its capitals sets off from the title


def by_doi(reading: Reading, lattice: Lattice) -> Reading:
    """Read as the venue what stands between title and DOI, be it called a publisher or the end of the title."""
    steps = reading.steps
    at = first_of(steps, TITLE)
    if at < 0 or first_of(steps, VENUE) >= 0:
        return reading
    title, *behind = steps[at:]
    house = behind[0] if behind and behind[0].field == PUBLISHER else None
    if not _is_before_doi(lattice, behind[1:] if house else behind):
        return reading
    if house:
        return reading if is_house(lattice, house) else instead(reading, at + 1, house._replace(field=VENUE))
    if not _ends_with_name(lattice, title):
        return reading
    name = title.last - 1
    return instead(reading, at, title._replace(last=name), Step(name, title.last, VENUE))


def _is_before_doi(lattice: Lattice, steps: list[Step]) -> bool:
    """Whether a DOI comes next, or behind the date."""
    step = next((step for step in steps[:2] if kind_at(lattice, step) != "date"), None)
    return step is not None and kind_at(lattice, step) in _ADDRESSES and bool(_DOI.search(said_by(lattice, step)))


def _ends_with_name(lattice: Lattice, title: Step) -> bool:
    """Whether all words of a title's last cell have capitals, and those before it have not."""
    last = title.last - 1
    return (
        title.first < last
        and lattice.joints[last].between in ("period", "comma")
        and lattice.sizes[last] <= _MOST_WORDS
        and "lower" not in lattice.features[last]
        and "cap" in lattice.features[last]
        and "lower" in lattice.features[last - 1]
        and not lattice.cells[last].quoted
        and not lattice.lexemes.links[lattice.cells[last].first]
    )
