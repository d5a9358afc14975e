"""Parts of an entry in, its text out, without what is opened and never closed: parts of several need not match."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pubparse.house_style.rosters import Dress
from pubparse.text.span import Span

_SIGN = re.compile(
    r"(?<!\\)(?:\*{1,3}+(?!\s)|(?<=[^\s*])\*{1,3}+|(?<![^\W_])_{1,3}+(?!\s)|(?<=[^\s_])_{1,3}+(?![^\W_])"  # no bullet
    r"|[()\[\]])|</?(?:b|strong|i|em|u|ins|span|small|font)\b[^<>]*+>",
    re.I,
)
_TAG = re.compile(r"</?([a-z]+)", re.I)
_LINK_TAG = re.compile(r"<(/?)a\b[^<>]*+>", re.I)
_ATTRIBUTES = re.compile(r"</?[a-z][^<>]*+>|\{[^{}\n]*+\}", re.I)
"""Tags and lists of attributes, in which nothing opens or closes: `target="_blank"`."""

_OF_NUMBER = re.compile(r"(\A\\?[.)\]]|\\?[\[(][A-Z-]*+\Z)")
"""What of a joint belongs to a number."""

_THREE = ("***", "___")
_CLOSES = {")": "(", "]": "["}


class Part(NamedTuple):
    """A piece of an entry: a value, or what the page has around and between values."""

    text: str
    is_value: bool


def balanced(parts: Sequence[Part]) -> str:
    """Put parts together, without brackets, stars and tags around values that have no other end."""
    text = "".join(part.text for part in parts)
    opened: list[tuple[str, Span]] = []
    loose = [*_ends_of_no_link(text)]
    for sign in _signs(text, parts, opened):
        what, is_end = _meaning(text[slice(*sign)])
        at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == what), None)
        if at is not None and is_end is not False:
            loose += [one for _, one in opened[at + 1 :]]
            del opened[at:]
        elif is_end:
            loose.append(sign)
        else:
            opened.append((what, sign))
    for start, end in sorted([*loose, *(sign for _, sign in opened)], reverse=True):
        text = text[:start] + text[end:]
    return text


def _ends_of_no_link(text: str) -> Iterator[Span]:
    """The ends of links in tags that none begins; the address parts what begins one."""
    depth = 0
    for tag in _LINK_TAG.finditer(text):
        if tag[1] and not depth:
            yield Span(*tag.span())
        depth = max(0, depth - 1) if tag[1] else depth + 1


def parts_of(dress: Dress, value: str, joint: str, *, is_number: bool) -> Iterator[Part]:
    """Give a value, what is around it, and the joint behind; `)` behind a number needs no other end: `1)`."""
    if is_number:
        yield Part(f"{dress.before}{value}{dress.behind}", True)
        yield from (Part(text, bool(at % 2)) for at, text in enumerate(_OF_NUMBER.split(joint)))
    else:
        yield from (Part(dress.before, False), Part(value, True), Part(dress.behind + joint, False))


def _signs(text: str, parts: Sequence[Part], opened: list[tuple[str, Span]]) -> Iterator[Span]:
    """What opens or closes something around values, seen beside them: `* · ` behind a value is no bullet.

    Of three stars those come first that close what was `opened` last.
    """
    inside = {at for match in _ATTRIBUTES.finditer(text) for at in range(match.start() + 1, match.end())}
    start = 0
    for part in parts:
        end = start + len(part.text)
        for match in () if part.is_value else _SIGN.finditer(text, start, end):
            first, last = match.span()
            if first in inside:
                continue
            if match[0] in _THREE:
                middle = first + (1 if opened and opened[-1][0] == match[0][0] else 2)
                yield Span(first, middle)
                first = middle
            yield Span(first, last)
        start = end


def _meaning(sign: str) -> tuple[str, bool | None]:
    """What a sign opens or closes; stars and lines do either."""
    if tag := _TAG.match(sign):
        return tag[1].lower(), sign.startswith("</")
    return (sign, None) if sign[0] in "*_" else (_CLOSES.get(sign, sign), sign in _CLOSES)
