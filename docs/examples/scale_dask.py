"""Parquet files of pages in, the same rows with what was read of each out, on Dask.

Run it with `python scale_dask.py crawl/ read/`.
"""

import sys

import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
from dask.dataframe.utils import make_meta
from dask.distributed import Client

import pubparse


def read_pages(pages: dd.DataFrame) -> dd.DataFrame:
    """Read the column `text` of every row; `page` takes its place."""
    return pages.map_partitions(_read, meta=_read(make_meta(pages)))


def _read(frame: pd.DataFrame) -> pd.DataFrame:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    read = pa.Table.from_batches(map(pubparse.batch, table.to_batches()), pubparse.batch_schema(table.schema))
    return read.to_pandas(types_mapper=pd.ArrowDtype)


if __name__ == "__main__":
    given, made = sys.argv[1:]
    with Client():
        read_pages(dd.read_parquet(given, blocksize="4MiB")).to_parquet(made, write_index=False)
