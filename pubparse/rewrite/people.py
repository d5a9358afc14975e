"""An entry's authors and the names it shall have in, ways to write that list out: in another order, longer or shorter.

An author who stays keeps all that hangs on the name: type face, link and marks go along.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
    """For each name which of the old authors it is, each of them once; None for somebody new."""
    left = list(range(len(old)))
    found: list[int | None] = []
    for name in names:
        at = next((at for at in left if old[at].name == name), None)
        if at is not None:
            left.remove(at)
        found.append(at)
    return found


def listed(source: Source, publication: Publication, names: Sequence[str]) -> Iterator[tuple[Edit, ...]]:
    """Ways to write the list anew; only what differs of it is touched."""
    if (old := _taken_apart(source.text, publication)) is None:
        return
    items = [
        escaped(name) if at is None else old.items[at]
        for at, name in zip(sources_of(publication.authors, names), names, strict=True)
    ]
    before = _joined(old.items, old.joints)
    for joints in _joints(old.joints, len(items)):
        yield (_least(old.start, before, _joined(items, joints)),)


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
