"""A source and changes of it in, the bytes with these changes and nothing else changed out."""

from collections.abc import Iterable
from difflib import unified_diff
from typing import NamedTuple

from pubparse.problems import UsageError
from pubparse.text.source import Source
from pubparse.text.span import Span


class Edit(NamedTuple):
    """New text in the place of a stretch of the source; an empty stretch is a place to put something in."""

    span: Span
    new: str


def in_order(source: Source, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Put edits in the source's order; UsageError where two overlap or touch, or one is not in the source."""
    ordered = tuple(sorted(edits))
    end = -1
    for edit in ordered:
        if edit.span.start <= end:
            raise UsageError(f"two edits meet at offset {edit.span.start}")
        if not 0 <= edit.span.start <= edit.span.end <= len(source.text):
            raise UsageError(f"offsets {edit.span.start} to {edit.span.end} are not in the page")
        end = edit.span.end
    return ordered


def edited(source: Source, edits: Iterable[Edit]) -> bytes:
    """Give the bytes of the source with the edits made: all outside them is byte for byte as it was."""
    data, ordered = source.to_bytes(), in_order(source, edits)
    parts, at = [], 0
    for span, new in ordered:
        parts += [data[at : source.byte_offset(span.start)], new.encode("utf-8")]
        at = source.byte_offset(span.end)
    return b"".join([*parts, data[at:]])


def diff(source: Source, edits: Iterable[Edit], *, context: int = 1) -> str:
    """Show edits as a unified diff; lines end as they do in the page."""
    return _difference(source, edited(source, edits), context)


def difference(before: Source, after: Source, *, context: int = 1) -> str:
    """Show what became of a page as a unified diff."""
    return _difference(before, after.to_bytes(), context)


def _difference(source: Source, data: bytes, context: int) -> str:
    old, new = (content.decode("utf-8", "replace") for content in (source.to_bytes(), data))
    name = source.path or "page.md"
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), name, name, n=context)
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)
