"""The words of one person's name in, its parts out: given, particle, family, suffix; or a literal that is not split."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from pubparse.lexer.patterns import DIGRAPHS
from pubparse.lexicons.load import words
from pubparse.text.scripts import HAN

PARTICLES = frozenset(words("particles"))
_CAPITAL_PARTICLES = frozenset(word.upper() for word in PARTICLES if len(word) > 1)
OF_GROUPS = frozenset({"of", "on", "for"})
"""What stands amid the names of groups, and of no person's."""

_GROUP = re.compile(rf"\b(?:{'|'.join(words('groups'))})s?\b|\s(?-i:{'|'.join(sorted(OF_GROUPS))})\s", re.I)
_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
FAMILY_JOINERS = frozenset({"y", "i", "e"})
"""What joins two words of one family name in Spanish, Catalan and Portuguese."""

MIXED_INITIALS = re.compile(rf"[A-Z]\.?(?:{DIGRAPHS})\.?|(?:{DIGRAPHS})\.?[A-Z]\.?")
"""Two given names, one of which begins with a letter that takes two: `Manin YuI`, `Aalbersberg Ij.J.`."""

FAMILY_FIRST, CAPITALS = "family first", "capitals"
"""Orders that a page may keep: `Blei David M.`, and family names in capitals: `LI Kai`, `Wei DONG`."""

_THREE_GIVEN = 3  # letters
_GLUED_INITIALS = re.compile(r"((?:[^\W\d_]\.-?){1,4})([^\W\d_]{2}.*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[-‐‑]?){1,4}")
_BRACKETED_GIVEN = re.compile(r" \(([^()]*)\)\Z")  # Bourdieu (Pierre)
_SUFFIX = re.compile(r"(?:(?<=\.),\s+|,?\s+(?!(?-i:[JS]R)))([JS]r\.?|II|III|IV|Filho|Neto)(?=,|\s*$)", re.I)


class NameParts(NamedTuple):
    """A name in parts; `literal` is set, and nothing else, where it is a group's or should not be split."""

    given: str | None = None
    family: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None


@lru_cache(maxsize=8192)
def split_name(text: str, order: str = "") -> NameParts:
    """Split a printed name: `Z. Tang`, `van der Maaten, L.`, `Watson JD`, `Frederick P. Brooks Jr.`, `李明`.

    A comma puts the family name first. Without one, trailing bare capitals are initials (Vancouver style), else the
    last word is the family name, with the lower-case particles before it; unless its page is known to have another
    `order`.
    """
    if _GROUP.search(text):
        return NameParts(literal=text)
    if _HAN_NAME.fullmatch(text):
        return NameParts(given=text[1:], family=text[0])
    text, suffix = _without_suffix(text)
    if suffix:
        return split_name(text, order)._replace(suffix=suffix)
    family, comma, given = _BRACKETED_GIVEN.sub(r",\1", text).replace("،", ",").partition(",")
    if comma:
        return _inverted(family.split(), given.replace(",", " ").split())
    parts = text.split()
    while len(parts) > 2 and parts[-1] in PARTICLES and _is_capitals(parts[1]):  # `Oord A van den`
        parts.insert(0, parts.pop())
    if len(parts) < 2:
        glued = _GLUED_INITIALS.fullmatch(text)  # M.Veltman
        return NameParts(*glued.groups()) if glued and glued[2][0].isupper() else NameParts(literal=text)
    if found := _family_of(parts, order):
        return _inverted(parts[slice(*found)], parts[: found[0]] + parts[found[1] :])
    start = _behind_initials(parts) or len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    if start > 1 and parts[start] in FAMILY_JOINERS:  # `B. Agüera y Arcas`: both words are the family name
        return NameParts(" ".join(parts[: start - 1]), " ".join(parts[start - 1 :]))
    first = next(at for at in range(start, len(parts)) if parts[at] not in PARTICLES or at == len(parts) - 1)
    return NameParts(" ".join(parts[:start]), " ".join(parts[first:]), " ".join(parts[start:first]) or None)


def _behind_initials(parts: list[str]) -> int:
    """Where the family name of several words begins behind initials, 0 if there is none.

    A particle leads it, `Derek J. de Solla Price`, or is amid it: `N. Percie du Sert`.
    """
    particles = [at for at in range(1, len(parts) - 1) if parts[at] in PARTICLES and parts[at] not in FAMILY_JOINERS]
    first = particles[0] if particles else 0
    if first and _is_capitals(parts[first - 1]):
        return first
    return first - 1 if first > 1 and all(map(_is_capitals, parts[: first - 1])) else 0


def _without_suffix(text: str) -> tuple[str, str | None]:
    """`Ward, Jr.` without its suffix; `Jr.` in the middle of an inverted name is taken out as well."""
    match = _SUFFIX.search(text)
    return (f"{text[: match.start()]}{text[match.end() :]}".strip(" ,"), match[1]) if match else (text, None)


def _inverted(family: list[str], given: list[str]) -> NameParts:
    start = 0
    while start < len(family) - 1 and family[start].lower() in PARTICLES and family[start].islower():
        start += 1
    end = len(given)  # `Maaten, L. van der`
    while end > 1 and given[end - 1] in PARTICLES:
        end -= 1
    while end > 1 and family and family[-1].isupper() and given[end - 1] in _CAPITAL_PARTICLES:
        end -= 1
        family.insert(0, given.pop(end))  # `OLIVEIRA, M. A. DE`: in capitals it is a part of the family name
    particle = " ".join([*given[end:], *family[:start]]) or None
    return NameParts(" ".join(given[:end]) or None, " ".join(family[start:]), particle)


def _family_of(parts: list[str], order: str) -> tuple[int, int] | None:
    """Which of a name's words are the family name, as (first, last), where it is not at the end of it."""
    if order and (found := _ordered(parts, order)):
        return found
    first = _given_behind(parts)
    return (0, first) if first else None


def _ordered(parts: list[str], order: str) -> tuple[int, int] | None:
    """The same on a page that keeps an order."""
    if order == FAMILY_FIRST:
        first = next(at for at, part in enumerate(parts) if part not in PARTICLES or at == len(parts) - 1)
        return (0, first + 1) if not _is_capitals(parts[first]) else None
    shouted = [at for at, part in enumerate(parts) if part.isupper() and len(part) > 1 and "." not in part]
    if len(shouted) > 1 and all(map(str.isupper, parts)):  # `CODD EF`, `EF CODD`
        one, other = parts[shouted[0]], parts[shouted[-1]]
        is_behind = _is_capitals(other) and len(_letters(other)) <= len(_letters(one))
        shouted = shouted[:-1] if is_behind else shouted[_is_capitals(one) :]
    if not shouted:
        return None
    end = next(at for at in range(shouted[0], len(parts) + 1) if at not in shouted)
    return shouted[0], end


def _given_behind(parts: list[str]) -> int:
    """Where the given names begin that stand behind the family name, 0 if they do not."""
    if _is_led_by_capitals(parts):
        return 1
    return next(at for at, part in enumerate(parts) if at and _is_capitals(part)) if _is_vancouver(parts) else 0


def _is_vancouver(parts: list[str]) -> bool:
    """`Watson JD`, `Crick F H`, `Brooks F. P.`: the name begins with a word and ends with nothing but initials."""
    parts = [part for part in parts if part not in PARTICLES] or parts
    return not _is_capitals(parts[0]) and len(parts[0].strip(".")) > 1 and _is_capitals(parts[-1])


def _is_led_by_capitals(parts: list[str]) -> bool:
    """`BREIMAN Leo`: the family name comes first, as its capitals tell."""
    return parts[0].isupper() and len(parts[0]) > 3 and "." not in parts[0] and parts[1][1:].islower()


def _is_capitals(part: str) -> bool:
    if not part.isupper():
        return bool(MIXED_INITIALS.fullmatch(part))
    return bool(_INITIALS.fullmatch(part)) and len(_letters(part)) <= _THREE_GIVEN


def _letters(part: str) -> str:
    return part.replace(".", "").replace("-", "")


@lru_cache(maxsize=8192)
def name_key(text: str) -> tuple[str, str]:
    """What two spellings of one person share: the family name, and the first letter of the given ones."""
    parts = split_name(text)
    if parts.family:
        return _fold(parts.family), _fold(parts.given or "")[:1]
    return _fold(parts.literal or ""), ""


@lru_cache(maxsize=8192)
def may_be_one(text: str, other: str) -> bool:
    """Whether two spellings of one key may be one person's: the first given name of one begins the other's, or is cut.

    `A. Lovelace`, `Ada Lovelace` and `Ada K. Lovelace` may be one, `Ada Lovelace` and `Alan Lovelace` are two.
    """
    first, second = sorted((_first_given(text), _first_given(other)), key=len)
    return second.startswith(first)


def _first_given(text: str) -> str:
    given = (split_name(text).given or "").split()
    if not given:
        return ""
    is_cut = "." in given[0] or given[0].isupper()
    return _fold(given[0])[:1] if is_cut else _fold(given[0])


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
