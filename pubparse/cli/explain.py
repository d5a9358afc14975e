"""A file and a line in, how the entry there was read out: `pubparse explain`."""

from typing import Annotated

import typer

import pubparse
from pubparse.cli.options import IgnoreSection, Legend, Owner, told
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import read


def explain(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="A Markdown file, and a line of the entry.")],
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Show stage by stage how the entry on a line was read.

    For example:

        pubparse explain publications.md:42
    """
    file, _, line = place.rpartition(":")
    if not file or not line.isdecimal():
        raise typer.BadParameter(f"{place!r} is not FILE:LINE", param_hint="FILE:LINE")
    options = told(owner, legend, ignore_section)
    with refusals_told(file):
        if pubparse.is_bibliography(file):
            raise pubparse.UsageError(f"{file} is a bibliography: only how Markdown is read is explained")
        sections = pubparse.explain(read(file), int(line), **options)
    from pubparse.cli.table import print_sections  # rich is slow to load

    print_sections(sections)
