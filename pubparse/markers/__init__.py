"""Signs and words beside an author, or at the end of an entry, in, what they may mean out: one meaning a file.

A module declares a `Role` (of an author: the page's legend gives it to a glyph, or words beside a name say it), an
`Award`, a `Status` or a `Genre` (of a work), each with examples that are tested.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Role:
    """An author's role: its slug, and the words (a regular expression, any case) by which legends and entries say it.

    An entry that has none of `keys` (lower case) in it is not searched for a legend of its own.
    """

    slug: str
    legend: str
    keys: tuple[str, ...]
    beside: str = ""  # words in brackets after a name: "(co-first)"
    examples: tuple[str, ...] = ()


class _Saying:
    """What some words (a regular expression, any case) say."""

    __slots__ = ()
    words: str

    def matches(self, text: str) -> bool:
        """Whether `text` says this and nothing else."""
        return bool(_whole(self.words).fullmatch(text))


@dataclass(frozen=True, slots=True)
class Award(_Saying):
    """A kind of distinction, and the words that are one; without one of `keys` (lower case) they are not looked for."""

    kind: str
    words: str
    keys: frozenset[str]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status(_Saying):
    """A state of a work before it is out, one of the record's, and the words that say it."""

    status: str
    words: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Genre(_Saying):
    """A sort of work, one of the record's types, and its words; without one of `keys` they are not looked for."""

    type: str
    words: str
    keys: frozenset[str]
    examples: tuple[str, ...] = ()


def any_of(*alternatives: str) -> str:
    """One regular expression of several, those left empty apart."""
    return "|".join(f"(?:{words})" for words in alternatives if words)


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{words})\W*", re.I)
