"""An Arrow batch of texts in, the same rows with the page that was read of each out: a pure function, safe in parallel.

One row is a page, nested as the record is and key by key the same; what is JSON of any form there, the front matter, is
JSON text here. Whoever wants a row a publication unnests `page.publications`.
"""

import json
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pubparse.exporters.arrow_columns import column_of, fields_of
from pubparse.model.page import LegendEntry, Owner, Page, Problem, SourceInfo, source_info
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

TEXT, PATH, OWNER, PAGE = "text", "path", "owner", "page"
"""The columns that are read, of which only the first must be there, and the one that is added."""

_AT_ONCE = 256
"""Rows that are objects at the same time, as which they take some twenty times what they take in Arrow."""


class _Row(NamedTuple):
    """A page as a row: the keys of `Page`, in order."""

    schema_version: int
    source: SourceInfo
    front_matter: str | None
    owner: Owner | None
    legend: tuple[LegendEntry, ...]
    publications: tuple[Publication, ...]
    problems: tuple[Problem, ...]


def batch(given: "pa.RecordBatch") -> "pa.RecordBatch":
    """Read the pages of a batch, row by row.

    `given` has a column `text`, of strings or bytes, and may have `path` and `owner`, which tell of each page what
    `pubparse.parse` is told. What comes back has all columns but `text`, and `page`; a text that is null gives a page
    that is null. Raises UsageError for a batch without texts, or whose columns are of another type.
    """
    import pyarrow as pa

    _demand_texts(given.schema)
    starts = range(0, max(given.num_rows, 1), _AT_ONCE)
    pages = pa.concat_arrays([column_of(_rows(given.slice(start, _AT_ONCE)), _page()) for start in starts])
    kept = [given.column(name) for name in given.schema.names if name != TEXT]
    return pa.RecordBatch.from_arrays([*kept, pages], schema=batch_schema(given.schema))


def batch_schema(given: "pa.Schema") -> "pa.Schema":
    """The schema of what `batch` gives for batches of this one, for engines that must know it beforehand."""
    import pyarrow as pa

    _demand_texts(given)
    return pa.schema([*(field for field in given if field.name != TEXT), _page()])


@cache
def _page() -> "pa.Field":
    import pyarrow as pa

    return pa.field(PAGE, pa.struct(fields_of(_Row, absent=True)), nullable=True)


def _demand_texts(given: "pa.Schema") -> None:
    import pyarrow as pa

    strings = {pa.string(), pa.large_string(), pa.string_view()}
    readable = {TEXT: strings | {pa.binary(), pa.large_binary(), pa.binary_view()}, PATH: strings, OWNER: strings}
    for name, kinds in readable.items():
        if name in given.names and given.field(name).type not in kinds:
            raise UsageError(f"the column {name!r} is of {given.field(name).type}, not of strings")
    if TEXT not in given.names:
        raise UsageError(f"a batch has its pages in a column {TEXT!r}, and there is none")
    if PAGE in given.names:
        raise UsageError(f"the column {PAGE!r} is added, and there is one already")


def _rows(given: "pa.RecordBatch") -> list[_Row | None]:
    texts, paths, owners = given.column(TEXT).to_pylist(), _strings(given, PATH), _strings(given, OWNER)
    return [
        None if text is None else _row(parse(text, path=path, owner=owner))
        for text, path, owner in zip(texts, paths, owners, strict=True)
    ]


def _strings(given: "pa.RecordBatch", name: str) -> list[str | None]:
    return given.column(name).to_pylist() if name in given.schema.names else [None] * given.num_rows


def _row(page: Page) -> _Row:
    front_matter = None if page.front_matter is None else json.dumps(page.front_matter, ensure_ascii=False)
    source = source_info(page.source)
    return _Row(page.schema_version, source, front_matter, page.owner, page.legend, page.publications, page.problems)
