"""A value in, where it was read out: its span in the source, the pieces that make it, and what was done to it."""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from pubparse.grammar.authors import Name
from pubparse.grammar.values import Stretch, Value
from pubparse.text.source import Source
from pubparse.text.span import Span, hull
from pubparse.text.visible import Visible

TRANSFORMS = {
    "white space": "blanks in a row are one",
    "markup": r"escapes and entities (`\*`, `&amp;`) are what they show",
    "mojibake": "UTF-8 that was read as Windows-1252 is read as UTF-8 (`â€“` is –)",
    "address": "it is what an address says, percent signs decoded",
    "two-digit year": "the year with its century (`'19` is 2019)",
    "ISO 8601": "a date in numbers (`Sept. 2019` is 2019-09)",
    "arXiv identifier": "the year that an arXiv identifier begins with",
    "wording": "what the words of the page say, in the record's words (`PhD thesis` is the type `thesis`)",
}
"""Everything that is ever done to what stands in the source, beyond leaving out marks, markup and line breaks."""

_BLANK = re.compile(r"\s+")
_ATOM = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?\w+;)|\0")


class Origins:
    """Where each value of one publication was read: `fields`, by the path of the value."""

    def __init__(self, source: Source, visible: Visible, confidence: float) -> None:
        self.text, self.visible, self.confidence = source.text, visible, confidence
        self.fields: dict[str, dict[str, Any]] = {}

    def note(self, path: str, value: Value | Name, visible: Visible | None = None, origin: str = "") -> Span:
        """Write down where `value` was read, in the entry or in another `visible` text; gives the hull of that."""
        visible, stretches = visible or self.visible, value.stretches
        span = visible.span(*stretches[0]) if len(stretches) == 1 else hull(_pieces(visible, stretches))
        start, end = span
        text = self.text[start:end]
        self.fields[path] = record = {"span": span, "text": text, "confidence": self.confidence}
        if origin:
            record["origin"] = origin
        if text != value.text:
            record |= self._changed(value, visible)
        return span

    def _changed(self, value: Value | Name, visible: Visible) -> dict[str, Any]:
        """What was done to the text at a value's place, and where the parts of it are that an edit may touch."""
        unbroken = [part for stretch in value.stretches for part in self._unbroken(visible, *stretch)]
        pieces = _pieces(visible, unbroken)
        stands = [self.text[start:end] for start, end in pieces]
        known = value.transform if isinstance(value, Value) else None
        transform = known or transform_of(stands, value.text)
        return {"transform": transform, "pieces": pieces} if len(pieces) > 1 else {"transform": transform}

    def at(self, path: str, span: Span, origin: str, transform: str | None) -> None:
        """Write down a place in the source itself."""
        record = {"span": span, "text": self.text[span.start : span.end], "origin": origin, "transform": transform}
        self.fields[path] = {**record, "confidence": self.confidence}

    def span(self, value: Value) -> Span:
        """The hull of a value of the entry, in the source."""
        return hull(self.visible.span(start, end) for start, end in value.stretches)

    def _unbroken(self, visible: Visible, start: int, end: int) -> Iterator[Stretch]:
        """Cut a stretch where a line ends or a blank is written otherwise (`&nbsp;`): an edit leaves these alone."""
        for blank in _BLANK.finditer(visible.text, start, end):
            if self.text[slice(*visible.span(*blank.span()))].strip(" \t\u00a0"):
                yield start, blank.start()
                start = blank.end()
        yield start, end


def _pieces(visible: Visible, stretches: tuple[Stretch, ...] | list[Stretch]) -> tuple[Span, ...]:
    """The spans that make `stretches`; touching ones are one."""
    joined: list[Span] = []
    for piece in (piece for stretch in stretches for piece in visible.pieces(*stretch)):
        if joined and joined[-1].end == piece.start:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)


def transform_of(pieces: list[str], value: str) -> str | None:
    """What makes `value` of the source's pieces, beyond putting them one after the other; one of `TRANSFORMS`."""
    if value in (" ".join(pieces), "".join(pieces)):
        return None
    raw, bare = "".join("".join(pieces).split()), "".join(value.split())
    if raw == bare:
        return "white space"
    shown = _ATOM.sub(_shown, raw)
    if bare in ("".join(shown.split()), "".join(html.unescape(raw).split())):  # a backslash in HTML is one
        return "markup"
    return "address" if bare in unquote(shown) else "mojibake"


def _shown(atom: re.Match[str]) -> str:
    return atom[1] or html.unescape(atom[2] or "\ufffd")
