"""What was read of where a work appeared in, `Venue` out: as the page prints it, validated."""

from typing import Literal

from pydantic import Field

from pubparse.model.base import Record, SpanField

VenueKind = Literal["conference", "workshop", "journal", "preprint", "book", "university", "institution", "other"]
KIND_OF_VENUE: dict[str, VenueKind] = {
    "conference": "conference", "poster": "conference", "workshop": "workshop", "journal": "journal",
    "preprint": "preprint", "book": "book", "chapter": "book", "thesis": "university", "report": "institution",
}  # fmt: skip
"""What sort of venue one has that appeared as a work of a type."""


class Venue(Record):
    """A conference, journal, book, preprint server, or the university or institution behind a thesis or report."""

    name: str = Field(
        description='As printed, without "In", year, volume, pages, place and awards; keeps "Proceedings of the …", '
        "track and acronym.",
    )
    acronym: str | None = Field(None, description="`NeurIPS`, `TPDS` …, where the page prints one.")
    track: str | None = Field(None, description="`Findings`, `Workshop`, `Blogpost Track` …")
    kind: VenueKind | None = Field(None, description="What sort of venue it is; null where the page does not tell.")
    span: SpanField = Field(description="Where the name stands, in code points.")
