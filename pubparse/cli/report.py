"""Files in, one HTML file in which a person sees what was read out: `pubparse report`."""

import os
import re
from pathlib import Path
from typing import Annotated

import typer

import pubparse
from pubparse.cli.files import save
from pubparse.cli.options import Files, IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of, tell_problems
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import write

NAME = "report.html"
BEGINS = re.compile(r'<!doctype html>\s*<html lang="en">\s*<head>\s*<meta name="generator" content="Made by pubparse')
"""How the file begins: a report of ours may be written anew."""


def report(
    files: Files,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="The HTML file, or its folder; - is standard output.")
    ] = NAME,
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
            save({_file(output): text.encode()}, BEGINS, force=force)
    raise typer.Exit(tell_problems(*pages))


def _file(output: str) -> Path:
    """The file to write: `report.html` in what is named as a folder."""
    return Path(output, NAME) if output.endswith(("/", os.sep)) or Path(output).is_dir() else Path(output)
