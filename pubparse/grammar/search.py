"""A scored lattice in, its best path out, and how sure it is: dynamic programming over (cell, fields that came before).

Every way to read an entry is a path of stretches, each a field or an atom of its own; authors, title and venue come at
most once, in any order, and the rest fills what is between them. The best way to get to a place is found from the best
ways to the places before it, so that all paths are weighed in one pass.
"""

from typing import NamedTuple

from pubparse.grammar.lattice import Lattice, Scores
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, ONCE, PLACE, PUBLISHER, TITLE, VENUE, Weights

ATOM = -1  # the field of a step that takes an atom as itself
_STATES = 1 << len(ONCE)
# How many cells a field may run over. A list of names ends only where names do, if it begins as early as one can
# that has a title and a venue before it; without that bound each name would open a list, and time would be squared.
_MAIN = ((AUTHORS, 64), (TITLE, 24), (VENUE, 24))
_EARLY = 64  # cells
_NAMES_REACH = 10_000  # cells, of a list that begins early; more than any paper has had authors
_FILLERS = ((EDITORS, 60), (PUBLISHER, 3), (PLACE, 4), (NOTE, 1))
_MAIN_FLOOR = -5.0  # a stretch worth less is never the best reading of anything …
_FILLER_FLOOR = -0.5  # … nor is a filler of several cells,
_FILLER_HOPE = -4.0  # which must look like one from its first
_HOPELESS = -9.0  # and no longer stretch can mend this
_BEAM = 15.0  # a way to a place that is so far behind the best one there is given up
_NEVER = float("-inf")
_SURE = 20.0  # a greater margin says no more
_NO_ORDER = (0.0,) * _STATES

_Edge = tuple[int, int, int, float]  # (last cell, bit of the field in the state, field, score without its order)


class Step(NamedTuple):
    """Cells [first, last) read as `field` (an index of `weights.FIELDS`, or ATOM)."""

    first: int
    last: int
    field: int


class Reading(NamedTuple):
    """The best path: its steps, its score, and for each of ONCE how much worse the best reading with another one is."""

    steps: tuple[Step, ...]
    score: float
    margins: tuple[float, ...]


NOTHING_READ = Reading((), 0.0, (0.0, 0.0, 0.0))


def search(lattice: Lattice, scores: Scores, weights: Weights) -> Reading:
    """The best path through `lattice`."""
    count = len(lattice.cells)
    edges = [_edges(lattice, scores, weights, first) for first in range(count)]
    best, came = _forward(edges, weights)
    final = [sum(weights.missing[field] for field in ONCE if not state >> field & 1) for state in range(_STATES)]
    state = max(range(_STATES), key=lambda state: best[count][state] + final[state])
    total = best[count][state] + final[state]
    steps: list[Step] = []
    at = count
    while at:
        first, state, field = came[at][state]
        steps.append(Step(first, at, field))
        at = first
    steps.reverse()
    return Reading(tuple(steps), total, _margins(edges, best, final, total, weights, steps))


def _edges(lattice: Lattice, scores: Scores, weights: Weights, first: int) -> list[_Edge]:
    """What may begin at cell `first`."""
    count = len(lattice.cells)
    found: list[_Edge] = []
    words = scores.words_before
    before = words[first]
    for field, reach in _MAIN:
        opening, closing, length = scores.opening[field][first], scores.closing[field], weights.length[field]
        longest = len(length) - 1
        end = first + (_NAMES_REACH if field == AUTHORS and first < _EARLY else reach)
        for last in range(first + 1, min(count, end) + 1):
            value = closing[last] - opening
            if value < _HOPELESS:
                break
            value += length[min(words[last] - before, longest)]
            if value > _MAIN_FLOOR:
                found.append((last, 1 << field, field, value))
    return found + _fillers(lattice, scores, weights, first)


def _fillers(lattice: Lattice, scores: Scores, weights: Weights, first: int) -> list[_Edge]:
    """The best of what may fill in between from cell `first` on, one for each length."""
    words, count = scores.words_before, len(lattice.cells)
    longest = len(weights.length[NOTE]) - 1
    size = min(words[first + 1] - words[first], longest)
    best = {first + 1: (0.0 if lattice.cells[first].atom else _NEVER, ATOM)}
    for field, reach in _FILLERS:
        opening, closing, length = scores.opening[field][first], scores.closing[field], weights.length[field]
        value = closing[first + 1] - opening + length[size]
        if value > best[first + 1][0]:
            best[first + 1] = (value, field)
        if value > _FILLER_HOPE and reach > 1:
            for last in range(first + 2, min(count, first + reach) + 1):
                value = closing[last] - opening + length[min(words[last] - words[first], longest)]
                if value < _FILLER_HOPE:
                    break
                if value > _FILLER_FLOOR and value > best.get(last, (_NEVER, 0))[0]:
                    best[last] = (value, field)
    return [(last, 0, field, value) for last, (value, field) in best.items()]


def _forward(edges: list[list[_Edge]], weights: Weights) -> tuple[list[list[float]], list[list[tuple[int, int, int]]]]:
    """The best score of every place and state, and the step that led there: (its first cell, the state then, field)."""
    best = [[_NEVER] * _STATES for _ in range(len(edges) + 1)]
    came = [[(0, 0, ATOM)] * _STATES for _ in range(len(edges) + 1)]
    best[0][0] = 0.0
    for first, leaving in enumerate(edges):
        floor = max(best[first]) - _BEAM
        live = [(state, score) for state, score in enumerate(best[first]) if score >= floor and score > _NEVER]
        for last, bit, field, value in leaving:
            there, trace = best[last], came[last]
            order = weights.order[field] if bit else _NO_ORDER
            for state, score in live:
                if not state & bit:
                    worth = score + value + order[state]
                    if worth > there[state | bit]:
                        there[state | bit] = worth
                        trace[state | bit] = (first, state, field)
    return best, came


def _margins(
    edges: list[list[_Edge]],
    best: list[list[float]],
    final: list[float],
    total: float,
    weights: Weights,
    steps: list[Step],
) -> tuple[float, ...]:
    """How far the best path through any *other* stretch of a field stays behind: the same pass, from the end."""
    rest = [[_NEVER] * _STATES for _ in edges] + [final]
    rivals = [_NEVER] * len(ONCE)
    chosen = {(step.first, step.last, step.field) for step in steps}
    for first in range(len(edges) - 1, -1, -1):
        here, reached = rest[first], best[first]
        floor = max(reached) - _BEAM
        live = [state for state, score in enumerate(reached) if score >= floor and score > _NEVER]
        for last, bit, field, value in edges[first]:
            after = rest[last]
            is_rival = bit and (first, last, field) not in chosen
            order = weights.order[field] if bit else _NO_ORDER
            for state in live:
                if not state & bit:
                    worth = value + after[state | bit] + order[state]
                    if worth > here[state]:
                        here[state] = worth
                    if is_rival and reached[state] + worth > rivals[field]:
                        rivals[field] = reached[state] + worth
    return tuple(min(total - rival, _SURE) for rival in rivals)
