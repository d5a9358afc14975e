"""Lattices with their paths in, the likelihood of those paths under given weights out, with its gradient.

The lattice is a semi-Markov conditional random field (Sarawagi and Cohen, 2004): the chance of a path is its score's
share of all paths'. The gradient is what the labelled path shows of each feature, less what is expected of it, which
the forward-backward algorithm finds: the sum over all paths to a place and from it.

The state at a place is the set of ONCE fields before it, as bits. What runs over every path is compiled by Numba, and
so is written with numbers and arrays alone; a case's joints are one more than its cells.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, chain
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from pubparse.grammar.search import ATOM
from pubparse.grammar.weights import FIELDS, ONCE, order_name
from tools.training.gold import REACH, Stretch

Array = NDArray[Any]

_FIELDS = len(FIELDS)
_MAINS = len(ONCE)
_STATES = 1 << _MAINS
_LENGTHS = ("1", "2", "3", "4-7", "8-15", "16-30", "31-")  # words
_LONGEST = tuple(int(name.rpartition("-")[2]) for name in _LENGTHS[:-1])
_ORDER = len(_LENGTHS)  # the first row of orders
_PLAIN = _ORDER + _STATES  # the first row of all others
_REACH = np.array(REACH)
_WORTH = 9.0  # stretches worth so much less than nothing are left out of the sums
_NEVER = -1e30
_NEGLIGIBLE = 1e-6  # chance
_NEGLIGIBLE_LOG = 40.0


class Encoded(NamedTuple):
    """A case as numbers: the rows of its cells, of its joints for what starts, ends and goes on, and of its end.

    Then come how many words stand before each joint, which cells are atoms, and the path.
    """

    cells: list[list[int]]
    starts: list[list[int]]
    ends: list[list[int]]
    inner: list[list[int]]
    final: list[int]
    words: list[int]
    atoms: list[bool]
    path: tuple[Stretch, ...]


class Index:
    """Feature names to rows of the weight matrix; those of lengths and orders come first."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], int] = {}
        for name in _LENGTHS:
            self("length", name)
        for state in range(_STATES):
            self("order", order_name(state))

    def __call__(self, table: str, name: str) -> int:
        """The row of a feature, a new one if it is."""
        return self.rows.setdefault((table, name), len(self.rows))


class _Arrays(NamedTuple):
    """Cases one behind the other: where the cells and steps of each begin, and what `Encoded` has of them.

    A list of rows for each is two arrays: where each list begins, and the rows.
    """

    cells: Array
    steps: Array
    cell_begins: Array
    cell_rows: Array
    start_begins: Array
    start_rows: Array
    end_begins: Array
    end_rows: Array
    inner_begins: Array
    inner_rows: Array
    final_begins: Array
    final_rows: Array
    words: Array
    atoms: Array
    path: Array
    lengths: Array  # the row of each count of words


class Cases:
    """Encoded cases, and how likely weights make their paths."""

    def __init__(self, encoded: list[Encoded]) -> None:
        self._arrays = _Arrays(
            _bounds(len(case.cells) for case in encoded),
            _bounds(len(case.path) for case in encoded),
            *_rows(chain.from_iterable(case.cells for case in encoded)),
            *_rows(chain.from_iterable(case.starts for case in encoded)),
            *_rows(chain.from_iterable(case.ends for case in encoded)),
            *_rows(chain.from_iterable(case.inner for case in encoded)),
            *_rows(case.final for case in encoded),
            np.array([count for case in encoded for count in case.words]),
            np.array([atom for case in encoded for atom in case.atoms]),
            np.array([step for case in encoded for step in case.path]),
            np.array([bisect_left(_LONGEST, count) for count in range(_LONGEST[-1] + 2)]),
        )

    def likelihood(self, weights: Array) -> tuple[float, Array]:
        """The log-likelihood of the paths of all cases, and its gradient."""
        gradient: Array = np.zeros_like(weights)
        return _likelihood(weights, gradient, self._arrays), gradient


def _bounds(sizes: Iterable[int]) -> Array:
    return np.array(list(accumulate(sizes, initial=0)))


def _rows(lists: Iterable[list[int]]) -> tuple[Array, Array]:
    """Where each list begins, and the rows of all."""
    kept = list(lists)
    return _bounds(map(len, kept)), np.array(list(chain.from_iterable(kept)))


@njit
def _likelihood(weights: Array, gradient: Array, cases: _Arrays) -> float:
    total = 0.0
    for case in range(len(cases.cells) - 1):
        total += _case_likelihood(weights, gradient, cases, case)
    return total


@njit
def _case_likelihood(weights: Array, gradient: Array, cases: _Arrays, case: int) -> float:
    """The log-likelihood of one case; what it shows, less what is expected of it, is added to the gradient."""
    opening, closing = _potentials(weights, cases, case)
    edges, worths = _edges(weights, cases, case, opening, closing)
    order, missing = weights[_ORDER:_PLAIN], np.zeros(_FIELDS)
    for place in range(cases.final_begins[case], cases.final_begins[case + 1]):
        missing += weights[cases.final_rows[place]]
    forward = _forward(order, edges, worths, len(opening))
    backward = _backward(order, missing, edges, worths, len(opening))
    opened, closed, absent = np.zeros_like(opening), np.zeros_like(closing), np.zeros(_FIELDS)
    _expect(gradient, order, edges, worths, forward, backward, opened, closed, absent)
    shown = _observe(weights, gradient, cases, case, opening, closing, missing, opened, closed, absent)
    _spread(gradient, cases, case, opened, closed, absent)
    return float(shown - backward[0, 0])


@njit
def _potentials(weights: Array, cases: _Arrays, case: int) -> tuple[Array, Array]:
    """Of field f over cells [i, j): closing[j, f] - opening[i, f], but for what its length is worth."""
    zero = cases.cells[case]
    count = cases.cells[case + 1] - zero
    joint = zero + case
    opening, closing = np.zeros((count + 1, _FIELDS)), np.zeros((count + 1, _FIELDS))
    before = np.zeros(_FIELDS)
    for at in range(count + 1):
        for place in range(cases.start_begins[joint + at], cases.start_begins[joint + at + 1]):
            opening[at] -= weights[cases.start_rows[place]]
        for place in range(cases.end_begins[joint + at], cases.end_begins[joint + at + 1]):
            closing[at] += weights[cases.end_rows[place]]
        closing[at] += before
        for place in range(cases.inner_begins[joint + at], cases.inner_begins[joint + at + 1]):
            before += weights[cases.inner_rows[place]]  # a joint goes with the cell behind it
        opening[at] += before
        if at < count:
            for place in range(cases.cell_begins[zero + at], cases.cell_begins[zero + at + 1]):
                before += weights[cases.cell_rows[place]]
    return opening, closing


@njit
def _edges(weights: Array, cases: _Arrays, case: int, opening: Array, closing: Array) -> tuple[Array, Array]:
    """What a path may take, the gold path always: first cell, last, field, row of its length; and its worth."""
    zero, count = cases.cells[case], len(opening) - 1
    step, last_step = cases.steps[case], cases.steps[case + 1]
    edges, worths = np.empty((count * (_REACH.sum() + 1), 4), np.int64), np.empty(count * (_REACH.sum() + 1))
    found = 0
    for first in range(count):
        if cases.atoms[zero + first]:
            edges[found], worths[found] = (first, first + 1, ATOM, 0), 0.0
            found += 1
        gold_last, gold_field = -1, ATOM
        if step < last_step and cases.path[step, 0] == first:
            gold_last, gold_field = cases.path[step, 1], cases.path[step, 2]
            step += 1
        for field in range(_FIELDS):
            for last in range(first + 1, min(count, first + _REACH[field]) + 1):
                length = _length(cases, case, first, last)
                worth = closing[last, field] - opening[first, field] + weights[length, field]
                if worth > -_WORTH or (last == gold_last and field == gold_field):
                    edges[found], worths[found] = (first, last, field, length), worth
                    found += 1
    return edges[:found], worths[:found]


@njit
def _length(cases: _Arrays, case: int, first: int, last: int) -> int:
    """The row of the number of words in cells [first, last)."""
    joint = cases.cells[case] + case
    words = cases.words[joint + last] - cases.words[joint + first]
    return int(cases.lengths[min(words, len(cases.lengths) - 1)])


@njit
def _forward(order: Array, edges: Array, worths: Array, places: int) -> Array:
    """The sum over all paths to each place and state, as logarithms."""
    forward = np.full((places, _STATES), _NEVER)
    forward[0, 0] = 0.0
    for edge in range(len(edges)):
        first, last, field, _ = edges[edge]
        bit = _bit(field)
        for state in range(_STATES):
            if forward[first, state] > _NEVER and not state & bit:
                whole = forward[first, state] + worths[edge] + (order[state, field] if bit else 0.0)
                forward[last, state | bit] = _logadd(forward[last, state | bit], whole)
    return forward


@njit
def _backward(order: Array, missing: Array, edges: Array, worths: Array, places: int) -> Array:
    """The sum over all paths from each place and state to the end, as logarithms."""
    backward = np.full((places, _STATES), _NEVER)
    for state in range(_STATES):
        backward[-1, state] = 0.0
        for field in range(_MAINS):
            if not state >> field & 1:
                backward[-1, state] += missing[field]
    for edge in range(len(edges) - 1, -1, -1):
        first, last, field, _ = edges[edge]
        bit = _bit(field)
        for state in range(_STATES):
            if not state & bit:
                whole = backward[last, state | bit] + worths[edge] + (order[state, field] if bit else 0.0)
                backward[first, state] = _logadd(backward[first, state], whole)
    return backward


@njit
def _expect(
    gradient: Array, order: Array, edges: Array, worths: Array,
    forward: Array, backward: Array, opened: Array, closed: Array, absent: Array,
) -> None:  # fmt: skip
    """Take away what is expected: of each edge, the share of all paths that take it."""
    total = backward[0, 0]
    for edge in range(len(edges)):
        first, last, field, length = edges[edge]
        if field == ATOM:
            continue
        bit, expected = _bit(field), 0.0
        for state in range(_STATES):
            if forward[first, state] > _NEVER and not state & bit:
                whole = forward[first, state] + worths[edge] + (order[state, field] if bit else 0.0)
                chance = math.exp(min(0.0, whole + backward[last, state | bit] - total))
                expected += chance
                if bit:
                    gradient[_ORDER + state, field] -= chance
        if expected > _NEGLIGIBLE:
            opened[first, field] -= expected
            closed[last, field] -= expected
            gradient[length, field] -= expected
    for state in range(_STATES):
        _end(absent, state, -math.exp(min(0.0, forward[-1, state] + backward[-1, state] - total)))


@njit
def _observe(
    weights: Array, gradient: Array, cases: _Arrays, case: int,
    opening: Array, closing: Array, missing: Array, opened: Array, closed: Array, absent: Array,
) -> float:  # fmt: skip
    """Add what the gold path shows; its score."""
    score, state = 0.0, 0
    for step in range(cases.steps[case], cases.steps[case + 1]):
        first, last, field = cases.path[step]
        if field == ATOM:
            continue
        length = _length(cases, case, first, last)
        score += closing[last, field] - opening[first, field] + weights[length, field]
        opened[first, field] += 1
        closed[last, field] += 1
        gradient[length, field] += 1
        if field < _MAINS:
            score += weights[_ORDER + state, field]
            gradient[_ORDER + state, field] += 1
            state |= 1 << field
    for field in range(_MAINS):
        if not state >> field & 1:
            score += missing[field]
    _end(absent, state, 1.0)
    return score


@njit
def _end(absent: Array, state: int, times: float) -> None:
    """Count the fields that are missing from a state at the end of a path."""
    for field in range(_MAINS):
        if not state >> field & 1:
            absent[field] += times


@njit
def _spread(gradient: Array, cases: _Arrays, case: int, opened: Array, closed: Array, absent: Array) -> None:
    """Give rows of joints what fields began, ended and went on there, rows of cells what ran over them, and the end."""
    for place in range(cases.final_begins[case], cases.final_begins[case + 1]):
        gradient[cases.final_rows[place]] += absent
    zero = cases.cells[case]
    joint = zero + case
    running = np.zeros(_FIELDS)
    for at in range(len(opened)):
        for place in range(cases.start_begins[joint + at], cases.start_begins[joint + at + 1]):
            gradient[cases.start_rows[place]] += opened[at]
        for place in range(cases.end_begins[joint + at], cases.end_begins[joint + at + 1]):
            gradient[cases.end_rows[place]] += closed[at]
        running -= closed[at]
        for place in range(cases.inner_begins[joint + at], cases.inner_begins[joint + at + 1]):
            gradient[cases.inner_rows[place]] += running
        running += opened[at]
        if at < len(opened) - 1:
            for place in range(cases.cell_begins[zero + at], cases.cell_begins[zero + at + 1]):
                gradient[cases.cell_rows[place]] += running


@njit
def _bit(field: int) -> int:
    """The bit of a field in a state; 0 for one that may come more than once."""
    return 1 << field if 0 <= field < _MAINS else 0


@njit
def _logadd(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by theirs."""
    if one < other:
        one, other = other, one
    return one if other < one - _NEGLIGIBLE_LOG else one + math.log1p(math.exp(other - one))
