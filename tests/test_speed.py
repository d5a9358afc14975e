"""What reading costs beside the Markdown parser alone, in the same run, and what memory it takes beside the page.

The bounds are far above what is measured on a calm machine (`docs/speed.md`): they notice what makes it twice as dear.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from markdown_it import MarkdownIt

import pubparse

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "tests" / "fixtures" / "publications.md").read_text(encoding="utf-8")
MB = 1_000_000


def least_seconds(work: Callable[[], object], rounds: int = 7) -> float:
    """Of the processor, the least of several runs."""
    times = []
    for _ in range(rounds):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times)


def test_reading_beside_the_markdown_parser() -> None:
    markdown = MarkdownIt("commonmark").enable("table")
    pubparse.parse(PAGE)  # loads what is loaded once
    assert least_seconds(lambda: pubparse.parse(PAGE)) < 30 * least_seconds(lambda: markdown.parse(PAGE))


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells its memory in a way of its own")
def test_memory_beside_the_page() -> None:
    command = [sys.executable, ROOT / "benchmarks" / "memory.py", "--read", "5"]
    size, _, kept, peak = map(int, subprocess.run(command, check=True, capture_output=True).stdout.split())
    assert kept < 150 * size
    assert peak < 300 * size + 60 * MB


def test_the_first_page_needs_little_that_it_has_no_use_for() -> None:
    """Tables, formats, rules and what repairs damage that is hard to judge are loaded by whoever needs them."""
    code = f"import sys, pubparse; pubparse.parse({PAGE!r}); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout
    loaded = {module.split(".")[0] for module in told.split()}
    assert "markdown_it" in loaded
    assert not loaded & {"bibtexparser", "ftfy", "jinja2", "pandas", "pyarrow", "regex", "rich", "typer"}
