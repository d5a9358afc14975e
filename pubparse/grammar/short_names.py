"""A reading in, the same out, but that what a work is called for short is of its title, and nobody's name.

title := short ":" words        ResNeXt: Aggregated Residual Transformations for Deep Neural Networks
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, gap_between, said_by
from pubparse.grammar.weights import AUTHORS, TITLE

# No name has a capital inside, but for McCarthy.
_SHORT = re.compile(r"\S{0,30}(?:[^\W\d_A-Z][A-Z]|[A-Z]{3}|\d)\S{0,30}")
_OF_NAMES = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|O['’])[A-Z][a-z]+(?:-[A-Z][a-z]+)?")


def by_short_name(reading: Reading, lattice: Lattice) -> Reading:
    """`**PointNet**: Deep Learning on Point Sets`: one word with capitals inside, and a colon behind it."""
    steps = reading.steps
    title = first_of(steps, TITLE)
    if title < 1 or steps[title - 1].field != AUTHORS:
        return reading
    short = said_by(lattice, steps[title - 1])
    gap = gap_between(lattice, *steps[title - 1 : title + 1])
    if gap.strip() != ":" or not _SHORT.fullmatch(short) or _OF_NAMES.fullmatch(short):
        return reading
    whole = Step(steps[title - 1].first, steps[title].last, TITLE)
    return reading._replace(steps=(*steps[: title - 1], whole, *steps[title + 1 :]))
