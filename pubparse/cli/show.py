"""A file and an id in, its records as cards out, the fields coloured on the source: `pubparse show`."""

from typing import Annotated

import typer

import pubparse
from pubparse.cli.options import IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of, tell_problems
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import MISUSE, complain


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, a folder of a site, or - for standard input.")],
    key: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only the publication with this id.")] = None,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Show records as cards, and on the source of each which words are which field.

    For example:

        pubparse show publications.md

        pubparse show publications.md lovelace1843notes
    """
    with refusals_told(file):
        page = page_of(file, told(owner, legend, ignore_section))
    if key is not None and key not in {one.id for one in page.publications}:
        complain(f"{file}: no publication has the id {key!r}")
        raise typer.Exit(MISUSE)
    from pubparse.cli.card import panel  # rich is slow to load
    from pubparse.cli.table import console

    screen = console()
    for card in pubparse.cards(page):
        if key in (None, card.key):
            screen.print(panel(card))
    raise typer.Exit(tell_problems(page))
