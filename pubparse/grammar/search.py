"""A scored lattice in, its best path out, and how sure it is: dynamic programming over (cell, which fields came before).

Every way to read an entry is a path of stretches, each a field or an atom of its own; authors, title and venue come at
most once. The best way to get to a place is found from the best ways to the places before it, so all paths are weighed
in one pass.
"""

from typing import NamedTuple

from pubparse.grammar.lattice import Lattice, Scores
from pubparse.grammar.weights import AUTHORS, AWARD, EDITORS, NOTE, ONCE, PLACE, PUBLISHER, STATUS, TITLE, VENUE, Weights

ATOM = -1  # the field of a step that takes an atom as itself
_SEEN = tuple(1 << ONCE.index(field) if field in ONCE else 0 for field in range(NOTE + 1))
_STATES = range(1 << len(ONCE))
# How many cells a field may run over. A list of authors has no bound of its own: it ends where names do.
_REACH = {AUTHORS: 2000, TITLE: 24, VENUE: 24, EDITORS: 60, PUBLISHER: 4, PLACE: 4, AWARD: 3, STATUS: 2, NOTE: 1}
_FLOOR = -9.0  # a stretch worth less is never the best reading of anything
_NEVER = float("-inf")


class Step(NamedTuple):
    """Cells [first, last) read as `field` (an index of `weights.FIELDS`, or ATOM)."""

    first: int
    last: int
    field: int


class Reading(NamedTuple):
    """The best path: its steps, its score, and for authors, title and venue how much worse the best other reading is."""

    steps: tuple[Step, ...]
    score: float
    margins: tuple[float, float, float]


class _Edge(NamedTuple):
    score: float
    first: int
    last: int
    before: int
    after: int
    field: int


def search(lattice: Lattice, scores: Scores, weights: Weights) -> Reading:
    """The best path through `lattice`."""
    count = len(lattice.cells)
    best = [[_NEVER] * len(_STATES) for _ in range(count + 1)]
    best[0][0] = 0.0
    came: list[list[_Edge | None]] = [[None] * len(_STATES) for _ in range(count + 1)]
    edges: list[_Edge] = []
    for first in range(count):
        here = best[first]
        live = [state for state in _STATES if here[state] > _NEVER]
        for last, field, value in _stretches(lattice, scores, weights, first):
            bit = _SEEN[field] if field >= 0 else 0
            for before in live:
                if before & bit:
                    continue
                worth = value + (weights.order[before][field] if field >= 0 else 0.0)
                edge = _Edge(worth, first, last, before, before | bit, field)
                edges.append(edge)
                if here[before] + worth > best[last][edge.after]:
                    best[last][edge.after] = here[before] + worth
                    came[last][edge.after] = edge
    final = [_missing(state, weights) for state in _STATES]
    state = max(_STATES, key=lambda state: best[count][state] + final[state])
    total = best[count][state] + final[state]
    path: list[_Edge] = []
    at = count
    while at and (last_edge := came[at][state]):
        path.append(last_edge)
        at, state = last_edge.first, last_edge.before
    path.reverse()
    steps = tuple(Step(edge.first, edge.last, edge.field) for edge in path)
    return Reading(steps, total, _margins(edges, best, final, total, path, count))


def _stretches(lattice: Lattice, scores: Scores, weights: Weights, first: int) -> list[tuple[int, int, float]]:
    """What may begin at cell `first`: (last, field, score)."""
    found: list[tuple[int, int, float]] = []
    count = len(lattice.cells)
    words = scores.words_before
    is_atom = lattice.cells[first].atom is not None
    if is_atom:
        found.append((first + 1, ATOM, 0.0))
    longest = len(weights.length) - 1
    for field, reach in _REACH.items():
        opening, closing = scores.opening[field][first], scores.closing[field]
        for last in range(first + 1, min(count, first + reach) + 1):
            value = closing[last] - opening + weights.length[min(words[last] - words[first], longest)][field]
            if value > _FLOOR:
                found.append((last, field, value))
            elif value < 2 * _FLOOR:
                break
    return found


def _missing(state: int, weights: Weights) -> float:
    return sum(weights.missing[field] for field in ONCE if not state & _SEEN[field])


def _margins(
    edges: list[_Edge], best: list[list[float]], final: list[float], total: float, path: list[_Edge], count: int
) -> tuple[float, float, float]:
    """How far the best path through any *other* stretch of a field stays behind; the passes backward are over all edges."""
    rest = [[_NEVER] * len(_STATES) for _ in range(count)] + [final]
    for edge in reversed(edges):
        worth = edge.score + rest[edge.last][edge.after]
        if worth > rest[edge.first][edge.before]:
            rest[edge.first][edge.before] = worth
    chosen = {(edge.field, edge.first, edge.last) for edge in path}
    rivals = [_NEVER] * len(ONCE)
    for edge in edges:
        if 0 <= edge.field < len(ONCE) and (edge.field, edge.first, edge.last) not in chosen:
            worth = best[edge.first][edge.before] + edge.score + rest[edge.last][edge.after]
            rivals[edge.field] = max(rivals[edge.field], worth)
    authors, title, venue = (min(total - rival, _SURE) for rival in rivals)
    return authors, title, venue


_SURE = 20.0
