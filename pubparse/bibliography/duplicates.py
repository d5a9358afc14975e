"""Pages and publications in, the works that are listed more than once out, each pair with what speaks for it.

Works are compared where they share an identifier, a title, or rare words of it: never all with all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pubparse.bibliography.likeness import PRINTED, Likeness, Traits, compare
from pubparse.bibliography.listed import Listable, Listed, listed
from pubparse.problems import UsageError

MOST = 10
"""To how many works before it a work is compared for one thing that it shares with them."""

_RARE_WORDS = 4
_FIRST_WORDS = 3
_OF_ANOTHER = "what is known to be the same as one of them is not the other"


class Duplicate(NamedTuple):
    """Two listed publications that are one work, or look like one."""

    first: Listed
    second: Listed
    likeness: Likeness

    @property
    def sure(self) -> bool:
        """Whether they are one work: these are what `merge` joins."""
        return self.likeness.sure


def duplicates(given: Listable) -> tuple[Duplicate, ...]:
    """Find what is the same work on several pages, or twice on one: a preprint and its publication.

    Of works that are the same, each is told with one other; of works that only look alike, the likest pair.
    UsageError where rapidfuzz is not installed.
    """
    works = listed(given)
    return tuple(Duplicate(works[one], works[other], likeness) for one, other, likeness in alike(works))


Pair = tuple[int, int, Likeness]


def alike(works: Sequence[Listed]) -> list[Pair]:
    """Pairs of works by their places, in order: the sure ones make each group of the same work hang together."""
    try:
        traits = [Traits(work.publication) for work in works]
    except ModuleNotFoundError as error:
        raise UsageError(f"duplicates need {error.name}: pip install 'pubparse[dedupe]'") from error
    pairs = [
        (one, other, likeness)
        for one, other in sorted(_candidates(traits))
        if (likeness := compare(traits[one], traits[other]))
    ]
    return sorted(_grouped(pairs, works), key=lambda pair: pair[:2])


def _candidates(traits: Sequence[Traits]) -> set[tuple[int, int]]:
    """The pairs worth comparing."""
    common = Counter(word for one in traits for word in set(one.words))
    shelves: dict[object, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for at, one in enumerate(traits):
        for shelf in set(_shelves(one, common)):
            found.update((before, at) for before in shelves[shelf][-MOST:])
            shelves[shelf].append(at)
    return found


def _shelves(one: Traits, common: Counter[str]) -> Iterator[object]:
    """Where a work stands beside what may be the same."""
    yield from one.ids.items()
    if one.words:
        yield one.exact
        yield one.words[:_FIRST_WORDS]
        rarest = sorted(set(one.words), key=lambda word: (common[word], word))[:_RARE_WORDS]
        yield from combinations(sorted(rarest), 2)


class _Group:
    """Works that are one, and those that none of them can be."""

    def __init__(self, member: int) -> None:
        self.members, self.foes = {member}, set[int]()


def _grouped(pairs: Sequence[Pair], works: Sequence[Listed]) -> Iterator[Pair]:
    """The pairs that join works to groups, surest first; of those between groups, the likest.

    Nothing joins a group in which something speaks against it, however like it is to the rest: a preprint goes with
    the conference paper or with the workshop's, not with both.
    """
    groups = [_Group(at) for at in range(len(works))]
    for one, other, likeness in pairs:
        if likeness.conflicts:
            groups[one].foes.add(other)
            groups[other].foes.add(one)
    apart: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: _strength(pair, works)):
        one, other, likeness = pair
        if likeness.sure and groups[one].foes.isdisjoint(groups[other].members):
            if groups[one] is not groups[other]:
                _join(groups, one, other)
                yield pair
        else:
            apart.append(pair)
    told = set()
    for one, other, likeness in sorted(apart, key=lambda pair: pair[2].sure):  # what says why comes first
        between = frozenset((id(groups[one]), id(groups[other])))
        if len(between) == 2 and between not in told:
            told.add(between)
            yield one, other, likeness._replace(doubts=(_OF_ANOTHER,)) if likeness.sure else likeness


def _strength(pair: Pair, works: Sequence[Listed]) -> tuple[object, ...]:
    one, other, likeness = pair
    minor = {works[one].publication.type, works[other].publication.type} & {"workshop", "poster"}
    printed = PRINTED.intersection(likeness.ids)
    years = 9 if likeness.years is None else abs(likeness.years)
    return not likeness.sure, -len(printed), -len(likeness.ids), bool(minor), years, -likeness.title, one, other


def _join(groups: list[_Group], one: int, other: int) -> None:
    small, large = sorted((groups[one], groups[other]), key=lambda group: len(group.members))
    large.members |= small.members
    large.foes |= small.foes
    for member in small.members:
        groups[member] = large
