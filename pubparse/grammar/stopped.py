"""A reading and its lattice in, the same out, but that names and titles part at the full stop between them.

work := names ". " title …        Sophocles. Antigone. Trans. Elizabeth Wyckoff. University of Chicago Press, 1954
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, gap_between, instead
from pubparse.grammar.weights import AUTHORS, NOTE, TITLE, VENUE

_OF_INITIALS = frozenset("IikLJ")
_OF_TITLE = frozenset("CMUwp,")


def to_full_stop(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands behind the first full stop in a list as the title, and what was that as venue or note."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    cut = _behind_stop(lattice, steps[at]) if at == 0 else 0
    if not cut:
        return reading
    names, title = steps[0]._replace(last=cut), Step(cut, steps[0].last, TITLE)
    other = VENUE if first_of(steps, VENUE) < 0 else NOTE
    rest = (step._replace(field=other) if step.field == TITLE else step for step in steps[1:])
    return instead(reading._replace(steps=(steps[0], *rest)), 0, names, title)


def _behind_stop(lattice: Lattice, names: Step) -> int:
    """The first cell behind a full stop that no initial has; 0 if there is none, or initials follow."""
    cells, tags = lattice.cells, lattice.tags
    at = next((at for at in range(names.first + 1, names.last) if lattice.joints[at].between == "period"), 0)
    if not at or tags[cells[at - 1].last - 1] in _OF_INITIALS or cells[at].atom:
        return 0
    gap = gap_between(lattice, Step(at - 1, at, NOTE), Step(at, at + 1, NOTE))
    return at if gap == ". " and _OF_TITLE.issuperset(tags[cells[at].first : cells[names.last - 1].last]) else 0
