"""Files in, what is in them out, as bars in the terminal or as JSON: `pubparse stats`."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

import pubparse
from pubparse.cli.options import Files, IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of, tell_problems
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import write

if TYPE_CHECKING:
    from pubparse import Statistics


def stats(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON: groups of citation keys.")] = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Count what is in publication lists: by year, type, venue, co-author, the owner's part and award.

    For example:

        pubparse stats publications.md

        pubparse stats --json members/*.md | jq '.coauthors[0]'
    """
    given = told(owner, legend, ignore_section)
    with refusals_told(" ".join(files)):
        pages = [page_of(file, given) for file in files]
    figures = pubparse.statistics(pages)
    if as_json:
        write(json.dumps(figures.to_dict(), ensure_ascii=False) + "\n")
    else:
        _print(figures)
    raise typer.Exit(tell_problems(*pages))


def _print(figures: "Statistics") -> None:
    from pubparse.cli.bars import print_bars  # rich is slow to load, and programs do not look at bars

    print_bars(figures)
