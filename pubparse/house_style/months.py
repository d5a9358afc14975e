"""Dates of a page in, the names that it gives to months out: `juin 1986` and `décembre 1980` are French."""

import re
from collections.abc import Iterable
from functools import cache

from pubparse.lexicons.load import rows, words

_WORD = re.compile(r"[^\W\d_]+\.?")
_SHORT = 3
_MAY = 5
"""The month whose English name is as long as an abbreviation: it does not tell whether others are cut."""


def months_of(dates: Iterable[str]) -> tuple[str, ...]:
    """The names of months in the language that knows most of those in the dates; English where none is named."""
    named = [word for date in dates if (found := month_in(date)) for word in [found[0].rstrip(".").lower()]]
    languages = list(_names().values())
    return max(languages, key=lambda names: sum(word in names or _is_short(word, names) for word in named))


def month_in(date: str) -> re.Match[str] | None:
    """The word of a date that names a month."""
    return next((word for word in _WORD.finditer(date) if word[0].rstrip(".").lower() in words("months")), None)


def month_like(number: int, like: str, names: tuple[str, ...]) -> str | None:
    """Name a month in full, or cut as another is: `Sept` tells no more than `Sep`; None where that cannot be known."""
    stem = like.rstrip(".")
    full = names[number - 1]
    if stem.lower() in names and not (names == _names()["en"] and stem.lower() == names[_MAY - 1]):
        return full.title() if stem[0].isupper() else full
    if names != _names()["en"]:
        return None
    short = full[:_SHORT].title() if stem[0].isupper() else full[:_SHORT]
    return short + "." * (like != stem and short.lower() != full)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(names.split()) for language, _, names in (row.partition(": ") for row in rows("month_names"))
    }


def _is_short(word: str, names: tuple[str, ...]) -> bool:
    return any(name.startswith(word) for name in names)
