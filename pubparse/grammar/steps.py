"""A lattice and steps of a path through it in, where these stand in the visible text, and what they say, out."""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Step


def place_of(lattice: Lattice, step: Step) -> tuple[int, int]:
    """Where a step stands."""
    return lattice.lexemes.place(lattice.cells[step.first].first, lattice.cells[step.last - 1].last)


def said_by(lattice: Lattice, step: Step) -> str:
    """What a step says."""
    return lattice.text[slice(*place_of(lattice, step))]


def gap_between(lattice: Lattice, before: Step, after: Step) -> str:
    """What is between two steps: signs, and what is between those."""
    return lattice.text[place_of(lattice, before)[1] : place_of(lattice, after)[0]]
