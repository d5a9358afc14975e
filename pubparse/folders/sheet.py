"""Front matters in, a page that the reader knows how to read out, with a map back from it to the source.

What a front matter tells in a sentence (a citation), or what it takes grammar to read (marks beside names, the acronym
in a venue), is written down as an entry of a list, and read as any other list is.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from pubparse.markdown.blocks import parse_blocks
from pubparse.markdown.runs import ITALIC
from pubparse.text.source import read_source
from pubparse.text.span import Span
from pubparse.text.visible import Visible

_LEAD = "w "  # what makes a paragraph of any line
_IN = re.compile(r"\s*in:?\s*", re.I)
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:;?!()'/-]*+")  # most values are; nothing in it is Markdown
_EDGE = " ,.;"
_NO_BREAKS = str.maketrans("\r\n\u2028\u2029\x85", "     ")


_Part = tuple[str, Span, bool]


class _Placed(NamedTuple):
    start: int
    end: int
    visible: Visible


class Sheet:
    """A list in the making: an entry is begun, and pieces of the source and joining text are put to it."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self._placed: list[_Placed] = []
        self._entries: list[int] = []

    @property
    def text(self) -> str:
        """The page as it is now."""
        return "".join(self._texts)

    def begin(self) -> None:
        """Begin an entry."""
        self.join("\n" if self._texts else "")
        self._entries.append(self._length)
        self.join("* ")

    def join(self, text: str) -> None:
        """Put text that no front matter has."""
        self._texts.append(text)
        self._length += len(text)

    def put(self, visible: Visible) -> None:
        """Put a value, all on one line."""
        self._placed.append(_Placed(self._length, self._length + len(visible.text), visible))
        self.join(visible.text.translate(_NO_BREAKS))

    def entry_at(self, offset: int) -> int:
        """The number of the entry that an offset of the page is in."""
        return bisect_right(self._entries, offset) - 1

    def back(self, *spans: Span) -> tuple[Span, ...]:
        """Where in the source stretches of the page stand; empty for what no front matter has."""
        return tuple(piece for start, end in spans for piece in self._back(start, end))

    def _back(self, start: int, end: int) -> list[Span]:
        found: list[Span] = []
        first = max(0, bisect_right(self._placed, start, key=lambda placed: placed.start) - 1)
        for placed in self._placed[first:]:
            if placed.start >= end:
                break
            begin, stop = max(start, placed.start), min(end, placed.end)
            if begin < stop:
                found += placed.visible.pieces(begin - placed.start, stop - placed.start)
        return found


def shown(value: Visible) -> Visible:
    """What a reader sees of a value that is Markdown or HTML; all of it, where that is nothing."""
    if _PLAIN.fullmatch(value.text):
        return value
    seen = Visible.join(part for part, _ in _shown(value))
    return seen if seen.text.strip() else value


def emphasised(value: Visible) -> tuple[Visible, Visible | None]:
    """What a value begins with in italics, perhaps after "In", and the rest; all of it, if it begins otherwise."""
    if _PLAIN.fullmatch(value.text):
        return value, None
    parts = _shown(value)
    leads = 1 if len(parts) > 1 and _IN.fullmatch(parts[0][0][0]) else 0
    last = next((at for at, (_, styles) in enumerate(parts) if at >= leads and not styles & ITALIC), len(parts))
    if last == leads:
        return shown(value), None
    rest = Visible.join(part for part, _ in parts[last:])
    return Visible.join(part for part, _ in parts[leads:last]), rest if rest.text.strip(_EDGE) else None


def _shown(value: Visible) -> list[tuple[_Part, int]]:
    """The runs of a value, each with its look."""
    source, _ = read_source(_LEAD + value.text.translate(_NO_BREAKS))
    blocks = parse_blocks(source).blocks
    parts = []
    for run in blocks[0].runs if blocks else ():
        start, end = max(0, run.span.start - len(_LEAD)), max(0, run.span.end - len(_LEAD))
        text = run.text[len(_LEAD) - run.span.start :] if run.span.start < len(_LEAD) else run.text
        pieces = value.pieces(start, end)
        verbatim = run.is_verbatim and len(pieces) == 1 and len(text) == pieces[0].end - pieces[0].start
        if text:
            parts.append(((text, value.span(start, end), verbatim), run.styles))
    return parts
