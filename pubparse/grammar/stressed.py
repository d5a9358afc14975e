"""Lexemes of an entry in, the quotation marks out that only stress a word or two of a sentence, and set off no field.

stressed := … small-word “ … ” word …        … of the Quantum Theory in Terms of “Hidden” Variables
"""

import re

from pubparse.lexer import Lexemes
from pubparse.lexer.lexemes import CLOSE_QUOTE, OPEN_QUOTE, QUOTE

_NOWHERE = frozenset[int]()
_PAIR = re.compile(r"“[^“”\"\n.,;:?!]{1,8}”|\"[^“”\"\n.,;:?!]{1,8}\"")  # over kinds
_QUOTED = re.compile(r"“[^“”\n]{3,60}”|\"[^\"\n]{3,60}\"")
_BEFORE_TITLES = frozenset("titled entitled called named by and al others".split())
_NEVER_ENDING = frozenset(
    "of the a an in on to for from as der die das des dem den von zu de la le les du da do della di el los las".split()
)  # a sentence or a list of names


def stressing_quotes(lexemes: Lexemes) -> frozenset[int]:
    """Where such marks stand: the sentence goes on before and behind them, without a sign."""
    kinds = lexemes.kinds
    if QUOTE not in kinds and not (OPEN_QUOTE in kinds and CLOSE_QUOTE in kinds):
        return _NOWHERE
    places = ((match.start(), match.end() - 1) for match in _PAIR.finditer(kinds))
    return frozenset(at for pair in places if _is_within_sentence(lexemes, *pair) for at in pair)


def quoted_stretches(lexemes: Lexemes) -> list[tuple[int, int]]:
    """The lexemes of every quoted stretch, with its marks."""
    return [match.span() for match in _QUOTED.finditer(lexemes.kinds)]


def _is_within_sentence(lexemes: Lexemes, first: int, last: int) -> bool:
    if first == 0 or last + 1 == len(lexemes):
        return False
    before, after = lexemes.texts[first - 1], lexemes.texts[last + 1]
    if before in _NEVER_ENDING:
        return after.isalpha()
    return before.islower() and after.islower() and before not in _BEFORE_TITLES
