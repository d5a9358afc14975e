"""Files in, the works that they list more than once out: `pubparse duplicates`."""

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

import pubparse
from pubparse.cli.options import Files, IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of, place, shown_place, tell_problems
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import is_on_a_terminal, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubparse import Duplicate, Listed, Page

Format = Literal["table", "json"]


def duplicates(
    files: Files,
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
    with refusals_told():
        pages = [page_of(file, given) for file in files]
        found = pubparse.duplicates(pages)
    if (to or ("table" if is_on_a_terminal() else "json")) == "json":
        write(json.dumps([_as_json(pair, pages) for pair in found], ensure_ascii=False, indent=1) + "\n")
    else:
        from pubparse.cli.table import print_sections  # rich is slow to load

        print_sections(("the same work" if pair.sure else "looks alike", _rows(pair, pages)) for pair in found)
    raise typer.Exit(tell_problems(*pages))


def _as_json(pair: "Duplicate", pages: "Sequence[Page]") -> dict[str, Any]:
    entries = {"first": _entry(pair.first, pages), "second": _entry(pair.second, pages)}
    return {"sure": pair.sure, **entries, **pair.likeness._asdict()}


def _entry(work: "Listed", pages: "Sequence[Page]") -> dict[str, Any]:
    file, line = place(work, pages)
    return {"file": file, "line": line, "key": work.key, "title": work.publication.title}


def _rows(pair: "Duplicate", pages: "Sequence[Page]") -> "Iterable[tuple[str, ...]]":
    likeness = pair.likeness
    yield from ((shown_place(work, pages), work.publication.title or "–") for work in (pair.first, pair.second))
    ids = f"same {', '.join(likeness.ids)}; " if likeness.ids else ""
    years = "" if likeness.years is None else f"; years apart: {abs(likeness.years)}"
    yield "for", f"{ids}titles alike: {likeness.title:g} of 100; authors shared: {len(likeness.authors)}{years}"
    if not pair.sure:
        yield "against", "; ".join((*likeness.conflicts, *likeness.doubts))
