"""The formats in, a page of documentation for each out: its own words, its options, an example and its losses."""

import re
from itertools import islice
from pathlib import Path

import pubparse

EXAMPLE = Path(__file__).parent / "examples" / "publications.md"
LINES, WIDTH = 40, 160
"""How much of an exported file is shown."""


def write_formats(target: Path) -> None:
    """Write a page for each format into a folder."""
    target.mkdir(parents=True)
    page = pubparse.parse(EXAMPLE.read_bytes(), path=EXAMPLE.name)
    for exporter in pubparse.formats():
        (target / f"{exporter.name}.md").write_text(format_page(exporter, page), encoding="utf-8")


def format_page(exporter: pubparse.Exporter, page: pubparse.Page) -> str:
    """Give the page of one format."""
    first, _, notes = exporter.doc.partition("\n")
    written = pubparse.export(page, exporter.name)
    options = [
        f"| `{name}` | `{field.default!r}` | {field.description} |"
        for name, field in exporter.options.model_fields.items()
    ]
    lost = sorted({(re.sub(r"\[\d+\]", "", loss.path), loss.why) for loss in written.losses})
    return "\n".join(
        [
            f"# {exporter.label}\n\n```console\n$ pubparse export publications.md --to {exporter.name}\n```\n",
            f"{first}\n{notes}\n",
            *(["## Options\n", "| option | default | meaning |", "|---|---|---|", *options, ""] if options else []),
            "## Example\n\nThe [example page](../../formats.md) in this format:\n",
            *(example(name, content) for name, content in islice(written.files.items(), 2)),
            "What that lost:\n" if lost else "Nothing of it is lost.\n",
            *(f"- `{path}`: {why}" for path, why in lost),
            "",
        ]
    )


def example(name: str, content: str | bytes) -> str:
    """Show the beginning of a file."""
    if isinstance(content, bytes):
        return f"`{name}`: {len(content)} bytes\n"
    lines = [line if len(line) <= WIDTH else f"{line[:WIDTH]}…" for line in content.splitlines()]
    shown = "\n".join([*lines[:LINES], *(["…"] if len(lines) > LINES else [])])
    return f"`{name}`\n\n`````text\n{shown}\n`````\n"
