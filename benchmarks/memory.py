"""The source page, its body repeated, in; what memory reading it takes out: kept by its `Page`, and at the most.

    python benchmarks/memory.py             up to 100 times the source page
    python benchmarks/memory.py 1 1000      so many times each

Each page is read in a process of its own. What its `Page` keeps are the objects that Python made for it and has not
freed; what is taken at most, and before the page, the system tells (Linux).
"""

import argparse
import gc
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pubparse

SOURCE = Path(__file__).parent.parent / "tests" / "fixtures" / "publications.md"
MB = 1e6


def main() -> None:
    """Print a line for each size; in a process of its own, what one of them takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("times", nargs="*", type=int, default=[1, 10, 100], help="how often the page is repeated")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(*measured(grown(SOURCE.read_text(encoding="utf-8"), options.times[0])))
        return
    print(f"{'page (MB)':>10}{'before (MB)':>13}{'kept (MB)':>11}{'x page':>8}{'peak (MB)':>11}{'x page':>8}")
    for times in options.times:
        told = subprocess.run(
            [sys.executable, __file__, "--read", str(times)], check=True, capture_output=True, encoding="utf-8"
        )
        size, before, kept, peak = map(int, told.stdout.split())
        shares = f"{kept / MB:11.1f}{kept / size:8.0f}{peak / MB:11.1f}{peak / size:8.0f}"
        print(f"{size / MB:10.3f}{before / MB:13.0f}{shares}")


def measured(text: str) -> tuple[int, int, int, int]:
    """Bytes of the text, of the process before it, of the page's objects, and of the process at most beyond before."""
    pubparse.parse(SOURCE.read_text(encoding="utf-8"))
    gc.collect()
    before = resident()
    pubparse.parse(text)
    peak = most_resident() - before
    gc.collect()
    tracemalloc.start()
    page = pubparse.parse(text)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    del page
    return len(text.encode()), before, kept, peak


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def most_resident() -> int:
    """The most that this process has held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def grown(text: str, times: int) -> str:
    """Repeat all but the front matter."""
    before, head, body = text.partition("\n---\n")
    return before + head + body * times


if __name__ == "__main__":
    main()
