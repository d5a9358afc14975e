"""What a reader sees: pieces of shown text with their spans in, one `Visible` text with a map back out.

Also finds mojibake (UTF-8 that was once read as Windows-1252), so that what is shown can be what was meant.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from pubparse.text.span import Span, hull

# What Windows-1252 (Latin-1, where it has nothing) shows for the continuation bytes of UTF-8, 80 to BF …
_TAIL: Final = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# … and for whole characters: a lead byte, C2 to F4, and as many continuation bytes as it asks for.
_LEAD: Final = re.compile("[Â-ô]")  # a search for this alone is many times as fast
_DAMAGE: Final = re.compile(f"(?:[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}})+")
# Two characters that ftfy takes for damage wherever they stand: of most accents, blanks, quotes, dashes, pictographs.
_SURELY_DAMAGE: Final = re.compile("[ÂÃ][^¥…ŒŽ’]|â€|ðŸ")
_LETTER: Final = re.compile("[A-Za-z]")
_MOST_LETTERS: Final = 20
_UNDEFINED: Final = "\u0081\u008d\u008f\u0090\u009d"  # in Windows-1252
_LAYERS: Final = 3  # text can be damaged more than once, but hardly ever more often than this


class _Part(NamedTuple):
    start: int  # in the visible text
    span: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Visible:
    """A text as a reader sees it, each stretch of which knows where in the source it stands."""

    text: str
    _parts: tuple[_Part, ...]
    _starts: tuple[int, ...]

    @classmethod
    def join(cls, parts: Iterable[tuple[str, Span, bool]]) -> "Visible":
        """Put `parts` (shown text, source span, whether verbatim) one after the other.

        A verbatim part was taken from the source as it stands, character by character. Any other is atomic: each
        place inside it maps to its whole span.
        """
        texts: list[str] = []
        kept: list[_Part] = []
        at = 0
        for text, span, verbatim in parts:
            if text:
                texts.append(text)
                kept.append(_Part(at, span, verbatim))
                at += len(text)
        return cls("".join(texts), tuple(kept), tuple(part.start for part in kept))

    def span(self, start: int, end: int) -> Span:
        """Return the hull of the source of `text[start:end]`; an empty stretch has an empty span."""
        if whole := self._in_one(start, end):
            return whole
        if pieces := self.pieces(start, end):
            return hull(pieces)
        if not self._parts:
            return Span(0, 0)
        part = self._parts[self._part_at(start)]
        at = min(part.span.start + start - part.start, part.span.end) if part.verbatim else part.span.start
        return Span(at, at)

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the source spans that make `text[start:end]`, touching ones joined, empty ones left out."""
        if whole := self._in_one(start, end):
            return (whole,)
        found: list[Span] = []
        for index in range(self._part_at(start), len(self._parts)):
            part = self._parts[index]
            if part.start >= end:
                break
            piece = self._clip(index, start, end) if part.verbatim else part.span
            if found and found[-1].end == piece.start:
                found[-1] = Span(found[-1].start, piece.end)
            elif piece.start < piece.end:
                found.append(piece)
        return tuple(found)

    def _part_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset, 1) - 1  # the first part begins where the text does

    def _in_one(self, start: int, end: int) -> Span | None:
        """Return the source of a stretch that is all in one verbatim part, as most are."""
        if start >= end or not self._parts:
            return None
        at, (first, last), verbatim = self._parts[bisect_right(self._starts, start, 1) - 1]
        return Span(first + start - at, first + end - at) if verbatim and end - at <= last - first else None

    def _clip(self, index: int, start: int, end: int) -> Span:
        part = self._parts[index]
        shift = part.span.start - part.start
        return Span(max(start + shift, part.span.start), min(end + shift, part.span.end))


def repairs(text: str) -> tuple[tuple[int, int, str], ...]:
    """Find the mojibake in `text`: (start, end, what was meant) for each damaged character, in order.

    Only what is provably damaged is named: reading what was meant as Windows-1252 gives the run again. Where one run
    is judged to be damaged, all others in `text` that are possible at all are taken for damaged, too.
    """
    if text.isascii() or not _LEAD.search(text):
        return ()
    runs = [(*span, meant) for span in _suspects(text) if (meant := _undamaged(text[slice(*span)]))]
    if not any(_is_mojibake(text[start:end]) or _is_mojibake(_word(text, start, end)) for start, end, _ in runs):
        return ()
    return tuple((start + first, start + last, letter) for start, _, meant in runs for first, last, letter in meant)


def _suspects(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while lead := _LEAD.search(text, at):
        damage = _DAMAGE.match(text, lead.start())
        at = damage.end() if damage else lead.end()
        if damage:
            yield damage.span()


@lru_cache(maxsize=1024)
def _undamaged(run: str) -> tuple[tuple[int, int, str], ...]:
    """Undo the damage, as often as it was done: each character that was meant, and where in `run` it stands.

    Empty where `run` is not damage at all.
    """
    text, ends = run, list(range(1, len(run) + 1))
    for _ in range(_LAYERS):
        try:
            meant = _as_bytes(text).decode()
        except UnicodeError:
            break
        ends = [ends[size - 1] for size in accumulate(len(letter.encode()) for letter in meant)]
        text = meant
    return () if text == run else tuple(zip([0, *ends], ends, text, strict=False))


def _as_bytes(run: str) -> bytes:
    """Encode as Latin-1 where that can be, else as Windows-1252 with the five bytes that are undefined there."""
    if max(run) < "\u0100":
        return run.encode("latin-1")
    return b"".join(
        character.encode("latin-1") if character in _UNDEFINED else character.encode("cp1252") for character in run
    )


def _word(text: str, start: int, end: int) -> str:
    """Return a damaged run with the ASCII letters beside it, by which the damage is judged."""
    before, after = start, end
    while before and start - before < _MOST_LETTERS and _LETTER.match(text, before - 1):
        before -= 1
    while after - end < _MOST_LETTERS and _LETTER.match(text, after):
        after += 1
    return text[before:after]


@lru_cache(maxsize=1024)
def _is_mojibake(word: str) -> bool:
    if _SURELY_DAMAGE.search(word):
        return True
    # Imported only when there is something to judge: it takes 50 ms or more.
    from ftfy import TextFixerConfig, fix_encoding

    only_encoding = TextFixerConfig(
        restore_byte_a0=False, replace_lossy_sequences=False, decode_inconsistent_utf8=False, fix_c1_controls=False
    )
    return fix_encoding(word, only_encoding) != word
