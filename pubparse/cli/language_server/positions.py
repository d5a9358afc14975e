"""The text of a document in, places in it as the editor counts them out: lines from 0, columns in its code units."""

from typing import NamedTuple

from lsprotocol import types

from pubparse import Source, Span

_UNITS = {types.PositionEncodingKind.Utf8: ("utf-8", 1), types.PositionEncodingKind.Utf16: ("utf-16-le", 2)}


class Lines(NamedTuple):
    """A text and how its columns are counted. Lines end as in CommonMark, which is how the protocol has it."""

    source: Source
    encoding: str

    def position(self, offset: int) -> types.Position:
        """Give the place of an offset in code points."""
        line = self.source.line(offset)
        before = self.source.text[self.source.line_span(line).start : offset]
        return types.Position(line - 1, self._units(before))

    def place(self, span: Span) -> types.Range:
        """Give the place of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """Give the offset of a place; what is behind the end of a line or of the text is that end."""
        if position.line >= self.source.line(len(self.source.text)):
            return len(self.source.text)
        start, end = self.source.line_span(position.line + 1)
        left = position.character
        for at in range(start, end):
            left -= self._units(self.source.text[at])
            if left < 0:
                return at
        return end

    def edited(self, change: types.TextDocumentContentChangeEvent) -> str:
        """Give the text after a change."""
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        start, end = self.offset(change.range.start), self.offset(change.range.end)
        return f"{self.source.text[:start]}{change.text}{self.source.text[end:]}"

    def _units(self, text: str) -> int:
        name, size = _UNITS.get(types.PositionEncodingKind(self.encoding), ("utf-32-le", 4))
        return len(text.encode(name, "surrogatepass")) // size
