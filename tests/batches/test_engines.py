"""Engines with a worker killed on the way: every page once, as one process reads it. And that the count would tell."""

import os
import subprocess
import venv
from pathlib import Path

import pyarrow as pa
import pytest

import pubparse
from benchmarks.outcomes import Outcome, compared

ROOT = Path(__file__).parent.parent.parent
TITLES = {"a": "On Things", "b": "On Others", "c": "Of Nothing"}


def read(titles: dict[str, str]) -> pa.Table:
    texts = [f"- A. Bee, C. Dee. {title}. In ICML 2020.\n" for title in titles.values()]
    given = pa.RecordBatch.from_pydict({"path": list(titles), "text": texts})
    return pa.Table.from_batches([pubparse.batch(given)])


def test_pages_in_another_order_are_the_same() -> None:
    wanted = read(TITLES)
    assert compared(wanted.take([2, 0, 1]), wanted) == Outcome(0, 0, 0)


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [([0, 1], Outcome(1, 0, 0)), ([0, 1, 2, 1], Outcome(0, 1, 0)), ([0, 0], Outcome(2, 1, 0)), ([], Outcome(3, 0, 0))],
)
def test_lost_and_twice(rows: list[int], outcome: Outcome) -> None:
    wanted = read(TITLES)
    assert compared(wanted.take(pa.array(rows, pa.int64())), wanted) == outcome


def test_differing_and_never_given() -> None:
    made = read({"a": "On Things", "b": "On Something Else", "c": "Of Nothing", "d": "Of Late"})
    assert compared(made, read(TITLES)) == Outcome(0, 0, 2)


@pytest.mark.network
@pytest.mark.parametrize("engine", ["spark", "ray", "dask"])
def test_a_worker_is_killed(engine: str, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    extras = f"{ROOT}[{engine},dask]"  # psutil, which finds the worker, comes with Dask
    subprocess.run([python, "-m", "pip", "install", "--quiet", extras], check=True)
    command = [python, "-m", "benchmarks.engines", engine, "--pages", "400", "--kill"]
    subprocess.run(command, cwd=ROOT, check=True)
