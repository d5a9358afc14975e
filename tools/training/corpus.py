"""A seed in, a corpus of labelled pages out, as JSON Lines: one page with the labels of its entries on each line.

    python -m tools.training.corpus --seed 1 --home-pages 1500 --out home.jsonl
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from tools.training.homepage import homepages
from tools.training.pieces import Example


def main() -> None:
    """Write the corpus that the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--csl-pages", type=int, default=0, help="pages in CSL styles, a style each")
    options.add_argument("--home-pages", type=int, default=0, help="pages in home-made styles")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--csl-cache", type=Path, help="where rendered bibliographies are kept (outside of the repository)")
    options.add_argument("--csl-styles", type=Path, default=Path("/usr/share/citation-style-language/styles"), help="the folder of CSL files")
    options.add_argument("--exclude-styles", type=Path, help="names of styles to leave out, a line each or a JSON object's keys")
    chosen = options.parse_args()
    examples = homepages(chosen.seed, chosen.home_pages)
    if chosen.csl_pages:
        from tools.training.csl import Styles, csl_pages  # pandoc is needed for these alone

        styles = Styles(chosen.csl_styles, chosen.csl_cache, chosen.exclude_styles)
        examples = [*csl_pages(chosen.seed, chosen.csl_pages, styles), *examples]
    write(examples, chosen.out)


def write(examples: Iterable[Example], out: Path) -> None:
    """The file, whole or not at all."""
    draft = out.with_name(out.name + ".part")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        for example in examples:
            entries = [{"start_line": entry.start_line, "fields": [list(field) for field in entry.fields]} for entry in example.entries]
            file.write(json.dumps({"page": example.page, "entries": entries}, ensure_ascii=False) + "\n")
    draft.replace(out)


if __name__ == "__main__":
    main()
