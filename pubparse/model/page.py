"""What was read of a whole list in, `Page` out: its publications, and what holds for all of them, validated."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, InstanceOf, JsonValue, PlainSerializer

from pubparse.model.base import Record, SpanField
from pubparse.model.publication import Publication
from pubparse.text.source import Source, carried

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from pubparse.exporters.contract import Export
    from pubparse.lint.contract import Finding
    from pubparse.rewrite.editing import PageEdit

Newline = Literal["\n", "\r\n", "\r", "mixed"]
Encoding = Literal["utf-8", "utf-8-sig"]
Severity = Literal["error", "warning", "info"]


class FileInfo(Record):
    """One of the files of a folder."""

    path: str = Field(description="Path of the file, from the folder on.")
    span: SpanField = Field(description="Where in the page its text stands, in code points.")


class SourceInfo(Record):
    """Where the text came from; the text itself is in Python only, as `page.source.text`."""

    path: str | None = Field(description="Path of the file or folder as given; null for a string.")
    sha256: str = Field(description="Of the bytes that came in, in hex; a string counts as its UTF-8.")
    newline: Newline | None = Field(description="How lines end; null where there is one line only.")
    encoding: Encoding = Field(description="`utf-8-sig` where a byte order mark was there.")
    files: tuple[FileInfo, ...] = Field(
        (), description="The files of a folder, in order: the page is all of them, one after the other. Else empty."
    )


class Owner(Record):
    """Whose page it is."""

    name: str = Field(description="The fullest spelling found.")
    variants: tuple[str, ...] = Field((), description="The spellings that the page uses, as printed.")
    evidence: str = Field(description="What tells: `option`, `directive`, `bold`, `front matter`, `heading` …")


class LegendEntry(Record):
    r"""What the page says a mark means: "\* represents equal contribution"."""

    mark: str = Field(description="The glyph, as printed.")
    role: str = Field(description="The meaning as a slug: `equal`, `corresponding` …")
    text: str = Field(description="The words of the page; empty where the caller told the legend.")
    span: SpanField = Field(description="Where they stand, in code points.")
    section: tuple[str, ...] = Field((), description="The headings it holds under; empty for the whole page.")


class Problem(Record):
    """What could not be read, or looks wrong."""

    code: str = Field(description="Stable name of the problem: `invalid-utf8`.")
    message: str = Field(description="The problem in words.")
    span: SpanField = Field(description="Where, in code points.")
    line: int = Field(ge=1, description="Where, as a line counted from 1.")
    severity: Severity = Field(
        description="`error`: something was lost; `warning`: look at it; `info`: for the record."
    )


def source_info(source: Source) -> SourceInfo:
    """Say where a text came from, in text that every format can carry."""
    return SourceInfo(
        path=None if source.path is None else carried(source.path),
        sha256=source.sha256,
        newline=source.newline,
        encoding=source.encoding,
        files=tuple(FileInfo(path=carried(file.path), span=file.span) for file in source.files),
    )


class Page(Record):
    """A parsed publication list, with the exact source it was read from."""

    schema_version: Literal[1] = Field(1, description="Changes when a key is renamed or removed.")
    source: Annotated[InstanceOf[Source], PlainSerializer(source_info, return_type=SourceInfo)] = Field(
        description="Where the text came from."
    )
    front_matter: dict[str, JsonValue] | None = Field(None, description="The YAML or TOML block at the top, as data.")
    owner: Owner | None = Field(None, description="Whose page it is; null where the page does not tell.")
    legend: tuple[LegendEntry, ...] = Field((), description="What the page says its marks mean.")
    publications: tuple[Publication, ...] = Field((), description="The entries, in page order.")
    problems: tuple[Problem, ...] = Field((), description="What could not be read, or looks wrong, in page order.")

    def publication(self, key: str) -> Publication:
        """Give the publication whose `id` is `key`; KeyError where there is none."""
        for publication in self.publications:
            if publication.id == key:
                return publication
        raise KeyError(key)

    def export(self, to: str, *, keys: str | None = None, **options: Any) -> "Export":
        """Write the publications in a format; see `pubparse.export`."""
        from pubparse.exporters.export import export

        return export(self, to, keys=keys, **options)

    def check(
        self, *, select: Iterable[str] = (), ignore: Iterable[str] = (), today: date | None = None
    ) -> "tuple[Finding, ...]":
        """Find what a careful reader would tell the owner; see `pubparse.check`."""
        from pubparse.lint.run import check

        return check(self, select=select, ignore=ignore, today=today)

    def to_arrow(self) -> "pa.Table":
        """Give the publications as an Arrow table, a row each; UsageError where pyarrow is not installed."""
        from pubparse.exporters.arrow import table

        return table(self)

    def to_pandas(self) -> "pd.DataFrame":
        """Give the publications as a pandas frame of Arrow types, so that years stay whole numbers and nulls null."""
        from pubparse.exporters.arrow import to_pandas

        return to_pandas(self)

    def to_polars(self) -> "pl.DataFrame":
        """Give the publications as a Polars frame; `.explode("authors").unnest("authors")` has a row an author."""
        from pubparse.exporters.arrow import to_polars

        return to_polars(self)

    def edit(self, **told: Any) -> "PageEdit":
        """Begin to change the page: set values, then take the difference or the new bytes.

        `told` is what `parse` was told of it: `owner`, `legend`, `ignore_sections`. Raises UsageError for a folder or
        a bibliography.
        """
        from pubparse.rewrite.editing import PageEdit

        return PageEdit(self, **told)

    def report(self) -> str:
        """Show what was read, where, and how surely, as one self-contained HTML file; see `pubparse.report`."""
        from pubparse.reporting.report import report

        return report(self)

    def _repr_html_(self) -> str:
        from pubparse.reporting.notebook import table_of

        return table_of(self)

    def to_json(self, indent: int | None = None) -> str:
        """Give the page as JSON: the same text on every system, spans in code points, characters unescaped."""
        return self.model_dump_json(indent=indent)

    def to_markdown(self) -> str:
        """Give the text that came in, byte order mark and newlines included.

        Bytes that were not UTF-8 have no text: they are U+FFFD here, and themselves in `page.source.to_bytes()`.
        """
        data = self.source.to_bytes()
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace")
