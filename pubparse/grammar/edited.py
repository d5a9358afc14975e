"""A reading and its lattice in, the same out, but that who edited a work is not its title.

edited := names "(eds.)" title …        Appadurai, Arjun, ed. The Social Life of Things. Cambridge: …
                                        Bourdieu, Pierre, Jean-Claude Passeron (Hg.), Die Erben, Konstanz 2007
"""

from pubparse.grammar.houses import calls_itself_house
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.steps import first_of, kind_at, said_by
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, PLACE, PUBLISHER, TITLE, VENUE

_OF_NAMES = frozenset("CMUkIipJ,;&E")
_LONGEST = 24  # lexemes
_OF_LIST = frozenset({AUTHORS, EDITORS, TITLE, NOTE})  # what the names of one list may be taken for
_OUSTED_BOOK = (PLACE, NOTE)
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
        first = next((place for place, step in enumerate(after) if step.field != ATOM), 0)  # behind the year
        if after[first].field not in _OUSTED:
            return reading
        after = (*after[:first], after[first]._replace(field=TITLE), *after[first + 1 :])
    return reading._replace(steps=(names, steps[at], *after))


def of_one_list(reading: Reading, lattice: Lattice) -> Reading:
    """Read all names between a book's title and `eds.` as its editors, and a house behind that as the publisher.

    `In Dialectics of Writing, Ann Bee, Cay Dee, and Eve Eff, eds. Routledge, 2022`
    """
    steps = list(reading.steps)
    at = next((place for place, step in enumerate(steps) if kind_at(lattice, step) == "editors"), 0)
    first = at
    while first and steps[first - 1].field != ATOM and _looks_like_names(lattice, steps[first - 1]):
        if steps[first - 1].field in (VENUE, TITLE) or lattice.joints[steps[first].first].between == "period":
            break
        first -= 1
    if 2 < first == at and _is_read_as_venue(lattice, steps[at - 3 : at]):
        steps[at - 2], first = steps[at - 2]._replace(field=VENUE), at - 1
    before = steps[first - 1] if 0 < first < at else None
    if before is None or (before.field != VENUE and kind_at(lattice, before) != "in"):
        return reading
    if at + 1 < len(steps) and steps[at + 1].field == EDITORS:
        if not calls_itself_house(said_by(lattice, steps[at + 1]).replace("-", " ").split()):
            return reading
        steps[at + 1] = steps[at + 1]._replace(field=PUBLISHER)
    steps[first:at] = [Step(steps[first].first, steps[at - 1].last, EDITORS)]
    return reading._replace(steps=tuple(steps))


def behind_in(reading: Reading, lattice: Lattice) -> Reading:
    """Read the names between "In" and a word for editors as those, whether title or venue took them.

    What follows is the book, if no other venue is told: `…. In: Cole, Peter et Morgan, Jerry L. (éd.), *Syntax …*`
    """
    steps = reading.steps
    at = next((place for place, step in enumerate(steps) if kind_at(lattice, step) == "editors"), 0)
    before = steps[at - 1] if at else None
    if before is None:
        return reading
    if before.field == VENUE and at > 1 and kind_at(lattice, steps[at - 2]) == "in":
        behind = steps[at + 1] if at + 1 < len(steps) else None
        if not _looks_like_names(lattice, before) or (behind and behind.field == EDITORS):
            return reading
        steps = (*steps[: at - 1], before._replace(field=EDITORS), *steps[at:])
        if behind and behind.field in _OUSTED_BOOK:
            steps = (*steps[: at + 1], behind._replace(field=VENUE), *steps[at + 2 :])
        return reading._replace(steps=steps)
    first = at - 2 if before.field in (EDITORS, NOTE) and at > 1 else at - 1
    title = steps[first]
    lead = _place_of_in(lattice, title) if title.field == TITLE else 0
    if not lead:
        return reading
    names = Step(lead + 1, before.last, EDITORS)
    if names.first == names.last or not _looks_like_names(lattice, names):
        return reading
    return reading._replace(
        steps=(*steps[:first], title._replace(last=lead), Step(lead, lead + 1, ATOM), names, *steps[at:])
    )


def _place_of_in(lattice: Lattice, title: Step) -> int:
    """The last cell of a title that is "In", 0 if there is none behind its first."""
    atoms = ((at, lattice.cells[at].atom) for at in range(title.last - 1, title.first, -1))
    return next((at for at, atom in atoms if atom and atom.kind == "in"), 0)


def behind_book(reading: Reading, lattice: Lattice) -> Reading:
    """Read the names behind `Ed.` behind a title and its book as editors: `“Title.” *Book*. Ed. Ray Siemens. House`."""
    steps = reading.steps
    at = first_of(steps, AUTHORS)
    fields = {step.field for step in steps[:at]}
    if at > 0 and kind_at(lattice, steps[at - 1]) == "editors" and {TITLE, VENUE} <= fields:
        return reading._replace(steps=(*steps[:at], steps[at]._replace(field=EDITORS), *steps[at + 1 :]))
    return reading


def _is_read_as_venue(lattice: Lattice, steps: list[Step]) -> bool:
    """`In` and the book's title, as a note, and names as the venue."""
    first, last = lattice.cells[steps[2].first].first, lattice.cells[steps[2].last - 1].last
    is_in = kind_at(lattice, steps[0]) == "in" and [step.field for step in steps[1:]] == [NOTE, VENUE]
    return is_in and "," in lattice.tags[first:last] and _looks_like_names(lattice, steps[2])


def _looks_like_names(lattice: Lattice, step: Step) -> bool:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    return last - first <= _LONGEST and _OF_NAMES.issuperset(lattice.tags[first:last])
