"""A reading and its lattice in, the same out, but that a title in quotes ends with them, if its stop is within.

work := names “title.” venue        Auerbach, Erich. “Odysseus’ Scar.” Mimesis: The Representation of Reality in …
"""

import re

from pubparse.grammar.atoms import Atom
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.steps import first_of, gap_between, instead
from pubparse.grammar.weights import NOTE, PLACE, TITLE, VENUE

_ENDED = re.compile(r"[.,]['\"’”»]+\s+\Z")
_CLOSED = re.compile(r"\s?[\"”»],\s+\Z")  # « Titre », Paris, …
_ENDED_BEFORE_VENUE = re.compile(r"[)）]*['\"’”»]+(?:,\s+|，\s*)\Z")  # “title”, venue


def by_quotes(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands behind the quotes, and was read as more of the title, as the venue; a note, if there is one."""
    steps = reading.steps
    at = first_of(steps, TITLE)
    venue = steps[place] if (place := first_of(steps, VENUE)) >= 0 else None
    is_named = at >= 0 and venue is not None and venue.first == steps[at].last and lattice.cells[venue.first].depth > 0
    has_venue = venue is not None and not is_named
    end = _end_of_quotes(lattice, steps[at], has_venue=has_venue) if at >= 0 else 0
    if not end:
        return reading
    title = steps[at]
    behind = _before_venue(lattice, end, title.last)
    first = behind[-1].last if behind else end
    if venue and is_named and first < title.last:  # “Title”, Venue (Acronym)
        named = (*behind, Step(first, venue.last, VENUE))
        return reading._replace(steps=(*steps[:at], title._replace(last=end), *named, *steps[at + 2 :]))
    if first < title.last:
        behind.append(Step(first, title.last, NOTE if has_venue else VENUE))
    return instead(reading, at, title._replace(last=end), *behind)


def _before_venue(lattice: Lattice, first: int, last: int) -> list[Step]:
    """What stands between the quotes and the venue: `“Title,” in Venue`, `« Titre », Paris, …`."""
    found: list[Step] = []
    while first < last and _stands_alone(lattice.cells[first].atom):
        found.append(Step(first, first + 1, ATOM))
        first += 1
    place = first
    while first < last and "place" in lattice.features[first]:
        first += 1
    return [*found, Step(place, first, PLACE)] if place < first else found


def _stands_alone(atom: Atom | None) -> bool:
    """Whether it is an atom, and none that only counts what follows it: “題”，第43回日本数物学会年会."""
    return atom is not None and (atom.kind != "numbers" or bool(atom.parts))


def _end_of_quotes(lattice: Lattice, title: Step, *, has_venue: bool) -> int:
    """The first cell behind the quotes that a title begins with; 0 if it has none, or goes on behind them."""
    cells = lattice.cells
    if not cells[title.first].quoted:
        return 0
    end = next((at for at in range(title.first, title.last) if not cells[at].quoted), 0)
    if not end or any(cell.quoted for cell in cells[end : title.last]):
        return 0
    within, beyond = Step(title.first, end, TITLE), Step(end, title.last, TITLE)
    gap = gap_between(lattice, within, beyond)
    if "place" in lattice.features[end] and _CLOSED.match(gap):
        return end
    return end if _ENDED.match(gap) or (not has_venue and _ENDED_BEFORE_VENUE.match(gap)) else 0
