"""Files in, the works that they list more than once out: `pubparse duplicates`."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

import pubparse
from pubparse.cli.export import place, told_problems
from pubparse.cli.options import IgnoreSection, Legend, Owner, told
from pubparse.cli.streams import MISUSE, complain, read, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pubparse import Duplicate, Listed

Format = Literal["table", "json"]


def duplicates(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Markdown files; - is standard input.")],
    to: Annotated[
        Format | None,
        typer.Option(
            help="table for people; json: a list of pairs. By default a table on a terminal and json in a pipe.",
            show_default=False,
        ),
    ] = None,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Find works that are listed more than once, and those that only look alike.

    `pubparse export --merge` joins the sure ones.

    For example:

        pubparse duplicates members/*.md
    """
    given = told(owner, legend, ignore_section)
    try:
        pages = [pubparse.parse(read(file), path=None if file == "-" else file, **given) for file in files]
        found = pubparse.duplicates(pages)
    except pubparse.UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except OSError as error:
        complain(f"{error.filename}: {error.strerror or error}")
        raise typer.Exit(MISUSE) from error
    if (to or ("table" if sys.stdout.isatty() else "json")) == "json":
        write(json.dumps([_as_json(pair) for pair in found], ensure_ascii=False, indent=1) + "\n")
    else:
        from pubparse.cli.table import print_sections  # rich is slow to load

        print_sections(("the same work" if pair.sure else "looks alike", _rows(pair)) for pair in found)
    raise typer.Exit(told_problems(pages))


def _as_json(pair: "Duplicate") -> dict[str, Any]:
    entries = {"first": _entry(pair.first), "second": _entry(pair.second)}
    return {"sure": pair.sure, **entries, **pair.likeness._asdict()}


def _entry(work: "Listed") -> dict[str, Any]:
    return {"file": work.file, "line": work.publication.line, "key": work.key, "title": work.publication.title}


def _rows(pair: "Duplicate") -> "Iterable[tuple[str, ...]]":
    likeness = pair.likeness
    yield from ((place(work), work.publication.title or "–") for work in (pair.first, pair.second))
    ids = f"same {', '.join(likeness.ids)}; " if likeness.ids else ""
    years = "" if likeness.years is None else f"; years apart: {abs(likeness.years)}"
    yield "for", f"{ids}titles alike: {likeness.title:g} of 100; authors shared: {len(likeness.authors)}{years}"
    if not pair.sure:
        yield "against", "; ".join((*likeness.conflicts, *likeness.doubts))
