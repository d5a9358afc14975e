"""Parts of an entry in, its text out, without what is opened and never closed: parts of several need not match."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pubparse.text.span import Span

_SIGN = re.compile(
    r"(?<!\\)(?:\*{1,2}+(?!\s)|(?<=[^\s*])\*{1,2}+|(?<![^\W_])_{1,2}+(?!\s)|(?<=[^\s_])_{1,2}+(?![^\W_])"  # no bullet
    r"|[()\[\]])|</?(?:b|strong|i|em|u|ins|span|small|font)\b[^<>]*+>",
    re.I,
)
_TAG = re.compile(r"</?([a-z]+)", re.I)
_CLOSES = {")": "(", "]": "["}


class Part(NamedTuple):
    """A piece of an entry: a value, or what the page has around and between values."""

    text: str
    is_value: bool


def balanced(parts: Sequence[Part]) -> str:
    """Put parts together, without brackets, stars and tags around values that have no other end."""
    text = "".join(part.text for part in parts)
    opened: list[tuple[str, Span]] = []
    loose: list[Span] = []
    for match in _signs(text, parts):
        sign, (what, is_end) = Span(*match.span()), _meaning(match[0])
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


def _signs(text: str, parts: Sequence[Part]) -> Iterator[re.Match[str]]:
    """What opens or closes something around values, seen beside them: `* · ` behind a value is no bullet."""
    start = 0
    for part in parts:
        end = start + len(part.text)
        yield from () if part.is_value else _SIGN.finditer(text, start, end)
        start = end


def _meaning(sign: str) -> tuple[str, bool | None]:
    """What a sign opens or closes; stars and lines do either."""
    if tag := _TAG.match(sign):
        return tag[1].lower(), sign.startswith("</")
    return (sign, None) if sign[0] in "*_" else (_CLOSES.get(sign, sign), sign in _CLOSES)
