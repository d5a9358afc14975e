"""A folder of labelled pages in, how well they are read and how far the confidence can be trusted out.

    python -m benchmarks.accuracy FOLDER [--fit]

A labelled page is `NAME.md` with `NAME.json`:

    {"entries": [{"line": 3, "authors": [{"name": "A. Wiles"}], "title": "…", "venue": "…", "year": 1995}]}

A record is right when all its authors, in order, its title, venue and year are; letters and digits alone are compared,
and a venue may differ in a fifth of its words. `--fit` gives a logistic curve over the
margin alone, to compare with `pubparse/page/confidence.py`.
"""

import argparse
import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pubparse
from pubparse.page.told import Told
from pubparse.pipeline import trace

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAD = re.compile(r"^\W*(?:in\b:?\s*)?(?:proc(?:eedings)?\W+(?:of\s+)?(?:the\s+)?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.8
_STEPS_OF_CONFIDENCE = (1.01, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)
_STEPS_OF_FIT = 2000
_RATE = 0.05


class Judged(NamedTuple):
    """One labelled record: whether it is right, its confidence, and the smallest margin of its reading."""

    right: bool
    confidence: float
    margin: float


def main() -> None:
    """Print the accuracy and the calibration of the pages in a folder."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--fit", action="store_true")
    chosen = options.parse_args()
    judged = [record for page in sorted(chosen.folder.glob("*.json")) for record in _judge_page(page)]
    print(f"{len(judged)} records, {sum(record.right for record in judged) / max(1, len(judged)):.1%} right")
    print("confidence   records   right")
    for high, low in pairwise(_STEPS_OF_CONFIDENCE):
        some = [record.right for record in judged if low <= record.confidence < high]
        share = f"{sum(some) / len(some):.1%}" if some else "–"
        print(f"{low:.2f} – {min(high, 1):.2f}   {len(some):7}   {share}")
    if chosen.fit:
        half, steep = _fit(judged)
        print(f"half at a margin of {half:.2f}, steepness {steep:.2f}")


def _judge_page(labels: Path) -> Iterator[Judged]:
    gold = json.loads(labels.read_text("utf-8"))
    stages = trace(labels.with_suffix(".md").read_bytes(), None, Told())
    found = {record.line: (record, one) for record, one in zip(stages.page.publications, stages.readings, strict=True)}
    for entry in gold["entries"]:
        record, one = found.get(entry["line"], (None, None))
        if record is not None and one is not None:
            yield Judged(_is_right(entry, record), record.confidence, min(one.reading.margins))


def _is_right(gold: dict[str, Any], record: pubparse.Publication) -> bool:
    names = [author["name"] for author in gold["authors"]]
    return (
        [_fold(name) for name in names] == [_fold(author.name) for author in record.authors]
        and _fold(gold["title"]) == _fold(record.title)
        and _same_venue(gold["venue"], record.venue.name if record.venue else None)
        and (record.year == gold["year"] or (gold["year"] is None and record.year_from == "identifier"))
    )


def _fold(text: str | None) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def _same_venue(gold: str | None, read: str | None) -> bool:
    one, other = (Counter(_WORD.findall(_LEAD.sub("", _YEAR.sub(" ", name or "")).casefold())) for name in (gold, read))
    if not one or not other:
        return not one and not other
    return 2 * (one & other).total() / (one.total() + other.total()) >= _ALIKE


def _fit(judged: list[Judged]) -> tuple[float, float]:
    """The margin at which half are right, and how steeply more are beyond it, by logistic regression."""
    steep, offset = 1.0, 0.0
    for _ in range(_STEPS_OF_FIT):
        errors = [
            (record.right - 1 / (1 + math.exp(-(steep * record.margin + offset))), record.margin) for record in judged
        ]
        steep += _RATE * sum(error * margin for error, margin in errors) / len(judged)
        offset += _RATE * sum(error for error, _ in errors) / len(judged)
    return -offset / steep, steep


if __name__ == "__main__":
    main()
