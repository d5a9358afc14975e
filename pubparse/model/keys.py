"""Records in, their citation keys out: `tang2024fusefl`, ASCII, unique, and the same however many entries are added."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

_CLASH_WORDS = 4
_WORD_BREAK = re.compile(r"[\s:–—/-]+")
_SIGNS = re.compile(r"[^A-Za-z0-9]+")
_SMALL = frozenset(
    "a an the on of in for and to with from by is are can do does how what why when at towards toward as".split()
)
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
# Scientific transliteration, ISO 9 without accents: enough for a key.
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)) | {
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya",
}  # fmt: skip


def citation_keys(records: list[dict[str, Any]]) -> list[str]:
    """A key for each record: family name, year, first telling word of the title."""
    titles = [record["title"] for record in records]
    keys = [_head(record) + next(title_words(title), "") for record, title in zip(records, titles, strict=True)]
    return distinct(keys, titles)


def distinct(keys: Sequence[str], titles: Sequence[str | None]) -> list[str]:
    """Two keys that clash both take the next words of their titles; a number, if the titles are the same too."""
    clashes = {key for key, count in Counter(keys).items() if count > 1}
    longer = [
        key + "".join(islice(title_words(title), 1, _CLASH_WORDS)) if key in clashes else key
        for key, title in zip(keys, titles, strict=True)
    ]
    return list(_lettered(longer))


def _lettered(keys: list[str]) -> Iterator[str]:
    taken = set(keys)
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        if seen[key] == 1:
            yield key
            continue
        fresh = next(name for number in range(seen[key], len(keys) + 2) if (name := f"{key}-{number}") not in taken)
        taken.add(fresh)
        yield fresh


def _head(record: dict[str, Any]) -> str:
    author = next(iter(record["authors"]), None)
    name = (author.get("family") or author.get("literal") or author["name"]) if author else ""
    return (as_key(name)[:24] or "anon") + str(record["year"] or "")


def title_words(title: str | None) -> Iterator[str]:
    """The telling words of a title; all, where none is."""
    words = _WORD_BREAK.split(title or "")
    telling = (plain for word in words if word.lower() not in _SMALL and (plain := as_key(word)))
    first = next(telling, None)
    yield from (word[:20] for word in (map(as_key, words) if first is None else chain([first], telling)))


def as_key(text: str) -> str:
    """Letters and digits of a text in ASCII: transliterated, without accents, in lower case."""
    if text.isascii():
        return _SIGNS.sub("", text).lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(_letter(_LETTERS.get(letter) or _CYRILLIC.get(letter, letter)) for letter in plain)


def _letter(letter: str) -> str:
    if letter.isascii():
        return _SIGNS.sub("", letter)
    # Other scripts: the name of a letter would be long, its number is short.
    return f"{ord(letter):x}" if unicodedata.category(letter)[0] == "L" else ""
