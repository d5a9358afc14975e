"""Pages in, how many of their values can be set to something else out, by field, and why the others are refused.

    python -m benchmarks.editing FOLDER --every 50 --why     each fiftieth value of every *.md under a folder
    python -m benchmarks.editing FOLDER --field title        titles only
    python -m benchmarks.editing FOLDER --sample 300         300 values, drawn at random; --seed draws others

Each value that stands in an entry is set to another that could stand there in its place; `PageEdit` proves each.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pubparse
from benchmarks.plausible import other
from pubparse import EditError, Page
from pubparse.rewrite.values import value_at

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
WORDED = frozenset({"et_al", "type"})
"""What is said in words of the page's own, for which there are no others to put in their place."""


def main() -> None:
    """Print a row a field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FIXTURES, help="a folder of Markdown pages")
    parser.add_argument("--every", type=int, default=20, help="try each so-manieth value")
    parser.add_argument("--from", dest="start", type=int, default=0, help="begin at this value")
    parser.add_argument("--field", help="try this field only: title, venue.name, authors.name")
    parser.add_argument("--sample", type=int, help="try so many values instead, drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="what the draw begins with")
    parser.add_argument("--why", action="store_true", help="print each refusal")
    options = parser.parse_args()
    pages = [pubparse.parse_file(path) for path in sorted(options.folder.rglob("*.md"))]
    tried, refused = Counter[str](), Counter[str]()
    some = [one for one in values(pages) if options.field in (None, field_of(one[2]))]
    drawn = some[options.start :: options.every]
    if options.sample is not None:
        drawn = random.Random(options.seed).sample(some, min(options.sample, len(some)))  # noqa: S311 -- no secret
    for page, key, path, value in drawn:
        field = field_of(path)
        tried[field] += 1
        try:
            page.edit().set(key, path, value)
        except EditError as error:
            refused[field] += 1
            if options.why:
                print(f"{page.source.path}: {error}", flush=True)
    for field in [*sorted(tried), ""]:
        number, lost = (tried[field], refused[field]) if field else (tried.total(), refused.total())
        print(f"{field or 'all':20}{number:6} tried{1 - lost / max(number, 1):8.1%} set")


def values(pages: list[Page]) -> Iterator[tuple[Page, str, str, str]]:
    """What stands in the entries of pages, each with another value that could stand there."""
    for page in pages:
        for one in page.publications:
            kind = one.venue.kind if one.venue else None
            for path, origin in one.fields.items():
                if origin.origin == "entry" and path not in WORDED:
                    yield page, one.id, path, other(path, str(value_at(one, path)), kind)


def field_of(path: str) -> str:
    """The field that a path names, whichever of several it is."""
    return re.sub(r"\[\d+\]", "", path)


if __name__ == "__main__":
    main()
