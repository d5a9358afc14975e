"""Parquet and Arrow files: read back by pyarrow, Polars, DuckDB and pandas, the records as they were."""

import io
import json
import sys
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from exporters.works import fixture_pages, hostile_publications

import pubparse
from pubparse.exporters.arrow import schema

Rows = list[dict[str, Any]]


def as_rows(data: Any) -> Any:
    """Records as tables have them: what is a pair of numbers in JSON is a struct."""
    match data:
        case dict():
            return {key: as_rows(value) for key, value in data.items()}
        case [int(start), int(end)]:
            return {"start": start, "end": end}
        case list():
            return [as_rows(value) for value in data]
    return data


@cache
def given() -> tuple[Any, ...]:
    return (*fixture_pages(), *hostile_publications())


@cache
def expected() -> Rows:
    sources = [page.source for page in fixture_pages() for _ in page.publications]
    of_pages = [{"file": source.path, "sha256": source.sha256} for source in sources]
    of_pages += [{"file": None, "sha256": None} for _ in hostile_publications()]
    works = pubparse.export(given(), "json").works
    return [
        page | as_rows(work.publication.model_dump(mode="json")) | {"id": work.key}
        for page, work in zip(of_pages, works, strict=True)
    ]


def by_pyarrow(path: Path) -> Rows:
    return pq.read_table(path).to_pylist(maps_as_pydicts="strict")


def by_polars(path: Path) -> Rows:
    return pl.read_parquet(path).to_dicts()


def by_pandas(path: Path) -> Rows:
    rows = pd.read_parquet(path, dtype_backend="pyarrow").to_dict("records")
    return [
        {key: dict(value) if key == "fields" else None if value is pd.NA else value for key, value in row.items()}
        for row in rows
    ]


def by_duckdb(path: Path) -> Rows:
    found = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(path)])
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("arrow") / "publications.parquet"
    written = pubparse.export(given(), "parquet")
    assert written.losses == ()
    path.write_bytes(written.content)
    return path


@pytest.mark.parametrize("read", [by_pyarrow, by_polars, by_pandas, by_duckdb])
def test_every_reader_gives_the_records_back(read: Callable[[Path], Rows], parquet: Path) -> None:
    rows = read(parquet)
    assert [list(row) for row in rows] == [schema().names] * len(expected())
    for row, record in zip(rows, expected(), strict=True):
        assert row == record


def test_arrow_files() -> None:
    content = pubparse.export(given(), "arrow").content
    read = pa.ipc.open_file(content).read_all()
    assert read.schema.equals(schema(), check_metadata=True)
    assert read.to_pylist(maps_as_pydicts="strict") == expected()
    assert pl.read_ipc(io.BytesIO(content)).to_dicts() == expected()


def test_writing_what_was_read_changes_nothing(parquet: Path) -> None:
    read = pq.read_table(parquet)
    assert read.schema.metadata[b"pubparse.schema_version"] == b"1"
    file = pa.BufferOutputStream()
    pq.write_table(read, file)
    assert pq.read_table(pa.BufferReader(file.getvalue())).equals(read)


JSON_SCHEMA = json.loads(files("pubparse.model").joinpath("page.schema.json").read_text(encoding="utf-8"))
LEAVES = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}


def promised(said: dict[str, Any], absent: bool = False) -> tuple[Any, bool]:
    """What the JSON Schema says of a value, in the words of Arrow: its type, and whether it may be null."""
    if "$ref" in said:
        said = JSON_SCHEMA["$defs"][said["$ref"].rpartition("/")[2]]
    if "anyOf" in said:
        bare, null = said["anyOf"]
        assert null == {"type": "null"}
        return promised(bare, absent=True)
    kind = said["type"]
    if kind == "array" and "prefixItems" in said:
        return {"start": ("int64", absent), "end": ("int64", absent)}, absent
    if kind == "array":
        return [promised(said["items"])], absent
    if kind == "object" and "properties" in said:
        parts = {name: promised(part) for name, part in said["properties"].items()}
        return {name: nullable(part) if absent else part for name, part in parts.items()}, absent
    if kind == "object":
        return ("map", promised(said["additionalProperties"])), absent
    return LEAVES[kind], absent


def nullable(part: tuple[Any, bool]) -> tuple[Any, bool]:
    kind, _ = part
    return {name: nullable(inner) for name, inner in kind.items()} if isinstance(kind, dict) else kind, True


def kept(field: pa.Field) -> tuple[Any, bool]:
    """What the Arrow schema says of a field, in the same words."""
    kind: Any = field.type
    if pa.types.is_struct(kind):
        return {part.name: kept(part) for part in kind.fields}, field.nullable
    if pa.types.is_map(kind):
        return ("map", kept(kind.item_field)), field.nullable
    if pa.types.is_list(kind):
        return [kept(kind.value_field)], field.nullable
    return str(kind), field.nullable


def test_schema_is_in_step_with_the_json_schema() -> None:
    page, sha, *columns = schema()
    assert [(page.name, kept(page)), (sha.name, kept(sha))] == [
        ("file", ("string", True)),
        ("sha256", ("string", True)),
    ]
    record, _ = promised({"$ref": "#/$defs/Publication"})
    assert [column.name for column in columns] == list(record)
    for column in columns:
        assert kept(column) == record[column.name], column.name


def test_doors_of_a_page() -> None:
    page = next(page for page in fixture_pages() if page.owner and any(one.year is None for one in page.publications))
    rows = [row for row in expected() if row["file"] == page.source.path]
    years = [one.year for one in page.publications]
    assert page.to_arrow().column("year").to_pylist() == years
    assert page.to_polars().get_column("year").to_list() == years
    assert page.to_polars().to_dicts() == [
        row | {"id": one.id} for row, one in zip(rows, page.publications, strict=True)
    ]
    frame = page.to_pandas()
    assert [None if year is pd.NA else year for year in frame["year"]] == years
    assert frame["authors"].list.flatten().struct.field("is_self").sum() == sum(
        author.is_self for one in page.publications for author in one.authors
    )


def test_authors_unnested(parquet: Path) -> None:
    names = [(row["id"], author["name"]) for row in expected() for author in row["authors"]]
    table = pl.read_parquet(parquet).select("id", "authors").explode("authors", empty_as_null=False)
    assert table.unnest("authors").select("id", "name").rows() == names
    found = duckdb.connect().execute(
        "SELECT id, author.name FROM (SELECT id, unnest(authors) AS author FROM read_parquet(?))", [str(parquet)]
    )
    assert found.fetchall() == names
    found = duckdb.connect().execute("SELECT fields['title'].text FROM read_parquet(?)", [str(parquet)])
    assert [text for (text,) in found.fetchall()] == [row["fields"].get("title", {}).get("text") for row in expected()]


def test_many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pubparse.export(given(), "parquet")
    monkeypatch.setattr("pubparse.exporters.arrow.BATCH", 100)
    content = pubparse.export(given(), "parquet").content
    assert pq.ParquetFile(io.BytesIO(content)).num_row_groups > 5
    first, second = (pq.read_table(io.BytesIO(one)) for one in (whole.content, content))
    assert first.equals(second)


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_without_pyarrow(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    schema.cache_clear()
    with pytest.raises(pubparse.UsageError, match=r"needs pyarrow: pip install 'pubparse\[arrow\]'"):
        pubparse.export(fixture_pages(), form)
    with pytest.raises(pubparse.UsageError, match=r"needs pyarrow: pip install 'pubparse\[arrow\]'"):
        fixture_pages()[0].to_arrow()
