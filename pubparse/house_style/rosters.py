r"""The names of one entry in, how they are written out: what stands around each, and what between them.

**Z. Tang**\*, X. Chu and B. Li       each `**{name}**` or `{name}`, marks behind; `, ` between, ` and ` at last
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pubparse.model.person import Author
from pubparse.text.span import Span

ADDRESS = "\0"
"""What stands for the address in the dress of a name that is a link."""

_OPENING = re.compile(
    r"(?:\u200b|\*{1,3}|_{1,2}|~~|\[|<(?:b|strong|u|em|i|ins|span|mark|a|font|code)\b[^<>]*+>|`|\\underline\{)"
)
_NO_WIDTH = "\u200b"
"""What nobody sees, between a name and what is around it."""

_BRACKETS = {"[": "]", "{": "}"}
_TOKEN = re.compile(
    r"</?([a-z]+)[^<>]*+>|\]\([^()\s]*+\)(?:\{[^{}]*+\})?|\]\[[^\[\]]*+\]|\]|\*{1,3}|_{1,2}|~~|`|\}|\\?.", re.S | re.I
)
_STOP = re.compile(r"[\s,;&、，；。|/:(]")
_RAISED = re.compile(r"<(?:sup|sub|small)\b", re.I)
_TAG = re.compile(r"</?([a-z]+)", re.I)


class Dress(NamedTuple):
    r"""What stands before and behind a name: `**` and `**\*`."""

    before: str
    behind: str


class Worn(NamedTuple):
    """For whom: the owner or not, under which marks, with an address of their own or not, and who it is."""

    is_self: bool
    marks: tuple[str, ...]
    is_linked: bool
    name: str = ""


class Roster(NamedTuple):
    """How the names of one entry are written: where they stand, each one's dress, and what is between them."""

    spans: tuple[Span, ...]
    """Where each name stands, all that hangs on it included."""
    dresses: tuple[tuple[Worn, Dress], ...]
    between: tuple[str, ...]
    glyphs: tuple[tuple[str, str], ...]
    """Each mark, and how it is printed."""

    @property
    def span(self) -> Span:
        """Where all of them stand."""
        return Span(self.spans[0].start, self.spans[-1].end)


def roster_of(text: str, people: Sequence[Author], within: Span) -> Roster | None:
    """Find how names are written; None where there are none, or other things between them."""
    if not people:
        return None
    worn, spans, end = [], [], within.start
    for at, one in enumerate(people):
        until = people[at + 1].span.start if at + 1 < len(people) else within.end
        if one.span.start < end or until < one.span.end:
            return None
        start, stop = _extent(text, one, end, until)
        spans.append(Span(start, stop))
        if not any(one.span.start <= mark.start < one.span.end for mark in one.mark_spans):
            dress = Dress(text[start : one.span.start], _behind(text[_end(text, one) : stop], one))
            worn.append((worn_by(one), dress))
        end = stop
    between = tuple(text[one.end : other.start] for one, other in pairwise(spans))
    glyphs = tuple(
        (mark, text[slice(*span)]) for one in people for mark, span in zip(one.marks, one.mark_spans, strict=True)
    )
    return Roster(tuple(spans), tuple(worn), between, glyphs)


def worn_by(one: Author) -> Worn:
    """What decides how a name is dressed."""
    return Worn(one.is_self, one.marks, one.url is not None, one.name)


def _end(text: str, one: Author) -> int:
    """Where a name ends, or the markup around it begins that is closed before its full stop: `**Craven, D**.`."""
    head = one.name.removesuffix(".")
    is_apart = text[one.span.start : one.span.end] != one.name and text.startswith(head, one.span.start)
    return one.span.start + len(head) if is_apart and head != one.name else one.span.end


def _behind(text: str, one: Author) -> str:
    return text.replace(one.url, ADDRESS) if one.url else text


def _extent(text: str, one: Author, start: int, end: int) -> tuple[int, int]:
    """Where a name begins and ends with its marks and the markup that is around it alone."""
    first = min((one.span.start, *(mark.start for mark in one.mark_spans if mark.start >= start)))
    opened: list[tuple[str, int]] = []
    at = first
    while openings := [match for match in _OPENING.finditer(text, max(start, at - 80), at) if match.end() == at]:
        at = openings[0].start()
        if openings[0][0] != _NO_WIDTH:
            opened.append((openings[0][0], at))
    last_mark = max((mark.end for mark in one.mark_spans if mark.end <= end), default=one.span.end)
    stop, closed = _closing(text, one, [token for token, _ in opened], max(last_mark, one.span.end), end)
    return (opened[closed - 1][1] if closed else first), stop


def _closing(text: str, one: Author, opened: list[str], last_mark: int, end: int) -> tuple[int, int]:
    """Go on behind a name: over its marks, what closes what is open, and no further; gives how much of it closes."""
    at = stop = _end(text, one)
    closed, inner = 0, 0
    marks = {mark.start: mark.end for mark in one.mark_spans}
    while at < end:
        if at in marks:
            at = stop = marks[at]
            continue
        if text[at] == _NO_WIDTH or (text[at] == "." and closed < len(opened) and not inner):
            at += 1  # `**Craven, D.**`, where the name is read without it
            continue
        token = _TOKEN.match(text, at, end)
        if token is None or (at >= last_mark and not inner and _STOP.match(token[0])):
            break
        if closed < len(opened) and not inner and _closes(opened[closed], token[0]):
            closed += 1
        elif token[0].startswith("</") and inner:
            inner -= 1
        elif _RAISED.match(token[0]):
            inner += 1
        elif at >= last_mark and not inner:
            break
        at = token.end()
        if not inner:
            stop = at
    return max(stop, last_mark), closed


def _closes(opening: str, token: str) -> bool:
    if opening[-1] in _BRACKETS:
        return token.startswith(_BRACKETS[opening[-1]])
    if opening.startswith("<"):
        tag, other = _TAG.match(opening), _TAG.match(token)
        return token.startswith("</") and bool(tag and other and tag[1].lower() == other[1].lower())
    return opening == token
