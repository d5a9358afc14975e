"""An entry in, where it tells who guided the work, as atoms: nobody's house, and no author.

guided := ("Advisor" | "Committee" | "Orientadora" | …) ":" names        PhD thesis, Princeton University. Advisor: …
"""

import re

from pubparse.grammar.atoms import Atom, atoms_of
from pubparse.lexer.lexemes import Lexemes

_STEMS = (
    "dviser dvisor upervisor ommittee hair entor etreuer rientador irector irecteur elator andledare romotor".split()
)
_GUIDES = (
    r"(?:(?:thesis|doctoral|academic|main|research)\s)?(?:co-?)?"
    r"(?:advis[oe]r|supervisor|chair|mentor|(?:thesis\s)?committee(?:\s(?:members?|chair))?|betreuer(?:in)?|promotor"
    r"|orientador(?:a|es)?|director(?:a|es)?(?:\sde\stesis)?|direct(?:eur|rice)(?:\sde\sthèse)?|relat(?:ore|rice)"
    r"|handledare)(?:\(?s\)?)?"
)
_END = (
    r",?\s\(?(?:19|20)\d\d(?!\d)"  # the work's own year
    r"|,\s(?:[^\W\d_]+\s){0,3}(?:universi|institut|college|hochschule)"  # or school
    r"|(?<=[^\W\d_]{3})\.(?:\s|\Z)|[\n|\[\])]|\Z"
)
_NAMES = r"(?:[^\n|\[\]()]|\([^()\n]{1,30}\)){1,200}?"
_GUIDED = re.compile(rf"(?:(?<=[.,;]\s)|(?<=[(\[\n])){_GUIDES}\s?:\s{_NAMES}(?={_END})", re.I)


def find_guides(lexemes: Lexemes, text: str) -> list[Atom]:
    """What is told of advisors and committees, to the end of its sentence or brackets."""
    if ":" not in text or not any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        return []
    return atoms_of("elsewhere", _GUIDED, lexemes, text)
