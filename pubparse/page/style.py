"""The blind readings of a page in, its house style out: the same weights, moved towards what the page does.

A list keeps a style: what its titles begin and end with, the type face of its venues, the order of its fields. Each is
a feature that the lattice knows already, so a style is a bonus on it, as strong as the sure readings agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading
from pubparse.grammar.weights import FIELDS, ONCE, Row, Table, Weights
from pubparse.page.draft import Draft, sureness

_STRENGTH = 1.0  # of a habit that every entry keeps
_ORDER_STRENGTH = 1.5
_DOUBT = 3.0  # readings: how many it takes to be half sure of a habit
_FACES = frozenset(
    "bold italic code underline link quoted names-initials names-inverted-initials names-capitals "
    "names-leading-capitals names-full names-mixed names-ideographs".split()
)


def learn_style(drafts: Iterable[Draft], weights: Weights) -> Weights:
    """The weights of a reader that has seen this page."""
    habits = _Habits()
    for draft in drafts:
        habits.note(draft.lattice, draft.reading, sureness(draft.reading))
    return Weights(
        cell=_moved(weights.cell, habits.cell, habits.total, _STRENGTH),
        start=_moved(weights.start, habits.start, habits.total, _STRENGTH),
        end=_moved(weights.end, habits.end, habits.total, _STRENGTH),
        inner=weights.inner,
        length=weights.length,
        order=tuple(_shifted(row, habits.order[seen], habits.entries, _ORDER_STRENGTH) for seen, row in enumerate(weights.order)),
        missing=weights.missing,
    )


class _Habits:
    """How often, weighed by how sure the reading is, each field shows each feature."""

    def __init__(self) -> None:
        self.cell: dict[str, Counter[int]] = defaultdict(Counter)
        self.start: dict[str, Counter[int]] = defaultdict(Counter)
        self.end: dict[str, Counter[int]] = defaultdict(Counter)
        self.order: list[Counter[int]] = [Counter() for _ in range(1 << len(ONCE))]
        self.total: Counter[int] = Counter()
        self.entries: Counter[int] = Counter()

    def note(self, lattice: Lattice, reading: Reading, weight: float) -> None:
        seen = 0
        for step in reading.steps:
            if step.field not in ONCE:
                continue
            self.total[step.field] += weight  # type: ignore[assignment]
            self.start[lattice.joints[step.first].starts][step.field] += weight  # type: ignore[assignment]
            self.end[lattice.joints[step.last].ends][step.field] += weight  # type: ignore[assignment]
            faces = {feature for cell in range(step.first, step.last) for feature in lattice.features[cell]} & _FACES
            for face in faces:
                self.cell[face][step.field] += weight  # type: ignore[assignment]
            self.order[seen][step.field] += weight  # type: ignore[assignment]
            self.entries[step.field] += weight  # type: ignore[assignment]
            seen |= 1 << ONCE.index(step.field)


def _moved(table: Table, counts: dict[str, Counter[int]], total: Counter[int], strength: float) -> Table:
    return Table({feature: _bonus(tally, total, strength) for feature, tally in counts.items()}, table)


def _shifted(row: Row, tally: Counter[int], total: Counter[int], strength: float) -> Row:
    return tuple(map(sum, zip(row, _bonus(tally, total, strength), strict=True)))


def _bonus(tally: Counter[int], total: Counter[int], strength: float) -> Row:
    """A habit counts by its share, and the less the fewer readings there are; what is never done costs nothing."""
    return tuple(strength * tally[field] / (total[field] + _DOUBT) if tally[field] else 0.0 for field in range(len(FIELDS)))
