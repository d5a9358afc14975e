"""All entries, read blind, in; those that are publications out. It is decided list by list, not entry by entry.

An entry that reads badly in a list of publications is one still; one that reads well among news is none.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from pubparse.grammar.weights import TITLE, VENUE
from pubparse.layouts.looks import look_at
from pubparse.page.decide import Told
from pubparse.page.draft import Draft, step_of
from pubparse.page.sections import DOUBT, OTHER, WORKS, meaning_of, verdict

_LEAST_WORDS: Final = 3  # an entry shorter than this names nothing
_ENOUGH_WORDS: Final = 8
_MOST: Final = 0.5  # share of a list
_SOME: Final = 0.3


class _Signs(NamedTuple):
    """What a blind reading found in an entry."""

    words: int
    title: bool
    names: int
    venue: bool
    date: bool
    prose: bool

    @property
    def is_something(self) -> bool:
        """Whether there is more to it than a title."""
        return self.names > 0 or self.venue or self.date

    @property
    def is_work(self) -> bool:
        """A title, and with it someone, and somewhere or some time; or more than one, where there is enough to read."""
        if not self.title or self.prose or not self.names:
            return False
        return self.venue or self.date or (self.names > 1 and self.words >= _ENOUGH_WORDS)

    @property
    def is_surely(self) -> bool:
        """A work by several people, named at some length."""
        return self.is_work and self.names > 1 and (self.venue or self.date) and self.words >= _ENOUGH_WORDS


_Members = list[tuple[Draft, _Signs]]


def choose(drafts: tuple[Draft, ...], told: Told) -> tuple[Draft, ...]:
    """Choose those entries that are publications."""
    lists: defaultdict[tuple[object, ...], _Members] = defaultdict(list)
    for one in drafts:
        if not any(heading.text.casefold() in told.ignore_sections for heading in one.entry.section):
            lists[tuple(heading.span for heading in one.entry.section), one.entry.layout].append((one, _signs(one)))
    untold = [found for members in lists.values() if _says(members) is None for _, found in members]
    is_page_of_works = _share(found.is_work for found in untold) >= _MOST
    chosen = {id(one) for members in lists.values() for one in _works(members, is_page_of_works)}
    return tuple(one for one in drafts if id(one) in chosen)


def _signs(one: Draft) -> _Signs:
    look = look_at(one.entry.runs)
    return _Signs(
        look.words,
        step_of(one.reading, TITLE) is not None,
        len(one.authors.names),
        step_of(one.reading, VENUE) is not None,
        any(cell.atom and cell.atom.kind == "date" for cell in one.lattice.cells),
        look.prose,
    )


def _says(members: _Members) -> str | None:
    return verdict(members[0][0].entry.section)


def _works(members: _Members, is_page_of_works: bool) -> list[Draft]:
    """Those of a list that are publications."""
    says, first = _says(members), members[0][0]
    signs = [found for _, found in members]
    is_list = first.entry.layout != "paragraphs"
    if says == OTHER:
        return []
    if says == DOUBT:
        return [one for one, found in members if found.is_surely] if _share(found.is_surely for found in signs) >= _MOST else []
    if says == WORKS:
        if _share(found.title for found in signs) < _MOST:
            return []
        if not _is_dated(first) and _share(found.is_something for found in signs) < _SOME:
            return []
    elif _share(found.is_work for found in signs) < (_SOME if is_page_of_works else _MOST):
        return []
    return [one for one, found in members if _is_listed(found, is_list)]


def _share(facts: Iterable[bool]) -> float:
    facts = list(facts)
    return sum(facts) / max(1, len(facts))


def _is_dated(one: Draft) -> bool:
    """Whether a heading says when or where all below it appeared, or is itself the one over a list of titles."""
    meanings = [meaning_of(heading) for heading in one.entry.section]
    return any(meaning.year or meaning.venue_place or meaning.status for meaning in meanings) or meanings[-1].says == WORKS


def _is_listed(found: _Signs, is_list: bool) -> bool:
    """Whether an entry in a list of publications is one of them."""
    if found.prose or found.words < _LEAST_WORDS:
        return False
    if is_list:
        return found.title or found.is_something
    return found.title and found.is_something
