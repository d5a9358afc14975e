"""A publication in, its source cut into stretches out, each with the fields that were read there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pubparse.markdown.runs import BOLD, CODE, HARD_BREAK, ITALIC, STRIKE, SUB, SUP, UNDERLINE, Run
from pubparse.model.publication import Publication
from pubparse.text.span import Span

KINDS = {
    "authors": "authors",
    "marks": "marks",
    "title": "title",
    "venue": "venue",
    "year": "date",
    "date": "date",
    **dict.fromkeys(("volume", "issue", "number", "series", "pages", "article_number"), "numbers"),
    **dict.fromkeys(("publisher", "place", "edition", "editors", "type", "status"), "facts"),
    **dict.fromkeys(("ids", "links"), "links"),
    "awards": "awards",
    "notes": "notes",
}
"""What a field is shown as: each kind has a colour and a line of its own."""

_TAGS = (
    (BOLD, "strong"), (ITALIC, "em"), (CODE, "code"), (STRIKE, "s"), (UNDERLINE, "u"), (SUP, "sup"), (SUB, "sub"),
)  # fmt: skip


class Stretch(NamedTuple):
    """A piece of text that is the same all through: in what it says, and in how it looks."""

    text: str
    fields: tuple[str, ...] = ()
    """The paths of the fields that were read here, the outermost first."""
    kind: str = ""
    """What the innermost field is shown as; empty where there is none."""
    tags: tuple[str, ...] = ()
    """The HTML elements it looks like."""
    url: str | None = None
    """Where it leads, as written."""


class Cuts:
    """Where the fields of a publication stand in the source: the edges between stretches, and the fields after each."""

    def __init__(self, publication: Publication) -> None:
        starts: dict[int, list[tuple[int, str]]] = {}
        for span, path in dict.fromkeys(_places(publication)):
            if span.start < span.end:
                starts.setdefault(span.start, []).append((span.end, path))
        self._edges = sorted({*starts, *(end for some in starts.values() for end, _ in some)})
        self._fields: list[tuple[str, ...]] = []
        open_fields: list[tuple[int, str]] = []
        for edge in self._edges:
            open_fields = [one for one in open_fields if one[0] > edge]
            open_fields += sorted(starts.get(edge, ()), key=lambda one: -one[0])
            self._fields.append(tuple(path for _, path in open_fields))

    def of_source(self, text: str, span: Span) -> tuple[Stretch, ...]:
        """Cut the source at `span`, of which `text` is the whole."""
        return tuple(self._stretches(text[slice(*span)], span))

    def of_runs(self, runs: Iterable[Run]) -> tuple[Stretch, ...]:
        """Cut what a reader sees; what does not stand in the source as it is shown is not cut."""
        found: list[Stretch] = []
        for run in runs:
            text = "\n" if run.styles & HARD_BREAK else run.text
            tags = tuple(tag for bit, tag in _TAGS if run.styles & bit)
            url = run.link.url if run.link else None
            pieces = self._stretches(text, run.span) if run.is_verbatim else [self._stretch(text, run.span.start)]
            found += [piece._replace(tags=tags, url=url) for piece in pieces]
        return tuple(found)

    def _stretches(self, text: str, span: Span) -> Iterator[Stretch]:
        inside = self._edges[bisect_right(self._edges, span.start) : bisect_left(self._edges, span.end)]
        for start, end in pairwise((span.start, *inside, span.end)):
            yield self._stretch(text[start - span.start : end - span.start], start)

    def _stretch(self, text: str, start: int) -> Stretch:
        at = bisect_right(self._edges, start) - 1
        fields = self._fields[at] if at >= 0 else ()
        return Stretch(text, fields, kind_of(fields[-1]) if fields else "")


def kind_of(path: str) -> str:
    """Tell what a field is shown as."""
    head = path.replace("[", ".").partition(".")[0]
    return "marks" if ".marks[" in path else KINDS.get(head, "facts")


def _places(publication: Publication) -> Iterator[tuple[Span, str]]:
    """Every value and where it stands, in one piece or several."""
    for path, origin in publication.fields.items():
        field = path.replace("].name", "]")  # a person is shown as one thing
        yield from ((piece, field) for piece in origin.pieces or (origin.span,))
    for at, author in enumerate(publication.authors):
        yield from ((span, f"authors[{at}].marks[{number}]") for number, span in enumerate(author.mark_spans))
    for name in ("links", "awards", "notes"):
        yield from ((one.span, f"{name}[{at}]") for at, one in enumerate(getattr(publication, name)))
