"""An entry in, where it says that it is a patent, with the patent's number, as atoms.

patent := office? "provisional"? "patent" ("app." | "application" …)? "No."? number
          US Patent App. 14-236,801      European Patent EP1234567B1      US 2015/0066481 A1
"""

import re

from pubparse.grammar.atoms import Atom, Part
from pubparse.lexer.lexemes import Lexemes

_OFFICES = (
    r"U\.?S\.?|UK|EU|EP|CN|KR|JP|DE|WO|PCT|European|International|Chinese|Korean|Japanese|German|French|British"
    r"|Canadian|Indian|Australian|Taiwanese"
)
_CODES = "US|EP|WO|CN|JP|KR|DE|GB|FR|CA|AU"
# Blanks and commas are between groups of three digits, so that no date is taken for one: `4,405,829 20 September 1983`.
_DIGITS = r"(?:\d{2} \d{4}|\d{1,3})(?: \d{3})+(?!\w)|\d{1,3}(?:,\d{3})+(?!\w)|\d{1,14}(?:[./-]\d{1,12}){0,4}(?:,\d{3})?"
_KIND = r"\s?[A-CUY]\d(?!\w)|[A-CUY](?!\w)|\s[A-CUY](?=[,;)]|\Z)"
_NUMBER = rf"(?:(?:[A-Z]{{1,2}}|PCT/[A-Z]{{2}})[ -]?)?(?:{_DIGITS})(?:{_KIND})?"
_SAID = re.compile(
    rf"(?<!\w)(?:(?:{_OFFICES})\s)?(?:[Pp]rovisional\s)?[Pp]atent(?:\s[Aa]pp(?:l(?:ication)?)?\.?)?"
    rf"(?:\s(?:[Pp]ublication|[Ss]erial))?[\s:]{{1,2}}(?:[Nn]o\.?\s?|[Nn]umber\s)?(?P<number>{_NUMBER})(?!\w)"
)
_BARE = re.compile(rf"(?<!\w)(?P<number>(?:{_CODES})\s?\d[\d/]{{4,14}}\s?[ABCUY]\d)(?!\w)")
_KINDS = ("A1", "B1", "B2")  # of published applications, and of what was granted
_LEAST_DIGITS = 5


def find_patents(lexemes: Lexemes, text: str) -> list[Atom]:
    """What says that a work is a patent; a number alone only as it is published: `US20150066481A1`."""
    if "atent" in text:
        found = list(_SAID.finditer(text)) or list(_BARE.finditer(text))
    elif any([kind in text for kind in _KINDS]):  # noqa: C419 - faster
        found = list(_BARE.finditer(text))
    else:
        return []
    return [
        Atom("genre", lexemes.within(*one.span())[0], last, (Part("number", first, last),))
        for one in found
        if sum(map(str.isdigit, one["number"])) >= _LEAST_DIGITS
        for first, last in [lexemes.within(*one.span("number"))]
        if first < last
    ]
