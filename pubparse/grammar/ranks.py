"""An entry's lexemes and text in, how its venue is rated and which author its owner is out, as atoms: no names.

ranks := rank (", " rank)*        CCF-A    CCF Rank B, JCR Q1, IF=10.6    CORE A*    SCI二区    Impact Factor: 4.2
                                  First Author    Co-first author    Corresponding Author
"""

import re

from pubparse.grammar.atoms import Atom, atoms_of
from pubparse.lexer.lexemes import Lexemes

_STEMS = ("CCF", "JCR", "IF", "SCI", "CORE", "Impact", "impact", "中科院", "Q1", "Q2", "Q3", "Q4")
_VALUE = r"\s?[:=≈~-]?\s?\d{1,3}(?:\.\d{1,3})?"
_RANK = (
    r"(?:CCF[\s-]?(?:Rank\s|Class\s|Tier\s)?[ABC](?:类|\b)|CORE[\s-]?(?:Rank\s)?(?:A\*|[ABC]\b)"
    r"|(?:JCR|SCIE?|SSCI|中科院|CAS)[\s-]?(?:Q[1-4]\b|[1-4一二三四]区)(?:\s?TOP\b)?|(?<![\w-])Q[1-4](?![\w-])"
    rf"|(?:(?:JCR\s)?IF|[Ii]mpact [Ff]actor){_VALUE}(?![\w.]*\d))"
)
_INDEX = r"(?:SCIE?|SSCI|EI)"  # says nothing alone
_BETWEEN = r"\s?[,;/|&]?\s?"
_RANKS = re.compile(rf"(?<![\w-])(?:{_INDEX}\s?[,;/|&]\s?)?{_RANK}(?:{_BETWEEN}(?:{_RANK}|{_INDEX}(?![\w-])))*+")

_PARTS = re.compile(
    r"(?:(?<=[.,;\n|·–—])\s?|(?<=\s[–—-])\s|\A)"
    r"(?:[Cc]o-?|[Jj]oint\s|[Ss]hared\s)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ead|[Ss]ole|[Ss]enior|[Cc]orresponding)?"
    r"(?:(?<=[a-z])[\s-]|(?<=[Cc]o)-?|(?<=[Cc]o-))[Aa]uthor(?=\s?(?:[.,;\n|·–—(]|\Z)|\s-\s)"
)


def find_ranks(lexemes: Lexemes, text: str) -> list[Atom]:
    """Every run of ratings, and every part in the work."""
    parts = atoms_of("rank", _PARTS, lexemes, text) if "uthor" in text else []
    if not any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        return parts
    return parts + atoms_of("rank", _RANKS, lexemes, text)
