"""A title in, whether it is surely not in English out: only English titles are written in title case.

Deep learning for documents    Über formal unentscheidbare Sätze der Principia Mathematica    К определению алгоритма
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("a an and as at by for from in is of on the to via with".split())
_OTHER = frozenset(
    "das de dem den der des die ein eine einer für im mit oder und über von vom zum zur"  # German
    " au aux dans du en et la le les pour sur un une"  # French
    " al con del el las los para por una y"  # Spanish
    " alla da dal dei della delle di gli il nel nella sul tra"  # Italian
    " com da das do dos em na no um uma"  # Portuguese
    " een het met op van voor"  # Dutch
    " att av för med och på som till"  # Swedish
    " dla na oraz w z".split()  # Polish
)


def is_foreign(title: str) -> bool:
    """Tell a title in another script, or with more small words of other languages than of English."""
    letters = [letter for letter in title if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    words = [word.lower() for word in _WORD.findall(title)]
    return latin * 2 < len(letters) or sum(map(_OTHER.__contains__, words)) > sum(map(_ENGLISH.__contains__, words))
