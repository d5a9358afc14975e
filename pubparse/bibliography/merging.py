"""Pages and publications in, the same with each work once out, and what was joined of what.

Where a work is listed more than once, one entry is kept, and what the others know better is added to it. Line, section,
raw text and confidence are those of the kept entry; a value that is from another one is in `taken`, and where it was
read counts in the page of that one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from pubparse.bibliography.duplicates import Duplicate, duplicates
from pubparse.bibliography.fuller import Fuller, add_date, add_ids, add_lists, add_plain, add_venue, left_out
from pubparse.bibliography.likeness import is_preprint
from pubparse.bibliography.listed import Listable, Listed, listed, one_by_one
from pubparse.bibliography.people import add_authors
from pubparse.model.page import Page
from pubparse.model.publication import Publication


@dataclass(frozen=True)
class Joined:
    """One work that was listed more than once."""

    publication: Publication
    """The kept entry, with what was added to it."""
    kept: Listed
    """The entry that was kept: one of the published work, where there is one."""
    others: tuple[Listed, ...]
    """The entries that are gone."""
    taken: Mapping[str, Listed]
    """Which entry a value is from, where it is not from the kept one, by path: `ids.arxiv`, `authors[2].name`."""
    left: tuple[tuple[Listed, str, str], ...]
    """What other entries say otherwise, and is gone: who says so, of what, and what."""
    evidence: tuple[Duplicate, ...]
    """What tells that they are one work."""


@dataclass(frozen=True)
class Merged:
    """Pages and publications, each work once."""

    pages: tuple[Page | Publication, ...]
    """What was given: a page is still a page, with fewer publications."""
    joined: tuple[Joined, ...]
    """The works that were listed more than once, in order."""
    alike: tuple[Duplicate, ...]
    """What looks like one work but was not joined, since it is not sure."""

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """All publications, in order."""
        return tuple(work.publication for work in listed(self.pages))


def merge(given: Listable) -> Merged:
    """Join what is surely the same work, on several pages or twice on one: see `duplicates`.

    UsageError where rapidfuzz is not installed.
    """
    pages = one_by_one(given)
    works = listed(pages)
    found = duplicates(pages)
    sure = [pair for pair in found if pair.sure]
    joined = [_joined(*group) for group in _groups(works, sure)]
    left: dict[str, Publication | None] = {work.key: work.publication for work in works}
    for one in joined:
        left |= dict.fromkeys(other.key for other in one.others)
        left[one.kept.key] = one.publication
    publications = iter(left.values())
    return Merged(
        tuple(page for given in pages for page in _left(given, publications)),
        tuple(joined),
        tuple(pair for pair in found if not pair.sure),
    )


def _groups(works: Sequence[Listed], sure: Sequence[Duplicate]) -> list[tuple[list[Listed], list[Duplicate]]]:
    """The entries of each work that has more than one, in order, and what tells that they are one."""
    keys = {work.key: [work.key] for pair in sure for work in pair[:2]}
    for pair in sure:
        small, large = sorted((keys[pair.first.key], keys[pair.second.key]), key=len)
        large += small
        keys.update(dict.fromkeys(small, large))
    groups: dict[int, tuple[list[Listed], list[Duplicate]]] = defaultdict(lambda: ([], []))
    for work in works:
        if work.key in keys:
            groups[id(keys[work.key])][0].append(work)
    for pair in sure:
        groups[id(keys[pair.first.key])][1].append(pair)
    return list(groups.values())


def _joined(group: list[Listed], evidence: Sequence[Duplicate]) -> Joined:
    kept, *others = sorted(group, key=lambda work: _rank(work.publication))
    fuller = Fuller(kept, others)
    for add in (add_plain, add_date, add_venue, add_ids, add_lists, add_authors):
        add(fuller)
    return Joined(fuller.publication(), kept, tuple(others), fuller.taken, tuple(left_out(fuller)), tuple(evidence))


def _rank(work: Publication) -> tuple[bool, bool, int]:
    """Published before unpublished, out before to come, and whichever says more."""
    return is_preprint(work), work.status is not None, -len(work.fields)


def _left(given: Page | Publication, publications: Iterator[Publication | None]) -> Iterator[Page | Publication]:
    if isinstance(given, Page):
        some = islice(publications, len(given.publications))
        yield given.model_copy(update={"publications": tuple(one for one in some if one)})
    elif one := next(publications):
        yield one
