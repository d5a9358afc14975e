"""A file, a folder or `-` in, the page read from it out; and where in the files its entries and problems stand.

A bibliography (`refs.bib`) is a page as well.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pubparse
from pubparse.cli.options import Told
from pubparse.cli.streams import LOST, complain, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubparse import Listed, Page


def page_of(file: str, options: Told) -> "Page":
    """Read a page, a bibliography, a folder of files, or standard input for `-`; OSError where it cannot be read."""
    if file == "-":
        return pubparse.parse(read(file), **options)
    if Path(file).is_dir():
        return pubparse.parse_folder(file, **options)
    if pubparse.is_bibliography(file):
        return pubparse.read_bibliography(read(file), path=file)
    return pubparse.parse(read(file), path=file, **options)


def markdown_page(file: str, content: bytes, options: Told) -> "Page":
    """Read a page that is to be changed or checked; UsageError for a bibliography."""
    if pubparse.is_bibliography(file):
        raise pubparse.UsageError(f"{file} is a bibliography: only a page of Markdown is changed or checked")
    return pubparse.parse(content, path=None if file == "-" else file, **options)


def tell_problems(*pages: "Page") -> int:
    """Tell what could not be read, with the file and the line there, and give the exit code that it deserves."""
    for page in pages:
        for problem in page.problems:
            name, line = page.source.place(problem.span.start)
            complain(f"{name or '-'}:{line}: {problem.severity}: {problem.message} [{problem.code}]")
    return exit_code(*pages)


def exit_code(*pages: "Page") -> int:
    """The exit code for pages that were read."""
    return LOST if any(problem.severity == "error" for page in pages for problem in page.problems) else 0


def place(work: "Listed", pages: "Sequence[Page]") -> tuple[str | None, int]:
    """Say in which file of the pages, and on which line of that, an entry stands."""
    one = work.publication
    page = next((page for page in pages if page.source.path == work.file), None)
    return page.source.place(one.span.start) if page else (work.file, one.line)


def shown_place(work: "Listed", pages: "Sequence[Page]") -> str:
    """Say where an entry stands: `members/lovelace.md:12`."""
    file, line = place(work, pages)
    return f"{file or 'standard input'}:{line}"
