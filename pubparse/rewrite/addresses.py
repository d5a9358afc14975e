"""A link and another address or text for it in, ways to write that in the place of the old out."""

from collections.abc import Iterator

from pubparse.model.publication import Link
from pubparse.rewrite.wordings import escaped
from pubparse.text.edit import Edit
from pubparse.text.source import Source
from pubparse.text.span import Span


def relinked(source: Source, link: Link, old: str, new: str) -> Iterator[tuple[Edit, ...]]:
    """Ways to write `new` where the link says `old`: its address behind its text, or its text before its address."""
    construct = source.text[link.span.start : link.span.end]
    find = construct.rfind if old == link.url else construct.find
    at = find(old)
    if old and at >= 0:
        place = Span(link.span.start + at, link.span.start + at + len(old))
        yield (Edit(place, new),)
        yield (Edit(place, escaped(new)),)
