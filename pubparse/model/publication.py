"""What was read of one entry in, `Publication` out: its fields, and where in the source each was read, validated."""

from typing import Literal

from pydantic import Field

from pubparse.model.base import Record, SpanField
from pubparse.model.person import Author
from pubparse.model.venue import Venue

Status = Literal["preprint", "submitted", "under review", "accepted", "in press", "to appear", "in preparation"]
WorkType = Literal[
    "conference",
    "workshop",
    "journal",
    "preprint",
    "book",
    "chapter",
    "thesis",
    "report",
    "patent",
    "poster",
    "dataset",
    "software",
    "other",
]
YearFrom = Literal["entry", "heading", "identifier"]
Origin = Literal["entry", "heading", "legend", "identifier", "page", "front matter"]


class Ids(Record):
    """Bare identifiers, from the text or from link targets."""

    doi: str | None = Field(None, description="`10.1109/…`, without resolver.")
    arxiv: str | None = Field(None, description="`2401.17644`, without version prefix or address.")
    isbn: str | None = Field(None, description="As printed.")
    issn: str | None = Field(None, description="As printed.")
    pmid: str | None = Field(None, description="PubMed id.")
    pmcid: str | None = Field(None, description="PubMed Central id.")
    hal: str | None = Field(None, description="HAL document id.")
    acl: str | None = Field(None, description="ACL Anthology id.")
    openreview: str | None = Field(None, description="OpenReview forum id.")
    url: str | None = Field(None, description="The address of the work itself, as printed or linked.")


class Link(Record):
    """A link of the entry."""

    text: str = Field(description="What a reader sees of it.")
    url: str = Field(description="Where it leads, as written.")
    kind: str = Field(
        description="`paper`, `pdf`, `code`, `project`, `video`, `slides`, `poster`, `data`, `bibtex`, `doi`, "
        "`arxiv`, `author` (around a name) or another slug.",
    )
    span: SpanField = Field(description="The whole link construct, in code points.")


class Award(Record):
    """A distinction the entry prints."""

    text: str = Field(description="As printed: `Best Paper Award`, `Oral`.")
    kind: str = Field(
        description="A slug: `prize`; `presentation`: oral, spotlight; `cited`: much; `choice`: of editors."
    )
    span: SpanField = Field(description="Where it stands, in code points.")


class Note(Record):
    """A stretch of the entry that belongs to no field."""

    text: str = Field(description="As printed.")
    span: SpanField = Field(description="Where it stands, in code points.")


class FieldOrigin(Record):
    """Where in the source one value was read, and what was done to it."""

    span: SpanField = Field(description="Hull of the value, in code points.")
    pieces: tuple[SpanField, ...] | None = Field(
        None,
        description="The spans that make the value, where it is not one stretch; an edit touches these only.",
    )
    text: str = Field(description="The source text at `span`.")
    origin: Origin = Field("entry", description="What part of the page says so.")
    transform: str | None = Field(
        None,
        description="What was done to the text: null, or `white space`, `markup`, `mojibake`, `address`, "
        "`two-digit year`, `ISO 8601`, `arXiv identifier` or `wording`.",
    )
    confidence: float = Field(ge=0, le=1, description="How sure this value is, 0 to 1.")


class Publication(Record):
    """One work as the page prints it. Text is as printed, mojibake repaired; nothing is looked up or made up."""

    id: str = Field(description="Citation key in ASCII, unique in the page and stable when entries are added.")
    line: int = Field(ge=1, description="First line of the entry, counted from 1.")
    end_line: int = Field(ge=1, description="Last line of the entry.")
    span: SpanField = Field(description="The whole entry, in code points.")
    section: tuple[str, ...] = Field((), description="The headings above it, outermost first.")
    raw: str = Field(description="The entry's source text.")
    authors: tuple[Author, ...] = Field((), description="As printed, in order.")
    et_al: bool = Field(False, description='Whether the list of authors was cut ("et al.", "and others", "…").')
    title: str | None = Field(None, description="As printed, without quotes and closing full stop; keeps ? and !")
    venue: Venue | None = Field(None, description="Where it appeared.")
    year: int | None = Field(None, description="Year of publication.")
    year_from: YearFrom | None = Field(None, description="What gave the year.")
    date: str | None = Field(None, description="ISO 8601, as exact as the page is: `2023`, `2023-09`, `2023-09-14`.")
    volume: str | None = Field(None, description="As printed.")
    issue: str | None = Field(None, description="As printed.")
    number: str | None = Field(None, description="A report's or patent's number, as printed.")
    series: str | None = Field(None, description="`LNCS`, `LIPIcs` …")
    pages: str | None = Field(None, description="As printed.")
    article_number: str | None = Field(None, description="As printed, where it stands in place of pages.")
    publisher: str | None = Field(None, description="As printed.")
    place: str | None = Field(None, description="As printed.")
    edition: str | None = Field(None, description="As printed.")
    editors: tuple[Author, ...] = Field((), description="As printed, in order.")
    ids: Ids = Field(Ids(), description="Bare identifiers.")
    links: tuple[Link, ...] = Field((), description="The links of the entry, in order.")
    awards: tuple[Award, ...] = Field((), description="Distinctions the entry prints.")
    status: Status | None = Field(None, description="How far it has come; null for a published work.")
    type: WorkType = Field("other", description="What sort of work it is.")
    notes: tuple[Note, ...] = Field((), description="What is left of the entry, but for what only joins or separates.")
    fields: dict[str, FieldOrigin] = Field(
        default_factory=dict,
        description="Where each value was read. Keys are paths: `title`, `venue.name`, `ids.doi`, `authors[3].name`.",
    )
    confidence: float = Field(
        ge=0,
        le=1,
        description="How sure the whole reading is; fitted so that of the records at 0.9 nine in ten are right.",
    )

    def _repr_html_(self) -> str:
        from pubparse.reporting.notebook import record_of

        return record_of(self)
