"""A folder of citation styles and a seed in, pages of works in those styles out, rendered by pandoc's citeproc.

The styles are not part of this project: they are read where they are installed. What pandoc made is kept in a folder of
the caller's choice, by what it was made from.
"""

import hashlib
import importlib
import json
import random
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from tools.training.locate import locate
from tools.training.pandoc_text import Inline, write_entry
from tools.training.pieces import Example, PageWriter, generator
from tools.training.records import Work, load_works

PER_PAGE = 30
_LEAST = 8  # entries without which a page is not worth having
_OURS = ("custom",)
_PAGE = '---\nnocite: "@*"\n---\n'


class Styles(NamedTuple):
    """Where styles are, where to keep what they made, and the file that names those to leave out."""

    folder: Path
    cache: Path | None
    excluded: Path | None

    def names(self) -> list[str]:
        """Give all independent styles that may be used, in order of their names."""
        left_out = set(_listed(self.excluded)) if self.excluded else set()
        return [path.stem for path in sorted(self.folder.glob("*.csl")) if path.stem not in left_out]


def csl_pages(seed: int, count: int, styles: Styles) -> list[Example]:
    """Write so many pages, each of another style as long as there are any; styles that yield little are passed over."""
    names = styles.names()
    generator("styles", seed).shuffle(names)
    pages: list[Example] = []
    for number in range(3 * count):
        if len(pages) == count:
            break
        rng = generator("csl", seed, number)
        page = _page(styles, names[number % len(names)], _sample(rng))
        if len(page.entries) >= _LEAST:
            pages.append(page)
    return pages


def _sample(rng: random.Random) -> list[Work]:
    works = load_works()
    files = sorted({work.file for work in works})
    chosen = [rng.choice(files) for _ in range(PER_PAGE)]
    drawn = {work.id: work for file in chosen for work in [rng.choice([work for work in works if work.file == file])]}
    return list(drawn.values())


def _page(styles: Styles, name: str, works: list[Work]) -> Example:
    """Render the works as a page; entries are in the style's order."""
    by_id = {work.id: work for work in works}
    page = PageWriter()
    page.add("# Publications\n\n")
    for identity, inlines in _rendered(styles, name, works):
        entry = write_entry(inlines)
        if fields := locate(entry.seen, by_id[identity]):
            page.entry(entry.text, ((field, *entry.span(start, end)) for field, start, end in fields))
        else:
            page.add(entry.text)
        page.add("\n\n")
    return page.example()


def _rendered(styles: Styles, name: str, works: list[Work]) -> list[tuple[str, list[Inline]]]:
    path = styles.folder / f"{name}.csl"
    plain = [{key: value for key, value in work.csl.items() if key not in _OURS} for work in works]
    bibliography = json.dumps(plain, ensure_ascii=False)
    digest = hashlib.sha256(path.read_bytes() + bibliography.encode()).hexdigest()[:24]
    kept = styles.cache / f"{name}-{digest}.json" if styles.cache else None
    if kept and kept.exists():
        return [(identity, inlines) for identity, inlines in json.loads(kept.read_text("utf-8"))]
    entries = _entries(_pandoc(path, bibliography))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    return entries


def _pandoc(style: Path, bibliography: str) -> dict[str, Any]:
    program = shutil.which("pandoc") or importlib.import_module("pypandoc").get_pandoc_path()
    with tempfile.TemporaryDirectory() as folder:
        works = Path(folder) / "works.json"
        works.write_text(bibliography, "utf-8")
        command = [program, "--from=markdown", "--to=json", "--citeproc", f"--csl={style}", f"--bibliography={works}"]
        done = subprocess.run(command, input=_PAGE, capture_output=True, text=True, check=False)  # noqa: S603
    document: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"blocks": []}
    return document


def _entries(document: dict[str, Any]) -> list[tuple[str, list[Inline]]]:
    """Find the entries of the bibliography as (id, inlines)."""
    out = []
    for block in document["blocks"]:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            for entry in block["c"][1]:
                identity = entry["c"][0][0].removeprefix("ref-")
                out.append((identity, _flat(entry["c"][1])))
    return out


def _flat(blocks: list[dict[str, Any]]) -> list[Inline]:
    out: list[Inline] = []
    for block in blocks:
        inlines = _flat(block["c"][1]) if block["t"] == "Div" else block["c"] if block["t"] in ("Para", "Plain") else []
        out += [{"t": "Space"}, *inlines] if out and inlines else inlines
    return out


def _listed(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    return list(json.loads(text)) if text.lstrip()[:1] in ("{", "[") else text.split()
