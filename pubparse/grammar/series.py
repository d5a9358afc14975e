"""A stretch that was read as the venue of a book in, whether it names the series that the book is in out.

series := "(" name number ")" | ("coll." | "Reihe" | "series" …) name        *Syntactic Structures* (Janua Linguarum 4)
        | *title* ". " name ". " place ":"        *The Practice of Everyday Life*. Sign, Storage. Berkeley: University …
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, is_house, place_of
from pubparse.grammar.weights import NOTE, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.markdown.runs import ITALIC

_BEFORE = re.compile(r"\b(?:coll(?:ection|ana|ecção|ección)?|collezione|reihe|series?|seria|серия)\b\W{0,4}\Z", re.I)
_OF_NAME = frozenset("CMUk")  # tags
_REACH = 16  # code points


def is_series(lattice: Lattice, venue: Step) -> bool:
    """Whether it is in brackets behind the title, or is called a series; what "In" leads to is none."""
    cells = lattice.cells
    first, last = cells[venue.first], cells[venue.last - 1]
    before = cells[venue.first - 1].atom if venue.first else None
    if before and before.kind == "in":
        return False
    return first.depth > 0 < last.depth or _is_called_series(lattice, venue) or _is_behind_book(lattice, venue)


def by_series(reading: Reading, lattice: Lattice) -> Reading:
    """Read all between a book's title and the place before its house as one: the series, whatever commas it has."""
    steps = reading.steps
    at = first_of(steps, TITLE)
    end = next((to for to, step in enumerate(steps[:-1]) if _is_place_of_house(lattice, step, steps[to + 1])), 0)
    between = steps[at + 1 : end]
    if at < 0 or not between or not all(step.field in (VENUE, NOTE, PUBLISHER) for step in between):
        return reading
    series = Step(between[0].first, between[-1].last, VENUE)
    if not _is_behind_book(lattice, series):
        return reading
    return reading._replace(steps=(*steps[: at + 1], series, *steps[end:]))


def _is_place_of_house(lattice: Lattice, place: Step, house: Step) -> bool:
    is_told = lattice.joints[house.first].between == "colon" and place.field == PLACE
    return is_told and house.field == PUBLISHER and is_house(lattice, house)


def _is_behind_book(lattice: Lattice, venue: Step) -> bool:
    """Whether a title in italics ends with a full stop before it, and it is in none."""
    if not venue.first or lattice.joints[venue.first].between != "period" or lattice.cells[venue.first - 1].atom:
        return False
    before, first = lattice.cells[venue.first - 1].last - 1, lattice.cells[venue.first].first
    last = lattice.cells[venue.last - 1].last - 1
    if lattice.tags[first] not in _OF_NAME or lattice.tags[last] not in _OF_NAME:  # 3 vols   Annotated edition
        return False
    return bool(lattice.lexemes.styles[before] & ITALIC & ~lattice.lexemes.styles[first])


def _is_called_series(lattice: Lattice, venue: Step) -> bool:
    """`coll. « Le sens commun »`."""
    start = place_of(lattice, venue)[0]
    return bool(_BEFORE.search(lattice.text, max(0, start - _REACH), start))
