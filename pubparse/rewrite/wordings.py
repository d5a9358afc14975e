"""A new value and where the old one stands in, ways to write it there out, the likeliest first."""

import html
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import partial
from itertools import groupby, pairwise
from urllib.parse import quote

from pubparse.model.publication import FieldOrigin
from pubparse.text.edit import Edit
from pubparse.text.source import Source
from pubparse.text.span import Span

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>&$|~^])")
_WORD = re.compile(r"\S+")
_NO_TEXT = re.compile(r"(?:\s|<[^<>]*+>|[*_>|])*+")
_DIGITS = re.compile(r"\d+")
_FEW = 8
_BLANKS = re.compile(r"[ \t]*+\Z")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*")
_MONTHS = "January February March April May June July August September October November December".split()


def wordings(
    source: Source, origin: FieldOrigin, values: tuple[str, str], form: str = "{}"
) -> Iterator[tuple[Edit, ...]]:
    """Ways to write the new of two values where the old was read, in a form: as it is, with escapes, as HTML."""
    for text in _written(origin, *values):
        for escape in (str, escaped, html.escape):
            yield from _placed(source, origin, partial(_in_form, form, escape), text)


def escaped(text: str) -> str:
    """A text with a backslash before all that means something to Markdown."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)


def _in_form(form: str, escape: Callable[[str], str], text: str) -> str:
    return form.format(escape(text))


def _written(origin: FieldOrigin, old: str, new: str) -> Iterator[str]:
    """The new value in the form that the old one has in the source."""
    if origin.transform == "two-digit year" and new[:2] in ("19", "20"):
        yield origin.text.replace(old[2:], new[2:])
    if origin.transform == "ISO 8601":
        yield from _dates(origin.text, old, new)
    if (coded := quote(old, safe="")) != old and coded in origin.text:
        yield origin.text.replace(coded, quote(new, safe=""))
    yield new


def _dates(text: str, old: str, new: str) -> Iterator[str]:
    """`Sept. 2019`, `12.9.2019` or `2019/09`, which were read as 2019-09 or 2019-09-12, of another day."""
    parts = list(zip(old.split("-"), new.split("-"), strict=False))
    if old.count("-") != new.count("-"):
        return
    if len(parts) > 1 and (named := _MONTH.search(text)):
        month = _MONTHS[int(parts[1][1]) - 1]
        text = text[: named.start()] + (month if named[0] in _MONTHS else month[:3]) + text[named.end() :]
        del parts[1]
    yield _DIGITS.sub(lambda number: _number(number[0], parts), text)


def _number(printed: str, parts: list[tuple[str, str]]) -> str:
    """The new part of a date for the old one that a number is, with a zero before it where it had one."""
    for part in parts:
        if int(part[0]) == int(printed):
            parts.remove(part)
            return part[1] if len(printed) > 1 and part[0] == printed else str(int(part[1]))
    return printed


def _placed(source: Source, origin: FieldOrigin, escape: Callable[[str], str], new: str) -> Iterator[tuple[Edit, ...]]:
    """The new text in the place of the old; where that is in pieces, each word in the piece of the word it replaces."""
    pieces = origin.pieces or (origin.span,)
    if len(pieces) == 1:
        yield (Edit(pieces[0], escape(new)),)
        return
    yield tuple(_shared(source, pieces, escape, new))
    first, *others = pieces
    yield (Edit(first, escape(new)), *(Edit(_with_blanks(source, piece), "") for piece in others))
    if all(_NO_TEXT.fullmatch(source.text, one.end, other.start) for one, other in pairwise(pieces)):
        yield (Edit(Span(first.start, pieces[-1].end), escape(new)),)


def _with_blanks(source: Source, piece: Span) -> Span:
    """A piece that goes, with the blanks before it: emphasis does not end behind a blank."""
    blanks = _BLANKS.search(source.text, max(0, piece.start - _FEW), piece.start)
    return Span(blanks.start() if blanks else piece.start, piece.end)


def _shared(source: Source, pieces: tuple[Span, ...], escape: Callable[[str], str], new: str) -> Iterator[Edit]:
    """Only the words that differ change, and those of other pieces stay as they are written."""
    old = [
        (Span(start + word.start(), start + word.end()), word[0], number)
        for number, (start, end) in enumerate(pieces)
        for word in _WORD.finditer(source.text[start:end])
    ]
    words = new.split()
    matcher = SequenceMatcher(None, [word for _, word, _ in old], words, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        fresh = " ".join(words[start:end])
        if tag == "insert":
            place = old[max(first - 1, 0)][0]
            yield (
                Edit(Span(place.end, place.end), f" {escape(fresh)}")
                if first
                else Edit(Span(place.start, place.start), f"{escape(fresh)} ")
            )
        elif tag != "equal":
            yield from _instead(old[first:last], escape(fresh))


def _instead(old: list[tuple[Span, str, int]], fresh: str) -> Iterator[Edit]:
    """New words in the place of the first old ones; old words of further pieces go."""
    for number, some in groupby(old, key=lambda word: word[2]):
        places = [place for place, _, _ in some]
        yield Edit(Span(places[0].start, places[-1].end), fresh if number == old[0][2] else "")
