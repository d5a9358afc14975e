"""All entries, read blind, in; those that are publications out. It is decided list by list, not entry by entry.

An entry that reads badly in a list of publications is one still; one that reads well among news is none. The headings
speak first, then the title of the page; where they do not, it counts how much of a list reads like publications. A list
that may be one of publications, and of which none is taken, is told as a problem, and so is an entry that is too long
to be read at all, or in all ways.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pubparse.grammar.search import is_bounded
from pubparse.grammar.weights import TITLE, VENUE
from pubparse.layouts import Heading
from pubparse.layouts.looks import Look
from pubparse.page.draft import Draft
from pubparse.page.links import leads_to_paper
from pubparse.page.sections import DOUBT, KIND, OTHER, WORKS, meaning_of, verdict
from pubparse.page.told import Told
from pubparse.problems import Problem
from pubparse.text.span import Span

_LEAST_WORDS: Final = 3  # an entry shorter than this names nothing
_ENOUGH_WORDS: Final = 8  # for a title and those who wrote it
_MOST: Final = 0.5  # share of a list
_NEARLY_ALL: Final = 0.8
_SOME: Final = 0.3


class _Signs(NamedTuple):
    """What a blind reading found in an entry."""

    words: int
    title: bool
    names: int
    venue: bool
    date: bool
    status: bool
    keyed: bool
    prose: bool
    look: Look

    @property
    def is_credited(self) -> bool:
        """Whether it says who, or when, or how far it has come."""
        return self.names > 0 or self.date or self.status

    @property
    def is_readable(self) -> bool:
        """Whether there is enough to it for a title, whatever that was read as."""
        return self.title or self.names > 1 or self.words >= _ENOUGH_WORDS

    @property
    def is_work(self) -> bool:
        """Whether it has a title, and says by whom and where or when; or by several, if there is enough to read."""
        if not self.title or self.prose or not self.names or self.look.is_whole:
            return self.look.is_whole or self.is_cited  # like an entry by its signs alone
        return self.venue or self.date or (self.names > 1 and self.words >= _ENOUGH_WORDS)

    @property
    def is_cited(self) -> bool:
        """Whether there is a title, and a link to the paper."""
        return self.title and not self.prose and self.words > _LEAST_WORDS and leads_to_paper(self.look.runs)

    @property
    def is_of_works(self) -> bool:
        """Whether it has what hardly anything else does: a time, a link to a paper, initials, keys, or all fields."""
        has_all = self.title and self.names > 1 and self.venue
        is_dated = self.date or self.look.dated
        return is_dated or has_all or self.look.opens_with_initials or self.keyed or self.is_cited

    @property
    def is_surely_work(self) -> bool:
        """Whether it has a title, and says at some length by which people and where or when."""
        return (
            self.is_work and self.title and self.names > 1 and (self.venue or self.date) and self.words >= _ENOUGH_WORDS
        )

    @property
    def is_linked(self) -> bool:
        """Whether something in it leads somewhere."""
        return any(run.link for run in self.look.runs)

    @property
    def is_said(self) -> bool:
        """Whether it is a sentence that names no outlet."""
        return self.look.is_plain_sentence and not self.venue and not any(map(str.isdigit, self.look.text))

    @property
    def is_something(self) -> bool:
        """Whether it is neither prose nor but links."""
        return not (self.prose or self.look.links or self.look.leads_elsewhere)

    def may_be_listed(self, is_set_off: bool, others: float) -> bool:
        """Whether it is one if its list is one of publications; what nothing sets off from prose may be none.

        `others` is the share of the list that says who or when: among those, a sentence alone tells of one of them.
        """
        if self.prose or self.words < _LEAST_WORDS or self.look.leads_elsewhere:
            return False
        is_something = self.is_credited or self.venue
        if not is_set_off:
            return self.is_readable and (is_something or self.look.quoted or self.look.is_linked_title)
        is_told = others >= _MOST and self.look.is_plain_sentence
        return is_something or (self.title and self.words > _LEAST_WORDS and not is_told)


class _List(NamedTuple):
    """Entries of one layout under the same headings, and what was found in each."""

    entries: list[Draft]
    signs: list[_Signs]

    @property
    def section(self) -> tuple[Heading, ...]:
        return self.entries[0].entry.section

    @property
    def is_set_off(self) -> bool:
        return self.entries[0].entry.is_set_off

    @property
    def span(self) -> Span:
        return Span(self.entries[0].entry.span.start, self.entries[-1].entry.span.end)


class Choice(NamedTuple):
    """The entries that are publications, and the entries and lists that may be some and are not read."""

    works: tuple[Draft, ...]
    problems: tuple[Problem, ...]


def choose(drafts: Sequence[Draft], told: Told, title: str = "") -> Choice:
    """Choose those entries that are publications; `title` is what the front matter calls the page."""
    lists: defaultdict[tuple[object, ...], _List] = defaultdict(lambda: _List([], []))
    for one in drafts:
        if one.is_too_long:
            continue
        section = one.entry.section
        if told.ignore_sections and any(heading.text.casefold() in told.ignore_sections for heading in section):
            continue
        entries, signs = lists[one.entry.layout, *[heading.span for heading in section]]
        entries.append(one)
        signs.append(_signs(one))
    says = [verdict(some.section, title) for some in lists.values()]
    untold = [found for some, said in zip(lists.values(), says, strict=True) if said is None for found in some.signs]
    share = _share(found.is_work for found in untold)
    works = [_works(some, said, share) for some, said in zip(lists.values(), says, strict=True)]
    chosen = {id(one) for some in works for one in some}
    unread = [some for some, taken in zip(lists.values(), works, strict=True) if not taken]
    return Choice(
        tuple(one for one in drafts if id(one) in chosen),
        (
            *(Problem("too-long", one.entry.span) for one in drafts if one.is_too_long),
            *(Problem("bounded", one.entry.span) for one in drafts if id(one) in chosen and is_bounded(one.lattice)),
            *(Problem("unread-list", some.span) for some in unread if _may_be_works(some, is_only=not chosen)),
        ),
    )


def _signs(one: Draft) -> _Signs:
    look = Look(one.entry.runs)
    read = {step.field for step in one.reading.steps}
    atoms = {cell.atom.kind for cell in one.lattice.cells if cell.atom}
    return _Signs(
        words=look.words,
        title=TITLE in read,
        names=max(len(one.authors.names), 2 * any(hint.field == "authors" for hint in one.entry.hints)),
        venue=VENUE in read,
        date="date" in atoms,
        status="status" in atoms,
        keyed=any(hint.field != "note" for hint in one.entry.hints),
        prose=look.is_told,
        look=look,
    )


def _works(some: _List, says: str | None, share: float) -> list[Draft]:
    """Give those of a list that are publications; `share` of what no heading tells about reads like some."""
    entries, signs = some
    if says == OTHER or _share(found.prose for found in signs) > _MOST:
        return []
    if says == DOUBT:
        sure = [found.is_surely_work for found in signs]
        return [one for one, is_sure in zip(entries, sure, strict=True) if is_sure] if _share(sure) >= _MOST else []
    if says == WORKS:
        is_list = _share(found.is_readable for found in signs) >= _MOST and (
            _share(found.is_credited for found in signs) >= _SOME
            or (_is_dated(some.section) and _share(found.is_said for found in signs) < _MOST)
            or _share(found.is_linked for found in signs) >= _MOST
        )
    else:
        needed = 0 if share >= _NEARLY_ALL else _SOME if share >= _MOST else _MOST
        is_list = (
            _share(found.is_work for found in signs) >= needed and _share(found.is_of_works for found in signs) >= _SOME
        )
    credited = _share(found.is_credited for found in signs)
    return [
        one
        for one, found in zip(entries, signs, strict=True)
        if is_list and found.may_be_listed(some.is_set_off, credited)
    ]


def _may_be_works(some: _List, *, is_only: bool) -> bool:
    """Whether a list names works: by titles, under headings that call them publications or where no list was taken.

    Where both hold, whatever stands in the list may be one.
    """
    is_headed = verdict(some.section) == WORKS
    if not is_headed and (not is_only or verdict(some.section)):
        return False
    return (
        _share(
            found.is_something
            and (found.title or (is_headed and is_only))
            and not (is_headed and found.look.is_plain_sentence)
            for found in some.signs
        )
        >= _MOST
    )


def _share(facts: Iterable[bool]) -> float:
    facts = list(facts)
    return sum(facts) / max(1, len(facts))


def _is_dated(section: tuple[Heading, ...]) -> bool:
    """Whether a heading says when or where all below it appeared, or the nearest calls them publications."""
    meanings = [meaning_of(heading) for heading in section]
    is_of_works = any(one.says in (WORKS, KIND) for one in meanings[-1:])
    return is_of_works or any(one.year or one.venue_place or one.status for one in meanings)
