"""A page and papers in, the difference out, or the page with them: `pubparse add`."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

import pubparse
from pubparse.cli.files import put
from pubparse.cli.options import IgnoreSection, Legend, Owner, WriteFile, told
from pubparse.cli.pages import markdown_page
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import LOST, complain, read, write_difference

if TYPE_CHECKING:
    from pubparse import Page, Publication

_PAGES = (".md", ".markdown", ".qmd", ".rmd", ".mdx", ".html")


def add(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A Markdown file; - is standard input.")],
    papers: Annotated[
        list[str],
        typer.Argument(metavar="PAPER", help="paper.bib, paper.json (CSL), paper.ris, other.md:LINE, other.md#ID"),
    ],
    after: Annotated[str | None, typer.Option(metavar="ID", help="Put it behind this entry.")] = None,
    before: Annotated[str | None, typer.Option(metavar="ID", help="Put it before this entry.")] = None,
    write_file: WriteFile = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Add papers to a page in the page's own style, where their kind and year belong.

    The page is read again with each: what would not read as the paper, or would change another entry that is read
    surely, is refused.

    For example:

        pubparse add publications.md paper.bib

        pubparse add publications.md ~/coauthor/publications.md:42 --write
    """
    given = told(owner, legend, ignore_section)
    with refusals_told(file):
        content = read(file)
        first = page = markdown_page(file, content, given)
        found = [_found(paper) for paper in papers]
        lost = any(are_lost for _, are_lost in found)
        for one in [one for some, _ in found for one in some]:
            grown = _with(page, one, file, after=after, before=before, **given)
            lost = lost or grown is None
            page = grown or page
        if write_file:
            put(file, content, page.source.to_bytes())
        else:
            write_difference(pubparse.difference(first.source, page.source))
    if lost:
        raise typer.Exit(LOST)


def _with(page: "Page", paper: "Publication", file: str, **options: Any) -> "Page | None":
    """The page with one more paper; None where it has that already, or cannot have it, which is told."""
    if (there := _on_page(page, paper)) is not None:
        complain(f"{file}:{there}: {paper.title} is there already")
        return None
    try:
        added = pubparse.add(page, paper, **options)
    except pubparse.EditError as error:
        complain(f"{file}: {error}")
        return None
    if added.left_out:
        missing = ", ".join(added.left_out)
        complain(f"{file}:{added.publication.line}: without {missing}, which entries like it do not print")
    for what in added.read_otherwise:
        complain(f"{file}: a close call: {what}")
    return added.page


def _found(paper: str) -> "tuple[tuple[Publication, ...], bool]":
    """What a file of references holds, and whether some of it cannot be read; or one entry of another page."""
    name, separator, which = paper.rpartition("#" if "#" in paper else ":")
    if separator and PurePath(name).suffix.lower() in _PAGES:
        return (_entry(pubparse.parse(read(name), path=name), which, paper),), False
    if PurePath(paper).suffix.lower() in _PAGES:
        raise pubparse.UsageError(f"{paper}: which entry? {paper}:LINE, or {paper}#ID")
    found = pubparse.read_bibliography(read(paper), path=paper)
    for problem in found.problems:
        complain(f"{paper}:{problem.line}: {problem.severity}: {problem.message} [{problem.code}]")
    return found.publications, any(problem.severity == "error" for problem in found.problems)


def _entry(page: "Page", which: str, asked: str) -> "Publication":
    for one in page.publications:
        if one.id == which or (which.isdecimal() and one.line <= int(which) <= one.end_line):
            return one
    raise pubparse.UsageError(f"{asked}: there is no such entry")


def _on_page(page: "Page", paper: "Publication") -> int | None:
    """The line of an entry with the same title, letters and digits alone."""
    wanted = _plain(paper.title)
    return next((one.line for one in page.publications if wanted and _plain(one.title) == wanted), None)


def _plain(title: str | None) -> str:
    return "".join(filter(str.isalnum, (title or "").casefold()))
