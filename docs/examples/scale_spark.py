"""Parquet files of pages in, the same rows with what was read of each out, on Spark.

Run it with `spark-submit scale_spark.py crawl/ read/`.
"""

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

import pubparse


def read_pages(pages: DataFrame) -> DataFrame:
    """Read the column `text` of every row; `page` takes its place."""

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return map(pubparse.batch, batches)

    schema = pubparse.batch_schema(to_arrow_schema(pages.schema))
    return pages.mapInArrow(read, from_arrow_schema(schema))


if __name__ == "__main__":
    given, made = sys.argv[1:]
    spark = SparkSession.builder.config("spark.sql.files.maxPartitionBytes", "4m").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 500)
    read_pages(spark.read.parquet(given)).write.parquet(made)
    spark.stop()
