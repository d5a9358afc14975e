r"""The prose of a page in, its legend out: what each glyph means, in the page's own words.

    legend := glyph ("denotes" | ":" | "=" …)? words       The \* represents equal contribution, 📧 corresponding author.
            | words ("is marked by" | ":")? glyph          Equal contribution is marked by \*.
"""

import re
from functools import cache
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.marks import MARK_KINDS, Mark, mark_of
from pubparse.layouts import Heading, Prose
from pubparse.lexer import EntryText, lex
from pubparse.registry import collect
from pubparse.text.span import Span

_FAR = 6  # words
_LONGEST = 600  # characters: a longer paragraph explains something else
_JOIN = re.compile(
    r"\W*(?:(?:the|an?|symbols?|sign|mark|asterisks?|daggers?|with|by|superscript)\s+)*"
    r"(?:(?:denotes?|indicates?|represents?|means?|marks?|stands? for|is|are|for|refers? to|signif(?:y|ies)|表示|代表|为|:|：|=|-|–)\W*)?(?:(?:the|an?|as|my|our)\s+)*",
    re.I,
)
_PHRASE = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[\w'’-]+){0,4}")
_CLAUSE_END = re.compile(r"[.;,()\[\]\n|]|\s(?:and|&)\s")


class Meaning(NamedTuple):
    """A glyph and the role that the page gives it, in its words; `span` is of both in the source."""

    mark: str
    role: str
    text: str
    span: Span
    section: tuple[Heading, ...]


def read_legend(prose: tuple[Prose, ...], told: dict[str, str]) -> tuple[Meaning, ...]:
    """Every glyph that the page explains; `told` is what the caller adds, which wins."""
    found: list[Meaning] = []
    for block in prose:
        text = "".join(run.text for run in block.runs)
        if len(text) <= _LONGEST and any(not letter.isalnum() and not letter.isspace() for letter in text):
            found += _in_block(block, lex(block.runs))
    found = [meaning for meaning in found if meaning.mark not in told]
    return tuple(_scoped(found)) + tuple(Meaning(mark, role, "", Span(0, 0), ()) for mark, role in told.items())


def _in_block(block: Prose, entry: EntryText) -> list[Meaning]:
    text = entry.visible.text
    marks = [mark for lexeme in entry.lexemes if lexeme.kind in MARK_KINDS for mark in [mark_of(lexeme)] if mark.glyph]
    if not marks:
        return []
    phrases = [(match.start(), match.end(), _roles()[int(match.lastgroup[1:])].slug) for match in _role_words().finditer(text) if match.lastgroup]
    # A page says "* equal, † lead" or "equal: *, lead: †": whichever way gives more glyphs a meaning.
    found = max(_after(text, marks, phrases), _before(text, marks, phrases), key=len)
    return [
        Meaning(mark.glyph, role, text[start:end], entry.visible.span(min(mark.start, start), max(mark.end, end)), block.section)
        for mark, (start, end, role) in found
    ]


_Phrase = tuple[int, int, str]


def _after(text: str, marks: list[Mark], phrases: list[_Phrase]) -> list[tuple[Mark, _Phrase]]:
    """Each glyph with the words after it, up to the next glyph; glyphs in a row share them."""
    found = []
    limit, shared = len(text), None
    for mark in reversed(marks):
        bound = next((phrase for phrase in phrases if mark.end <= phrase[0] < limit and _is_near(text, mark, phrase[0])), None)
        bound = bound or _other_words(text, mark, limit) or (shared if not text[mark.end : limit].strip(" ,/&") else None)
        if bound:
            found.append((mark, bound))
        limit, shared = mark.start, bound
    return found[::-1]


def _before(text: str, marks: list[Mark], phrases: list[_Phrase]) -> list[tuple[Mark, _Phrase]]:
    """Each glyph with the words before it, down to the glyph before."""
    found = []
    limit = 0
    for mark in marks:
        bound = next((phrase for phrase in reversed(phrases) if limit <= phrase[0] and phrase[1] <= mark.start), None)
        if bound and len(text[bound[1] : mark.start].split()) <= _FAR:
            found.append((mark, bound))
        limit = mark.end
    return found


def _is_near(text: str, mark: Mark, start: int) -> bool:
    """Few words between a glyph and its phrase."""
    return len(text[mark.end : start].split()) <= _FAR


def _other_words(text: str, mark: Mark, limit: int) -> tuple[int, int, str] | None:
    """A meaning that no marker knows, in a few words right after the glyph: its slug is made of them."""
    join = _JOIN.match(text, mark.end, limit)
    start = join.end() if join else mark.end
    clause = _CLAUSE_END.search(text, start, limit)
    end = clause.start() if clause else limit
    phrase = _PHRASE.fullmatch(text[start:end].strip())
    says = join is not None and any(letter.isalpha() or letter in ":：=" for letter in join.group())
    if not phrase or not says or text[start:end] != text[start:end].lower():
        return None
    return start, start + len(text[start:end].rstrip()), "-".join(re.findall(r"\w+", phrase.group().lower()))


def _scoped(found: list[Meaning]) -> list[Meaning]:
    """A meaning holds for the whole page, unless another part of the page gives the glyph another one."""
    roles: dict[str, set[str]] = {}
    for meaning in found:
        roles.setdefault(meaning.mark, set()).add(meaning.role)
    return [meaning if len(roles[meaning.mark]) > 1 else meaning._replace(section=()) for meaning in found]


def roles_of(legend: tuple[Meaning, ...], glyph: str, section: tuple[Heading, ...]) -> tuple[str, ...]:
    """What `glyph` means to an entry under `section`: the meaning that holds nearest, in the order of the legend."""
    fits = [meaning for meaning in legend if _same_glyph(meaning.mark, glyph) and meaning.section == section[: len(meaning.section)]]
    depth = max((len(meaning.section) for meaning in fits), default=0)
    return tuple(dict.fromkeys(meaning.role for meaning in fits if len(meaning.section) == depth))


def _same_glyph(one: str, other: str) -> bool:
    return _ALIKE.get(one, one.rstrip("\ufe0e\ufe0f")) == _ALIKE.get(other, other.rstrip("\ufe0e\ufe0f"))


_ALIKE = {"∗": "*", "⁎": "*", "＊": "*", "✉️": "✉", "🖂": "✉", "📩": "📧"}


@cache
def _roles() -> tuple[markers.Role, ...]:
    return collect(markers, markers.Role)


@cache
def _role_words() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{number}>{role.legend})" for number, role in enumerate(_roles())), re.I)


def beside_roles(words: str) -> tuple[str, ...]:
    """The roles that words in brackets beside a name say: `(co-first)`."""
    return tuple(role.slug for role, pattern in _beside_words() if pattern.fullmatch(words))


@cache
def _beside_words() -> tuple[tuple[markers.Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(rf"\W*(?:{role.beside})\W*", re.I)) for role in _roles() if role.beside)
