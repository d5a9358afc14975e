"""An entry in, where it says that it is a thesis, for which degree and at which university, as atoms.

thesis := (pages "f.")? word "(" degree … ")" (school)*     90 f. Tese (Doutorado em Física) – Universidade de São Paulo
                                                            Thesis (Ph.D.), Stanford University
        | word ("at" | "from") "the"? (school)*             PhD thesis at Princeton University
        | "дис. …" degree "наук"                            дис. ... канд. техн. наук
"""

import re
from functools import cache

from pubparse import markers
from pubparse.grammar.atoms import Atom, Part
from pubparse.grammar.houses import is_press
from pubparse.lexer.lexemes import Lexemes
from pubparse.registry import collect

_STEMS = ("hesis (", "issertation (", "ação (", "ese (", "esis (", "esi (", "hèse (", "émoire (", "onografia (")
_STEMS_OF_SCHOOL = ("hesis at ", "hesis from ", "issertation at ", "issertation from ")
_STEMS_OF_CANDIDATES = (" дис.", " дисс.", "автореф.")
_DEGREES = (
    r"mestrado|doutorado|graduação|bacharelado|licenciatura|especialização|doctorado|maestría|magíster|master|doctor"
    r"|dottorato|laurea|maîtrise|licence|bachelor|diploma|ph\.?\s?d|d\.?\s?phil|[bm]\.?\s?(?:sc?|a|phil|eng)\b"
)
_OF_CANDIDATE = re.compile(
    r"(?:автореф\.\s)?(?P<said>\bдисс?)\.\s?(?:(?:\.\.\.|…)\s?)?(?:канд\.|докт\.|д-ра)\s[а-я-]{2,20}\.?\s?наук"
)
_UNIVERSITY = re.compile(
    r"\b(?:univers|uniwers|универс|politec|polytec)|\binstitute of technology|大学|大學|대학교", re.I
)
_ITEM = re.compile(r"[\s.,;/–—-]*+([^,.;/\n]++)")
_REACH = 300  # code points behind the degree


def find_theses(lexemes: Lexemes, text: str) -> list[Atom]:
    """What says that a work is a thesis, with its degree: the word for it is the atom's part."""
    if any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        pattern = _by_degree()
    elif any([stem in text for stem in _STEMS_OF_SCHOOL]):  # noqa: C419 - faster
        pattern = _by_school()
    elif any([stem in text for stem in _STEMS_OF_CANDIDATES]):  # noqa: C419 - faster
        pattern = _OF_CANDIDATE
    else:
        return []
    found = ((one, *lexemes.within(*one.span("said"))) for one in pattern.finditer(text))
    return [_atom(lexemes, text, one, Part("genre", first, last)) for one, first, last in found if first < last]


def is_school(house: str, venue: str | None) -> bool:
    """Whether the house of a thesis is its venue: where there is none, or but a department; a press is no school."""
    if venue is None:
        return not is_press(house)
    return bool(_UNIVERSITY.search(house) and not _UNIVERSITY.search(venue))


@cache
def _by_degree() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.,;–-]\s)\d{{2,4}}\s?(?:f|fls?|l|pp?|h)\.\s)?\b(?P<said>{_words()}|mémoire)"
        rf"\s\((?:{_DEGREES})[^()\n]{{0,80}}\)",
        re.I,
    )


@cache
def _by_school() -> re.Pattern[str]:
    """Behind a cut: a prize for the `best PhD thesis at …` makes no thesis."""
    return re.compile(rf"(?:(?<=[.,;:(\n])|(?<=[.,;:–-]\s))(?P<said>{_words()})\s(?:at|from)\s(?:the\s)?", re.I)


def _words() -> str:
    return markers.any_of(*(genre.words for genre in collect(markers, markers.Genre) if genre.type == "thesis"))


def _atom(lexemes: Lexemes, text: str, said: re.Match[str], genre: Part) -> Atom:
    """From the count of pages to the university, where one is named behind it."""
    first, last = lexemes.within(*said.span())
    for item in _ITEM.finditer(text, said.end(), said.end() + _REACH):
        school = Part("publisher", *lexemes.within(*item.span(1)))
        if _UNIVERSITY.search(item[1]) and school.first < school.last:
            return Atom("genre", first, school.last, (genre, school))
    return Atom("genre", first, last, (genre,))
