"""A reading and its lattice in, the same out, but that who is named in `(with …)` is an author, and `A …` none.

work := title "(with " names ")"        **Solomonic Bargaining** (with Eric Talley), 104 *Yale Law J.* 1027
title := words " - A " words            Trust and Growth - A Causal Story
"""

from itertools import pairwise

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead, kind_at
from pubparse.grammar.weights import AUTHORS, NOTE, TITLE

_NAMES = frozenset({"names-full", "names-initials", "names-mixed"})


def by_with(reading: Reading, lattice: Lattice) -> Reading:
    """Read a name in brackets behind "with" as the authors, where there are none."""
    steps = reading.steps
    if first_of(steps, AUTHORS) >= 0:
        return reading
    at = next((at for at, (join, step) in enumerate(pairwise(steps), 1) if _is_with(lattice, join, step)), 0)
    return instead(reading, at, steps[at]._replace(field=AUTHORS)) if at else reading


def by_last(reading: Reading, lattice: Lattice) -> Reading:
    """Read a name behind the authors and "and" as one of them: `(with A. Bee, C. Dee, and Eve Eff)`."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    if at < 0 or at + 1 == len(steps):
        return reading
    last = steps[at + 1]
    if last.field != NOTE or last.last - last.first > 1:
        return reading
    is_joined = lattice.tags[lattice.cells[last.first].first] == "&"
    if not is_joined or lattice.features[last.first][0] not in _NAMES:
        return reading
    return reading._replace(steps=(*steps[:at], steps[at]._replace(last=last.last), *steps[at + 2 :]))


def by_article(reading: Reading, lattice: Lattice) -> Reading:
    """Read a lone name that begins with `A` behind a title's dash or colon as more of the title."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    title = steps[at - 1] if at > 0 else None
    if title is None or title.field != TITLE or steps[at].last - steps[at].first > 1:
        return reading
    first = lattice.cells[steps[at].first].first
    is_behind = lattice.joints[steps[at].first].between in ("dash", "colon")
    if not is_behind or lattice.lexemes.texts[first] != "A" or lattice.tags[first + 1 : first + 2] == ".":
        return reading
    return reading._replace(steps=(*steps[: at - 1], title._replace(last=steps[at].last), *steps[at + 1 :]))


def _is_with(lattice: Lattice, join: Step, step: Step) -> bool:
    is_bracketed = kind_at(lattice, join) == "with" and lattice.cells[join.first].depth > 0
    return is_bracketed and step.field == NOTE and lattice.features[step.first][0] in _NAMES
