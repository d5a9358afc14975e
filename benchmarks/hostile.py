"""Texts that want to do harm in, what reading them takes beside the Markdown parser alone out.

    python benchmarks/hostile.py                  all of them
    python benchmarks/hostile.py authors dollars  some

A text may take three times what markdown-it-py alone takes, and a second; exit code 1 where one takes more. Times are
those of the processor, each text in a process of its own.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from time import process_time
from typing import Final

from markdown_it import MarkdownIt

import pubparse

ENTRY: Final = "## Publications\n\n- {}. On Things. In ICML 2020.\n"
MANY, DEEP = 1_000_000, 10_000
SOME_TIMES, AND_A_SECOND = 3, 1.0

TEXTS: Final[dict[str, Callable[[], str]]] = {
    "a line": lambda: "lorem ipsum " * (MANY // 12),
    "a line in an entry": lambda: ENTRY.format("lorem ipsum " * (MANY // 12)),
    "authors": lambda: ENTRY.format(", ".join(f"{chr(65 + n % 26)}. Bee{n}" for n in range(100_000))),
    "full names": lambda: ENTRY.format(", ".join(["Ada Bee"] * 5_000)),
    "brackets": lambda: ENTRY.format("[" * DEEP + "x" + "]" * DEEP),
    "parentheses": lambda: ENTRY.format("(" * DEEP + "x" + ")" * DEEP),
    "bullets": lambda: "- " * DEEP + "x\n",
    "quotes": lambda: "> " * DEEP + "x\n",
    "stars": lambda: "*" * MANY,
    "dollars": lambda: "$" * MANY,
    "stops": lambda: "." * MANY,
    "stars in an entry": lambda: ENTRY.format("*" * MANY),
    "dollars in an entry": lambda: ENTRY.format("$" * MANY),
    "stops in an entry": lambda: ENTRY.format("." * MANY),
    "initials": lambda: ENTRY.format("A. " * 33_000),
    "particles": lambda: ENTRY.format("de " * 33_000),
    "han": lambda: ENTRY.format("王芳、" * 5_000),
    "lines with marks": lambda: "†\n" * 50_000,
    "words in quotes": lambda: ENTRY.format('"a" ' * 4_000),
    "links": lambda: ENTRY.format("[a](b) " * 14_000),
}


def main() -> None:
    """Print a line for each text; in a process of its own, what one of them takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="which texts")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(*measured(TEXTS[options.texts[0]]()), sep="\t")
        return
    print(f"{'':22}{'MB':>6}{'markdown-it (s)':>17}{'parse (s)':>11}{'allowed':>9}  problems")
    quick = [is_quick(name) for name in options.texts or TEXTS]
    sys.exit(not all(quick))


def is_quick(name: str) -> bool:
    """Print what a text takes, and tell whether that is no more than is allowed."""
    command = [sys.executable, __file__, "--read", name]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.rstrip("\n")
    size, alone, taken, problems = told.split("\t")
    allowed = SOME_TIMES * float(alone) + AND_A_SECOND
    numbers = f"{int(size) / 1e6:6.2f}{float(alone):17.2f}{float(taken):11.2f}{allowed:9.2f}"
    print(f"{name:22}{numbers}  {problems}", flush=True)
    return float(taken) <= allowed


def measured(text: str) -> tuple[int, float, float, str]:
    """The characters of a text, what it takes markdown-it-py and us, and the problems that are told."""
    markdown = MarkdownIt("commonmark").enable("table")
    for warming in (markdown.parse, pubparse.parse):
        warming(ENTRY.format("*A. Bee*, C. Dee"))
    start = process_time()
    markdown.parse(text)
    between = process_time()
    page = pubparse.parse(text)
    end = process_time()
    return len(text), between - start, end - between, ", ".join(sorted({one.code for one in page.problems}))


if __name__ == "__main__":
    main()
