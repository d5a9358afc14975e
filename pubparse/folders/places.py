"""A value and where it stands in, its `FieldOrigin` as plain data out: what a record's `fields` say of front matter."""

from typing import Any

from pubparse.folders.readings import Reading
from pubparse.model.origins import transform_of
from pubparse.text.source import Source
from pubparse.text.span import Span, hull
from pubparse.text.visible import Visible


class Places:
    """Where the values of one publication stand: `fields`, by the path of the value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields: dict[str, dict[str, Any]] = {}

    def value(self, path: str, visible: Visible, part: str = "", transform: str | None = None) -> str:
        """Note where a value stands, or a `part` of it; gives the value, white space made single."""
        start = max(0, visible.text.find(part)) if part in visible.text else 0
        end = start + len(part) if part and part in visible.text else len(visible.text)
        text = part or " ".join(visible.text.split())
        self.note(path, visible.pieces(start, end), text, transform)
        return text

    def said(self, path: str, visible: Visible, value: str) -> None:
        """Note which words say a value that the record has in words of its own."""
        self.note(path, visible.pieces(0, len(visible.text)), value, "wording")

    def carried(self, path: str, reading: Reading, value: str) -> Span | None:
        """Note where a value stands that was read in a sentence; None for what the front matter does not have."""
        origin = reading.publication.fields.get(path)
        pieces = reading.sheet.back(*(origin.pieces or (origin.span,))) if origin else ()
        if not origin or not pieces:
            return None
        return self.note(path, pieces, value, origin.transform, origin.confidence)

    def note(
        self, path: str, pieces: tuple[Span, ...], value: str, transform: str | None = None, confidence: float = 1
    ) -> Span:
        """Note that a value stands at `pieces` of the source; gives the hull of these."""
        span = hull(pieces)
        text = self.source.text[span.start : span.end]
        stands = [self.source.text[start:end] for start, end in pieces]
        self.fields[path] = {
            "span": span,
            "pieces": pieces if len(pieces) > 1 else None,
            "text": text,
            "origin": "front matter",
            "transform": None if text == value else transform or transform_of(stands, value),
            "confidence": confidence,
        }
        return span
