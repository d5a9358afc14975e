"""The blind readings of a page in, its house style out: the same weights, moved towards what the page does.

A list keeps a style: what its titles begin and end with, the type face of its venues, the order of its fields. Each is
a feature that the lattice knows already, so a style is a bonus on it, as strong as the sure readings agree.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading
from pubparse.grammar.weights import AUTHORS, FIELDS, ONCE, Row, Table, Weights
from pubparse.page.draft import Draft, sureness

_STRENGTH = 1.6  # of a habit that every entry keeps
_ORDER_STRENGTH = 2.5
_MISSING_STRENGTH = 2.0
_PEOPLE_STRENGTH = 12.0  # where nearly none of the others names people
_NEARLY_ALL = 0.7
_DOUBT = 3.0  # readings: how many it takes to be half sure of a habit …
_DOUBT_OF_ABSENCE = 1.0  # … and how many, that the page goes without a field
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
        order=tuple(_reordered(row, habits, field) for field, row in enumerate(weights.order)),
        final=Table({"missing": tuple(_absence(habits, field) for field in range(len(FIELDS)))}, weights.final),
    )


class _Habits:
    """How often, weighed by how sure the reading is, each field shows each feature."""

    def __init__(self) -> None:
        self.cell: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.start: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.end: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self.order: list[dict[int, float]] = [defaultdict(float) for _ in range(1 << len(ONCE))]
        self.total: dict[int, float] = defaultdict(float)
        self.seen = 0.0

    def note(self, lattice: Lattice, reading: Reading, weight: float) -> None:
        self.seen += weight
        seen = 0
        for first, last, field in reading.steps:
            if field not in ONCE:
                continue
            self.total[field] += weight
            self.start[lattice.joints[first].starts][field] += weight
            self.end[lattice.joints[last].ends][field] += weight
            for face in _FACES.intersection(chain.from_iterable(lattice.features[first:last])):
                self.cell[face][field] += weight
            self.order[seen][field] += weight
            seen |= 1 << ONCE.index(field)


def _moved(table: Table, counts: dict[str, dict[int, float]], total: dict[int, float], strength: float) -> Table:
    return Table({feature: _bonus(tally, total, strength) for feature, tally in counts.items()}, table)


def _bonus(tally: dict[int, float], total: dict[int, float], strength: float) -> Row:
    return tuple(_habit(tally[field], total[field], strength) for field in range(len(FIELDS)))


def _reordered(row: Row, habits: _Habits, field: int) -> Row:
    """What a field is worth after each set of others, with how often it comes after them here."""
    return tuple(
        value + _habit(habits.order[seen][field], habits.total[field], _ORDER_STRENGTH)
        for seen, value in enumerate(row)
    )


def _absence(habits: _Habits, field: int) -> float:
    """What speaks for going without a field: the share of readings that do; hardly anybody alone names people."""
    share = (habits.seen - habits.total[field]) / (habits.seen + _DOUBT_OF_ABSENCE)
    alone = (
        _PEOPLE_STRENGTH * max(0.0, share - _NEARLY_ALL) / (1 - _NEARLY_ALL)
        if field == AUTHORS and habits.seen > _DOUBT
        else 0.0
    )
    return _MISSING_STRENGTH * share + alone


def _habit(count: float, total: float, strength: float) -> float:
    """A habit counts by its share, and the less the fewer readings there are; what is never done costs nothing."""
    return strength * count / (total + _DOUBT)
