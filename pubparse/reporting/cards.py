"""Pages in, a card for each publication out: its source, what a reader sees, its record, and what is wrong with it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from pubparse.bibliography.listed import listed
from pubparse.layouts import find_entries
from pubparse.lint.run import check
from pubparse.markdown.blocks import parse_blocks
from pubparse.model.page import LegendEntry, Page, source_info
from pubparse.model.person import Author
from pubparse.model.publication import Publication
from pubparse.problems import Severity
from pubparse.readers.read import Bibliography
from pubparse.reporting.stretches import Cuts, Stretch, kind_of

if TYPE_CHECKING:
    from pubparse.markdown.runs import Run
    from pubparse.text.span import Span

_FACTS = (
    ("volume", "Volume"), ("issue", "Issue"), ("pages", "Pages"), ("article_number", "Article"), ("number", "Number"),
    ("series", "Series"), ("edition", "Edition"), ("publisher", "Publisher"), ("place", "Place"),
)  # fmt: skip
_SCHEMES = {
    "doi": "DOI", "arxiv": "arXiv", "isbn": "ISBN", "issn": "ISSN", "pmid": "PubMed", "pmcid": "PMC", "hal": "HAL",
    "acl": "ACL Anthology", "openreview": "OpenReview", "url": "Address",
}  # fmt: skip


class Mark(NamedTuple):
    """What hangs on a name: a glyph of the page, or a role that it states in words; and what it means."""

    text: str
    path: str
    meaning: str


class Value(NamedTuple):
    """A value of the record as it is shown: what it is, where it was read, and where it leads."""

    text: str
    path: str
    kind: str
    url: str | None = None
    remark: str = ""
    """What else there is to say of it: that it comes from a heading, what sort of link it is."""
    is_owner: bool = False
    marks: tuple[Mark, ...] = ()


class Row(NamedTuple):
    """A line of the record."""

    label: str
    values: tuple[Value, ...]


class Trouble(NamedTuple):
    """Something that could not be read, or that a careful reader would tell the owner."""

    line: int
    code: str
    message: str
    severity: Severity
    fixes: tuple[tuple[str, str], ...] = ()
    """What the fix takes away, and what it puts there."""


class Card(NamedTuple):
    """All that is shown of one publication."""

    key: str
    work: Publication
    place: str
    """Its file, where there are several, and its line."""
    source: tuple[Stretch, ...]
    shown: tuple[Stretch, ...]
    """What a reader of the page sees; empty for a site that keeps a file a paper."""
    rows: tuple[Row, ...]
    troubles: tuple[Trouble, ...]


class Sheet(NamedTuple):
    """A page: its cards, and what is wrong with it outside of them."""

    page: Page
    name: str
    """What its file or folder is called, without the folders around it; empty for a text."""
    cards: tuple[Card, ...]
    troubles: tuple[Trouble, ...]


def cards(page: Page) -> tuple[Card, ...]:
    """Make a card for each publication of a page, in page order."""
    return sheets_of([page])[0].cards


def sheets_of(pages: Iterable[Page]) -> tuple[Sheet, ...]:
    """Make the cards of pages; the keys are unique among all of them."""
    pages = tuple(pages)
    keys = [work.key for work in listed(pages)]
    ends = list(accumulate((len(page.publications) for page in pages), initial=0))
    return tuple(
        _sheet(page, keys[start:end], named=len(pages) > 1)
        for page, (start, end) in zip(pages, pairwise(ends), strict=True)
    )


def _sheet(page: Page, keys: Sequence[str], *, named: bool) -> Sheet:
    runs = _runs(page)
    inside, outside = _troubles(page)
    made = []
    for key, work, troubles in zip(keys, page.publications, inside, strict=True):
        cuts = Cuts(work)
        source, shown = cuts.of_source(page.source.text, work.span), cuts.of_runs(runs.get(work.span, ()))
        place = _place(page, work, named=named or bool(page.source.files))
        made.append(Card(key, work, place, source, shown, rows_of(work, page.legend), tuple(troubles)))
    return Sheet(page, _name(source_info(page.source).path), tuple(made), tuple(outside))


def _runs(page: Page) -> "dict[Span, tuple[Run, ...]]":
    """What a reader sees of each entry: the record does not keep it, so entries are found once more."""
    if page.source.files:
        return {}
    return {entry.span: entry.runs for entry in find_entries(parse_blocks(page.source)).entries}


def _place(page: Page, work: Publication, *, named: bool) -> str:
    file, line = page.source.place(work.span.start)
    return f"{_name(file) or 'page'}:{line}" if named else f"line {line}"


def _name(path: str | None) -> str:
    return PurePath(path).name.encode("utf-8", "replace").decode() if path else ""


def _troubles(page: Page) -> tuple[list[list[Trouble]], list[Trouble]]:
    """What is wrong, by publication, and what is wrong elsewhere on the page."""
    starts = [work.span.start for work in page.publications]
    inside: list[list[Trouble]] = [[] for _ in starts]
    outside: list[Trouble] = []
    every = [
        (one.span, Trouble(page.source.place(one.span.start)[1], one.code, one.message, one.severity))
        for one in page.problems
    ]
    for one in () if isinstance(page, Bibliography) else check(page):  # the rules are those of Markdown
        text = page.source.text
        fixes = tuple(dict.fromkeys((text[slice(*edit.span)], edit.new) for edit in one.fix or ()))
        every.append(
            (one.span, Trouble(page.source.place(one.span.start)[1], one.code, one.message, one.severity, fixes))
        )
    for span, trouble in sorted(every, key=lambda one: one[0]):
        at = bisect_right(starts, span.start) - 1
        within = at >= 0 and span.start < page.publications[at].span.end
        (inside[at] if within else outside).append(trouble)
    return inside, outside


def rows_of(work: Publication, legend: tuple[LegendEntry, ...]) -> tuple[Row, ...]:
    """The record, field by field, of the fields that have a value."""
    return tuple(row for row in _rows(work, legend) if row.values)


def _rows(work: Publication, legend: tuple[LegendEntry, ...]) -> Iterator[Row]:
    yield Row("Authors", tuple(_people(work, "authors", legend)))
    yield Row("Title", tuple(_plain(work, "title", work.title)))
    yield Row("Venue", tuple(_venue(work)))
    yield Row("Year", tuple(_plain(work, "year", work.year)))
    yield Row("Date", tuple(_plain(work, "date", None if work.date == str(work.year) else work.date)))
    for name, label in _FACTS:
        yield Row(label, tuple(_plain(work, name, getattr(work, name))))
    yield Row("Editors", tuple(_people(work, "editors", legend)))
    for scheme, label in _SCHEMES.items():
        yield Row(label, tuple(_plain(work, f"ids.{scheme}", getattr(work.ids, scheme))))
    yield Row("Links", tuple(_value(f"links[{at}]", one.text, one.url, one.kind) for at, one in enumerate(work.links)))
    yield Row("Awards", tuple(_value(f"awards[{at}]", one.text) for at, one in enumerate(work.awards)))
    yield Row("Type", (_value("type", work.type),))
    if work.status != work.type:
        yield Row("Status", tuple(_plain(work, "status", work.status)))
    yield Row("Left over", tuple(_value(f"notes[{at}]", one.text) for at, one in enumerate(work.notes)))


def _value(path: str, text: str, url: str | None = None, remark: str = "") -> Value:
    return Value(text, path, kind_of(path), url, remark)


def _plain(work: Publication, path: str, value: str | int | None) -> Iterator[Value]:
    if value is not None:
        origin = work.fields.get(path)
        elsewhere = origin is not None and origin.origin != "entry"
        yield _value(path, str(value), remark=f"from the {origin.origin}" if origin and elsewhere else "")


def _venue(work: Publication) -> Iterator[Value]:
    if venue := work.venue:
        yield from _plain(work, "venue.name", venue.name)
        for name in ("acronym", "track"):
            value = getattr(venue, name)
            if value and value != venue.name:
                yield _value(f"venue.{name}", value, remark=name)


def _people(work: Publication, name: str, legend: tuple[LegendEntry, ...]) -> Iterator[Value]:
    for at, author in enumerate(getattr(work, name)):
        marks = tuple(_marks(author, f"{name}[{at}]", legend))
        yield Value(author.name, f"{name}[{at}]", kind_of(name), author.url, is_owner=author.is_self, marks=marks)
    if name == "authors" and work.et_al:
        yield Value("et al.", "et_al", kind_of("authors"), remark="the page names no more")


def _marks(author: Author, path: str, legend: tuple[LegendEntry, ...]) -> Iterator[Mark]:
    told = set()
    for at, glyph in enumerate(author.marks):
        meaning = next((one for one in legend if one.mark == glyph and one.role in author.roles), None)
        told.add(meaning.role if meaning else None)
        words = f"{meaning.role}: “{meaning.text}”" if meaning else "no legend explains it"
        yield Mark(glyph, f"{path}.marks[{at}]", words)
    yield from (Mark(role, path, "said in words") for role in author.roles if role not in told)
