"""An entry in, where it says that it is a patent, with the patent's number, as atoms.

patent := office? "provisional"? "patent" ("app." | "application" …)? "No."? number
          US Patent App. 14-236,801      European Patent EP1234567B1      US 2015/0066481 A1
"""

import re

from pubparse.grammar.atoms import Atom, Part
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members

_OFFICES = "|".join(map(re.escape, members("offices", "office code")))
_CODES = "|".join(members("offices", "code")).upper()
# Blanks and commas are between groups of three digits, so that no date is taken for one: `4,405,829 20 September 1983`.
_DIGITS = r"(?:\d{2} \d{4}|\d{1,3})(?: \d{3})+(?!\w)|\d{1,3}(?:,\d{3})+(?!\w)|\d{1,14}(?:[./-]\d{1,12}){0,4}(?:,\d{3})?"
_KIND = r"\s?[A-CUY]\d(?!\w)|[A-CUY](?!\w)|\s[A-CUY](?=[,;)]|\Z)"
_NUMBER = rf"(?:(?:[A-Z]{{1,2}}|PCT/[A-Z]{{2}})[ -]?)?(?:{_DIGITS})(?:{_KIND})?"
_SAID = re.compile(
    rf"(?<!\w)(?:(?:(?i:{_OFFICES})\s)?(?:[Pp]rovisional\s)?[Pp]atent(?:\s[Aa]pp(?:l(?:ication)?)?\.?)?|USPTO)"
    rf"(?:\s(?:[Pp]ublication|[Ss]erial|[Aa]pplication))?[\s:]{{1,2}}(?:[Nn]o\.?\s?|[Nn]umber\s)?"
    rf"(?P<number>{_NUMBER})(?!\w)"
)
_BARE = re.compile(rf"(?<!\w)(?P<number>(?:{_CODES})\s?\d[\d/]{{5,14}}(?:\.\d|\s?[A-CUY]\d?)?)(?!\w)")
_STEMS = ("atent", "USPTO")
_LEAST_DIGITS = 5


def find_patents(lexemes: Lexemes, text: str) -> list[Atom]:
    """What says that a work is a patent, with its number; or a number alone, as offices write them."""
    found = list(_SAID.finditer(text)) if any([stem in text for stem in _STEMS]) else []  # noqa: C419 - faster
    return [
        Atom("genre", lexemes.within(*one.span())[0], last, (Part("number", first, last),))
        for one in found or _BARE.finditer(text)
        if sum(map(str.isdigit, one["number"])) >= _LEAST_DIGITS
        for first, last in [lexemes.within(*one.span("number"))]
        if first < last
    ]


def names_patent(text: str) -> bool:
    """Whether a number of a patent stands in a text, as offices write them: `US20150066481A1`."""
    return _BARE.search(text) is not None
