"""A file, an entry and new values in, the difference out, or the file with it: `pubparse set`."""

from typing import Annotated

import typer

import pubparse
from pubparse.cli.files import put
from pubparse.cli.options import IgnoreSection, Legend, Owner, WriteFile, told
from pubparse.cli.pages import markdown_page
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import LOST, complain, read, write_difference


def set_values(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A Markdown file; - is standard input.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of the entry, as `pubparse parse` gives it.")],
    values: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE", help="title=…, venue.name=…, authors[3].marks=…")
    ],
    write_file: WriteFile = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Give an entry new values where they stand on the page, and leave every other byte alone.

    The page is read again with each change: what would not read as asked, or would change anything else, is refused.

    For example:

        pubparse set publications.md he2017mask year=2017 "venue.name=ICCV"

        pubparse set publications.md he2017mask "authors[1].name=G. Gkioxari" --write

        pubparse set publications.md he2017mask "authors=Georgia Gkioxari; Kaiming He" "authors[1].marks=*"

        pubparse set publications.md he2017mask "awards+=Best Paper Award" "links+=Code https://example.org/code"
    """
    given = told(owner, legend, ignore_section)
    try:
        with refusals_told(file):
            before = read(file)
            edit = markdown_page(file, before, given).edit(**given)
            for path, value in map(_assignment, values):
                (edit.add if path.endswith("+") else edit.set)(key, path.rstrip("+"), value)
            if write_file:
                put(file, before, edit.to_bytes())
            else:
                write_difference(edit.diff())
    except pubparse.EditError as error:
        complain(f"{file}: {error}")
        raise typer.Exit(LOST) from error


def _assignment(text: str) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not path or not equals:
        raise pubparse.UsageError(f"{text!r} is not FIELD=VALUE")
    return path.strip(), value
