"""Two venues in, whether they are one out: `JMLR` is `J. Mach. Learn. Res.`, `NIPS` is `NeurIPS`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pubparse.lexicons.load import columns
from pubparse.model.venue import Venue

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivxl]+|\w*\d{2,4}")
_NOT_TELLING = frozenset(
    """a an the of on in for and to with from by at de la le les des der die das und et proceedings proc annual
    international intl int conference conf symposium symp meeting acm ieee advances""".split()
)


class _Names(NamedTuple):
    short: frozenset[str]
    """Acronyms, and what they are known to stand for."""
    words: tuple[str, ...]
    """The telling words of the name."""


def same_venue(one: Venue, other: Venue) -> bool:
    """Tell whether two venues are known to be the same: of what is not known, it is not said."""
    first, second = _names(one.name, one.acronym), _names(other.name, other.acronym)
    if first.short & second.short:
        return True
    return len(first.words) == len(second.words) > 0 and all(map(_may_abbreviate, first.words, second.words))


def venue_key(venue: Venue) -> str:
    """Give what spellings of one venue share: what its acronym is known to stand for, or its telling words."""
    names = _names(venue.name, venue.acronym)
    return max(names.short, key=lambda name: (len(name), name), default=venue.name.casefold())


def _may_abbreviate(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


@lru_cache(maxsize=4096)
def _names(name: str, acronym: str | None) -> _Names:
    words = _WORD.findall(name)
    acronyms = {word.lower() for word in words if word.lower() in _known()} | ({acronym.lower()} if acronym else set())
    told = _telling(word for word in words if word.lower() not in acronyms)
    short = acronyms | {_known()[short] for short in acronyms if short in _known()} | {" ".join(told)} - {""}
    return _Names(frozenset(short), told)


@cache
def _known() -> dict[str, str]:
    """The telling words of what acronyms stand for."""
    return {short.lower(): " ".join(_telling(_WORD.findall(full))) for short, full, _ in columns("venues")}


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    lowered = (word.lower() for word in words)
    return tuple(word for word in lowered if word not in _NOT_TELLING and not _NUMBER.fullmatch(word))
