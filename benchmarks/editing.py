"""Pages in, how many of their values can be set to something else out, by field, and why the others are refused.

    python benchmarks/editing.py FOLDER --every 50 --why     each fiftieth value of every *.md under a folder

Each value that stands in an entry is set to another that could stand there in its place; `PageEdit` proves each.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pubparse
from pubparse import EditError, Page

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
OTHER = {
    "title": "A Unified Approach to Interpreting Model Predictions",
    "venue.name": "Journal of Machine Learning Research",
    "ids.doi": "10.1234/5678.9012",
    "ids.arxiv": "1705.07874",
    "publisher": "Springer",
    "place": "Berlin",
    "text": "Best Paper Award",
}
HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
VANCOUVER = re.compile(r".*\s[A-Z]{1,3}")


def main() -> None:
    """Print a row a field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FIXTURES, help="a folder of Markdown pages")
    parser.add_argument("--every", type=int, default=20, help="try each so-manieth value")
    parser.add_argument("--why", action="store_true", help="print each refusal")
    options = parser.parse_args()
    pages = [pubparse.parse_file(path) for path in sorted(options.folder.rglob("*.md"))]
    tried, refused = Counter[str](), Counter[str]()
    for page, key, path, value in list(values(pages))[:: options.every]:
        field = re.sub(r"\[\d+\]", "", path)
        tried[field] += 1
        try:
            page.edit().set(key, path, value)
        except EditError as error:
            refused[field] += 1
            if options.why:
                print(f"{page.source.path}: {error}")
    for field in [*sorted(tried), ""]:
        number, lost = (tried[field], refused[field]) if field else (tried.total(), refused.total())
        print(f"{field or 'all':20}{number:6} tried{1 - lost / max(number, 1):8.1%} set")


def values(pages: list[Page]) -> Iterator[tuple[Page, str, str, str]]:
    """What stands in the entries of pages, each with another value that could stand there."""
    for page in pages:
        for one in page.publications:
            for path, origin in one.fields.items():
                if origin.origin == "entry" and origin.transform != "wording":
                    said = str(getattr(one, path)) if path in {"year", "date"} else origin.text
                    yield page, one.id, path, other(path, said)


def other(path: str, text: str) -> str:
    """Another value of the same form: a year before, other digits, another name printed as that one is."""
    name = path.rpartition(".")[2]
    if path in OTHER or name in OTHER:
        return OTHER.get(path) or OTHER[name]
    if name == "name":
        return another_name(text)
    if path in {"year", "date"}:
        return str(int(text[:4]) - 1) + text[4:]
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text)


def another_name(text: str) -> str:
    """A name in the form of this one: turned round or not, initials or not."""
    if HAN.search(text):
        return "王芳"
    if "," in text:
        return "Lundberg, S." if "." in text else "Lundberg, Scott"
    if VANCOUVER.fullmatch(text):
        return "Lundberg S"
    return "S. Lundberg" if "." in text else "Scott Lundberg"


if __name__ == "__main__":
    main()
