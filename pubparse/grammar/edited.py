"""A reading and its lattice in, the same out, but that who edited a work is not its title.

edited := names "(eds.)" title …        Appadurai, Arjun, ed. The Social Life of Things. Cambridge: …
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, TITLE, VENUE

_OF_NAMES = frozenset("CMUkIipJ,;&")
_LONGEST = 24  # lexemes
_OUSTED = (EDITORS, VENUE, NOTE)  # what a title was taken for because the names were


def by_editors(reading: Reading, lattice: Lattice) -> Reading:
    """Read names at the very start as editors, where a word for those is behind them and nobody else is named.

    What stands behind that word is then the title, unless there is another.
    """
    if len(reading.steps) < 3 or reading.steps[0].field not in (TITLE, NOTE):
        return reading
    names, said, after, *rest = reading.steps
    fields = [step.field for step in (after, *rest)]
    if not _tells_of_editors(lattice, said) or lattice.joints[said.first].between not in ("comma", "bracket"):
        return reading
    if AUTHORS in fields or not _looks_like_names(lattice, names):
        return reading
    if TITLE not in fields:
        if after.field not in _OUSTED:
            return reading
        after = after._replace(field=TITLE)
    return reading._replace(steps=(names._replace(field=EDITORS), said, after, *rest))


def _tells_of_editors(lattice: Lattice, step: Step) -> bool:
    atom = lattice.cells[step.first].atom
    return step.field == ATOM and atom is not None and atom.kind == "editors"


def _looks_like_names(lattice: Lattice, step: Step) -> bool:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    return last - first <= _LONGEST and _OF_NAMES.issuperset(lattice.tags[first:last])
