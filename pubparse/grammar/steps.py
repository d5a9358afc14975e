"""A lattice and steps of a path through it in, where these stand in the visible text and what they say, or are, out."""

from collections.abc import Sequence

from pubparse.grammar.atoms import Atom
from pubparse.grammar.houses import calls_itself_house
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step


def first_of(steps: Sequence[Step], field: int) -> int:
    """Which is the first step that reads `field`; -1 if none does."""
    for at, step in enumerate(steps):
        if step.field == field:
            return at
    return -1


def instead(reading: Reading, at: int, *steps: Step) -> Reading:
    """The reading with these steps in the place of one."""
    return reading._replace(steps=(*reading.steps[:at], *steps, *reading.steps[at + 1 :]))


def place_of(lattice: Lattice, step: Step) -> tuple[int, int]:
    """Where a step stands."""
    return lattice.lexemes.place(lattice.cells[step.first].first, lattice.cells[step.last - 1].last)


def said_by(lattice: Lattice, step: Step) -> str:
    """What a step says."""
    return lattice.text[slice(*place_of(lattice, step))]


def atom_of(lattice: Lattice, step: Step) -> Atom | None:
    """The atom that a step takes as itself."""
    return lattice.cells[step.first].atom if step.field == ATOM else None


def kind_at(lattice: Lattice, step: Step) -> str:
    """The kind of that atom; "" where there is none."""
    atom = atom_of(lattice, step)
    return atom.kind if atom else ""


def gap_between(lattice: Lattice, before: Step, after: Step) -> str:
    """What is between two steps: signs, and what is between those."""
    return lattice.text[place_of(lattice, before)[1] : place_of(lattice, after)[0]]


def is_house(lattice: Lattice, step: Step) -> bool:
    """Whether a step is a known publisher, or calls itself one: `Press`, `Verlag`."""
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    return "publisher" in lattice.features[step.first] or calls_itself_house(lattice.lexemes.texts[first:last])
