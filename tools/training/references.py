"""AnyStyle's tagged reference strings in, labelled pages of one bullet each out, as JSON Lines.

    python -m tools.training.references --out FILE.jsonl [--fold K --folds N] [--held]

The strings are AnyStyle's own training set, (c) Sylvester Keil and contributors, BSD-2-Clause: `references/LICENSE`.
`--fold K` leaves out every Nth string, from the Kth on, and with `--held` gives those alone: for cross-validation.
"""

import argparse
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

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
_MARKUP = re.compile(r"([\\`*_\[\]<>&#$~])")


def main() -> None:
    """Write the strings that the options choose."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--fold", type=int)
    options.add_argument("--folds", type=int, default=5)
    options.add_argument("--held", action="store_true")
    chosen = options.parse_args()
    with chosen.out.open("w", encoding="utf-8") as out:
        for number, example in enumerate(examples()):
            is_held = chosen.fold is not None and number % chosen.folds == chosen.fold
            if is_held == chosen.held:
                out.write(json.dumps(example, ensure_ascii=False) + "\n")


def examples() -> Iterator[dict[str, object]]:
    """Give each string as a page, with the spans of its fields in code points of the page."""
    for sequence in ET.parse(_FILE).getroot():  # noqa: S314 - the file is ours
        page, fields = _HEAD, []
        for number, part in enumerate(sequence):
            text = _MARKUP.sub(r"\\\1", (part.text or "").strip())
            page += " " * bool(number)
            if part.tag in _FIELDS:
                fields.append((_FIELDS[part.tag], len(page), len(page) + len(text)))
            page += text
        yield {"page": page + "\n", "entries": [{"start_line": 3, "fields": fields}]}


if __name__ == "__main__":
    main()
