"""A reading and its lattice in, the same out, but that the years a title or a book's name ends with are its own.

work := names title ", " years …        Foner, Eric. Reconstruction: …, 1863–1877. New York: Harper & Row, 1988
                                        Brown, Peter. The Rise of Western Christendom, 200–1000. Oxford: Blackwell, 1996
"""

import re
from itertools import pairwise

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import gap_between, kind_at, place_of, said_by
from pubparse.grammar.weights import EDITORS, NOTE, PLACE, PUBLISHER, TITLE, VENUE

_SPAN = re.compile(r"(\d{3,4})[–-](\d{2,4})")
_YEAR = 4  # digits
_MOST_PAGES = 60  # of what stands before no journal's name
_LONG_AGO = 20  # years
_MAY_BE_SPAN = frozenset({NOTE, VENUE, EDITORS})


def with_years(reading: Reading, lattice: Lattice) -> Reading:
    """Read a span of years behind the title, or behind the venue, as the end of it."""
    steps = reading.steps
    for at, (before, step) in enumerate(pairwise(steps)):
        if before.field in (TITLE, VENUE) and (
            _is_span(lattice, before, step, steps[at + 2 :]) or _is_first_issue(lattice, before, step, steps[at + 2 :])
        ):
            return reading._replace(steps=(*steps[:at], before._replace(last=step.last), *steps[at + 2 :]))
    return reading


def _is_first_issue(lattice: Lattice, before: Step, step: Step, behind: tuple[Step, ...]) -> bool:
    """`Principles of Geology (1830), … (London: Penguin, 1997)`: when a book came out long ago."""
    if kind_at(lattice, step) != "date" or before.field != TITLE or gap_between(lattice, before, step) != " (":
        return False
    year, *later = (said_by(lattice, one) for one in (step, *behind) if kind_at(lattice, one) == "date")
    is_book = {PLACE, PUBLISHER} <= {one.field for one in behind}
    is_book = is_book and "in" not in [kind_at(lattice, one) for one in behind]
    return is_book and year.isdigit() and any(one.isdigit() and int(one) - int(year) > _LONG_AGO for one in later)


def _is_span(lattice: Lattice, before: Step, step: Step, behind: tuple[Step, ...]) -> bool:
    """Whether all of a step is two years, behind a comma or in brackets; what may be pages is too long for those.

    Before "In" they are pages.
    """
    gap, end = gap_between(lattice, before, step), place_of(lattice, step)[1]
    if gap != ", " and not (gap == " (" and lattice.text[end : end + 1] == ")"):
        return False
    span = _SPAN.fullmatch(said_by(lattice, step))
    years = int(span[1][: -len(span[2])] + span[2]) - int(span[1]) if span else 0  # none in the number 1999-66
    if not span or years < 1:
        return False
    if step.field in _MAY_BE_SPAN:
        return len(span[1]) == _YEAR
    is_part = "in" in [kind_at(lattice, one) for one in behind]
    return years > _MOST_PAGES and before.field == TITLE and kind_at(lattice, step) == "numbers" and not is_part
