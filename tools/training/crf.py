"""Lattices with their paths in, the gradient of their log-likelihood under given weights out.

The lattice is a semi-Markov conditional random field (Sarawagi and Cohen, 2004): the chance of a path is its score's
share of all paths'. The gradient is what the labelled path shows of each feature, less what is expected of it, which
the forward-backward algorithm finds: the sum over all paths to a place and from it.

The state at a place is the set of ONCE fields before it, as bits.
"""

import math
from bisect import bisect_left
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pubparse.grammar.search import ATOM
from pubparse.grammar.weights import FIELDS, ONCE, order_name
from tools.training.gold import REACH, Stretch

Array = NDArray[np.float64]

_FIELDS = len(FIELDS)
_STATES = 1 << len(ONCE)
_LENGTHS = ("1", "2", "3", "4-7", "8-15", "16-30", "31-")  # words
_LONGEST = tuple(int(name.rpartition("-")[2]) for name in _LENGTHS[:-1])
_WORTH = 7.0  # stretches worth so much less than the best ones are left out of the sums
_NEVER = -1e30
_NEGLIGIBLE = 1e-5  # chance
_NEGLIGIBLE_LOG = 40.0

_Edge = tuple[int, int, int, float]
"""Cells [first, last) as a field, and what that is worth, its order left out."""
_Arc = tuple[int, int, int, int, int, float]
"""An edge between two states: first, last, field, the state before, the state after, and what it is worth in all."""


class Encoded(NamedTuple):
    """A case as numbers: feature rows of cells, starts, ends and inner joints; word counts; the gold path."""

    cells: list[list[int]]
    starts: list[list[int]]
    ends: list[list[int]]
    inner: list[int]
    words: list[int]
    atoms: list[bool]
    path: tuple[Stretch, ...]


class Index:
    """Feature names to rows of the weight matrix."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], int] = {}

    def __call__(self, table: str, name: str) -> int:
        """The row of a feature, a new one if it is."""
        return self.rows.setdefault((table, name), len(self.rows))


class Model:
    """Weights as one matrix, and what a corpus says of them."""

    def __init__(self, index: Index) -> None:
        for name in _LENGTHS:
            index("length", name)
        for state in range(_STATES):
            index("order", order_name(state))
        self.index = index
        self.length = index.rows["length", _LENGTHS[0]]
        self.order = index.rows["order", order_name(0)]
        self.missing = index("final", "missing")
        self.weights: Array = np.zeros((len(index.rows), _FIELDS))

    def sweep(self, case: Encoded, gradient: Array) -> float:
        """Add to `gradient` what the case shows less what is expected; the case's log-likelihood."""
        potentials = _Potentials(self, case)
        arcs, forward = _forward(potentials)
        backward = _backward(potentials, arcs)
        counts = _Counts(self, case, gradient)
        _expect(counts, arcs, forward, backward)
        gold = _observe(counts, potentials)
        counts.spread()
        return gold - backward[0][0]


class _Potentials:
    """What each stretch of a case's cells is worth as each field, as sums that a subtraction gives."""

    def __init__(self, model: Model, case: Encoded) -> None:
        weights, self.case, self.count = model.weights, case, len(case.cells)
        self.cells = np.zeros((self.count + 1, _FIELDS))
        for at, rows in enumerate(case.cells):
            self.cells[at + 1] = self.cells[at] + weights[rows].sum(0)
        self.inner = np.zeros((self.count + 2, _FIELDS))
        for at in range(self.count + 1):
            self.inner[at + 1] = self.inner[at] + weights[case.inner[at]]
        self.starts = [weights[rows].sum(0) for rows in case.starts]
        self.ends = np.array([weights[rows].sum(0) for rows in case.ends])
        self.length: Array = weights[model.length : model.length + len(_LENGTHS)]
        self.order: list[list[float]] = weights[model.order : model.order + _STATES].tolist()
        missing: list[float] = weights[model.missing].tolist()
        self.final = [sum(missing[field] for field in ONCE if not state >> field & 1) for state in range(_STATES)]

    def stretches(self, first: int, last: int) -> Array:
        """Of the stretches from cell `first` to each end up to `last`, all but the length, by field."""
        worth: Array = self.cells[first + 1 : last + 1] - self.cells[first]
        worth += self.inner[first + 1 : last + 1]
        worth -= self.inner[first + 1]
        worth += self.starts[first]
        worth += self.ends[first + 1 : last + 1]
        return worth

    def edges(self, first: int) -> list[_Edge]:
        """What may begin at cell `first`; the gold path is never left out."""
        case = self.case
        gold = {(last, field) for start, last, field in case.path if start == first}
        found: list[_Edge] = [(first, first + 1, ATOM, 0.0)] if case.atoms[first] else []
        limit = min(self.count, first + max(REACH))
        for last, unmeasured in enumerate(self.stretches(first, limit), first + 1):
            worths = unmeasured + self.length[_bucket(case.words[last] - case.words[first])]
            for field, worth in enumerate(worths.tolist()):
                if last - first <= REACH[field] and (worth > -_WORTH or (last, field) in gold):
                    found.append((first, last, field, worth))
        return found


def _forward(potentials: _Potentials) -> tuple[list[_Arc], list[list[float]]]:
    """All arcs that a path can take, in order, and the sum over all paths to each place and state, as logarithms."""
    order = potentials.order
    forward = [[_NEVER] * _STATES for _ in range(potentials.count + 1)]
    forward[0][0] = 0.0
    arcs: list[_Arc] = []
    for start in range(potentials.count):
        for first, last, field, worth in potentials.edges(start):
            bit = _bit(field)
            for state, so_far in enumerate(forward[first]):
                if so_far > _NEVER / 2 and not state & bit:
                    whole = worth + (order[state][field] if bit else 0.0)
                    forward[last][state | bit] = _logadd(forward[last][state | bit], so_far + whole)
                    arcs.append((first, last, field, state, state | bit, whole))
    return arcs, forward


def _backward(potentials: _Potentials, arcs: list[_Arc]) -> list[list[float]]:
    """The sum over all paths from each place and state to the end, as logarithms."""
    backward = [[_NEVER] * _STATES for _ in range(potentials.count)] + [potentials.final]
    for first, last, _, before, after, worth in reversed(arcs):
        backward[first][before] = _logadd(backward[first][before], worth + backward[last][after])
    return backward


def _expect(counts: "_Counts", arcs: list[_Arc], forward: list[list[float]], backward: list[list[float]]) -> None:
    """Take from the gradient what is expected: of each arc, the share of all paths that take it."""
    total = backward[0][0]
    for first, last, field, before, after, worth in arcs:
        if field != ATOM:
            chance = math.exp(min(0.0, forward[first][before] + worth + backward[last][after] - total))
            if chance > _NEGLIGIBLE:
                counts.add(first, last, field, before, -chance)
    for state in range(_STATES):
        counts.end(state, -math.exp(min(0.0, forward[-1][state] + backward[-1][state] - total)))


def _observe(counts: "_Counts", potentials: _Potentials) -> float:
    """Add to the gradient what the gold path shows; its score."""
    case, score, state = potentials.case, 0.0, 0
    for first, last, field in case.path:
        if field != ATOM:
            length = potentials.length[_bucket(case.words[last] - case.words[first])]
            score += float(potentials.stretches(first, last)[-1, field] + length[field])
            score += potentials.order[state][field] if _bit(field) else 0.0
            counts.add(first, last, field, state, 1.0)
            state |= _bit(field)
    counts.end(state, 1.0)
    return score + potentials.final[state]


class _Counts:
    """Adds what stretches show to the gradient; what they run over is summed up first, and spread at the end."""

    def __init__(self, model: Model, case: Encoded, gradient: Array) -> None:
        self.model, self.case, self.gradient = model, case, gradient
        self.cells = np.zeros((len(case.cells) + 1, _FIELDS))
        self.inner = np.zeros((len(case.cells) + 2, _FIELDS))

    def add(self, first: int, last: int, field: int, state: int, weight: float) -> None:
        """Count a stretch, so many times, as a field after the fields of a state."""
        case, gradient = self.case, self.gradient
        self.cells[first, field] += weight
        self.cells[last, field] -= weight
        self.inner[first + 1, field] += weight
        self.inner[last, field] -= weight
        for row in case.starts[first]:
            gradient[row, field] += weight
        for row in case.ends[last]:
            gradient[row, field] += weight
        gradient[self.model.length + _bucket(case.words[last] - case.words[first]), field] += weight
        if _bit(field):
            gradient[self.model.order + state, field] += weight

    def end(self, state: int, weight: float) -> None:
        """Count the fields that are missing from a state at the end of a path."""
        for field in ONCE:
            if not state >> field & 1:
                self.gradient[self.model.missing, field] += weight

    def spread(self) -> None:
        """Give each cell and joint what all stretches over it are worth."""
        for rows, weight in zip(self.case.cells, self.cells.cumsum(0), strict=False):
            for row in rows:
                self.gradient[row] += weight
        for row, weight in zip(self.case.inner, self.inner.cumsum(0), strict=False):
            self.gradient[row] += weight


def _bit(field: int) -> int:
    """The bit of a field in a state; 0 for one that may come more than once."""
    return 1 << field if 0 <= field < len(ONCE) else 0


def _bucket(words: int) -> int:
    return bisect_left(_LONGEST, words)


def _logadd(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by theirs."""
    if one < other:
        one, other = other, one
    return one if other < one - _NEGLIGIBLE_LOG else one + math.log1p(math.exp(other - one))
