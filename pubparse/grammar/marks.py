r"""Lexemes that may be marks in, the glyphs they stand for out: `*`, `📧`, superscript `†`, TeX `$^\dagger$`."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pubparse import markers
from pubparse.lexer.lexemes import MATH, RAISED, SYMBOL, Lexeme
from pubparse.registry import collect

# TeX glyphs, as they are set. Source: The Comprehensive LaTeX Symbol List.
_TEX = {
    "dagger": "†", "dag": "†", "ddagger": "‡", "ddag": "‡", "star": "⋆", "ast": "*", "S": "§", "P": "¶", "sharp": "♯",
    "natural": "♮", "flat": "♭", "diamond": "⋄", "circ": "∘", "bullet": "•", "clubsuit": "♣", "heartsuit": "♥",
    "spadesuit": "♠", "diamondsuit": "♦", "bigstar": "★", "envelope": "✉", "Letter": "✉",
}  # fmt: skip
_TEX_MARK = re.compile(r"\^?\$\s*\^?\{?\s*\\?([A-Za-z]+|[*#†‡§¶])\s*\}?\s*\$\^?")
_NO_GLYPH = "0123456789¹²³⁰⁴⁵⁶⁷⁸⁹,;.·⋅()[] \u00a0"
MARK_KINDS = frozenset({SYMBOL, RAISED, MATH})


class Mark(NamedTuple):
    """A mark: the glyph it stands for, "" if for none (an affiliation's number), and its place in the visible text."""

    glyph: str
    start: int
    end: int


def mark_of(lexeme: Lexeme) -> Mark:
    """What a lexeme of one of `MARK_KINDS` says beside a name."""
    text = lexeme.text
    if lexeme.kind == MATH or "$" in text:
        match = _TEX_MARK.fullmatch(text)
        text = _TEX.get(match[1], "" if match[1].isalpha() else match[1]) if match else ""
    elif lexeme.kind == RAISED and (text.isalnum() or not text.strip(_NO_GLYPH)):
        text = ""
    elif lexeme.kind == RAISED and len(text) > 1:
        text = text.strip("^" + _NO_GLYPH)  # `1,*`; `^†^`
    return Mark(text, lexeme.start, lexeme.end)


def joined(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks without those that stand for none; the same glyph twice in a row is one of its own (`**`)."""
    if not marks:
        return ()
    rows: list[list[Mark]] = []
    for mark in marks:
        if not mark.glyph:
            continue
        if rows and rows[-1][-1].glyph == mark.glyph and rows[-1][-1].end == mark.start:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return tuple(Mark("".join(mark.glyph for mark in row), row[0].start, row[-1].end) for row in rows)


@lru_cache(maxsize=4096)
def roles_beside(words: str) -> tuple[str, ...]:
    """The roles that words in brackets beside a name say: `(co-first)`."""
    return tuple(slug for slug, pattern in _beside() if pattern.fullmatch(words))


@cache
def _beside() -> tuple[tuple[str, re.Pattern[str]], ...]:
    roles = collect(markers, markers.Role)
    return tuple((role.slug, re.compile(rf"\W*(?:{role.beside})\W*", re.I)) for role in roles if role.beside)
