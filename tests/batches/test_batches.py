"""Batches of texts: what is read of each is what `parse` reads, in every engine that is here."""

import json
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import FEW, PAGES

import pubparse


def given_batch(kind: pa.DataType | None = None) -> pa.RecordBatch:
    texts: list[Any] = list(PAGES.values())
    if kind in (None, pa.string(), pa.large_string(), pa.string_view()):
        texts = [text.decode("utf-8") for text in texts]
    return pa.RecordBatch.from_arrays(
        [pa.array(texts, kind or pa.string()), pa.array([f"{name}.md" for name in PAGES]), pa.array(range(len(PAGES)))],
        ["text", "path", "number"],
    )


def plain(value: Any) -> Any:
    """A value of Arrow as the record's JSON has it: spans are two numbers, maps objects."""
    if isinstance(value, dict):
        return list(value.values()) if value.keys() == {"start", "end"} else {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(item, tuple) for item in value):
            return {key: plain(part) for key, part in value}
        return [plain(item) for item in value]
    return value


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()])
def test_each_row_is_what_parse_reads(kind: pa.DataType) -> None:
    done = pubparse.batch(given_batch(kind))
    done.validate(full=True)
    assert done.schema.names == ["path", "number", "page"]
    assert done.schema == pubparse.batch_schema(given_batch(kind).schema)
    for row, (name, text) in zip(done.to_pylist(), PAGES.items(), strict=True):
        wanted = pubparse.parse(text, path=f"{name}.md").model_dump(mode="json")
        read = plain(row["page"])
        if wanted["front_matter"] is not None:
            read["front_matter"] = json.loads(read["front_matter"])
        for one in read["publications"]:
            one["fields"] = one["fields"] or {}
        assert read == wanted


def test_owners_are_told() -> None:
    text = "* A. Lovelace, C. Babbage. Notes on an engine. In ICML 1999.\n"
    rows = pa.RecordBatch.from_pydict({"text": [text] * 2, "owner": ["C. Babbage", None]})
    first, second = (row["page"] for row in pubparse.batch(rows).to_pylist())
    assert [author["is_self"] for author in first["publications"][0]["authors"]] == [False, True]
    assert second["owner"] is None or second["owner"]["name"] != "C. Babbage"


def test_nothing_gives_nothing() -> None:
    rows = pa.RecordBatch.from_pydict({"text": pa.array([None, ""], pa.string())})
    none, empty = pubparse.batch(rows)["page"].to_pylist()
    assert none is None
    assert empty["publications"] == []
    assert pubparse.batch(rows.slice(0, 0)).num_rows == 0


def test_large_batches_are_small_ones_joined() -> None:
    texts = [f"- A. Bee, C. Dee. On {number} Things. In ICML 2020.\n" for number in range(600)]
    rows = pa.RecordBatch.from_pydict({"text": [*texts, None]})
    titles = [page and page["publications"][0]["title"] for page in pubparse.batch(rows)["page"].to_pylist()]
    assert titles == [*(f"On {number} Things" for number in range(600)), None]


@pytest.mark.parametrize(
    "columns",
    [{"texts": ["x"]}, {"text": [1]}, {"text": ["x"], "path": [b"x"]}, {"text": ["x"], "page": [1]}],
)
def test_columns_that_make_no_sense(columns: dict[str, list[Any]]) -> None:
    with pytest.raises(pubparse.UsageError, match="column"):
        pubparse.batch(pa.RecordBatch.from_pydict(columns))


@FEW
@given(st.lists(st.one_of(st.none(), st.binary(max_size=60)), max_size=6))
def test_any_bytes(texts: list[bytes | None]) -> None:
    rows = pa.RecordBatch.from_arrays([pa.array(texts, pa.binary())], ["text"])
    done = pubparse.batch(rows)
    done.validate(full=True)
    assert [page is None for page in done["page"].to_pylist()] == [text is None for text in texts]


def test_parquet_keeps_it(tmp_path: Any) -> None:
    table = pa.Table.from_batches([pubparse.batch(given_batch())])
    pq.write_table(table, tmp_path / "pages.parquet")
    assert pq.read_table(tmp_path / "pages.parquet") == table


def test_in_polars() -> None:
    frame = pl.DataFrame(given_batch())
    read = pl.DataFrame(pa.Table.from_batches([pubparse.batch(some) for some in frame.to_arrow().to_batches(5)]))
    works = read.select(pl.col("page").struct.field("publications")).explode("publications")
    titles = works["publications"].struct.field("title").to_list()
    assert titles == [one.title for text in PAGES.values() for one in pubparse.parse(text).publications]


def test_in_duckdb() -> None:
    pages = duckdb.connect().from_arrow(pa.Table.from_batches([given_batch()]))
    reader = pages.order("number").to_arrow_reader(5)
    read = pa.RecordBatchReader.from_batches(pubparse.batch_schema(reader.schema), map(pubparse.batch, reader))
    counted = duckdb.connect().from_arrow(read).project("path, len(page.publications)").fetchall()
    assert counted == [(f"{name}.md", len(pubparse.parse(text).publications)) for name, text in PAGES.items()]
