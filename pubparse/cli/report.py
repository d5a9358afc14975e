"""Files in, one HTML file in which a person sees what was read out: `pubparse report`."""

from pathlib import Path
from typing import Annotated

import typer

import pubparse
from pubparse.cli.files import save
from pubparse.cli.options import Files, IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import exit_code, page_of
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import write

SIGN = "Made by pubparse"


def report(
    files: Files,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="The HTML file; - is standard output.")
    ] = "report.html",
    force: Annotated[bool, typer.Option(help="Write over a file that pubparse has not made.")] = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Show what was read of pages, where, and how surely, in one HTML file.

    It has all it needs in it, and can be opened from disk or sent by mail.

    For example:

        pubparse report publications.md

        pubparse report members/*.md -o group.html
    """
    given = told(owner, legend, ignore_section)
    with refusals_told(output):
        pages = [page_of(file, given) for file in files]
        text = pubparse.report(pages)
        if output == "-":
            write(text)
        else:
            save({Path(output): text.encode()}, SIGN, force=force)
    raise typer.Exit(exit_code(*pages))
