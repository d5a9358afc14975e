"""What was read of one author or editor in, `Author` out: as the page prints them, validated."""

from pydantic import Field

from pubparse.model.base import Record, SpanField


class Author(Record):
    """A person or group, with the marks that the page hangs on the name and what the page says they mean."""

    name: str = Field(description="As printed, without marks.")
    given: str | None = Field(None, description="Given names or initials.")
    family: str | None = Field(None, description="Family name, without particle.")
    particle: str | None = Field(None, description="`van der`, `de`, `von` …")
    suffix: str | None = Field(None, description="`Jr.`, `III` …")
    literal: str | None = Field(None, description="The whole name, where it is a group's or should not be split.")
    is_self: bool = Field(False, description="Whether this is the owner of the page.")
    marks: tuple[str, ...] = Field((), description="The glyphs beside the name, as printed and in order.")
    mark_spans: tuple[SpanField, ...] = Field((), description="Where each of `marks` stands; parallel to it.")
    roles: tuple[str, ...] = Field(
        (),
        description="What the page's legend or words say: `equal`, `corresponding`, `lead`, `student`, `alphabetical` "
        "or another slug. A mark without a legend gives no role.",
    )
    equal_group: int | None = Field(None, description="Which group of equal contributors; there can be more than one.")
    url: str | None = Field(None, description="Where the page links the name to.")
    orcid: str | None = Field(None, description="The bare ORCID iD, where the page links the name to one.")
    span: SpanField = Field(description="Where the name stands, without its marks, in code points.")
