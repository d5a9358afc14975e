"""A reading and its lattice in, the same out, but that an entry without a title names the journal before its volume.

untitled := names "," journal year? volume "," pages        S. Hawking, Nature 248, 30 (1974)
                                                            Perlmutter, S. 1999, ApJ, 517, 565
"""

from pubparse.grammar.faces import FACE
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.steps import gap_between
from pubparse.grammar.weights import AUTHORS, NOTE, PUBLISHER, TITLE, VENUE

_MOST_WORDS = 3  # of a journal that was read as the title
_MAY_BE_JOURNAL = frozenset({AUTHORS, TITLE, NOTE, PUBLISHER})
_OF_JOURNAL = frozenset({"pages", "article_number"})


def by_volume(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands before a volume and a page as the venue, where the entry has no title and venue besides."""
    steps = reading.steps
    fields = [step.field for step in steps]
    if VENUE in fields:
        return reading
    numbers = next((at for at, step in enumerate(steps) if _tells_volume_and_page(lattice, step)), 0)
    at = numbers - 1 - (numbers > 1 and _is_date(lattice, steps[numbers - 1]))
    if at < 0 or fields[at] not in _MAY_BE_JOURNAL or (TITLE in fields and fields[at] != TITLE):
        return reading
    before = steps[at]
    if before.field == TITLE and not _may_be_journal(lattice, before, steps[at + 1]):
        return reading
    journal = Step(before.last - 1 if before.field == AUTHORS else before.first, before.last, VENUE)
    names = (before._replace(last=journal.first),) if journal.first > before.first else ()
    if not journal.first:  # nobody is named
        return reading
    return reading._replace(steps=(*steps[:at], *names, journal, *steps[at + 1 :]))


def _tells_volume_and_page(lattice: Lattice, step: Step) -> bool:
    atom = lattice.cells[step.first].atom
    if step.field != ATOM or atom is None or atom.kind != "numbers":
        return False
    told = {part.field for part in atom.parts}
    return "volume" in told and not told.isdisjoint(_OF_JOURNAL)


def _is_date(lattice: Lattice, step: Step) -> bool:
    atom = lattice.cells[step.first].atom
    return step.field == ATOM and atom is not None and atom.kind == "date"


def _may_be_journal(lattice: Lattice, title: Step, after: Step) -> bool:
    """Whether it is a word, or a few before a comma, that nothing sets off as a title; `Random Forests 45` is."""
    first = lattice.cells[title.first]
    is_set_off = first.quoted or lattice.lexemes.styles[first.first] & FACE or lattice.lexemes.links[first.first]
    most = _MOST_WORDS if gap_between(lattice, title, after) == ", " else 1
    return not is_set_off and sum(lattice.sizes[title.first : title.last]) <= most
