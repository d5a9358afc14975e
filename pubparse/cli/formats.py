"""Nothing in, the formats that publications can be exported to out: `pubparse formats`."""

from collections.abc import Iterator
from typing import Annotated

import typer

import pubparse


def formats(name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="One format, in full.")] = None) -> None:
    """List the formats of `pubparse export`, or tell all about one.

    For example:

        pubparse formats

        pubparse formats bibtex
    """
    from pubparse.cli.table import print_sections  # rich is slow to load

    known = {exporter.name: exporter for exporter in pubparse.formats()}
    if name is None:
        print_sections([("formats", [(one.name, one.suffix, one.label) for one in known.values()])])
    elif exporter := known.get(name):
        options = exporter.options.model_fields.items()
        rows = [(f"--{key.replace('_', '-')}", str(field.default), field.description or "") for key, field in options]
        sections = [(exporter.label, [(text,) for text in _paragraphs(exporter.doc)])]
        print_sections([*sections, ("options", rows)] if rows else sections)
    else:
        raise typer.BadParameter(f"there is no format {name!r}", param_hint="FORMAT")


def _paragraphs(doc: str) -> Iterator[str]:
    """Give each paragraph as one line, which the terminal breaks, and each line of an example as it is."""
    for paragraph in doc.strip().split("\n\n"):
        yield from paragraph.split("\n") if paragraph.startswith(" ") else [paragraph.replace("\n", " ")]
        yield ""
