"""Works in, an Arrow table out, as Parquet or as an Arrow file.

Read by pyarrow, Polars, DuckDB, pandas, Spark, R and whatever else reads Parquet or Arrow. One row is a publication.
`file` and `sha256` say which page it was read from; the other columns are the keys of a `Publication`, in order and by
the same names, nested where the record is nested. A span is a struct of `start` and `end`; `fields` is a map from the
field to where it was read. What is null in the record is null here: nothing is lost.

Who wrote with whom, a row an author, in Polars:

    polars.read_parquet("publications.parquet").select("id", "authors").explode("authors").unnest("authors")

and in DuckDB, with where each title was read:

    SELECT id, unnest(authors) AS author, fields['title'].span FROM 'publications.parquet'
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pubparse.bibliography.listed import Listable, listed
from pubparse.exporters.arrow_columns import columns_of, fields_of
from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.work import Work
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

BATCH = 20_000
"""Publications in a batch, which is a row group in Parquet."""

_OWN = ("file", "sha256", "key")
"""What is the work's own; its key stands in place of the record's `id`, since it is unique among all the pages."""

_BEGINS = re.compile(rf"ARROW1[\s\S]*?{SIGN}")
_METADATA = {"pubparse": SIGN, "pubparse.schema_version": "1"}


def table(given: Listable) -> "pa.Table":
    """Give pages or publications as a table, a row a publication; UsageError where pyarrow is not installed."""
    try:
        return _table(tuple(map(Work, listed(given))))
    except ModuleNotFoundError as error:
        raise UsageError(f"a table needs {error.name}: pip install 'pubparse[arrow]'") from error


def to_pandas(given: Listable) -> "pd.DataFrame":
    """Give the table as a pandas frame of Arrow types; ModuleNotFoundError where pandas is not installed."""
    import pandas as pd

    return table(given).to_pandas(types_mapper=pd.ArrowDtype)


def to_polars(given: Listable) -> "pl.DataFrame":
    """Give the table as a Polars frame; ModuleNotFoundError where Polars is not installed."""
    import polars as pl

    return pl.DataFrame(table(given))


@cache
def schema() -> "pa.Schema":
    """The columns of every table, made of the models of the record."""
    import pyarrow as pa

    page = [pa.field(name, pa.string()) for name in ("file", "sha256")]
    return pa.schema([*page, *fields_of(Publication)], _METADATA)


def _table(works: Sequence[Work]) -> "pa.Table":
    import pyarrow as pa

    batches = [_batch(works[at : at + BATCH]) for at in range(0, len(works), BATCH)]
    return pa.Table.from_batches(batches, schema=schema())


def _batch(works: Sequence[Work]) -> "pa.RecordBatch":
    import pyarrow as pa

    for work in works:
        work.take_all()
    own = [pa.array([getattr(work, name) for work in works], pa.string()) for name in _OWN]
    columns = columns_of([work.publication for work in works], list(schema())[len(_OWN) :])
    return pa.RecordBatch.from_arrays([*own, *columns], schema=schema())


def _write_parquet(works: Sequence[Work], _options: Options) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pa.BufferOutputStream()
    with pq.ParquetWriter(file, schema(), compression="zstd") as writer:
        file.write(SIGN.encode())  # Parquet says all of itself at its end, and finds its columns from there
        writer.write_table(_table(works), BATCH)
    return bytes(file.getvalue())


def _write_arrow(works: Sequence[Work], _options: Options) -> bytes:
    import pyarrow as pa

    file = pa.BufferOutputStream()
    with pa.ipc.new_file(file, schema()) as writer:
        writer.write_table(_table(works))
    return bytes(file.getvalue())


PARQUET = Exporter("parquet", "Parquet", ".parquet", _write_parquet, extra="arrow", begins=re.compile(f"PAR1{SIGN}"))
ARROW = Exporter("arrow", "Arrow", ".arrow", _write_arrow, extra="arrow", begins=_BEGINS)
