"""Lexemes in, their tag string out: one letter a lexeme, so that productions are regular expressions over it.

A tag is the lexeme's kind (`lexer/lexemes.py`) or, where the grammar knows the word, a letter of meaning:

    y a year   d other digits   m a month   p a particle   V "vol."   N "no."   P "pp."   A "article"
    & "and"    E "et"  L "al"   B "in"      R "eds."       O "edition"   J "junior", "III"   T "report", "paper"
    W "with", "by"     Q "ISBN", "hep-th" …     k two or three capitals (initials, or an acronym)
    h up to four ideographs (a name, perhaps)   z a page with a letter (e1000)
"""

import re
from collections.abc import Collection
from functools import lru_cache, partial

from pubparse.grammar.marks import roles_beside
from pubparse.grammar.names import MIXED_INITIALS
from pubparse.lexer import lexemes as kinds
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import words

MONTHS = {word: int(number) for word, number in words("months").items()}
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "filho", "neto"})
_CAPITALS = frozenset({"JR", "SR", "BD"})  # of two given names, and no `Bd.`
# Also in the digits of Arabic and of Persian: ١٩٦٨.
_YEAR = re.compile(r"(?:1[5-9]|20|١[٥-٩]|٢٠|۱[۵-۹]|۲۰)\d\d[a-h]?")
_SHORT_UPPER = 3
_LONGEST_IDEOGRAPH_NAME = 4
_ONLY_SMALL = frozenset("&EL")
_BRACKETS_BESIDE = re.compile(r"(?<![\"“”.:;?!yd])\([^()]{1,4}\)")  # a name, and no title or year
# `Kaiming He (何恺明), Jian Sun`: how a name is written at home
_NAME_AT_HOME = re.compile(r"(?<=[CMk])\(h{1,2}\)(?=[*^$]{0,3}(?:[,;&.\n]|$))")
_AFFILIATION = re.compile(r"(?<=[CMUk])\(d(?:,d){0,2}\)(?=[,;&.:\n]|$)")  # `Watson(1), Crick(1,2)`
_ARE_AFFILIATED = re.compile(r"[CMUk]\(d(?:,d){0,2}\)(?:,|,?&|;)[CMUkIip]{2,5}\(d[,)]")
_INITIAL_BEFORE_NUMBER = re.compile(r"[Ie*](?=d|y[–-]+[dy])|w(?=[*.]d)")
# `S. 5–17`: Seiten, pages; `Т. 5`: том; `v. 9, n. 1`; `n° 3`; `nos. 1–2`; `#2`; `H. 2`: Heft
_TERM_INITIALS = {
    **dict.fromkeys(("S.", "P.", "С."), "P"),
    **dict.fromkeys(("Т.", "T.", "v.", "t.", "c."), "V"),
    **dict.fromkeys(("n.", "n", "nos", "H.", "č.", "#"), "N"),
}
_NAME_LIKE_TERM = re.compile(r"(?<=C)P(?=\.y)|[VAPR](?=[Ii]*[CM])|[VAP](?=,[CM])")
_EDITORS_NO_MORE = re.compile(r"R(?=\.[^)])")
# `joint work with A. and B.`, `(gemeinsam mit A.)`, `hrsg. von A. und B.`
_JOINTLY = frozenset(
    "jointly joint together work first second author coauthored co-authored gemeinsam zusammen conjointement".split()
)
_SEASONS = frozenset("Spring Summer Autumn Fall Winter Frühjahr Sommer Herbst Printemps Été Automne Hiver".split())
_SEASON = re.compile(r"C(?=,?y(?:[^–\w]|$|E))")  # Fall 2016
_GIVEN_FOR_SHORT = re.compile(r"C(?=\.C{2})")  # Md. Nurul Amin
_WITH_FOR_SHORT = re.compile(r"(?<=[(,.])w/(?=[CM])")  # (w/ A. and B.)
_WITH = frozenset({"with", "mit", "avec", "von"})
_AND_BETWEEN_INITIALS = re.compile(r"(?<=[Ik])B(?=p*[CMU]{1,2},[Iik])")  # `Black, F. in Scholes, M.`, in Slovenian
# `BORN, M. a P. JORDAN`, `Werner HEISENBERG a Pascual JORDAN`
_AND_IN_CZECH = re.compile(r"(?<=[IkCMU])w(?=Ip*[CMU]|p*[CMU]{1,2},[Iik])|(?<=U)w(?=[CI]{1,3}p*U)")
_V_BEFORE_VENUE = re.compile(r"(?<=[.?!])i(?=[CU:])")  # `… Cascade. V *Proceedings of …`, `. V: …`
_NORDIC_IN = re.compile(r"(?<=\.)i(?=:?I*C)|(?<=,)&(?=I*C)")  # `… språket. I A. Holm (red.), …`
# Where a word of some language is in an entry, what may mean so, if it says one of these, and what it means.
_OF_LANGUAGES = (("red", _NORDIC_IN, ("I", "i"), "B"), ("a", _AND_IN_CZECH, ("a",), "&"))
# `Robert M. May. 1976. Simple Mathematical Models …`: where names begin an entry, the month is a family's name.
_MONTH_LIKE_NAME = re.compile(r"[CMUIp,;&E]{0,60}I(m)[.,]*\(?y")
_NAMES = frozenset({"Art", "Ed", "Page", "Tom"})  # and terms: `art.`, `ed.`, `page`, `tom`
_INITIALS_LIKE_TERM = re.compile(r"(?<=[CM])[TVNRP](?=[,.;&]|\(y\))")  # `Gingeras TR.`, `Bednorz JG, …`
# `NBER WP 28959`, `CEPR DP 12345`: behind an institution, and before a number
_PAPER = re.compile(r"(?<=[Uk(.,;])k(?=\.?N?\.?(?:d|y[–-]))")
_STATE_LIKE_TERM = re.compile(r"(?<=C,)B(?=:)")  # South Bend, IN: …
_JUNIOR = re.compile(r"(?<=I)k|(?<=I,)k")  # `King, M.L., JR`
_AND_IN_CAPITALS = re.compile(r"(?:(?<=I,)|(?<=I))k(?=[UkM]{1,3},I)")  # LORENSEN, W. E., AND CLINE, H. E.
# Words that may be terms, or no terms at all: if they are these, and stand so, what they mean.
_OF_WORDS = (
    (frozenset({"TR", "JG", "NR", "ED", "PG", "SS"}), _INITIALS_LIKE_TERM, "k"),
    (frozenset({"WP", "DP"}), _PAPER, "T"),
    (frozenset({"IN"}), _STATE_LIKE_TERM, "k"),
    (frozenset({"JR"}), _JUNIOR, "J"),
    (frozenset({"AND"}), _AND_IN_CAPITALS, "&"),
    (_SEASONS, _SEASON, "q"),
    (frozenset({"Md"}), _GIVEN_FOR_SHORT, "I"),
)
_TOLD_WORDS = frozenset().union(*(said for said, *_ in _OF_WORDS))
_PART = re.compile(r"(?<=d\(C)[IiU](?=\)[,:])")  # 438 (Part B), 117864
_PARTS = frozenset({"Part", "Pt", "Teil"})
_FAMILY_LIKE_TERM = re.compile(r"[PANTRWVOQ](?=,[Ii])")  # `Page, L.`

_MEANING: dict[str, str] = {
    **dict.fromkeys(words("particles"), "p"),
    **dict.fromkeys(MONTHS, "m"),
    **words("terms"),
    **dict.fromkeys(SUFFIXES, "J"),
    "&": "&",
}
_WORD_KINDS = frozenset(
    {kinds.LOWER, kinds.CAPITALISED, kinds.UPPER, kinds.MIXED, kinds.DOTTED, kinds.IDEOGRAPHS, "&", "№"}
)


def tag(lexemes: Lexemes) -> str:
    """One letter for each lexeme, in order."""
    texts = lexemes.texts
    tags = _FAMILY_LIKE_TERM.sub("C", "".join(map(_tag, lexemes.kinds, texts)))
    if "Ed" in texts or "Org" in texts:
        tags = _EDITORS_NO_MORE.sub(lambda one: "C" if _is_of_journal(texts, one.start()) else one[0], tags)
    if not _TOLD_WORDS.isdisjoint(texts):
        for said, pattern, letter in _OF_WORDS:
            tags = pattern.sub(partial(_tell, texts, said, letter), tags)
    if not _PARTS.isdisjoint(texts):
        tags = _PART.sub(lambda one: "d" if texts[one.start() - 1] in _PARTS else one[0], tags)
    if "May" in texts and (name := _MONTH_LIKE_NAME.match(tags)):
        tags = f"{tags[: name.start(1)]}C{tags[name.end(1) :]}"
    if "IB" in tags or "kB" in tags:
        tags = _AND_BETWEEN_INITIALS.sub(lambda one: "&" if texts[one.start()] == "in" else one[0], tags)
    tags = _in_languages(lexemes, tags)
    tags = _NAME_LIKE_TERM.sub(lambda one: "C" if texts[one.start()].capitalize() in _NAMES else one[0], tags)
    tags = _INITIAL_BEFORE_NUMBER.sub(lambda one: _TERM_INITIALS.get(texts[one.start()], one[0]), tags)
    tags = _with(texts, tags)
    tags = _BRACKETS_BESIDE.sub(lambda one: _as_mark(lexemes, one), tags)
    if "(h" in tags:
        tags = _NAME_AT_HOME.sub(lambda one: "^" * len(one[0]), tags)
    return _AFFILIATION.sub(lambda one: "^" * len(one[0]), tags) if _ARE_AFFILIATED.search(tags) else tags


def _in_languages(lexemes: Lexemes, tags: str) -> str:
    """Tags words that join in some languages, and are letters or articles in others."""
    texts = lexemes.texts
    for word, pattern, said, letter in _OF_LANGUAGES:
        if word in texts:
            tags = pattern.sub(partial(_tell, texts, said, letter), tags)
    if "V" in texts:
        tags = _V_BEFORE_VENUE.sub(lambda one: "B" if _turns_face(lexemes, one.start()) else one[0], tags)
    return tags


def _tell(texts: tuple[str, ...], said: Collection[str], letter: str, match: re.Match[str]) -> str:
    """The letter, if the word that it is to stand for is one of those said."""
    return letter if texts[match.start()] in said else match[0]


def _turns_face(lexemes: Lexemes, at: int) -> bool:
    return lexemes.texts[at] == "V" and (lexemes.kinds[at + 1] == ":" or lexemes.styles[at] != lexemes.styles[at + 1])


def _is_of_journal(texts: tuple[str, ...], at: int) -> bool:
    """`J. Org. Chem.`, `Angew. Chem. Int. Ed.`: no organisers and no editor."""
    return texts[at] == "Org" or (texts[at] == "Ed" and texts[max(0, at - 2)] == "Int")


def _with(texts: tuple[str, ...], tags: str) -> str:
    """Tags every word of `joint work with` and of `hrsg. von` as joining, and `w/`."""
    if "w/" in tags:
        tags = _WITH_FOR_SHORT.sub(lambda one: "WW" if texts[one.start()] == "w" else one[0], tags)
    if _WITH.isdisjoint(texts):
        return tags
    letters = list(tags)
    for at, text in enumerate(texts):
        if text not in _WITH:
            continue
        first = at
        while first and texts[first - 1].lower() in _JOINTLY:
            first -= 1
        if first < at or (text == "von" and "R" in tags[max(0, at - 2) : at]):
            letters[first : at + 1] = "W" * (at + 1 - first)
    return "".join(letters)


def _as_mark(lexemes: Lexemes, brackets: re.Match[str]) -> str:
    """`(co-first)`, `(student)`: words that say an author's role are a mark like any other, brackets and all."""
    inside = " ".join(lexemes.texts[brackets.start() + 1 : brackets.end() - 1])
    return "^" * len(brackets[0]) if roles_beside(inside) else brackets[0]


def month_of(word: str) -> int | None:
    """The month that a word names, the first one of two: `September`, `Sept-Oct`."""
    first, *others = word.lower().split("-")
    return MONTHS.get(first) if all(other in MONTHS for other in others) else None


@lru_cache(maxsize=1 << 15)
def _tag(kind: str, text: str) -> str:
    """The letter of one lexeme. A pure function, remembered: pages repeat their words."""
    if kind in _WORD_KINDS:
        word = text.lower()
        if kind == kinds.DOTTED:
            word = word.rstrip(".")
        meaning = _MEANING.get(word) or ("m" if "-" in word and month_of(word) else None)
        if meaning in _ONLY_SMALL and kind not in (kinds.LOWER, kinds.IDEOGRAPHS, "&"):
            meaning = None  # `En Xu`, `Watson AL`
        if (meaning == "p" and kind != kinds.LOWER) or text in _CAPITALS:
            meaning = None  # `VAN`, `Rumelhart DE`, `Warren JR`
        if meaning and (kind in (kinds.LOWER, kinds.DOTTED, kinds.IDEOGRAPHS, "&", "№") or len(word) > 1):
            return meaning
        is_short = kind == kinds.UPPER and len(text) <= _SHORT_UPPER
        if is_short or (kind == kinds.MIXED and MIXED_INITIALS.fullmatch(text)):
            return "k"
        if kind == kinds.IDEOGRAPHS and len(text) <= _LONGEST_IDEOGRAPH_NAME:
            return "h"
    elif kind == kinds.ALNUM and text[0].isalpha():
        return "z"
    elif kind in (kinds.DIGITS, kinds.ALNUM) and _YEAR.fullmatch(text):
        return "y"
    return kind
