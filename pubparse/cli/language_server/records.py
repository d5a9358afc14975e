"""A document in, its publications out: as an outline, and each as Markdown for people to look at."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lsprotocol import types

from pubparse import Author, Publication, Span
from pubparse.cli.language_server.documents import Document

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_BLANKS = re.compile(r"\s+")


def hover(document: Document, position: types.Position) -> types.Hover | None:
    """Give the record of the entry at a place."""
    if work := document.publication(position):
        shown = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(_paragraphs(work)))
        return types.Hover(shown, document.place(work.span))
    return None


def _paragraphs(work: Publication) -> Iterator[str]:
    """The record, field by field: nothing of the page is taken for Markdown."""
    yield f"**{_plain(work.title or 'no title')}**"
    if work.authors:
        yield ", ".join([*map(_author, work.authors), *(["et al."] if work.et_al else [])])
    rows = [(name.replace("_", " "), value) for name, value in _values(work) if value]
    yield "\n".join(f"- {name}: {_plain(str(value))}" for name, value in rows)


def _values(work: Publication) -> Iterator[tuple[str, object]]:
    yield "venue", work.venue and work.venue.name
    yield "date", work.date
    for name in ("type", "status", "volume", "issue", "number", "series", "pages", "article_number", "publisher"):
        yield name, getattr(work, name)
    yield from ((scheme, value) for scheme, value in work.ids)
    yield "awards", ", ".join(award.text for award in work.awards)
    yield "not understood", "; ".join(note.text for note in work.notes)
    yield "id", work.id
    yield "confidence", f"{work.confidence:.2f}"


def _author(person: Author) -> str:
    name = _plain(person.name)
    said = f"**{name}**" if person.is_self else name
    return f"{said} ({_plain(', '.join(person.roles))})" if person.roles else said


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", _BLANKS.sub(" ", text))


def outline(document: Document) -> list[types.DocumentSymbol]:
    """Give the sections of a list of publications, and in each its publications."""
    return list(_symbols(document, document.page.publications, 0))


def _symbols(document: Document, works: Sequence[Publication], depth: int) -> Iterator[types.DocumentSymbol]:
    for heading, some in groupby(works, lambda work: work.section[depth : depth + 1]):
        group = list(some)
        if not heading:
            yield from (_symbol(document, work) for work in group)
            continue
        place = document.place(Span(group[0].span.start, group[-1].span.end))
        children = list(_symbols(document, group, depth + 1))
        yield types.DocumentSymbol(heading[0].strip() or "—", types.SymbolKind.Module, place, place, children=children)


def _symbol(document: Document, work: Publication) -> types.DocumentSymbol:
    title = work.fields.get("title")
    place = document.place(work.span)
    chosen = document.place(title.span) if title and title.origin == "entry" else place
    detail = f"{work.venue.name if work.venue else ''} {work.year or ''}".strip()
    return types.DocumentSymbol(_BLANKS.sub(" ", work.title or work.id), types.SymbolKind.Field, place, chosen, detail)
