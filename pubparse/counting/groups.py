"""Listed works in, groups of them out: the works of one venue, with one co-author, with one award."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from pubparse.bibliography.likeness import person_key
from pubparse.bibliography.listed import Listed
from pubparse.bibliography.venues import venue_key
from pubparse.model.person import Author


class Group(NamedTuple):
    """Works that have something in common, by their citation keys, in the order of the list."""

    name: str
    """What they have in common, as the pages print it."""
    works: tuple[str, ...]


_Named = Callable[[Listed], Iterable[tuple[Hashable, str]]]
"""The keys of the groups that a work is in, each with what the work calls it."""


class Coauthor(NamedTuple):
    """Somebody the owner publishes with; on pages without an owner, any author."""

    name: str
    """The fullest spelling."""
    works: tuple[str, ...]
    first_year: int | None
    last_year: int | None


def grouped(
    works: Iterable[Listed],
    names: Callable[[Listed], Iterable[tuple[Hashable, str]]],
    usual: Callable[[list[str]], str],
) -> tuple[Group, ...]:
    """Group works by the keys that `names` gives, the largest group first; `usual` chooses among a group's names."""
    keys: dict[Hashable, dict[str, None]] = defaultdict(dict)
    spellings: dict[Hashable, list[str]] = defaultdict(list)
    for work in works:
        for key, name in names(work):
            keys[key][work.key] = None
            spellings[key].append(name)
    groups = (Group(usual(spellings[key]), tuple(found)) for key, found in keys.items())
    return tuple(sorted(groups, key=lambda group: (-len(group.works), group.name)))


def commonest(names: list[str]) -> str:
    """The spelling that is used most; of equally common ones the first."""
    return Counter(names).most_common(1)[0][0]


def fullest(names: list[str]) -> str:
    """The longest spelling: `Ada Lovelace` rather than `A. Lovelace`; the first of equally long ones."""
    return max(names, key=len)


def by_venue(works: Iterable[Listed]) -> tuple[Group, ...]:
    """Group works by where they appeared: `NIPS` is `NeurIPS`, a journal's short name its long one."""

    def names(work: Listed) -> Iterator[tuple[Hashable, str]]:
        if venue := work.publication.venue:
            yield (venue_key(venue), work.publication.type == "journal"), venue.name

    return grouped(works, names, commonest)


def by_coauthor(works: Iterable[Listed]) -> tuple[Coauthor, ...]:
    """Group works by author, the owner left out; names are one person's where family name and initial are the same."""

    def names(work: Listed) -> Iterator[tuple[Hashable, str]]:
        return ((person_key(author), author.name) for author in work.publication.authors if not author.is_self)

    works = tuple(works)
    years = {work.key: work.publication.year for work in works}
    return tuple(_with_years(group, years) for group in grouped(works, names, fullest))


def _with_years(group: Group, years: dict[str, int | None]) -> Coauthor:
    told = [year for key in group.works if (year := years[key]) is not None]
    return Coauthor(group.name, group.works, min(told, default=None), max(told, default=None))


def by_role(works: Iterable[Listed]) -> tuple[Group, ...]:
    """Group works by what the owner did in them: first or last author, and what the page's legend says."""

    def names(work: Listed) -> Iterator[tuple[Hashable, str]]:
        authors = work.publication.authors
        for at, author in enumerate(authors):
            if author.is_self:
                yield from ((role, role) for role in _roles(at, author, work))

    return grouped(works, names, commonest)


def _roles(at: int, author: Author, work: Listed) -> Iterator[str]:
    authors = work.publication.authors
    if len(authors) == 1 and not work.publication.et_al:
        yield "only author"
    elif at == 0:
        yield "first author"
    elif at == len(authors) - 1 and not work.publication.et_al:
        yield "last author"
    if at and author.equal_group is not None and authors[0].equal_group == author.equal_group:
        yield "shared first author"
    yield from author.roles


def by_award(works: Iterable[Listed]) -> tuple[Group, ...]:
    """Group works by the distinctions that the pages print."""

    def names(work: Listed) -> Iterator[tuple[Hashable, str]]:
        return ((award.text.casefold(), award.text) for award in work.publication.awards)

    return grouped(works, names, commonest)
