"""Parts of an entry in, its text out, without what is opened and never closed: parts of several need not match."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_SIGN = re.compile(
    r"(?<!\\)(?:\*{1,2}+(?!\s)|(?<=[^\s*])\*{1,2}+|[()\[\]])"  # no bullet
    r"|</?(?:b|strong|i|em|u|ins|span|small|font)\b[^<>]*+>",
    re.I,
)
_TAG = re.compile(r"</?([a-z]+)", re.I)
_CLOSES = {")": "(", "]": "["}


class Part(NamedTuple):
    """A piece of an entry: a value, or what the page has around and between values."""

    text: str
    is_value: bool


class _Sign(NamedTuple):
    part: int
    start: int
    end: int


def balanced(parts: Sequence[Part]) -> str:
    """Put parts together, without brackets, stars and tags around values that have no other end."""
    opened: list[tuple[str, _Sign]] = []
    loose: list[_Sign] = []
    for number, part in enumerate(parts):
        for match in () if part.is_value else _SIGN.finditer(part.text):
            sign, (what, is_end) = _Sign(number, *match.span()), _meaning(match[0])
            at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == what), None)
            if at is not None and is_end is not False:
                loose += [one for _, one in opened[at + 1 :]]
                del opened[at:]
            elif is_end:
                loose.append(sign)
            else:
                opened.append((what, sign))
    texts = [part.text for part in parts]
    for number, start, end in sorted([*loose, *(sign for _, sign in opened)], reverse=True):
        texts[number] = texts[number][:start] + texts[number][end:]
    return "".join(texts)


def _meaning(sign: str) -> tuple[str, bool | None]:
    """What a sign opens or closes; stars do either."""
    if tag := _TAG.match(sign):
        return tag[1].lower(), sign.startswith("</")
    return (sign, None) if sign[0] == "*" else (_CLOSES.get(sign, sign), sign in _CLOSES)
