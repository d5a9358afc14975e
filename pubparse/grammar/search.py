"""A scored lattice in, its best path out, and how sure it is: dynamic programming over (cell, fields that came before).

Every way to read an entry is a path of stretches, each a field or an atom of its own; authors, title and venue come at
most once, in any order, and the rest fills what is between them. The best way to get to a place is found from the best
ways to the places before it, so that all paths are weighed in one pass.
"""

from functools import lru_cache, reduce
from operator import and_
from typing import NamedTuple

from pubparse.grammar.lattice import Lattice, Scores
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, ONCE, PLACE, PUBLISHER, TITLE, VENUE, Row, Weights

ATOM = -1  # the field of a step that takes an atom as itself
_STATES = 1 << len(ONCE)
# How many cells a field may run over. A list of names ends only where names do, if it begins as early as one can
# that has a title and a venue before it; without that bound each name would open a list, and time would be squared.
_MAIN = ((AUTHORS, 64), (TITLE, 24), (VENUE, 24))
_EARLY = 64  # cells
_NAMES_REACH = 10_000  # cells, of a list that begins early; more than any paper has had authors
_FILLERS = ((EDITORS, 60), (PUBLISHER, 3), (PLACE, 4), (NOTE, 1))
# Atoms that no field begins or ends with.
_APART = frozenset({"label", "repeat", "id", "genre", "translated", "rank", "elsewhere"})
_MAIN_FLOOR = 1.0  # going without is worth more: such a stretch is never the best reading of anything …
_FILLER_FLOOR = 0.0  # … nor is a filler of several cells,
_FILLER_HOPE = -3.0  # which must look like one from its first
_HOPELESS = -4.0  # and no longer stretch can mend this
_EXACT = 200  # cells: more than any entry seen has, but for those written to do harm, or by hundreds of authors
_BEAM = 15.0  # in longer ones a way to a place that is so far behind the best one there is given up
_NEVER = float("-inf")
_UNRIVALLED = float("inf")
_SURE = 20.0  # a greater margin says no more
_NOWHERE = (0, 0, ATOM)

_Main = tuple[int, int, int, float, Row]  # last cell, bit of the field in the state, field, score, what its order adds
_Filler = tuple[int, int, float]  # last cell, field, score
_Leaving = tuple[list[_Main], list[_Filler]]  # what begins at a cell
_Came = tuple[int, int, int]  # the first cell of a step, the state before it, its field


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


def is_bounded(lattice: Lattice) -> bool:
    """Whether a search of `lattice` gives up what falls far behind, and may miss the best path."""
    return len(lattice.cells) > _EXACT


def search(lattice: Lattice, scores: Scores, weights: Weights) -> Reading:
    """The best path through `lattice`; if that `is_bounded`, the best of those that never fall far behind."""
    count = len(lattice.cells)
    beam = _BEAM if is_bounded(lattice) else _UNRIVALLED
    edges, best, came = _forward(lattice, scores, weights, beam)
    final = _final(scores.missing)
    ways = [reached + ended for reached, ended in zip(best[count], final, strict=True)]
    total = max(ways)
    state = ways.index(total)
    steps: list[Step] = []
    at = count
    while at:
        first, state, field = came[at][state]
        steps.append(Step(first, at, field))
        at = first
    steps.reverse()
    return Reading(tuple(steps), total, _margins(edges, best, final, total, steps, beam))


def worth(steps: tuple[Step, ...], scores: Scores, weights: Weights) -> float:
    """What a path is worth under other weights than it was found with."""
    total, state = 0.0, 0
    for first, last, field in steps:
        if field == ATOM:
            continue
        total += scores.closing[field][last] - scores.opening[field][first]
        row = weights.length[field]
        total += row[min(scores.words_before[last] - scores.words_before[first], len(row) - 1)]
        if field in ONCE:
            total += weights.order[field][state]
            state |= 1 << field
    return total + _final(scores.missing)[state]


@lru_cache(maxsize=64)
def _final(missing: Row) -> list[float]:
    """What it costs to end in each state: the fields that are missing."""
    return [sum(missing[field] for field in ONCE if not state >> field & 1) for state in range(_STATES)]


def _mains(scores: Scores, weights: Weights, apart: list[bool], first: int, had: int) -> list[_Main]:
    """The authors, titles and venues that may begin at cell `first`, but for those that all ways there have `had`."""
    count = len(apart)
    found: list[_Main] = []
    words = scores.words_before
    before = words[first]
    for field, reach in _MAIN:
        if had >> field & 1:
            continue
        opening, closing, length = scores.opening[field][first], scores.closing[field], weights.length[field]
        longest = len(length) - 1
        order = weights.order[field]
        end = first + (_NAMES_REACH if field == AUTHORS and first < _EARLY else reach)
        for last in range(first + 1, min(count, end) + 1):
            value = closing[last] - opening
            if value < _HOPELESS:
                break
            value += length[min(words[last] - before, longest)]
            if value > _MAIN_FLOOR and not apart[last - 1]:
                found.append((last, 1 << field, field, value, order))
    return found


def _fillers(lattice: Lattice, scores: Scores, weights: Weights, first: int) -> list[_Filler]:
    """The best of what may fill in between from cell `first` on, one for each length."""
    words, count = scores.words_before, len(lattice.cells)
    longest = len(weights.length[NOTE]) - 1
    size = min(words[first + 1] - words[first], longest)
    worth, kind = (0.0 if lattice.cells[first].atom else _NEVER), ATOM
    longer: dict[int, tuple[float, int]] = {}
    for field, reach in _FILLERS:
        opening, closing, length = scores.opening[field][first], scores.closing[field], weights.length[field]
        value = closing[first + 1] - opening + length[size]
        if value > worth:
            worth, kind = value, field
        if value > _FILLER_HOPE and reach > 1:
            for last in range(first + 2, min(count, first + reach) + 1):
                value = closing[last] - opening + length[min(words[last] - words[first], longest)]
                if value < _FILLER_HOPE:
                    break
                if value > _FILLER_FLOOR and value > longer.get(last, (_NEVER, 0))[0]:
                    longer[last] = (value, field)
    return [(first + 1, kind, worth), *((last, field, value) for last, (value, field) in longer.items())]


def _forward(
    lattice: Lattice, scores: Scores, weights: Weights, beam: float
) -> tuple[list[_Leaving], list[list[float]], list[list[_Came]]]:
    """What begins at every cell, the best score of every place and state, and the step that led there."""
    apart = [cell.atom is not None and cell.atom.kind in _APART for cell in lattice.cells]
    edges: list[_Leaving] = []
    best = [[_NEVER] * _STATES for _ in range(len(apart) + 1)]
    came = [[_NOWHERE] * _STATES for _ in range(len(apart) + 1)]
    best[0][0] = 0.0
    for first, is_apart in enumerate(apart):
        live = _live(best[first], beam)
        had = reduce(and_, [state for state, _ in live], -1)
        mains = [] if is_apart else _mains(scores, weights, apart, first, had)
        fillers = _fillers(lattice, scores, weights, first)
        edges.append((mains, fillers))
        for last, bit, field, value, order in mains:
            there, trace = best[last], came[last]
            for state, score in live:
                after = state | bit
                if after != state and (worth := score + value + order[state]) > there[after]:
                    there[after] = worth
                    trace[after] = (first, state, field)
        for last, field, value in fillers:
            there, trace = best[last], came[last]
            for state, score in live:
                if (worth := score + value) > there[state]:
                    there[state] = worth
                    trace[state] = (first, state, field)
    return edges, best, came


def _live(reached: list[float], beam: float) -> list[tuple[int, float]]:
    """The states worth going on from: those at most `beam` behind the best."""
    floor = max(reached) - beam
    return [(state, score) for state, score in enumerate(reached) if score >= floor and score > _NEVER]


def _margins(
    edges: list[_Leaving],
    best: list[list[float]],
    final: list[float],
    total: float,
    steps: list[Step],
    beam: float,
) -> tuple[float, ...]:
    """How far the best path through any *other* stretch of a field stays behind: the same pass, from the end."""
    rest = [[_NEVER] * _STATES for _ in edges] + [final]
    rivals = [_NEVER] * len(ONCE)
    chosen = {(step.first, step.last, step.field) for step in steps}
    for first in range(len(edges) - 1, -1, -1):
        here, live = rest[first], _live(best[first], beam)
        mains, fillers = edges[first]
        for last, bit, field, value, order in mains:
            beyond = rest[last]
            rival = _UNRIVALLED if (first, last, field) in chosen else rivals[field]
            for state, score in live:
                after = state | bit
                if after != state:
                    worth = value + beyond[after] + order[state]
                    if worth > here[state]:
                        here[state] = worth
                    if score + worth > rival:
                        rival = rivals[field] = score + worth
        for last, _, value in fillers:
            beyond = rest[last]
            for state, _ in live:
                if (worth := value + beyond[state]) > here[state]:
                    here[state] = worth
    return tuple([min(total - rival, _SURE) for rival in rivals])
