"""A name in, whether it is a publishing house's out, by the words in it; and what such a house stands before.

house := word… ("Press" | "Verlag" | …)    "Éditions" word…    …出版社        Elsevier's Neural Networks
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from pubparse.grammar.values import Stretch, Value, value_of
from pubparse.lexicons.load import members, words

_LAST = members("houses", "last")
_GLUED = tuple(word for word in _LAST if not word.isascii())  # 科学出版社
_FIRST = frozenset(members("houses", "first"))
_FIRM = frozenset(members("houses", "firm"))
_WITHIN = frozenset((*_LAST, *members("houses", "first firm within")))
PUBLISHERS = {spelt: kind for name, kind in words("publishers").items() for spelt in (name, name.replace("&", "and"))}
"""Those that the list knows, lower case, and what each is: a publisher or a society that is one."""
_OUTLETS = members("houses", "outlet")
_MOST_WORDS = 7
_BEFORE = re.compile(
    rf"({'|'.join(map(re.escape, members('houses', 'before')))})(?:['’]s)?\s+"
    rf"(?!(?:{'|'.join(members('houses', 'own last'))})\b)(?-i:(?=[A-Z]))",
    re.I,
)


@lru_cache(maxsize=4096)
def is_press(name: str) -> bool:
    """Whether a name is but a publishing house's: a book with no more than that has no venue."""
    words = name.lower().split()
    if not words or len(words) > _MOST_WORDS or "," in name:
        return False
    last = words[-1].rstrip(".")
    return (
        PUBLISHERS.get(name.lower()) == "publisher"
        or last in _LAST
        or last in _FIRM
        or last.endswith(_GLUED)
        or words[0] in _FIRST
    )


def calls_itself_house(words: Iterable[str]) -> bool:
    """Whether any of some words is one of a house's name."""
    return not _WITHIN.isdisjoint(map(str.lower, words))


def is_outlet(name: str) -> bool:
    """Whether a name ends as those of journals, conferences and schools do in Chinese and Japanese."""
    return name.endswith(_OUTLETS)


def without_house(text: str, value: Value) -> tuple[Value, Stretch] | None:
    """A venue without the house before its name, and where that stands: `Elsevier's Neural Networks`."""
    (start, end), *others = value.stretches
    found = _BEFORE.match(text, start, end)
    name = value_of(text, [(found.end(), end), *others]) if found else None
    return (name, found.span(1)) if found and name else None
