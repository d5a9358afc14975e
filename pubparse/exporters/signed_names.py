"""Authors in, names that are found again in what a citation style makes of them out: the owner's, and those with marks.

A style initials given names, turns names round, cuts lists and changes case. The family name outlives that, so each has
a sign before and behind; what the style has made of the rest of the name stands beside it.
"""

import re
from collections.abc import Iterator, Sequence

from pubparse.exporters.citation_styles import BOLD, CAPITALS, ITALIC, PRIVATE
from pubparse.exporters.csl_json import name
from pubparse.exporters.work import one_line
from pubparse.model.person import Author

OWNER, MARKS = "\U000f000a\U000f000b", "\U000f000c\U000f000d"
"""An opening and a closing sign each: around the owner's name, and around the marks behind a name."""

_FIRST, _CLOSE = 0xF0100, "\U000f0010"
_SIGNED = re.compile(f"([\U000f0100-\U000fffff])([^{_CLOSE}]*){_CLOSE}")
_OPEN_SIGN = re.compile("[\U000f0100-\U000fffff]")
_GIVEN = re.compile(r"[\s.-]+")
_LOOKS = {ITALIC, BOLD, CAPITALS}


def signed(at: int, author: Author) -> dict[str, str]:
    """Give the name of the author at a place of the list for a style to write."""
    parts = printable(author)
    key = "literal" if "literal" in parts else "family"
    return parts | {key: f"{chr(_FIRST + at)}{parts[key]}{_CLOSE}"}


def printable(person: Author) -> dict[str, str]:
    """Give a name as citeproc-py can write it: whole, where it would make nonsense of the given names."""
    parts = name(person)
    if not _can_be_initials(parts.get("given", "")):
        parts = {"literal": one_line(person.name)}
    return {part: PRIVATE.sub("\ufffd", text) for part, text in parts.items()}


def _can_be_initials(given: str) -> bool:
    """Tell whether citeproc-py would shorten it: of words without a capital it makes `. 明 .`."""
    return all(word[0].isupper() for word in _GIVEN.split(given) if word)


def who(text: str) -> set[int]:
    """Give the places of the authors whose names are printed."""
    return {ord(sign) - _FIRST for sign in _OPEN_SIGN.findall(text)}


def unsigned(text: str) -> str:
    """Take all signs of names away."""
    return _OPEN_SIGN.sub("", text).replace(_CLOSE, "")


def settled(text: str, authors: Sequence[Author], ends: Sequence[str], *, bold: bool, marks: bool) -> str:
    """Put the signs of the owner around the whole name, and marks behind names; take the signs of names away.

    `ends` is what the style may put behind initials.
    """
    made: list[str] = []
    done = 0
    for found in _SIGNED.finditer(text):
        author = authors[ord(found[1]) - _FIRST]
        start, end = _whole(text, found.start(), found.end(), author, ends)
        around = OWNER if bold and author.is_self else ("", "")
        behind = PRIVATE.sub("\ufffd", one_line("".join(author.marks))) if marks else ""
        if not (around[0] or behind) or start < done:
            continue
        made += [text[done:start], around[0], text[start:end], around[1], behind and f"{MARKS[0]}{behind}{MARKS[1]}"]
        done = end
    return unsigned("".join((*made, text[done:])))


def _whole(text: str, start: int, end: int, author: Author, ends: Sequence[str]) -> tuple[int, int]:
    """Widen a family name to the whole, as far as it stands beside it."""
    while start and text[start - 1 : start] + text[end : end + 1] in _LOOKS:
        start, end = start - 1, end + 1
    parts = name(author)
    if "literal" in parts:
        return start, end
    particle, suffix = parts.get("non-dropping-particle"), parts.get("suffix")
    start -= _ending(text[:start], [f"{particle} "] if particle else [])
    given = list(_written(parts.get("given", ""), ends))
    if before := _ending(text[:start], [f"{form} " for form in given]):
        start -= before
    else:
        after = [f"{form} {particle}" for form in given] if particle else []
        end += _beginning(text[end:], [between + form for form in (*after, *given) for between in (", ", " ")])
    return start, end + _beginning(text[end:], [f", {suffix}", f" {suffix}"] if suffix else [])


def _ending(text: str, forms: Sequence[str]) -> int:
    """The length of the first of the forms that a text ends with, as words of its own."""
    return next((len(form) for form in forms if text.endswith(form) and not text[: -len(form)][-1:].isalnum()), 0)


def _beginning(text: str, forms: Sequence[str]) -> int:
    return next((len(form) for form in forms if text.startswith(form) and not text[len(form) :][:1].isalnum()), 0)


def _written(given: str, ends: Sequence[str]) -> Iterator[str]:
    """What a style makes of given names: their initials, the longer form first, or all of them."""
    if given:
        for end in ends:
            for whole in (given, given.replace("-", " ")):
                yield "-".join(_initials(part, end) for part in whole.split("-"))
        yield given


def _initials(part: str, end: str) -> str:
    words = part.replace(".", " ").split()
    return " ".join((end.join(word[0] for word in words) + end).split())
