"""AnyStyle's tagged reference strings in, labelled pages of one bullet each out, as JSON Lines.

    python -m tools.training.references --out FILE.jsonl [--fold K --folds N] [--held]

The strings are AnyStyle's own training set, (c) Sylvester Keil and contributors, BSD-2-Clause: `references/LICENSE`.
`--fold K` leaves out every Nth string, from the Kth on, and with `--held` gives those alone: for cross-validation.
"""

import argparse
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from tools.training.corpus import write
from tools.training.pieces import Example, Field, Labels

_FILE = Path(__file__).parent / "references" / "anystyle-core.xml"
_FIELDS = {
    "author": "authors",
    "title": "title",
    "journal": "venue",
    "container-title": "venue",
    "editor": "editors",
    "publisher": "publisher",
    "location": "place",
}
_HEAD = "# Publications\n\n- "
_OF_INSTITUTIONS = re.compile(r"thesis|dissertation|report|Rep\.|working paper", re.I)
_MARKUP = re.compile(r"([\\`*_\[\]<>&#$~])")


def main() -> None:
    """Write the strings that the options choose."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--fold", type=int)
    options.add_argument("--folds", type=int, default=5)
    options.add_argument("--held", action="store_true")
    chosen = options.parse_args()
    in_fold = ((number % chosen.folds == chosen.fold, example) for number, example in enumerate(examples()))
    write((example for is_held, example in in_fold if is_held == chosen.held), chosen.out)


def examples() -> Iterator[Example]:
    """Give each string as a page, with the spans of its fields in code points of the page."""
    for sequence in ET.parse(_FILE).getroot():  # noqa: S314 - the file is ours
        page = _HEAD
        fields: list[Field] = []
        names = _FIELDS | ({"publisher": "venue"} if _is_of_institution(sequence) else {})
        for number, part in enumerate(sequence):
            text = _MARKUP.sub(r"\\\1", (part.text or "").strip())
            page += " " * bool(number)
            if part.tag in names:
                fields.append((names[part.tag], len(page), len(page) + len(text)))
            page += text
        yield Example(page + "\n", (Labels(3, tuple(fields)),))


def _is_of_institution(sequence: ET.Element) -> bool:
    """Whether it is a thesis or report that is in nothing else: what is tagged as its publisher is its venue."""
    tags = {part.tag for part in sequence}
    return not tags & {"journal", "container-title"} and any(
        _OF_INSTITUTIONS.search(part.text or "") for part in sequence.iter("genre")
    )


if __name__ == "__main__":
    main()
