r"""The prose of a page in, its legend out: what each glyph means, in the page's own words.

legend := glyph ("denotes" | ":" | "=" …)? words       The \* represents equal contribution, 📧 corresponding author.
        | words ("is marked by" | ":")? glyph          Equal contribution is marked by \*.
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.marks import MARK_KINDS, Mark, joined, mark_of
from pubparse.layouts import Heading, Prose
from pubparse.lexer import EntryText, lex
from pubparse.markdown.runs import Run
from pubparse.registry import collect
from pubparse.text.span import Span

_WORDS = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_FAR = 6  # words
_LONGEST_BLOCK = 20_000  # characters, of all its lines
_LONGEST = 600  # characters: a longer paragraph explains something else
_JOIN = re.compile(
    r"\W*(?:(?:the|an?|symbols?|sign|mark|asterisks?|daggers?|with|by|superscript)\s+)*"
    r"(?:(?:denotes?|indicates?|represents?|means?|marks?|stands? for|is|are|for|refers? to|signif(?:y|ies)"
    r"|表示|代表|为|:|：|=|-|–)\W*)?"
    r"(?:(?:the|an?|as|my|our)\s+)*",
    re.I,
)
_PHRASE = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[\w'’-]+){0,4}")
_CLAUSE_END = re.compile(r"[.;,()\[\]\n|]|\s(?:and|&)\s")
_SHARES = re.compile(r"[\s,/&+、]*(?:(?:and|or|und|et|y|和|与)\s)?\s*")
_ALIKE = {"∗": "*", "⁎": "*", "＊": "*", "✉️": "✉", "🖂": "✉", "📩": "📧"}

_Phrase = tuple[int, int, str]  # where it begins and ends, and the role it says


class Meaning(NamedTuple):
    """A glyph and the role that the page gives it, in its words; `span` is of both in the source."""

    mark: str
    role: str
    text: str
    span: Span
    section: tuple[Heading, ...]


def read_legend(prose: tuple[Prose, ...], told: dict[str, str]) -> tuple[Meaning, ...]:
    """Every glyph that the page explains; `told` is what the caller adds, which wins."""
    found = [
        meaning for block in prose if _may_explain(block.runs) for meaning in _in_runs(lex(block.runs), block.section)
    ]
    found = [meaning for meaning in found if meaning.mark not in told]
    return tuple(_scoped(found)) + tuple(Meaning(mark, role, "", Span(0, 0), ()) for mark, role in told.items())


def read_own_legend(entry: EntryText, section: tuple[Heading, ...], after: int) -> tuple[Meaning, ...]:
    """What an entry itself explains, for itself: `… In ICML 2020. (* equal contribution)`.

    `after` is where its names end: what stands among them is beside one of them.
    """
    if MARK_KINDS.isdisjoint(entry.lexemes.kinds[bisect_left(entry.lexemes.starts, after) :]):
        return ()
    said = entry.visible.text[after:].lower()
    if not any(key in said for key in _keys()):
        return ()
    return tuple(meaning for meaning in _in_runs(entry, section, after) if meaning.role in roles())


def told_once(legend: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Each meaning but once: a page may say the same over every list."""
    once: dict[tuple[str, str, tuple[Heading, ...]], Meaning] = {}
    for meaning in legend:
        once.setdefault((meaning.mark, meaning.role, meaning.section), meaning)
    return tuple(once.values())


def roles_of(legend: tuple[Meaning, ...], glyph: str, section: tuple[Heading, ...]) -> tuple[str, ...]:
    """What `glyph` means to an entry under `section`: the meaning that holds nearest, in the order of the legend."""
    fits = [
        meaning
        for meaning in legend
        if _same_glyph(meaning.mark, glyph) and meaning.section == section[: len(meaning.section)]
    ]
    depth = max((len(meaning.section) for meaning in fits), default=0)
    return tuple(dict.fromkeys(meaning.role for meaning in fits if len(meaning.section) == depth))


def _may_explain(runs: tuple[Run, ...]) -> bool:
    if sum(len(run.text) for run in runs) > _LONGEST_BLOCK:
        return False
    return any(not letter.isalnum() and not letter.isspace() for run in runs for letter in run.text)


def _in_runs(entry: EntryText, section: tuple[Heading, ...], after: int = 0) -> list[Meaning]:
    """Line by line: each explains glyphs of its own."""
    text = entry.visible.text
    marks = joined([mark_of(entry.lexemes[at]) for at, kind in enumerate(entry.lexemes.kinds) if kind in MARK_KINDS])
    found: list[Meaning] = []
    for line in _LINE.finditer(text, after):
        own = [mark for mark in marks if line.start() <= mark.start < line.end()]
        if own and line.end() - line.start() <= _LONGEST:
            found += _in_line(entry, line.start(), line.end(), own, section)
    return found


def _in_line(entry: EntryText, first: int, last: int, marks: list[Mark], section: tuple[Heading, ...]) -> list[Meaning]:
    text = entry.visible.text[:last]
    phrases = [
        (match.start(), match.end(), collect(markers, markers.Role)[int(match.lastgroup[1:])].slug)
        for match in _role_words().finditer(text, first)
        if match.lastgroup
    ]
    # A page says "* equal, † lead" or "equal: *, lead: †": the way that gives more glyphs a meaning, else the first.
    ways = [_after(text, marks, phrases), _before(text, marks, phrases, first)]
    if phrases and phrases[0][0] < marks[0].start:
        ways.reverse()
    found = max(ways, key=len)
    span = entry.visible.span
    return [
        Meaning(mark.glyph, role, text[start:end], span(min(mark.start, start), max(mark.end, end)), section)
        for mark, (start, end, role) in found
    ]


def _after(text: str, marks: list[Mark], phrases: list[_Phrase]) -> list[tuple[Mark, _Phrase]]:
    """Each glyph with the words after it, up to the next glyph; glyphs in a row share them."""
    found = []
    limit, shared = len(text), None
    for mark in reversed(marks):
        ahead = (phrase for phrase in phrases if mark.end <= phrase[0] < limit)
        bound = next((phrase for phrase in ahead if _is_near(text, mark.end, phrase[0])), None)
        bound = bound or _other_words(text, mark, limit)
        if bound is None and _SHARES.fullmatch(text, mark.end, limit):
            bound = shared
        if bound:
            found.append((mark, bound))
        limit, shared = mark.start, bound
    return found[::-1]


def _before(text: str, marks: list[Mark], phrases: list[_Phrase], limit: int) -> list[tuple[Mark, _Phrase]]:
    """Each glyph with the words before it, down to the glyph before; glyphs in a row share them."""
    found = []
    shared = None
    for mark in marks:
        before = (phrase for phrase in reversed(phrases) if limit <= phrase[0] and phrase[1] <= mark.start)
        bound = next((phrase for phrase in before if _is_near(text, phrase[1], mark.start)), None)
        if bound is None and _SHARES.fullmatch(text, limit, mark.start):
            bound = shared
        if bound:
            found.append((mark, bound))
        limit, shared = mark.end, bound
    return found


def _is_near(text: str, start: int, end: int) -> bool:
    """Whether few words stand between a glyph and its phrase."""
    return len(text[start:end].split()) <= _FAR


def _other_words(text: str, mark: Mark, limit: int) -> _Phrase | None:
    """A meaning that no marker knows, in a few words right after the glyph: its slug is made of them."""
    join = _JOIN.match(text, mark.end, limit)
    start = join.end() if join else mark.end
    clause = _CLAUSE_END.search(text, start, limit)
    end = clause.start() if clause else limit
    phrase = _PHRASE.fullmatch(text[start:end].strip())
    says = join is not None and any(letter.isalpha() or letter in ":：=" for letter in join.group())
    if not phrase or not says or text[start:end] != text[start:end].lower():
        return None
    return start, start + len(text[start:end].rstrip()), "-".join(_WORDS.findall(phrase.group().lower()))


def _scoped(found: list[Meaning]) -> list[Meaning]:
    """A meaning holds for the whole page, unless another part of the page gives the glyph another one."""
    roles: dict[str, set[str]] = {}
    for meaning in found:
        roles.setdefault(meaning.mark, set()).add(meaning.role)
    return [meaning if len(roles[meaning.mark]) > 1 else meaning._replace(section=()) for meaning in found]


def _same_glyph(one: str, other: str) -> bool:
    return _ALIKE.get(one, one.rstrip("\ufe0e\ufe0f")) == _ALIKE.get(other, other.rstrip("\ufe0e\ufe0f"))


@cache
def _keys() -> frozenset[str]:
    return frozenset(key for role in collect(markers, markers.Role) for key in role.keys)


@cache
def roles() -> frozenset[str]:
    """The roles that a legend can give."""
    return frozenset(role.slug for role in collect(markers, markers.Role))


@cache
def _role_words() -> re.Pattern[str]:
    roles = enumerate(collect(markers, markers.Role))
    return re.compile("|".join(f"(?P<r{number}>{role.legend})" for number, role in roles), re.I)
