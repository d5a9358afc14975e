"""An entry's authors and the names it shall have in, ways to write that list out: in another order, longer or shorter.

An author who stays keeps all that hangs on the name: type face, link and marks go along.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pubparse.model.person import Author
from pubparse.rewrite.marks import dressed
from pubparse.rewrite.wordings import escaped
from pubparse.text.edit import Edit
from pubparse.text.source import Source
from pubparse.text.span import Span

# What is between two names: what closes the first, a comma or a word, what opens the second.
_BETWEEN = re.compile(
    r"(?P<closing>(?:\]\([^()\s]*+\)(?:\{[^{}]*+\})?|<[^<>]*+>|[^\s,;&、，；·•/<\]]|\s(?=[^\w\s,;&<\[(]*+,))*+)"
    r"(?P<joint>\s*+(?:[,;、，；·•/]|<br\s*+/?>)?\s*+(?:(?:and|und|et|y|e|en|och)\b|&amp;|&)?\s*+)"
    r"(?P<opening>.*)",
    re.S,
)
_OPENING = re.compile(r"(?:\*\*|__|[*_]|<[a-z][^<>]*+>\s*+|\[)++$")
_CLOSING = re.compile(r"(?:\*\*|__|[*_]|</[a-z]++>|\]\([^()\s]*+\)(?:\{[^{}]*+\})?)++")
_WORD = re.compile(r"\w|&")
_REACH = 200  # code points of tags before the first name


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


def listed(source: Source, authors: Sequence[Author], names: Sequence[str]) -> Iterator[tuple[Edit, ...]]:
    """Ways to write the list anew; only what differs of it is touched."""
    if (old := _taken_apart(source.text, authors)) is None:
        return
    items = [
        escaped(name) if at is None else old.items[at]
        for at, name in zip(sources_of(authors, names), names, strict=True)
    ]
    before = _joined(old.items, old.joints)
    for joints in _joints(old.joints, len(items)):
        yield (_least(old.start, before, _joined(items, joints)),)


def _taken_apart(text: str, authors: Sequence[Author]) -> _List | None:
    """The list as written; None where its names do not follow one another.

    What closes behind the last name is its own only if something was opened before it.
    """
    reaches = [_reach(text, author) for author in authors]
    first, last = reaches[0], reaches[-1]
    opening = _OPENING.search(text[max(0, first.start - _REACH) : first.start])
    closing = _CLOSING.match(text, last.end)
    head, tail = opening[0] if opening else "", closing[0] if closing else ""
    items, joints = [], []
    start = first.start - len(head)
    for one, other in pairwise(reaches):
        between = _BETWEEN.fullmatch(text, one.end, other.start)
        if between is None:
            return None
        items.append(head + text[one.start : one.end] + between["closing"])
        joints.append(between["joint"])
        head = between["opening"]
    return _List(start, [*items, head + text[last.start : last.end] + (tail if head else "")], joints)


def _reach(text: str, author: Author) -> Span:
    """From the first to the last of a name and its marks."""
    spans = (author.span, *(dressed(text, span) for span in author.mark_spans))
    return Span(min(span.start for span in spans), max(span.end for span in spans))


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
