"""Pages in, what reading them costs out: by stage, whole, beside the Markdown parser alone, and as a page grows.

    python benchmarks/run.py             the source page, its body repeated up to 1000 times
    python benchmarks/run.py FOLDER      every *.md under a folder as well

All times are the best of several runs on one core.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from inspect import isfunction
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest import mock

from markdown_it import MarkdownIt

import pubparse
from pubparse import pipeline
from pubparse.page import decide

SOURCE = Path(__file__).parent.parent / "tests" / "fixtures" / "publications.md"
ROUNDS = 20

Work = Callable[[], object]


def main() -> None:
    """Print everything in one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of Markdown pages")
    folder = parser.parse_args().folder
    text = SOURCE.read_text(encoding="utf-8")
    pubparse.parse(text)  # what is loaded and compiled once is not what a page costs
    print_start()
    print_stages(text)
    print_growth(text)
    if folder:
        print_folder(folder)


def print_start() -> None:
    """Print how long it takes until anything happens."""
    print("start, in a fresh process (ms)")
    for label, arguments in (
        ("python alone", ("-c", "")),
        ("import pubparse", ("-c", "import pubparse")),
        ("pubparse --version", ("-m", "pubparse", "--version")),
        ("first pubparse.parse", ("-c", "import pubparse; pubparse.parse('')")),
    ):
        command = [sys.executable, *arguments]
        print(f"  {label:22}{1e3 * best(lambda command=command: subprocess.run(command, capture_output=True), 7):8.0f}")  # type: ignore[misc]


def print_stages(text: str) -> None:
    """Print what each stage of `pipeline.parse` takes of the time on one page."""
    entries = len(pubparse.parse(text).publications)
    whole = best(lambda: pubparse.parse(text))
    stages = min((stage_times(text) for _ in range(ROUNDS)), key=lambda times: sum(times.values()))
    print(f"\nstages, the source page ({entries} entries)   us an entry   share")
    for name, seconds in stages.items():
        print(f"  {name:38}{1e6 * seconds / entries:12.1f}{seconds / whole:8.0%}")
    print(f"  {'parse':38}{1e6 * whole / entries:12.1f}")


def stage_times(text: str) -> dict[str, float]:
    """Time the functions that `pipeline.parse` is made of, by putting a clock around each."""
    times: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for name, stage in vars(pipeline).items():
            if isfunction(stage) and stage.__module__ != pipeline.__name__:
                stack.enter_context(mock.patch.object(pipeline, name, clocked(stage, times)))
        pipeline.parse(text)
    return times


def clocked(stage: Callable[..., Any], times: dict[str, float]) -> Callable[..., Any]:
    """Give a function that adds what `stage` takes to its place in `times`."""

    def run(*arguments: Any) -> Any:
        start = perf_counter()
        try:
            return stage(*arguments)
        finally:
            times[stage.__name__] += perf_counter() - start

    return run


def print_growth(text: str) -> None:
    """Print what an entry costs as the page grows, beside what Markdown alone costs."""
    markdown = MarkdownIt("commonmark").enable("table")
    print("\ngrowth: body of the source page, times   entries   markdown-it   parse (us an entry)   ratio   records/s")
    for times in (1, 10, 100, 1000):
        page, rounds = grown(text, times), max(1, ROUNDS // times)
        entries = len(pubparse.parse(page).publications)
        alone = best(lambda page=page: markdown.parse(page), rounds)  # type: ignore[misc]
        whole = best(lambda page=page: pubparse.parse(page), rounds)  # type: ignore[misc]
        costs = f"{1e6 * alone / entries:14.1f}{1e6 * whole / entries:22.1f}"
        print(f"{times:40}{entries:10}{costs}{whole / alone:8.1f}{entries / whole:12.0f}")


def grown(text: str, times: int) -> str:
    """Repeat all but the front matter."""
    before, head, body = text.partition("\n---\n")
    return before + head + body * times


def print_folder(folder: Path) -> None:
    """Print what all pages of a folder cost."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.md"))]
    records = sum(len(pubparse.parse(text).publications) for text in texts)
    seconds = best(lambda: [pubparse.parse(text) for text in texts], 1)
    size = sum(map(len, texts)) / 1e6
    print(f"\n{folder}: {len(texts)} pages, {records} records, {size:.1f} MB")
    print(f"  {seconds:.2f} s, {records / seconds:.0f} records/s, {size / seconds:.2f} MB/s")


def best(work: Work, rounds: int = ROUNDS) -> float:
    """Give the least time of several runs in seconds: what is above it is the machine's doing."""
    return min(seconds(work) for _ in range(rounds))


def seconds(work: Work) -> float:
    """Give the time of one run in seconds."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()
