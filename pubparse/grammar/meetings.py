"""The steps of a path in, the same out, but that the city of a meeting, before its days, is no part of its name.

venue, place, date := meeting ", " city ", " days        … Workshop on Logic, Uppsala, 3–5 May 2010
"""

from collections.abc import Sequence
from itertools import pairwise

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Step
from pubparse.grammar.steps import atom_of, said_by
from pubparse.grammar.venue_kinds import kind_of
from pubparse.grammar.weights import PLACE, VENUE

_MEETINGS = frozenset({"conference", "workshop"})
_FORMS = frozenset({"word", "capitalised", "names-full"})


def with_city(lattice: Lattice, steps: Sequence[Step]) -> Sequence[Step]:
    """Cut the last words off a meeting's name that only say where it was, if nothing else does."""
    if any(step.field == PLACE for step in steps):
        return steps
    for at, (step, after) in enumerate(pairwise(steps)):
        if step.field == VENUE and _has_days(lattice, after) and _ends_with_city(lattice, step):
            name, city = step._replace(last=step.last - 1), step._replace(first=step.last - 1, field=PLACE)
            return (*steps[:at], name, city, *steps[at + 1 :])
    return steps


def _has_days(lattice: Lattice, step: Step) -> bool:
    atom = atom_of(lattice, step)
    return atom is not None and atom.kind == "date" and any(part.field == "month" for part in atom.parts)


def _ends_with_city(lattice: Lattice, venue: Step) -> bool:
    """Whether all that follows the last comma is a word or two that may be a name, and a meeting is before it."""
    last = venue.last - 1
    return (
        venue.first < last
        and lattice.joints[last].between == "comma"
        and lattice.features[last][0] in _FORMS
        and lattice.lexemes.texts[lattice.cells[last].first][0].isupper()
        and not any(feature.startswith(("venue:", "acronym")) for feature in lattice.features[last])
        and kind_of(said_by(lattice, venue._replace(last=last))) in _MEETINGS
    )
