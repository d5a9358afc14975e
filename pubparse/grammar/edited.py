"""A reading and its lattice in, the same out, but that who edited a work is not its title.

edited := names "(eds.)" title …        Appadurai, Arjun, ed. The Social Life of Things. Cambridge: …
                                        Bourdieu, Pierre, Jean-Claude Passeron (Hg.), Die Erben, Konstanz 2007
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import kind_at
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, TITLE, VENUE

_OF_NAMES = frozenset("CMUkIipJ,;&")
_LONGEST = 24  # lexemes
_OF_LIST = frozenset({AUTHORS, EDITORS, TITLE, NOTE})  # what the names of one list may be taken for
_OUSTED = (EDITORS, VENUE, NOTE)  # what a title was taken for because the names were


def by_editors(reading: Reading, lattice: Lattice) -> Reading:
    """Read all names at the very start as editors, where a word for those is behind them and nobody else is named.

    What stands behind that word is then the title, unless there is another.
    """
    steps = reading.steps
    at = next((place for place, step in enumerate(steps) if kind_at(lattice, step) == "editors"), 0)
    before, after = steps[:at], steps[at + 1 :]
    if not before or not after:
        return reading
    if not _OF_LIST.issuperset(step.field for step in before) or AUTHORS in [step.field for step in after]:
        return reading
    names = Step(before[0].first, before[-1].last, EDITORS)
    if lattice.joints[names.last].between not in ("comma", "bracket") or not _looks_like_names(lattice, names):
        return reading
    if TITLE not in [step.field for step in after]:
        if after[0].field not in _OUSTED:
            return reading
        after = (after[0]._replace(field=TITLE), *after[1:])
    return reading._replace(steps=(names, steps[at], *after))


def _looks_like_names(lattice: Lattice, step: Step) -> bool:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    return last - first <= _LONGEST and _OF_NAMES.issuperset(lattice.tags[first:last])
