"""A seed in, a corpus of labelled pages out, as JSON Lines: one page with the labels of its entries on each line.

python -m tools.training.corpus --seed 1 --home-pages 1500 --out home.jsonl
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from tools.training.homepage import homepages
from tools.training.pieces import Example

STYLES = Path("/usr/share/citation-style-language/styles")


def main() -> None:
    """Write the corpus that the command line asks for."""
    chosen = _options().parse_args()
    examples = homepages(chosen.seed, chosen.home_pages)
    if chosen.csl_pages:
        from tools.training.csl import Styles, csl_pages  # pandoc is needed for these alone

        styles = Styles(chosen.csl_styles, chosen.csl_cache, chosen.exclude_styles)
        examples = [*csl_pages(chosen.seed, chosen.csl_pages, styles), *examples]
    write(examples, chosen.out)


def write(examples: Iterable[Example], out: Path) -> None:
    """Write the file, whole or not at all."""
    draft = out.with_name(out.name + ".part")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        for example in examples:
            entries = [{"start_line": labels.start_line, "fields": labels.fields} for labels in example.entries]
            file.write(json.dumps({"page": example.page, "entries": entries}, ensure_ascii=False) + "\n")
    draft.replace(out)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--csl-pages", type=int, default=0, help="pages in citation styles, a style each")
    options.add_argument("--home-pages", type=int, default=0, help="pages in home-made styles")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--csl-cache", type=Path, help="where what pandoc made is kept: outside of the repository")
    options.add_argument("--csl-styles", type=Path, default=STYLES, help="the folder of citation styles")
    options.add_argument("--exclude-styles", type=Path, help="names of styles to leave out: words, or a JSON object")
    return options


if __name__ == "__main__":
    main()
