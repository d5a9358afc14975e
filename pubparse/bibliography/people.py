"""Entries of one work in, its authors out: the list of one page, with the fullest name that any page has of each."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pubparse.bibliography.fuller import Fuller
from pubparse.bibliography.likeness import person_key
from pubparse.model.person import Author
from pubparse.model.publication import Publication

_WORD = re.compile(r"[^\W\d_]+")
_TOGETHER = 3
"""Capitals that may stand together as initials: `RMC`."""

_NAME = ("name", "given", "family", "particle", "suffix", "literal", "span")


def add_authors(fuller: Fuller) -> None:
    """The list of one page: its marks and roles mean what the legend of that page says, and none of another is added.

    What is added from any page: fuller names, addresses, and who is the owner. So in the list of a group `is_self` is
    true of everybody on whose page the work is.
    """
    base = next((one for one in fuller.others if _knows_more(one.publication, fuller.work)), fuller.kept)
    if base is not fuller.kept:
        fuller.fields = {path: origin for path, origin in fuller.fields.items() if not _of_authors(path)}
        fuller.fields |= {path: origin for path, origin in base.publication.fields.items() if _of_authors(path)}
        fuller.taken["authors"] = base
    people = list(base.publication.authors)
    for one in [fuller.kept, *fuller.others]:
        if one is base:
            continue
        for at, theirs in _matched(base.publication.authors, one.publication.authors):
            other = one.publication.authors[theirs]
            added = dict(_added(people[at], other))
            people[at] = people[at].model_copy(update=added)
            if "name" in added:
                fuller.take(f"authors[{at}].name", one, f"authors[{theirs}].name")
            fuller.taken |= {f"authors[{at}].{name}": one for name in added if name not in _NAME}
    fuller.values |= {"authors": tuple(people), "et_al": base.publication.et_al}


def _of_authors(path: str) -> bool:
    return path.startswith("authors[") or path == "et_al"


def _knows_more(other: Publication, work: Publication) -> bool:
    """Whether another list has all of these names and more, or the same ones with roles where these have none."""
    same = len(list(_matched(work.authors, other.authors)))
    if same < len(work.authors) or other.et_al > work.et_al:
        return False
    if len(other.authors) > len(work.authors) or work.et_al > other.et_al:
        return True
    return any(one.roles for one in other.authors) and not any(one.roles or one.marks for one in work.authors)


def _matched(ours: tuple[Author, ...], theirs: tuple[Author, ...]) -> Iterator[tuple[int, int]]:
    """The places of the same person in both lists: one by one where they agree, else by names that are there once."""
    keys, others = list(map(person_key, ours)), list(map(person_key, theirs))
    if len(keys) == len(others) and all(map(_may_be, keys, others)):
        yield from enumerate(range(len(keys)))
        return
    once = Counter(keys) + Counter(others)
    yield from ((at, others.index(key)) for at, key in enumerate(keys) if key in others and once[key] == 2)


def _may_be(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def _added(ours: Author, theirs: Author) -> Iterator[tuple[str, Any]]:
    if _is_fuller(theirs.given or "", ours.given or ""):
        yield from ((name, getattr(theirs, name)) for name in _NAME)
    if theirs.is_self and not ours.is_self:
        yield "is_self", True
    for name in ("url", "orcid"):
        if (value := getattr(theirs, name)) and not getattr(ours, name):
            yield name, value


def _is_fuller(theirs: str, ours: str) -> bool:
    """Whether given names have more letters and the same initials, or one more: more than that was misread."""
    first, second = _initials(ours), _initials(theirs)
    more = sum(map(str.isalpha, theirs)) > sum(map(str.isalpha, ours))
    return more and second.startswith(first) and len(second) <= len(first) + 1


def _initials(given: str) -> str:
    words = _WORD.findall(given)
    return "".join(word if word.isupper() and len(word) <= _TOGETHER else word[0] for word in words).casefold()
