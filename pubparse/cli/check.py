"""Files in, what a careful reader would tell their owner out, and on demand the files mended: `pubparse check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

import pubparse
from pubparse.cli import findings
from pubparse.cli.files import put_back
from pubparse.cli.findings import Checked
from pubparse.cli.options import IgnoreSection, Legend, Owner, Told, told
from pubparse.cli.pages import markdown_page
from pubparse.cli.refusals import refusals_told
from pubparse.cli.settings import Chosen, settings
from pubparse.cli.streams import MISUSE, complain, is_on_a_terminal, read, write, write_bytes, write_difference

if TYPE_CHECKING:
    from pubparse import Mended, Page

FOUND = 1
"""Exit code where something is left to be said."""

Format = Literal["text", "json", "github", "sarif"]


class Mending(NamedTuple):
    """What is mended, beyond what is safe, and whether it is only shown."""

    suggested: bool
    show: bool


def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Markdown files; - is standard input.")],
    to: Annotated[
        Format,
        typer.Option("--format", help="text for people; json: a list; github: annotations; sarif: for code scanning."),
    ] = "text",
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Only these: T702,double-space,M. Can be repeated.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these. Can be repeated.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend.")] = False,
    suggested: Annotated[bool, typer.Option("--suggested", help="Mend what a person should look at, too.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix, or --suggested, would do; write nothing.")
    ] = False,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    r"""Find what a careful reader would tell the owner of a publication list, and mend what can be mended.

    Rules are chosen by code, first letter or name, here or in a `\[tool.pubparse]` of pyproject.toml or .pubparse.toml.

    For example:

        pubparse check publications.md

        pubparse check publications.md --fix --diff
    """
    given = told(owner, legend, ignore_section)
    mending = Mending(suggested=suggested, show=diff) if fix or suggested or diff else None
    left: list[Checked] = []
    unread = 0
    with refusals_told():
        chosen = settings(_split(select), _split(ignore))
        for file in files:
            try:
                left.append(_check_one(file, given, chosen, mending))
            except BrokenPipeError:
                raise
            except OSError as error:
                complain(f"{error.filename or file}: {error.strerror or error}")
                unread = MISUSE
    if not (diff or (mending and "-" in files)):
        write(findings.FORMATS[to](left, colour=is_on_a_terminal()))
    raise typer.Exit(unread or (FOUND if any(found for *_, found in left) else 0))


def _check_one(file: str, given: Told, chosen: Chosen, mending: "Mending | None") -> Checked:
    def reader(data: bytes) -> "Page":
        return markdown_page(file, data, given)

    page = reader(read(file))
    found = page.check(**chosen)
    if mending:
        mended = pubparse.mend(page, found, reader, suggested=mending.suggested)
        _put(file, page, mended, show=mending.show)
        page, found = mended.page, mended.page.check(**chosen)
    return file, page, found


def _split(names: list[str] | None) -> list[str] | None:
    return None if names is None else [one.strip() for name in names for one in name.split(",") if one.strip()]


def _put(file: str, page: "Page", mended: "Mended", *, show: bool) -> None:
    """Write a mended page over the old one in one step; standard input goes to standard output."""
    if show:
        write_difference(pubparse.diff(page.source, mended.edits) if mended.edits else "")
    elif file == "-":
        write_bytes(mended.page.source.to_bytes())
    elif mended.edits:
        put_back(Path(file), page.source.to_bytes(), mended.page.source.to_bytes())
    for one in () if show else mended.applied:
        complain(f"{file}:{one.line}:{one.column}: mended: {one.code} {one.message}")
