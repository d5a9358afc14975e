"""Where block content came from: content as the block parser cut it out, and its source lines, in; a `Place` out.

Lines are compared from their end: what a block parser takes away (indentation, `>`, a list marker, a tab in part) is
taken from the front, and looking for `2` in `2. 2` from there finds the marker.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pubparse.text.span import Span

# What markdown-it trims from content; `str.strip` would also take U+001C to U+001F and U+0085.
_TRIMMED: Final = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_CLOSING_MARKS: Final = re.compile(r"[ \t]#++[ \t]*\Z")
_PIPE: Final = re.compile(r"(?<!\\)\|")


class Place(NamedTuple):
    """Offsets of content, and those of the source they stand for; in between, both count on together."""

    content: Sequence[int]
    source: Sequence[int]

    def at(self, offset: int) -> int:
        """Return the source offset of the content character at `offset`."""
        index = bisect_right(self.content, offset) - 1
        return self.source[index] + offset - self.content[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` of the content stands in the source."""
        if len(self.source) == 1:
            return self.source[0] + start, self.source[0] + end
        first = self.at(start)
        return first, self.at(end - 1) + 1 if end > start else first

    def begins_at(self, offset: int) -> bool:
        """Tell whether a stretch begins at `offset` that stands in the source in one piece."""
        return self.content[bisect_right(self.content, offset) - 1] == offset

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut `[start, end)` of the content where it does not stand in the source in one piece."""
        for index in range(bisect_right(self.content, start), len(self.content)):
            if self.content[index] >= end:
                break
            yield start, self.content[index]
            start = self.content[index]
        if start < end:
            yield start, end


def place_lines(content: str, lines: Sequence[Span], text: str) -> Place:
    """Place the content of a paragraph or of HTML, which covers `lines` of `text` or all of them but blank ones."""
    if len(lines) == 1:
        end = len(text[lines[0].start : lines[0].end].rstrip(_TRIMMED))
        return Place((0,), (lines[0].start + end - len(content.rstrip(_TRIMMED)),))
    cut = content.split("\n")
    if len(cut) < len(lines):
        lines = lines[_first_line(cut[0], lines, text) :]
    starts: list[int] = []
    places: list[int] = []
    at = 0
    for piece, line in zip(cut, lines, strict=False):
        shown = text[line.start : line.end].rstrip(_TRIMMED)
        starts.append(at)
        places.append(line.start + len(shown) - len(piece.rstrip(_TRIMMED)))
        at += len(piece) + 1
    return Place(starts, places)


def _first_line(piece: str, lines: Sequence[Span], text: str) -> int:
    """Find the line that content begins on; before it can be lines of blanks that Markdown does not call blank."""
    wanted = piece.rstrip(_TRIMMED)
    return next(
        (index for index, line in enumerate(lines) if text[line.start : line.end].rstrip(_TRIMMED).endswith(wanted)), 0
    )


def place_heading(content: str, line: Span, text: str) -> Place:
    """Place the content of an ATX heading, before closing `#` if there are any."""
    closing = _CLOSING_MARKS.search(text, line.start, line.end)
    return place_lines(content, (Span(line.start, closing.start() if closing else line.end),), text)


def place_cells(contents: Sequence[str], line: Span, text: str) -> list[Place]:
    """Place the cells of a table's row; those that the row does not have are at its end."""
    cells = _split_row(line, text)
    # Before the first pipe stands the first cell, or nothing but a `>` or list marker.
    skip = next((skip for skip in (0, 1) if _fits(contents, cells[skip:], text)), 1)
    places = [_place_cell(content, cell, text) for content, cell in zip(contents, cells[skip:], strict=False)]
    return places + [Place((0,), (line.end,))] * (len(contents) - len(places))


def _split_row(line: Span, text: str) -> list[Span]:
    edges = [line.start - 1, *(found.start() for found in _PIPE.finditer(text, line.start, line.end)), line.end]
    return [Span(start + 1, end) for start, end in pairwise(edges)]


def _fits(contents: Sequence[str], cells: Sequence[Span], text: str) -> bool:
    return bool(contents[0]) and all(
        text[cell.start : cell.end].replace("\\|", "|").rstrip(_TRIMMED).endswith(content)
        for content, cell in zip(contents, cells, strict=False)
    )


def _place_cell(content: str, cell: Span, text: str) -> Place:
    r"""Place one cell; a stretch begins with each `|` of it, as the content does not have the backslash."""
    end = cell.start + len(text[cell.start : cell.end].rstrip(_TRIMMED))
    start = end - len(content)
    while (escapes := text.count("\\|", start, end)) > end - start - len(content):
        start = end - len(content) - escapes
    starts, places = [0], [start]
    while (escape := text.find("\\|", places[-1], end)) >= 0:
        starts.append(starts[-1] + escape - places[-1])
        places.append(escape + 1)
    return Place(starts, places)
