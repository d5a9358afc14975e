"""An entry's authors and the names it shall have in, ways to write that list out: in another order, longer or shorter.

An author who stays keeps all that hangs on the name: type face, link and marks go along.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pubparse.grammar.names import may_be_one, name_key
from pubparse.house_style.rosters import roster_of
from pubparse.model.person import Author
from pubparse.model.publication import Publication
from pubparse.rewrite.wordings import escaped
from pubparse.text.edit import Edit
from pubparse.text.source import Source
from pubparse.text.span import Span

_WORD = re.compile(r"\w|&")


class _List(NamedTuple):
    """Names as they are written, with all that hangs on them, and what joins each to the next."""

    start: int
    items: list[str]
    joints: list[str]


def sources_of(old: Sequence[Author], names: Sequence[str]) -> list[int | None]:
    """For each name which of the old authors it is, each of them once; None for somebody new.

    Who is there under the very name is meant by it; else who may be the same: `Kaiming He` stays where `K. He` stood.
    """
    left = list(range(len(old)))
    found: list[int | None] = [None] * len(names)
    for is_one in (lambda one, name: one == name, _may_be):
        for place, name in enumerate(names):
            at = next((at for at in left if found[place] is None and is_one(old[at].name, name)), None)
            if at is not None:
                left.remove(at)
                found[place] = at
    return found


def _may_be(one: str, other: str) -> bool:
    return name_key(one) == name_key(other) and may_be_one(one, other)


def listed(source: Source, publication: Publication, names: Sequence[str]) -> Iterator[tuple[Edit, ...]]:
    """Ways to write the list anew; only what differs of it is touched."""
    if (old := _taken_apart(source.text, publication)) is None:
        return
    items = [
        escaped(name) if at is None else _renamed(old.items[at], publication.authors[at].name, name)
        for at, name in zip(sources_of(publication.authors, names), names, strict=True)
    ]
    before = _joined(old.items, old.joints)
    for joints in _joints(old.joints, len(items)):
        yield (_least(old.start, before, _joined(items, joints)),)


def _renamed(item: str, old: str, new: str) -> str:
    """A name as it is written, with all that hangs on it, in another spelling if that is asked for."""
    return item if old == new else item.replace(old, escaped(new), 1)


def _taken_apart(text: str, publication: Publication) -> _List | None:
    """The list as written; None where its names do not follow one another."""
    roster = roster_of(text, publication.authors, publication.span)
    if roster is None:
        return None
    return _List(roster.span.start, [text[slice(*span)] for span in roster.spans], list(roster.between))


def _joints(old: list[str], count: int) -> Iterator[list[str]]:
    """What joins so many names: as these were, the last as the last; then plain commas."""
    comma = next((joint for joint in old if not _WORD.search(joint)), ", ")
    if count - 1 == len(old):
        yield old
    elif old:
        last = old[-1].lstrip(",") if count == len("ab") and _WORD.search(old[-1]) else old[-1]
        yield [*[comma] * (count - 2), last][: count - 1]
    yield [comma] * (count - 1)
    yield [*[comma] * (count - 2), " and "][: count - 1]


def _joined(items: list[str], joints: list[str]) -> str:
    return "".join(part for pair in zip(items, [*joints, ""], strict=True) for part in pair)


def _least(start: int, old: str, new: str) -> Edit:
    """The edit without what both begin and end with."""
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    return Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])
