"""An entry's lexemes and text in, the institutions in brackets behind its people out, as atoms: no houses, no outlets.

affiliations := (name ",")* name "(" institution ")"…      Ada Lovelace (University of London), Charles Babbage (IBM)
"""

import re

from pubparse.grammar.atoms import Atom
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members

_PARTICLES = r"(?:(?:de|da|del|der|den|van|von|la|bin|al|el)[ \u00a0]){0,2}"
_NAME = rf"(?:[A-ZÀ-Þ][\w.'’-]{{0,30}}[ \u00a0]{_PARTICLES}){{1,4}}[^\W\d_a-z][\w'’-]{{1,30}}"
_AFFILIATED = re.compile(
    rf"(?:(?<=[,;.\n*])|(?<=[,;.\n*] )|(?<=and )|(?<=& )|(?<=[.?!]  )|\A)\s{{0,4}}{_NAME},?\s"
    r"(?P<where>\((?P<said>[^()\n]{2,120})\))(?=\s?(?:[,;.\[(|\n]|and\b|&|\Z)|\s{2})"
)
_BRACKET = re.compile(r"\([^()\d\n]{2,120}\)")
_STEMS, _WORDS, _NAMES = ("|".join(members("institutions", kind)) for kind in ("stem", "word", "name"))
_INSTITUTION = re.compile(
    rf"\b(?:{_STEMS}|(?:{_WORDS})\b|(?-i:(?:{_NAMES})\b))|大学|大學|研究所",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\d|\b(?:with\b|(?-i:mit)\b|press|thesis|dissertation|eds?\b|editors?|authors?|degree|advis|supervis)",
    re.IGNORECASE,
)
_SEVERAL = 2  # of those that have brackets behind them, with whatever in these


def names_institution(text: str) -> bool:
    """Whether a word in it is of an institution's name."""
    return bool(_INSTITUTION.search(text))


def find_affiliations(lexemes: Lexemes, text: str) -> list[Atom]:
    """Every bracket behind a name that tells where somebody works."""
    if not any(_INSTITUTION.search(said[0]) for said in _BRACKET.finditer(text)):
        return []
    found = [one for one in _AFFILIATED.finditer(text) if not _NONE.search(one["said"])]
    named = [one for one in found if _INSTITUTION.search(one["said"])]
    chosen = found if len(found) >= _SEVERAL and named else named
    places = [lexemes.within(*one.span("where")) for one in chosen]
    return [Atom("elsewhere", first, last) for first, last in places if first < last]
