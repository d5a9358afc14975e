"""A folder of labelled pages in, how well they are read and how far the confidence can be trusted out.

    python -m benchmarks.accuracy FOLDER
    python -m benchmarks.accuracy FOLDER --plot calibration.svg      needs matplotlib

A labelled page is `NAME.md` with `NAME.json`:

    {"entries": [{"line": 3, "authors": [{"name": "A. Wiles"}], "title": "…", "venue": "…", "year": 1995}]}

A record is right when all its authors, in order, its title, venue and year are; letters and digits alone are compared,
and a venue may differ in a fifth of its words. An entry on whose line no record stands is wrong.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pubparse

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAD = re.compile(r"^\W*(?:in\b:?\s*)?(?:proc(?:eedings)?\W+(?:of\s+)?(?:the\s+)?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.8
_STEPS_OF_CONFIDENCE = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)


class Judged(NamedTuple):
    """One labelled entry: what is read right, and how surely; confidence is None where it is not found."""

    authors: bool
    title: bool
    venue: bool
    year: bool
    confidence: float | None

    @property
    def record(self) -> bool:
        """Whether all four are right."""
        return self.authors and self.title and self.venue and self.year


def main() -> None:
    """Print the accuracy and the calibration of the pages in a folder, as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the calibration as a picture, with matplotlib")
    options = parser.parse_args()
    pages = sorted(options.folder.glob("*.json"))
    judged = [entry for page in pages for entry in _judge_page(page)]
    if not judged:
        sys.exit(f"no labelled entry in {options.folder}")
    print(f"{len(judged)} entries of {len(pages)} pages; {sum(one.confidence is None for one in judged)} not found\n")
    print("| authors | title | venue | year | record |\n|--:|--:|--:|--:|--:|")
    columns = ([getattr(one, name) for one in judged] for name in ("authors", "title", "venue", "year", "record"))
    print(f"| {' | '.join(map(_share, columns))} |\n")
    print("| confidence | records | right |\n|:--|--:|--:|")
    for low, high, rights, _ in _bins(judged):
        print(f"| {low:.2f} – {high:.2f} | {len(rights)} | {_share(rights)} |")
    if options.plot:
        _plot(judged, options.plot)


def _bins(judged: list[Judged]) -> Iterator[tuple[float, float, list[bool], float]]:
    """Give the records between two steps of confidence: whether each is right, and what is foretold of them."""
    found = [(one.confidence, one.record) for one in judged if one.confidence is not None]
    for high, low in pairwise(_STEPS_OF_CONFIDENCE):
        some = [(sure, right) for sure, right in found if low <= sure < high or sure == high == 1]
        if some:
            yield low, high, [right for _, right in some], sum(sure for sure, _ in some) / len(some)


def _plot(judged: list[Judged], file: Path) -> None:
    """Draw how many records are right against how many should be, one circle a bin, its area their number."""
    from matplotlib import pyplot as plt

    bins = list(_bins(judged))
    figure, axes = plt.subplots(figsize=(4.5, 4.5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
    axes.scatter(
        [foretold for *_, foretold in bins],
        [sum(rights) / len(rights) for _, _, rights, _ in bins],
        s=[2 * len(rights) for _, _, rights, _ in bins],
        alpha=0.6,
    )
    axes.set(xlabel="confidence", ylabel="read right", xlim=(0, 1.02), ylim=(0, 1.02))
    figure.savefig(file, bbox_inches="tight", metadata={"Date": None})


def _share(rights: list[bool]) -> str:
    return f"{sum(rights) / len(rights):.1%}"


def _judge_page(labels: Path) -> Iterator[Judged]:
    gold = json.loads(labels.read_text("utf-8"))
    records = pubparse.parse_file(labels.with_suffix(".md")).publications
    found = {line: record for record in records for line in range(record.line, record.end_line + 1)}
    for entry in gold["entries"]:
        record = found.get(entry["line"])
        yield _judge(entry, record) if record else Judged(False, False, False, False, None)


def _judge(gold: dict[str, Any], record: pubparse.Publication) -> Judged:
    names = [author["name"] for author in gold["authors"]]
    return Judged(
        [_fold(name) for name in names] == [_fold(author.name) for author in record.authors],
        _fold(gold["title"]) == _fold(record.title),
        _same_venue(gold["venue"], record.venue.name if record.venue else None),
        record.year == gold["year"] or (gold["year"] is None and record.year_from == "identifier"),
        record.confidence,
    )


def _fold(text: str | None) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def _same_venue(gold: str | None, read: str | None) -> bool:
    one, other = (Counter(_WORD.findall(_LEAD.sub("", _YEAR.sub(" ", name or "")).casefold())) for name in (gold, read))
    if not one or not other:
        return not one and not other
    return 2 * (one & other).total() / (one.total() + other.total()) >= _ALIKE


if __name__ == "__main__":
    main()
