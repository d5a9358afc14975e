"""Stretches of an entry's visible text in, a field's `Value` out: what a reader writes down, and where it stands."""

import re
from typing import NamedTuple

Stretch = tuple[int, int]
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“", "《": "》", "「": "」", "{": "}", "（": "）", "【": "】"}
_CLOSERS = frozenset("".join(_PAIRS.values()))
_GLUED = _CLOSERS | set(",;:.")  # to the word before
_PAIRED = re.compile('[()\\[\\]{}“”«»„《》「」（）【】"]')
_FRENCH_BLANKS = frozenset(" \u00a0\u202f")
_FRENCH_QUOTES = frozenset("«»")
_BLANKS = " \t\n\r\u00a0\u3000"
EDGE = _BLANKS + ",;:."


class Value(NamedTuple):
    """A value and the stretches [start, end) of visible text that make it; `transform` names what else was done."""

    text: str
    stretches: tuple[Stretch, ...]
    transform: str | None = None


def value_of(text: str, stretches: list[Stretch]) -> Value | None:
    """The value that `stretches` of `text` make, white space made single; None if nothing is left.

    Between two of them comes a blank, but for one that begins with a sign, as the bracket that closes an earlier one.
    """
    if not stretches:
        return None
    kept = [trimmed for start, end in stretches if (trimmed := trim(text, start, end, _BLANKS))]
    parts = [text[start:end] for start, end in _touching(kept)]
    joined = "".join([part if part[0] in _GLUED else " " + part for part in parts])
    words = " ".join(joined.split())
    return Value(words, tuple(kept)) if words else None


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
    signs = _PAIRED.findall(text, start, end)
    if not signs:
        return start, end
    waiting, unopened = _unpaired(signs)
    straight = signs.count('"')
    while waiting and (close := _sign_at(text, end, 1)) is not None and text[close] == waiting[-1]:
        waiting.pop()
        end = close + 1
    if straight % 2 and text[end : end + 1] == '"':
        end += 1
    elif straight % 2 and start and text[start - 1] == '"':
        start -= 1
    if unopened == 1 and (opening := _sign_at(text, start - 1, -1)) is not None:
        start = opening if _PAIRS.get(text[opening], "\n") in text[start:end] else start
    return start, end


def _sign_at(text: str, at: int, step: int) -> int | None:
    """Where the sign beside a stretch stands: right there, or, as French quotation marks do, behind a blank."""
    if text[at : at + 1] in _FRENCH_BLANKS and text[at + step : at + step + 1] in _FRENCH_QUOTES:
        at += step
    return at if 0 <= at < len(text) else None


def _unpaired(signs: list[str]) -> tuple[list[str], int]:
    """The signs that would close what others open, the innermost last, and how many close what none opens."""
    waiting: list[str] = []
    unopened = 0
    for sign in signs:
        if sign in _PAIRS and not (waiting and waiting[-1] == sign):
            waiting.append(_PAIRS[sign])
        elif sign in _CLOSERS:
            if waiting and waiting[-1] == sign:
                waiting.pop()
            else:
                unopened += 1
    return waiting, unopened
