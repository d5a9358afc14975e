"""Pages in, what reading them costs out: by stage, whole, beside the Markdown parser alone, and as a page grows.

    python benchmarks/run.py             the source page, its body repeated up to 300 times
    python benchmarks/run.py --far       up to 3000 times: 114,000 entries
    python benchmarks/run.py FOLDER      every *.md under a folder as well

All times are the best of several runs on one core; those within this process are the processor's.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from inspect import isfunction
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType
from typing import Any
from unittest import mock

from markdown_it import MarkdownIt

import pubparse
from pubparse import pipeline
from pubparse.model import Page, build
from pubparse.page import decide

SOURCE = Path(__file__).parent.parent / "tests" / "fixtures" / "publications.md"
ROUNDS = 20

Work = Callable[[], object]


def main() -> None:
    """Print everything in one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of Markdown pages")
    parser.add_argument("--far", action="store_true", help="grow the source page 3000 times as well")
    options = parser.parse_args()
    text = SOURCE.read_text(encoding="utf-8")
    pubparse.parse(text)  # what is loaded and compiled once is not what a page costs
    print_start()
    print_stages(text)
    print_growth(text, (1, 3, 30, 300, 3000) if options.far else (1, 3, 30, 300))
    if options.folder:
        print_folder(options.folder)


def print_start() -> None:
    """Print how long it takes until anything happens."""
    print("start, in a fresh process (ms)")
    for label, arguments in (
        ("python alone", ("-c", "")),
        ("import pubparse", ("-c", "import pubparse")),
        ("pubparse --version", ("-m", "pubparse", "--version")),
        ("first pubparse.parse", ("-c", "import pubparse; pubparse.parse('')")),
    ):
        command = partial(subprocess.run, [sys.executable, *arguments], check=True, capture_output=True)
        print(f"  {label:22}{1e3 * best(command, 7, perf_counter):8.0f}")


def print_stages(text: str) -> None:
    """Print what each stage of `pipeline.parse` takes, and under it the larger parts of the stages that have parts."""
    entries = len(pubparse.parse(text).publications)
    whole = best(lambda: pubparse.parse(text))
    print(f"\nstages, the source page ({entries} entries)      us an entry   share")
    for module, least in ((pipeline, 0.0), (decide, 0.02), (build, 0.02)):
        runs = [part_times(module, text) for _ in range(ROUNDS)]
        times = min(runs, key=lambda run: sum(run.values()))
        if module is not pipeline:
            print(f"  parts that {module.__name__} calls")
        for name, taken in times.items():
            if taken >= least * whole:
                print(f"    {name:38}{1e6 * taken / entries:12.1f}{taken / whole:8.0%}")
    print(f"  {'parse':40}{1e6 * whole / entries:12.1f}")


def part_times(module: ModuleType, text: str) -> dict[str, float]:
    """Time the functions that a module takes from others, by putting a clock around each."""
    times: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for name, part in list(vars(module).items()):
            if isfunction(part) and part.__module__ != module.__name__:
                stack.enter_context(mock.patch.object(module, name, clocked(part, times)))
        validate = clocked(Page.model_validate, times)
        if module is build:
            stack.enter_context(mock.patch.object(Page, "model_validate", validate))
        pipeline.parse(text)
    return times


def clocked(part: Callable[..., Any], times: dict[str, float]) -> Callable[..., Any]:
    """Give a function that adds what `part` takes to its place in `times`."""

    def run(*arguments: Any) -> Any:
        start = perf_counter()
        try:
            return part(*arguments)
        finally:
            times[part.__name__] += perf_counter() - start

    return run


def print_growth(text: str, sizes: Sequence[int]) -> None:
    """Print what an entry costs as the page grows, beside what Markdown alone costs, and how much the ratio grows."""
    markdown = MarkdownIt("commonmark").enable("table")
    print("\npage     entries   markdown-it, us an entry   parse, us an entry   ratio   growth   records/s")
    first = 0.0
    for times in sizes:
        page, rounds = grown(text, times), max(1, ROUNDS // times)
        entries = len(pubparse.parse(text).publications) * times
        alone = best(partial(markdown.parse, page), rounds) / entries
        whole = best(partial(pubparse.parse, page), rounds) / entries
        ratio = whole / alone
        first = first or ratio
        numbers = f"{1e6 * alone:27.1f}{1e6 * whole:21.1f}{ratio:8.1f}{ratio / first:9.2f}"
        print(f"{times:5}x {entries:9}{numbers}{1 / whole:12.0f}")


def grown(text: str, times: int) -> str:
    """Repeat all but the front matter."""
    before, head, body = text.partition("\n---\n")
    return before + head + body * times


def print_folder(folder: Path) -> None:
    """Print what all pages of a folder cost, beside what Markdown alone costs."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.md"))]
    records = sum(len(pubparse.parse(text).publications) for text in texts)
    markdown, decoded = MarkdownIt("commonmark").enable("table"), [text.decode(errors="replace") for text in texts]
    alone = best(lambda: [markdown.parse(text) for text in decoded], 1)
    seconds = best(lambda: [pubparse.parse(text) for text in texts], 1)
    size = sum(map(len, texts)) / 1e6
    print(f"\n{folder}: {len(texts)} pages, {records} records, {size:.1f} MB")
    speeds = f"{records / seconds:.0f} records/s, {size / seconds:.2f} MB/s"
    print(f"  {seconds:.2f} s, {seconds / alone:.1f} times markdown-it-py alone, {speeds}")


def best(work: Work, rounds: int = ROUNDS, clock: Callable[[], float] = process_time) -> float:
    """Give the least time of several runs in seconds: what is above it is the machine's doing."""
    return min(seconds(work, clock) for _ in range(rounds))


def seconds(work: Work, clock: Callable[[], float]) -> float:
    """Give the time of one run in seconds."""
    start = clock()
    work()
    return clock() - start


if __name__ == "__main__":
    main()
