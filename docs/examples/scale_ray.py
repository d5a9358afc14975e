"""Parquet files of pages in, the same rows with what was read of each out, on Ray Data.

Run it with `python scale_ray.py crawl/ read/`.
"""

import sys

import pyarrow as pa
import ray.data

import pubparse


def read_pages(pages: ray.data.Dataset) -> ray.data.Dataset:
    """Read the column `text` of every row; `page` takes its place."""

    def read(table: pa.Table) -> pa.Table:
        schema = pubparse.batch_schema(table.schema)
        return pa.Table.from_batches(map(pubparse.batch, table.to_batches()), schema)

    return pages.map_batches(read, batch_format="pyarrow")


if __name__ == "__main__":
    given, made = sys.argv[1:]
    pages = ray.data.read_parquet(given).repartition(target_num_rows_per_block=100)
    read_pages(pages).write_parquet(made)
