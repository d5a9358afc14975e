"""A publication and another year or venue for it in, edits of all the places where its entry says it again out."""

import re
from collections.abc import Iterator

from pubparse.grammar.when import looked_at
from pubparse.model.publication import Publication
from pubparse.text.edit import Edit
from pubparse.text.source import Source
from pubparse.text.span import Span

_YEAR = re.compile(r"(?<![\d/.:%=&?#])((?:19|20)\d\d|(?<=['’‘])\d\d)(?![\d/%=&#])")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 24  # code points of a date and what leads to it: `(visited on 03/12/2024)`
_WHEN = frozenset({"year", "date"})
_ACRONYM = re.compile(r"\(([A-Z][\w&/’'-]*+)\)")
_WORDS = re.compile(r"(?<![\w/.])[A-Za-z][\w&-]*+(?![\w/])|(?<=/badge/)\w++(?=-)")
_IN_BADGE = str.maketrans({"-": "--", " ": "_"})
"""How the address of a badge writes what it shows."""


def year_again(source: Source, publication: Publication, old: str, new: str) -> tuple[Edit, ...]:
    """Edits for `[CHI'18]` before a title and `(2018)` behind it: neither is in another value, or in an address."""
    taken = list(_places(publication, _WHEN))
    edits = []
    for match in _YEAR.finditer(source.text, *publication.span):
        span = Span(*match.span())
        short = len(match[0]) == len("18")
        if match[0] != (old[2:4] if short else old[:4]) or any(_meet(span, other) for other in taken):
            continue
        if not looked_at(_WORD.findall(source.text, max(0, span.start - _BEFORE), span.start)):
            edits.append(Edit(span, new[2:4] if short else new[:4]))
    return tuple(edits)


def title_again(source: Source, publication: Publication, new: str) -> tuple[Edit, ...]:
    """Edits for a title that is a line by itself as well: the new one there, too."""
    return tuple(Edit(span, new) for span in _again(source, publication, "title"))


def venue_again(source: Source, publication: Publication, new: str) -> tuple[Edit, ...]:
    """Edits for `[CHI'18]` beside a conference in full, or a badge with a journal's name: the new acronym, or name."""
    if publication.venue is None:
        return ()
    said = _ACRONYM.search(new)
    again = said[1] if said else new
    old = {publication.venue.acronym, publication.venue.name, publication.venue.name.translate(_IN_BADGE)}
    taken = list(_places(publication, frozenset()))
    words = tuple(
        Edit(Span(*match.span()), again.translate(_IN_BADGE) if source.text[match.start() - 1] == "/" else again)
        for match in _WORDS.finditer(source.text, *publication.span)
        if match[0] in old and not any(_meet(Span(*match.span()), other) for other in taken)
    )
    is_long = " " in publication.venue.name
    return words or tuple(Edit(span, new) for span in _again(source, publication, "venue.name") if is_long)


def _again(source: Source, publication: Publication, path: str) -> Iterator[Span]:
    """Where an entry has a value once more, beside its other values."""
    value = publication.fields[path]
    text, same = value.text, frozenset(name for name, one in publication.fields.items() if one.text == value.text)
    taken = [value.span, *_places(publication, same)]
    start, end = publication.span
    while (start := source.text.find(text, start, end)) >= 0:
        span = Span(start, start + len(text))
        if not any(_meet(span, other) for other in taken):
            yield span
        start = span.end


def _places(publication: Publication, own: frozenset[str]) -> Iterator[Span]:
    """Where the other values stand; what a link shows may be edited, its address may not."""
    for path, origin in publication.fields.items():
        if path not in own:
            yield from origin.pieces or (origin.span,)
    for link in publication.links:
        at = publication.raw.find(link.url, link.span.start - publication.span.start)
        if link.url and at >= 0:
            yield Span(publication.span.start + at, publication.span.start + at + len(link.url))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
