"""A reading and its lattice in, the same out, but that what has a volume and a page has a venue, and no title a series.

work := names title? journal (year | note)? volume "," pages        S. Hawking, Nature 248, 30 (1974)
                                                                     …," Computer, Special Issue on …, vol. 23, pp. 73
      | names? title volume journal page                             Joint Authorship, 50 Yale L.J. 100
"""

from pubparse.grammar.faces import FACE
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.steps import gap_between
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, PUBLISHER, TITLE, VENUE

_MOST_WORDS = 3  # of a journal that was read as the title
_LEFT = (NOTE, PUBLISHER, EDITORS)  # what a journal was read as
_OF_JOURNAL = frozenset({"pages", "article_number"})


def without_series(reading: Reading, lattice: Lattice) -> Reading:
    """`The Calculi of Lambda-Conversion, volume 6 of Annals of Mathematics Studies`: no title ends with its series."""
    steps = reading.steps
    at = next((at for at, step in enumerate(steps) if step.field == TITLE and step.last - step.first > 2), -1)
    cut = steps[at].last - 2 if at >= 0 else 0
    atoms = [lattice.cells[place].atom for place in (cut, cut + 1)] if cut else []
    if [atom.kind for atom in atoms if atom] != ["numbers", "series"]:
        return reading
    behind = (Step(cut, cut + 1, ATOM), Step(cut + 1, cut + 2, ATOM))
    return reading._replace(steps=(*steps[:at], steps[at]._replace(last=cut), *behind, *steps[at + 1 :]))


def by_volume(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands between title and volume as the venue, where there is none; or before it, without a title."""
    steps = reading.steps
    if any(step.field == VENUE for step in steps):
        return reading
    if between := next((at for at in range(1, len(steps) - 1) if _is_between(lattice, *steps[at - 1 : at + 2])), 0):
        return reading._replace(steps=(*steps[:between], steps[between]._replace(field=VENUE), *steps[between + 1 :]))
    numbers = next((at for at, step in enumerate(steps) if _tells_volume_and_page(lattice, step)), 0)
    title = next((at for at, step in enumerate(steps) if step.field == TITLE), -1)
    at = next((at for at in range(title + 1, numbers) if title >= 0 and _is_left(lattice, steps[at])), -1)
    if at < 0:
        at = numbers - 1 - (numbers > 1 and _is_date(lattice, steps[numbers - 1]))
        if at < 0 or not _may_be_journal(lattice, steps, at, title):
            return reading
    before = steps[at]
    journal = Step(before.last - 1 if before.field == AUTHORS else before.first, before.last, VENUE)
    names = (before._replace(last=journal.first),) if journal.first > before.first else ()
    return reading._replace(steps=(*steps[:at], *names, journal, *steps[at + 1 :])) if journal.first else reading


def _tells_volume_and_page(lattice: Lattice, step: Step) -> bool:
    told = _told_in(lattice, step)
    return "volume" in told and not told.isdisjoint(_OF_JOURNAL)


def _is_between(lattice: Lattice, volume: Step, journal: Step, behind: Step) -> bool:
    """`50 Yale L.J. 100`, `35 U. Chi. L. Rev. (forthcoming …`: what stands behind a volume, as lawyers have it."""
    if _told_in(lattice, volume) != {"volume"} or gap_between(lattice, volume, journal) != " ":
        return False
    atom = lattice.cells[behind.first].atom
    is_status = behind.field == ATOM and atom is not None and atom.kind == "status"
    return journal.field in (AUTHORS, *_LEFT) and (is_status or _told_in(lattice, behind) == {"pages"})


def _told_in(lattice: Lattice, step: Step) -> set[str]:
    """The fields of a step that is a group of numbers."""
    atom = lattice.cells[step.first].atom
    if step.field != ATOM or atom is None or atom.kind != "numbers":
        return set()
    return {part.field for part in atom.parts}


def _is_date(lattice: Lattice, step: Step) -> bool:
    atom = lattice.cells[step.first].atom
    return step.field == ATOM and atom is not None and atom.kind == "date"


def _is_left(lattice: Lattice, step: Step) -> bool:
    """Whether no field has taken it that needs it less than the venue; what is in brackets (`[J]`) is no journal."""
    return step.field in _LEFT and not lattice.cells[step.first].depth


def _may_be_journal(lattice: Lattice, steps: tuple[Step, ...], at: int, title: int) -> bool:
    """Whether a step may name a journal: the last of what was read as names, what is left, or too short a title."""
    step = steps[at]
    if step.field != TITLE:
        return step.field in (AUTHORS, *_LEFT) and title < at  # `"Title" with A. Bee, Econometrica 49, 1057`
    first = lattice.cells[step.first]
    is_set_off = first.quoted or lattice.lexemes.styles[first.first] & FACE or lattice.lexemes.links[first.first]
    most = _MOST_WORDS if gap_between(lattice, step, steps[at + 1]) == ", " else 1  # `Random Forests 45` is a title
    return not is_set_off and sum(lattice.sizes[step.first : step.last]) <= most
