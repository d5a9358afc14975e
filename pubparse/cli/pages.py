"""A file, a folder or `-` in, the page read from it out, and its problems told, each where it stands."""

from pathlib import Path
from typing import TYPE_CHECKING

import pubparse
from pubparse.cli.options import Told
from pubparse.cli.streams import complain, read

if TYPE_CHECKING:
    from pubparse import Page


def page_of(file: str, options: Told) -> "Page":
    """Read a file, the files of a folder, or standard input for `-`; OSError where it cannot be read."""
    if file == "-":
        return pubparse.parse(read(file), **options)
    if Path(file).is_dir():
        return pubparse.parse_folder(file, **options)
    return pubparse.parse(read(file), path=file, **options)


def tell_problems(page: "Page") -> None:
    """Tell what could not be read, with the file and the line there."""
    source = page.source
    for problem in page.problems:
        start = problem.span.start
        file = next((file for file in reversed(source.files) if file.span.start <= start), None)
        name = str(Path(source.path or "", file.path)) if file else source.path or "-"
        line = problem.line - source.line(file.span.start) + 1 if file else problem.line
        complain(f"{name}:{line}: {problem.severity}: {problem.message} [{problem.code}]")
