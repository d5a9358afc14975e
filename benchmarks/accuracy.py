"""A folder of labelled pages in, how well they are read and how far the confidence can be trusted out.

    python -m benchmarks.accuracy FOLDER

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
_STEPS_OF_CONFIDENCE = (1.01, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)


class Judged(NamedTuple):
    """One labelled entry: whether it is read right, and how surely; None where it is not found."""

    right: bool
    confidence: float | None


def main() -> None:
    """Print the accuracy and the calibration of the pages in a folder."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    folder: Path = options.parse_args().folder
    judged = [entry for page in sorted(folder.glob("*.json")) for entry in _judge_page(page)]
    if not judged:
        sys.exit(f"no labelled entry in {folder}")
    print(f"{len(judged)} entries, {_share([entry.right for entry in judged])} right")
    print("confidence   entries   right")
    for high, low in pairwise(_STEPS_OF_CONFIDENCE):
        some = [right for right, confidence in judged if confidence is not None and low <= confidence < high]
        print(f"{low:.2f} – {min(high, 1):.2f}   {len(some):7}   {_share(some)}")
    print(f"not found     {sum(entry.confidence is None for entry in judged):7}")


def _share(rights: list[bool]) -> str:
    return f"{sum(rights) / len(rights):.1%}" if rights else "–"


def _judge_page(labels: Path) -> Iterator[Judged]:
    gold = json.loads(labels.read_text("utf-8"))
    records = pubparse.parse_file(labels.with_suffix(".md")).publications
    found = {line: record for record in records for line in range(record.line, record.end_line + 1)}
    for entry in gold["entries"]:
        record = found.get(entry["line"])
        yield Judged(_is_right(entry, record), record.confidence) if record else Judged(False, None)


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


if __name__ == "__main__":
    main()
