"""Stretches of an entry's visible text in, a field's `Value` out: what a reader writes down, and where it stands."""

import re
from typing import NamedTuple

Stretch = tuple[int, int]
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“", "《": "》", "「": "」", "{": "}", "（": "）", "【": "】"}
_CLOSERS = frozenset("".join(_PAIRS.values()))
_PAIRED = re.compile('[()\\[\\]{}“”«»„《》「」（）【】"]')
_BLANK = re.compile(r"\s+")
EDGE = " \t\n\r\u00a0\u3000,;:."

PICTURES = re.compile("(?:[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]\ufe0f?\\s*)+(?=\\S)")
"""Pictographs before a title or a venue."""


class Value(NamedTuple):
    """A value and the stretches [start, end) of visible text that make it; `transform` names what else was done."""

    text: str
    stretches: tuple[Stretch, ...]
    transform: str | None = None


def value_of(text: str, stretches: list[Stretch], transform: str | None = None) -> Value | None:
    """The value that `stretches` of `text` make, white space made single; None if nothing is left."""
    kept = [trimmed for start, end in stretches if (trimmed := trim(text, start, end, " \t\n\r\u00a0\u3000"))]
    words = _BLANK.sub(" ", " ".join(text[start:end] for start, end in _touching(kept))).strip()
    return Value(words, tuple(kept), transform) if words else None


def _touching(stretches: list[Stretch]) -> list[Stretch]:
    """Join stretches with nothing between them, so that no blank is made up where the page has none."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def trim(text: str, start: int, end: int, edge: str = EDGE) -> Stretch | None:
    """Take `edge` characters off both ends; None if nothing is left."""
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return (start, end) if start < end else None


def balance(text: str, start: int, end: int) -> Stretch:
    """Widen a stretch by the bracket or quote that closes one opened in it, or opens one closed in it."""
    if not _PAIRED.search(text, start, end):
        return start, end
    waiting, unopened = _unpaired(text[start:end])
    straight = text.count('"', start, end)
    while waiting and text[end : end + 1] == waiting[-1]:
        waiting.pop()
        end += 1
    if straight % 2 and text[end : end + 1] == '"':
        end += 1
    elif straight % 2 and start and text[start - 1] == '"':
        start -= 1
    if unopened == 1 and start and text[start - 1] in _PAIRS and _PAIRS[text[start - 1]] in text[start:end]:
        start -= 1
    return start, end


def _unpaired(text: str) -> tuple[list[str], int]:
    """The signs that would close what a text opens, the innermost last, and how many it closes but does not open."""
    waiting: list[str] = []
    unopened = 0
    for letter in text:
        if letter in _PAIRS and not (waiting and waiting[-1] == letter):
            waiting.append(_PAIRS[letter])
        elif letter in _CLOSERS:
            if waiting and waiting[-1] == letter:
                waiting.pop()
            else:
                unopened += 1
    return waiting, unopened
