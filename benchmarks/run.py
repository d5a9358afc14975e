"""Pages in, what reading them costs out: by stage, whole, beside the Markdown parser alone, and as a page grows.

    python benchmarks/run.py                 the source page, and up to 100 times its body
    python benchmarks/run.py --far           1000 times as well
    python benchmarks/run.py FOLDER          every *.md under a folder, too
"""

import argparse
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from unittest import mock

from markdown_it import MarkdownIt

import pubparse
from pubparse import pipeline

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "tests" / "fixtures" / "publications.md"
ROUNDS = 7


def main() -> None:
    """Print everything in one run."""
    options = arguments()
    text = SOURCE.read_text(encoding="utf-8")
    pubparse.parse(text)  # what is loaded and compiled once is not what a page costs
    print_start()
    print_stages(text)
    print_growth(text, (1, 10, 100, 1000) if options.far else (1, 10, 100))
    if options.folder:
        print_folder(options.folder)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of Markdown pages")
    parser.add_argument("--far", action="store_true", help="grow the source page 1000 times as well")
    return parser.parse_args()


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the least time of several runs, in seconds: what is above it is the machine's."""
    return min(timed(work) for _ in range(rounds))


def timed(work: Callable[[], object]) -> float:
    """Give the time of one run, in seconds."""
    start = perf_counter()
    work()
    return perf_counter() - start


def print_start() -> None:
    """Print how long it takes until something happens."""
    print("start, a fresh process each (best of 7)")
    for label, command in (
        ("python", ["-c", ""]),
        ("import pubparse", ["-c", "import pubparse"]),
        ("import everything", ["-c", "import pubparse; pubparse.parse"]),
        ("pubparse --version", ["-m", "pubparse", "--version"]),
    ):
        seconds = best(lambda command=command: subprocess.run([sys.executable, *command], check=True, capture_output=True))
        print(f"  {label:20} {seconds * 1e3:8.0f} ms")


def print_folder(folder: Path) -> None:
    """Print what all pages of a folder cost."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.md"))]
    start = perf_counter()
    pages = [pubparse.parse(text) for text in texts]
    seconds = perf_counter() - start
    records = sum(len(page.publications) for page in pages)
    size = sum(map(len, texts))
    print(f"\n{folder}: {len(pages)} pages, {records} records, {size / 1e6:.1f} MB")
    print(f"  {seconds:.2f} s, {records / seconds:.0f} records/s, {size / seconds / 1e6:.2f} MB/s")


if __name__ == "__main__":
    main()
