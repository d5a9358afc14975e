"""Made pages in, whether an engine reads each once, and as one process does, out: with a worker killed on the way.

    python -m benchmarks.engines spark ray dask --pages 20000 --kill

Each engine runs its recipe (`docs/examples/scale_….py`) as a program of its own, on two workers of this machine. With
`--kill`, SIGKILL ends the worker that has worked most when a third of what is to be written is there. Exit code 1 where
a page is lost, is there twice, or differs. Needs `pip install 'pubparse[spark,ray,dask]'`, and Java for Spark.
"""

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import NamedTuple

import psutil
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import pubparse
from benchmarks.outcomes import Outcome, compared
from tools.training.homepage import homepage
from tools.training.pieces import generator

RECIPES = Path(__file__).parent.parent / "docs" / "examples"
FILES = 40
"""What the pages are spread over: engines share out files, or parts of them."""
ENTRIES = 1, 2

WORKERS = {"spark": "pyspark.daemon", "ray": "MapBatches", "dask": "multiprocessing.spawn import spawn_main"}
"""What the command of a process says that reads pages."""
SETTINGS = {
    "spark": {"PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": "--master local[2,4] pyspark-shell"},
    "ray": {},
    "dask": {},
}


class Trial(NamedTuple):
    """Where pages and what is read of them are kept, and whether a worker is killed."""

    folder: Path
    kill: bool

    @property
    def crawl(self) -> Path:
        """The pages."""
        return self.folder / "crawl"

    @property
    def alone(self) -> Path:
        """What one process reads of them."""
        return self.folder / "alone.parquet"

    def made(self, engine: str) -> Path:
        """What an engine reads of them."""
        return self.folder / engine


def main() -> None:
    """Print a line for one process alone, and one for each engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="+", choices=WORKERS, help="what to run")
    parser.add_argument("--pages", type=int, default=2000, help="how many pages of one or two entries")
    parser.add_argument("--seed", type=int, default=1, help="which pages")
    parser.add_argument("--kill", action="store_true", help="kill a worker on the way")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        trial = Trial(Path(folder), options.kill)
        write_crawl(trial.crawl, options.pages, options.seed)
        start = perf_counter()
        wanted = read_alone(trial)
        taken = perf_counter() - start
        print(f"{options.pages} pages, {publications(wanted)} publications\n")
        print(f"{'':12}{'seconds':>8}{'killed':>8}{'lost':>8}{'twice':>8}{'differing':>11}")
        print(f"{'one process':12}{taken:8.0f}", flush=True)
        outcomes = [run(engine, trial, wanted) for engine in options.engines]
    sys.exit(any(map(any, outcomes)))


def write_crawl(folder: Path, count: int, seed: int) -> None:
    """Write so many pages of well-known works, each of which depends on the seed and its own number alone."""
    folder.mkdir()
    for part in range(FILES):
        numbers = range(part, count, FILES)
        texts = [homepage(generator("crawl", seed, number), *ENTRIES).page for number in numbers]
        table = pa.table({"path": [f"{number:07}.md" for number in numbers], "text": texts})
        pq.write_table(table, folder / f"{part:02}.parquet")


def read_alone(trial: Trial) -> pa.Table:
    """Read all pages without an engine, and give them as Parquet does."""
    files = map(pq.ParquetFile, sorted(trial.crawl.iterdir()))
    read = [pubparse.batch(batch) for file in files for batch in file.iter_batches()]
    pq.write_table(pa.Table.from_batches(read), trial.alone)
    return pq.read_table(trial.alone)


def publications(pages: pa.Table) -> int:
    """Count the publications of all pages."""
    return sum(map(len, pc.struct_field(pages["page"], "publications")))


def run(engine: str, trial: Trial, wanted: pa.Table) -> Outcome:
    """Run the recipe of an engine, print its line and give what became of the pages."""
    start = perf_counter()
    killed = execute(engine, trial)
    taken = perf_counter() - start
    outcome = compared(pq.read_table(trial.made(engine)), wanted)
    print(f"{engine:12}{taken:8.0f}{killed:8}{outcome.lost:8}{outcome.twice:8}{outcome.differing:11}", flush=True)
    return outcome


def execute(engine: str, trial: Trial) -> int:
    """Run a recipe to its end, and give how many workers were killed on the way."""
    command = [sys.executable, str(RECIPES / f"scale_{engine}.py"), str(trial.crawl), str(trial.made(engine))]
    log = trial.folder / f"{engine}.log"
    with log.open("wb") as stream:
        program = psutil.Popen(command, env=os.environ | SETTINGS[engine], stdout=stream, stderr=stream)
        killed = trial.kill and kill_a_worker(program, engine, trial)
        failed = program.wait()
    if failed or killed != trial.kill:
        raise SystemExit(f"{engine} has failed, or was faster than its killer:\n{log.read_text('utf-8', 'replace')}")
    return int(killed)


def kill_a_worker(program: psutil.Popen, engine: str, trial: Trial) -> bool:
    """Wait until a third is written, and kill the worker that has worked most."""
    enough = trial.alone.stat().st_size / 3
    while program.poll() is None:
        if size(trial.made(engine)) >= enough and (workers := workers_of(program, WORKERS[engine])):
            max(workers, key=cpu_time).kill()
            return True
        sleep(0.05)
    return False


def size(folder: Path) -> int:
    """Add up the bytes of a folder's files, while some may come and go."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                total += (Path(parent) / name).stat().st_size
    return total


def workers_of(program: psutil.Popen, command: str) -> list[psutil.Process]:
    """Give the processes below a program whose command says so."""
    found = []
    for process in program.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if command in " ".join(process.cmdline()):
                found.append(process)
    return found


def cpu_time(process: psutil.Process) -> float:
    """How long a process has worked, in seconds; nothing if it has ended."""
    with suppress(psutil.NoSuchProcess):
        return float(sum(process.cpu_times()[:2]))
    return 0.0


if __name__ == "__main__":
    main()
