"""The source page in, what writing its publications costs in every format out, beside what reading them costs.

    python benchmarks/exports.py              10,000 publications
    python benchmarks/exports.py 1000 csv ris  so many, in these formats

Styled references are as fast as citeproc is: a hundredth of the number is enough to see it.
"""

import argparse
from collections.abc import Callable
from itertools import chain, count, islice
from pathlib import Path
from time import process_time

import pubparse
from pubparse import Publication, UsageError

SOURCE = Path(__file__).parent.parent / "tests" / "fixtures" / "publications.md"
STYLED = frozenset({"markdown", "html", "text"})
ROUNDS = 3


def main() -> None:
    """Print publications a second, format by format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=10_000, help="how many publications")
    parser.add_argument("formats", nargs="*", help="names of formats; all, if none is named")
    options = parser.parse_args()
    text = SOURCE.read_text(encoding="utf-8")
    page = pubparse.parse(text)
    reading = best(lambda: pubparse.parse(text)) / len(page.publications)
    print(f"{'format':20}{'publications/s':>15}{'  of the time it takes to read them':>36}")
    print(f"{'(parse)':20}{1 / reading:15.0f}{1:35.0%}")
    for exporter in pubparse.formats():
        if not options.formats or exporter.name in options.formats:
            number = options.number // 100 if exporter.name in STYLED else options.number
            print_format(exporter.name, many(page.publications, number), reading)


def many(publications: tuple[Publication, ...], number: int) -> list[Publication]:
    """Repeat publications, each time under other ids."""
    rounds = chain.from_iterable(
        (one.model_copy(update={"id": f"{one.id}{turn}"}) for one in publications) for turn in count()
    )
    return list(islice(rounds, number))


def print_format(name: str, publications: list[Publication], reading: float) -> None:
    """Print what one format costs."""
    try:
        taken = best(lambda: pubparse.export(publications, name)) / len(publications)
    except UsageError as error:
        print(f"{name:20}{error}")
        return
    print(f"{name:20}{1 / taken:15.0f}{taken / reading:35.1%}")


def best(work: Callable[[], object]) -> float:
    """The best of a few runs, in seconds of one core."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
