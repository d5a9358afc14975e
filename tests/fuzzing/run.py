"""Seconds in, broken promises out: pages are made up for so long, and each that breaks a promise is kept in a folder.

    PYTHONPATH=.:tests python -m fuzzing.run --seconds 1800 --into /tmp/broken

With atheris installed (`pip install atheris`) coverage guides what is made up, else chance alone does. A failure is
kept once for each place that it comes from.
"""

import argparse
import os
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from typing import Any

import pubparse

SLOW = 5.0
"""Seconds that nothing of this length should take."""

_BLIND = 0.3
"""How often bytes are changed that know nothing of pages."""


class Tally:
    """What was tried, and what failed: one file for each place that a failure comes from."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder, self.end = folder, time.monotonic() + seconds
        self.tried, self.read, self.failed = 0, 0, dict[str, int]()
        self.slowest = 0.0

    def try_one(self, data: bytes) -> None:
        """Check one page."""
        from fuzzing.promises import check

        begun = time.process_time()
        try:
            self.read += len(check(data).publications)
        except Exception as error:
            self._keep(_place_of(error), data, traceback.format_exc())
        self.tried += 1
        took = time.process_time() - begun
        self.slowest = max(self.slowest, took)
        if took > SLOW:
            self._keep("slow", data, f"{took:.1f} s\n")

    def _keep(self, name: str, data: bytes, said: str) -> None:
        self.failed[name] = self.failed.get(name, 0) + 1
        smallest = self.folder / f"{name}.md"
        if not smallest.exists() or smallest.stat().st_size > len(data):
            smallest.write_bytes(data)
            smallest.with_suffix(".txt").write_text(said, encoding="utf-8", errors="replace")

    def tell(self) -> None:
        """Say what came of it."""
        print(f"{self.tried} pages, {self.read} publications read, slowest {self.slowest:.2f} s", flush=True)
        for name, count in sorted(self.failed.items()):
            print(f"  {count} × {name}", flush=True)


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    return f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"


def by_chance(tally: Tally, seed: int) -> None:
    """Make up pages until the time is over."""
    from fuzzing.mutation import SEEDS, mutated

    chance = Random(seed)
    while time.monotonic() < tally.end:
        tally.try_one(mutated(chance.choice(SEEDS), chance))


def by_coverage(tally: Tally, seed: int, atheris: Any) -> None:
    """Make up pages, those that reach new code being the next to be changed; ends the process."""
    with atheris.instrument_imports(include=["pubparse"]):
        for module in walk_packages(pubparse.__path__, "pubparse."):
            if not module.name.startswith(("pubparse.cli", "pubparse.__main__")):
                import_module(module.name)
    from fuzzing.mutation import MOST, SEEDS, mutated

    def mutate(data: bytes, most: int, number: int) -> bytes:
        chance = Random(number)
        return bytes(atheris.Mutate(data, most)) if chance.random() < _BLIND else mutated(data, chance, most)

    def try_one(data: bytes) -> None:
        tally.try_one(data)
        if time.monotonic() > tally.end:
            tally.tell()
            os._exit(0)  # what drives this knows no other end

    corpus = tally.folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for at, page in enumerate(SEEDS):
        (corpus / f"seed-{at}").write_bytes(page[:MOST])
    flags = [f"-max_len={MOST}", f"-seed={seed}", "-len_control=0", "-timeout=300"]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], try_one, custom_mutator=mutate)
    atheris.Fuzz()


def main() -> None:
    """Run from the command line."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--into", type=Path, required=True)
    given = asked.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    tally = Tally(given.into, given.seconds)
    try:
        import atheris
    except ModuleNotFoundError:
        by_chance(tally, given.seed)
        tally.tell()
    else:
        by_coverage(tally, given.seed, atheris)


if __name__ == "__main__":
    main()
