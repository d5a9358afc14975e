r"""The prose of a page in, its legend out: what each glyph means, in the page's own words.

    legend := glyph ("denotes" | ":" | "=" …)? words       The \* represents equal contribution, 📧 corresponding author.
            | words ("is marked by" | ":")? glyph          Equal contribution is marked by \*.
"""

import re
from functools import cache
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.authors import Mark, mark_of
from pubparse.layouts import Heading, Prose
from pubparse.lexer import EntryText, lex
from pubparse.lexer.lexemes import MATH, RAISED, SYMBOL
from pubparse.registry import collect
from pubparse.text.span import Span

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
    marks = [mark for lexeme in entry.lexemes if lexeme.kind in (SYMBOL, RAISED, MATH) for mark in [mark_of(lexeme)] if mark.glyph]
    if not marks:
        return []
    phrases = [(match.start(), match.end(), _roles()[int(match.lastgroup[1:])].slug) for match in _role_words().finditer(text) if match.lastgroup]
    found: list[Meaning] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        limit = following.start if following else len(text)
        bound = next((phrase for phrase in phrases if mark.end <= phrase[0] < limit and _is_near(text, mark, phrase[0])), None)
        if bound is None:
            before = [phrase for phrase in phrases if phrase[1] <= mark.start and mark.start - phrase[1] < 40]
            taken = {meaning.text for meaning in found}
            bound = before[-1] if before and text[before[-1][0] : before[-1][1]] not in taken else None
        if bound:
            start, end, role = bound
        elif (other := _other_words(text, mark, limit)):
            start, end, role = other
        else:
            continue
        span = entry.visible.span(min(mark.start, start), max(mark.end, end))
        found.append(Meaning(mark.glyph, role, text[start:end], span, block.section))
    return found


def _is_near(text: str, mark: Mark, start: int) -> bool:
    """Nothing but joining words, and a few of any kind, between a glyph and its phrase."""
    return len(text[mark.end : start].split()) <= 6


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
    return tuple(role.slug for role in _roles() if role.beside and re.fullmatch(rf"\W*(?:{role.beside})\W*", words, re.I))
