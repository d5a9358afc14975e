"""A reading and its lattice in, the same out, but that what goes on a title with the article `A` is no name.

work := words " - A " words            Trust and Growth - A Causal Story
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading
from pubparse.grammar.steps import first_of
from pubparse.grammar.weights import AUTHORS, TITLE


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
