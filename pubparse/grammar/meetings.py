"""The steps of a path in, the same out, but that the city of a meeting, before its days, is no part of its name.

venue, place, date := meeting ", " city ", " days        … Workshop on Logic, Uppsala, 3–5 May 2010
"""

from collections.abc import Sequence
from itertools import pairwise

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Step
from pubparse.grammar.steps import atom_of, said_by
from pubparse.grammar.venue_kinds import MEETINGS, kind_of
from pubparse.grammar.weights import NOTE, PLACE, VENUE

_FORMS = frozenset({"word", "capitalised", "names-full"})


def with_city(lattice: Lattice, steps: Sequence[Step]) -> Sequence[Step]:
    """Cut the last words off a meeting's name that only say where it was, if nothing else does.

    What is left between the name and the days says so, too.
    """
    if any(step.field == PLACE for step in steps):
        return steps
    for at, (step, after) in enumerate(pairwise(steps)):
        if step.field not in (VENUE, NOTE) or not _has_days(lattice, after):
            continue
        if step.field == VENUE and _ends_with_city(lattice, step):
            name, city = step._replace(last=step.last - 1), step._replace(first=step.last - 1, field=PLACE)
            return (*steps[:at], name, city, *steps[at + 1 :])
        venue = next((one for one in steps[:at] if one.field == VENUE), None)
        if step.field == NOTE and venue and _is_city(lattice, step) and _is_meeting(lattice, venue):
            return (*steps[:at], step._replace(field=PLACE), *steps[at + 1 :])
    return steps


def _has_days(lattice: Lattice, step: Step) -> bool:
    atom = atom_of(lattice, step)
    return atom is not None and atom.kind == "date" and any(part.field == "month" for part in atom.parts)


def _ends_with_city(lattice: Lattice, venue: Step) -> bool:
    """Whether all that follows the last comma is a word or two that may be a name, and a meeting is before it."""
    last = venue.last - 1
    name, city = venue._replace(last=last), venue._replace(first=last)
    return venue.first < last and _is_city(lattice, city) and _is_meeting(lattice, name)


def _is_city(lattice: Lattice, step: Step) -> bool:
    first = step.first
    return (
        step.last - first == 1
        and lattice.joints[first].between in ("comma", "bracket")
        and lattice.features[first][0] in _FORMS
        and lattice.lexemes.texts[lattice.cells[first].first][0].isupper()
        and not any(feature.startswith(("venue:", "acronym")) for feature in lattice.features[first])
    )


def _is_meeting(lattice: Lattice, venue: Step) -> bool:
    return kind_of(said_by(lattice, venue)) in MEETINGS
