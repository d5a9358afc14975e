"""A page and a style in, the difference out, or the page in that style: `pubparse restyle`."""

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import pubparse
from pubparse.cli.files import put
from pubparse.cli.options import IgnoreSection, Legend, Owner, WriteFile, told
from pubparse.cli.pages import markdown_page
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import LOST, complain, read, write_difference

if TYPE_CHECKING:
    from pubparse import Restyled


def restyle(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A Markdown file; - is standard input.")],
    like: Annotated[
        str | None, typer.Option(metavar="OTHER", help="Write as this page does; FILE itself evens out its entries.")
    ] = None,
    style: Annotated[
        str | None, typer.Option(metavar="NAME", help="Write in a citation style: apa, ieee, a file; see `formats`.")
    ] = None,
    styles_dir: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Look for citation styles here before all other places.")
    ] = None,
    locale: Annotated[str | None, typer.Option(help="Language of the citation style's own words: de-DE.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Let go, and tell, what the style does not print.")] = False,
    write_file: WriteFile = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Write all entries of a page as another page writes its own, or in a citation style.

    Bullets, numbers, headings and all else around the entries stay. The page is read again: an entry that would not
    read as the same record is left as it is, and told.

    For example:

        pubparse restyle publications.md --like ~/colleague/publications.md

        pubparse restyle publications.md --style apa --write
    """
    given = told(owner, legend, ignore_section)
    if (like is None) == (style is None):
        raise typer.BadParameter("say which style: --like OTHER or --style NAME")
    with refusals_told(file):
        content = read(file)
        page = markdown_page(file, content, given)
        other = markdown_page(like, read(like), told(None, None, None)) if like is not None else None
        done = pubparse.restyle(page, like=other, style=style, styles_dir=styles_dir, locale=locale, drop=drop, **given)
        _tell(file, done)
        if write_file:
            put(file, content, done.page.source.to_bytes())
        else:
            write_difference(pubparse.difference(page.source, done.page.source))
    if done.kept:
        raise typer.Exit(LOST)


def _tell(file: str, done: "Restyled") -> None:
    """Tell what is left as it is, and what is not there any more, each value with the lines of its entries."""
    for kept in done.kept:
        complain(f"{file}:{kept.publication.line}: left as it is: {kept.reason}")
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for one in done.left_out:
        for value in one.values:
            lines[value].append(str(one.publication.line))
    for value, some in lines.items():
        complain(f"{file}: without {value}, which the style does not print: line {', '.join(some)}")
