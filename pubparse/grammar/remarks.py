"""A reading and its lattice in, the same out, but that a title is what leads to the work, and no remark on it.

work := link … sentences        **[Steps Towards Artificial Intelligence](…)** (1961), by M. Minsky. It surveys what …
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.steps import first_of, said_by
from pubparse.grammar.weights import NOTE, PUBLISHER, TITLE, VENUE
from pubparse.markdown.runs import FACE

_LEAST_WORDS = 3  # of a title
_MOST_SMALL = 0.7  # share of the words of a sentence


def by_link(reading: Reading, lattice: Lattice) -> Reading:
    """Where a link in bold or italics begins an entry, and its title was read from a plain sentence behind."""
    steps = reading.steps
    title = first_of(steps, TITLE)
    first = next((at for at, step in enumerate(steps) if step.field != ATOM), title)
    if first >= title or steps[first].field not in (VENUE, NOTE, PUBLISHER):
        return reading
    if not _leads(lattice, steps[first]) or not _is_told(lattice, steps[title]):
        return reading
    fields = {first: TITLE, title: NOTE}
    return reading._replace(
        steps=tuple(step._replace(field=fields.get(at, step.field)) for at, step in enumerate(steps))
    )


def _leads(lattice: Lattice, step: Step) -> bool:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    link, lexemes = lattice.lexemes.links[first], lattice.lexemes
    is_one = link is not None and all(
        lexemes.links[at] is link and lexemes.styles[at] & FACE for at in range(first, last)
    )
    return is_one and sum(lattice.sizes[step.first : step.last]) >= _LEAST_WORDS


def _is_told(lattice: Lattice, step: Step) -> bool:
    """Whether a stretch is plain text, mostly in small letters."""
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    if any(lattice.lexemes.links[first:last]) or any(face & FACE for face in lattice.lexemes.styles[first:last]):
        return False
    words = said_by(lattice, step).split()
    return sum(word[0].islower() for word in words) >= _MOST_SMALL * len(words)
