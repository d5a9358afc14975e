"""A line of text in, whether it names people out: by commas and capitals alone, for telling lines of an entry apart."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from pubparse.lexicons.load import words
from pubparse.text.scripts import IDEOGRAPHS, SOME_IDEOGRAPHS

_CUTS: Final = re.compile(
    r"[,;，、；·•&|/\n()（）]|\s[-–—]\s|(?<=[^\W\d_A-ZÀ-Þ]{3})\.\s"
    rf"|(?<=[{IDEOGRAPHS}])[.。．]|(?<!\w)(?:and|und|et|y|e|och|og|和|与|и)(?!\w)"
)
_GOES_ON: Final = frozenset(",;&-–")
_CONJUNCTIONS: Final = frozenset("and und et y e och og with".split())
_MARKS: Final = "*∗⁎＊†‡§¶#♯^~°¹²³⁴⁵⁶⁷⁸⁹⁰+⋆★✉📧🎓()[]{}\\.:\"' \u00a0\t"
_WORD: Final = r"[^\W\d_a-z][\w'’-]{1,30}"
# One name, in a form that only names have: Knuth, D. E.  D. E. Knuth  (with Jane Doe)  Jane Doe (2020)  Doe J (2020)
_NAME: Final = re.compile(
    rf"(?<![\w'’-]){_WORD},?\s(?:[A-Z]\.[ \u00a0-]?){{1,3}}|(?<![\w.])(?:[A-Z]\.[ \u00a0-]?){{1,3}}{_WORD}"
    rf"|(?<!\w)with\s{_WORD}\s[^\W\d_a-z]|\A\W{{0,9}}(?:{_WORD}\s){{1,2}}(?:[A-Z]{{1,3}}|{_WORD})\s\(?(?:19|20)\d\d"
)
_MOST_IDEOGRAPHS: Final = 5  # of a name without spaces
_LONGEST_NAME: Final = 5  # words
_INITIAL: Final = re.compile(r"[^\W\d_]\.")
_FEWEST_NAMES: Final = 2  # of a list, or halves of names
_LONGEST_INITIALS: Final = 3  # in capitals and alone, anything longer is an acronym
_SHARE: Final = 0.7  # of a line that is but names
# Words of these kinds name no people; those that a title may well have, as `report`, are not among them.
_OUTLETS: Final = frozenset({"conference", "workshop", "journal", "preprint", "thesis", "body"})


def names_people(text: str) -> bool:
    """Whether two names stand side by side, or one in a form that only names have."""
    return any(before and after for before, after in pairwise(map(_is_name, _parts(text)))) or bool(_NAME.search(text))


def is_but_people(text: str) -> bool:
    """Whether names make most of a line."""
    parts = list(_parts(text))
    if len(parts) == 1:
        return len(parts[0].split()) > 1 and _is_name(parts[0])
    return sum(len(part) for part in parts if _is_name(part)) > _SHARE * sum(map(len, parts))


def is_list_of_full_names(text: str) -> bool:
    """Whether all of it is names of two words or more, and nothing tells that another will follow."""
    words = text.rsplit(None, 1)
    if not words or words[-1][-1] in _GOES_ON or words[-1].lower() in _CONJUNCTIONS:
        return False
    parts = list(_parts(text))
    if len(parts) < _FEWEST_NAMES or not all(map(_is_name, parts)):
        return False
    is_inverted = len(parts) % 2 == 0 and all(map(_is_initials, parts[1::2]))
    return is_inverted or all(" " in part for part in parts)


def goes_on_with_names(text: str) -> bool:
    """Whether it begins with the end of a name (`Uszkoreit. Attention …`, `D. 2015`), or with more names.

    `Nature, 2015` does not.
    """
    if _INITIAL.match(text):
        return True
    if text.partition(".")[0].lower() in words("abbreviations"):  # Phys. Rev. B 93
        return False
    parts = _parts(text)
    first, second = next(parts, None), next(parts, "")
    if first is None or not _is_name(first):
        return first is None
    return not second[:1].isdigit() if " " not in first else second != "" and _is_name(second)


def opens_with_people(text: str) -> bool:
    """Whether names come first."""
    parts = _parts(text)
    first = next(parts, None)
    return opens_with_name(text) or (first is not None and _is_name(first) and _is_name(next(parts, first)))


def opens_with_name(text: str) -> bool:
    """Whether the first word is of a name in a form that only names have."""
    found = _NAME.search(text)
    return found is not None and not text[: found.start()].strip(_MARKS)


def names_outlet(tokens: list[str]) -> bool:
    """Whether a capitalised word names a journal, a conference and the like."""
    known = outlet_words()
    return any(token[0].isupper() and token.strip("()[].,:;*\"'").lower() in known for token in tokens)


@cache
def outlet_words() -> frozenset[str]:
    """The words, small, that outlets are named with."""
    return frozenset(word for word, kind in words("venue_words").items() if kind in _OUTLETS and len(word) > 1)


def ideographs(text: str) -> int:
    """How many characters of `text` are of a script without spaces."""
    return 0 if text.isascii() else sum(map(len, SOME_IDEOGRAPHS.findall(text)))


def _parts(text: str) -> Iterator[str]:
    """What stands between commas and the like."""
    at = 0
    for cut in _CUTS.finditer(text):
        if part := text[at : cut.start()].strip(_MARKS):
            yield part
        at = cut.end()
    if part := text[at:].strip(_MARKS):
        yield part


def _is_name(part: str) -> bool:
    """Whether a part may be a name, or half of one (`Knuth, D. E.`)."""
    if SOME_IDEOGRAPHS.fullmatch(part):
        return 1 < len(part) <= _MOST_IDEOGRAPHS
    tokens = part.split(None, _LONGEST_NAME)
    if len(tokens) == 1 and part.isupper() and len(part) > _LONGEST_INITIALS:
        return False
    return (
        len(tokens) <= _LONGEST_NAME and part[0].isalpha() and any(map(_is_capital, tokens)) and all(map(_fits, tokens))
    )


def _is_initials(part: str) -> bool:
    letters = part.replace(".", "").replace("-", "").replace(" ", "")
    return letters.isupper() and len(letters) <= _LONGEST_INITIALS


def _is_capital(token: str) -> bool:
    return token[0].isupper()


def _fits(token: str) -> bool:
    if token[0].isupper() and token.isalpha():
        return token.lower() not in outlet_words()
    token = token.strip(_MARKS)
    if not token or token.lower() in words("particles"):
        return True
    return token[0].isupper() and not any(map(str.isdigit, token)) and token.lower() not in outlet_words()
