"""A name in, whether it is a publishing house's out, by the words in it; and what such a house stands before.

house := word… ("Press" | "Verlag" | …)    "Éditions" word…    …出版社        Elsevier's Neural Networks
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from pubparse.grammar.values import Stretch, Value, value_of
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members, words

_LAST = members("houses", "last")
_GLUED = tuple(word for word in _LAST if not word.isascii())  # 科学出版社
_FIRST = frozenset(members("houses", "first"))
_FIRM = frozenset(members("houses", "firm"))
_WITHIN = frozenset((*_LAST, *members("houses", "first firm within")))
PUBLISHERS = {spelt: kind for name, kind in words("publishers").items() for spelt in (name, name.replace("&", "and"))}
"""Those that the list knows, lower case, and what each is: a publisher or a society that is one."""
_WITH_COMMA = [name.title().split(", ") for name in PUBLISHERS if ", " in name]
WITHIN_HOUSES = frozenset((first.split()[-1], last.split()[0]) for first, last in _WITH_COMMA)
"""The words around the comma of `Holt, Rinehart and Winston`."""
UNIVERSITY_PRESS = "UP"  # `Yale UP`, but no `Scaling Up`
CITIES = frozenset(members("places", "city"))
_LAST_WORDS = frozenset(name.split()[-1] for name in PUBLISHERS)
_HOUSE_WORDS = 4
_HOUSE = re.compile("[CMUkwp&]{1,6}")  # tags
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
    return any(word == UNIVERSITY_PRESS or word.lower() in _WITHIN for word in words)


def city_before_house(lexemes: Lexemes, tags: str, colon: int) -> int:
    """Where the city begins before a colon and a house, if a word without a sign is before it; 0 if there is none.

    `The Selfish Gene New York: Oxford University Press`
    """
    texts, house = lexemes.texts, _HOUSE.match(tags, colon + 1)
    name = " ".join(texts[colon + 1 : house.end()]) if house else ""
    if not is_press(name) and not name.isupper():
        return 0
    words = [text.lower() for text in texts[max(0, colon - 2) : colon]]
    city = colon - 2 if " ".join(words) in CITIES else colon - 1 if words[-1] in CITIES else 0
    return city if tags[city - 1].isalnum() else 0


def house_before_city(lexemes: Lexemes, comma: int) -> int:
    """Where the house begins before a comma and a city, if a word without a sign is before it; 0 if there is none.

    `The Selfish Gene Oxford University Press, New York`
    """
    before = [text.lower() for text in lexemes.texts[max(0, comma - _HOUSE_WORDS) : comma]]
    if before[-1] not in _LAST_WORDS or not _is_city(lexemes.texts[comma + 1 : comma + 3]):
        return 0
    sizes = range(len(before), 0, -1)
    size = next((size for size in sizes if PUBLISHERS.get(" ".join(before[-size:])) == "publisher"), 0)
    return comma - size if size and lexemes.texts[comma - size - 1][-1].isalnum() else 0


def _is_city(words: tuple[str, ...]) -> bool:
    return " ".join(words).lower() in CITIES or " ".join(words[:1]).lower() in CITIES


def is_outlet(name: str) -> bool:
    """Whether a name ends as those of journals, conferences and schools do in Chinese and Japanese."""
    return name.endswith(_OUTLETS)


def without_house(text: str, value: Value) -> tuple[Value, Stretch] | None:
    """A venue without the house before its name, and where that stands: `Elsevier's Neural Networks`."""
    (start, end), *others = value.stretches
    found = _BEFORE.match(text, start, end)
    name = value_of(text, [(found.end(), end), *others]) if found else None
    return (name, found.span(1)) if found and name else None
