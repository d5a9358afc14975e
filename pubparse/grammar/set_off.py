"""A reading and its lattice in, the same out, but that a title which a link or a face sets off ends with that.

work := names **title** Journal date        [RNA polymerase II …](https://…) Molecular Cell (2002)
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead
from pubparse.grammar.weights import TITLE, VENUE
from pubparse.markdown.runs import FACE

_LEAST_WORDS = 4  # of a title: fewer are but its first, set off
_MOST_WORDS = 8  # of a venue


def by_face(reading: Reading, lattice: Lattice) -> Reading:
    """Read capitalised words behind the end of the title's link or face as the venue, where there is none."""
    at = first_of(reading.steps, TITLE)
    if at < 0 or first_of(reading.steps, VENUE) >= 0:
        return reading
    title = reading.steps[at]
    end = next((cell for cell in range(title.first + 1, title.last) if _ends_face(lattice, title.first, cell)), 0)
    if not end or sum(lattice.sizes[title.first : end]) < _LEAST_WORDS or not _may_be_name(lattice, end, title.last):
        return reading
    return instead(reading, at, title._replace(last=end), Step(end, title.last, VENUE))


def _ends_face(lattice: Lattice, first: int, cell: int) -> bool:
    """Whether words that begin with capitals stand behind what a title begins with, and nothing but that is between."""
    lexemes, start, at = lattice.lexemes, lattice.cells[first].first, lattice.cells[cell].first
    is_set_off = lexemes.links[start] is not None or lexemes.styles[start] & FACE
    return bool(is_set_off) and lattice.joints[cell].between == "style" and not _is_like(lattice, start, at)


def _is_like(lattice: Lattice, start: int, at: int) -> bool:
    lexemes = lattice.lexemes
    return lexemes.links[start] is lexemes.links[at] and lexemes.styles[start] & FACE == lexemes.styles[at] & FACE


def _may_be_name(lattice: Lattice, first: int, last: int) -> bool:
    """Whether it is short, and begins with a capital."""
    if sum(lattice.sizes[first:last]) > _MOST_WORDS or any(cell.atom for cell in lattice.cells[first:last]):
        return False
    return lattice.lexemes.texts[lattice.cells[first].first][0].isupper()
