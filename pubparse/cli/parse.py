"""Files in, their records out: `pubparse parse`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import pubparse
from pubparse.cli.options import Files, IgnoreSection, Legend, MinConfidence, Owner, Told, told
from pubparse.cli.pages import exit_code, page_of, tell_problems
from pubparse.cli.parts import Job, lines_of
from pubparse.cli.progress import Tell, progress
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import LOST, MISUSE, complain, is_on_a_terminal, write

if TYPE_CHECKING:
    from pubparse import Page

Format = Literal["table", "json", "jsonl", "parquet"]


def parse(
    files: Files,
    to: Annotated[
        Format | None,
        typer.Option(
            help="table for people; json: a page a line; jsonl: a publication a line, with its file; with --output "
            "jsonl or parquet. By default a table on a terminal, json in a pipe, jsonl with --output.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Read all Markdown files into parts in a folder."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read, with --output.")] = 1,
    min_confidence: MinConfidence = 0,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Read publication lists and print their records.

    With --output any number of files, and folders of them, are read into a folder of parts; a run that was stopped goes
    on where it was.

    For example:

        pubparse parse publications.md

        pubparse parse --to jsonl --min-confidence 0.8 pages/*.md

        pubparse parse crawl/ --to parquet -o records/ -j 8

        curl -s https://example.org/cv.md | pubparse parse --owner "Ada Lovelace" --legend "†=equal" -
    """
    options = told(owner, legend, ignore_section)
    if output is not None:
        raise typer.Exit(_parse_many(files, output, to or "jsonl", min_confidence, options, jobs))
    if to == "parquet":
        raise typer.BadParameter("parquet is written with --output", param_hint="--to")
    form: Format = to or ("table" if is_on_a_terminal() else "json")
    with progress(len(files), apart=not is_on_a_terminal()) as tell:
        codes = [_parse_one(file, form, min_confidence, options, tell) for file in files]
    raise typer.Exit(max(codes))


def _parse_many(files: list[str], output: Path, form: Format, least: float, options: Told, jobs: int) -> int:
    """Read files into parts in a folder, and give the exit code that they deserve."""
    if form not in ("jsonl", "parquet"):
        raise typer.BadParameter(f"parts are jsonl or parquet, not {form}", param_hint="--to")
    from pubparse.cli.many import parse_many  # processes are slow to load, and one file needs none

    with refusals_told(str(output)):
        count = parse_many(files, Job(output, form, least, options), jobs)
    complain(f"{count.entries} publications of {count.files - count.unread} files are in {output}")
    if count.unread:
        complain(f"{count.unread} files could not be read: see {output}/*.errors.jsonl")
    return LOST if count.unread else 0


def _parse_one(file: str, form: Format, least: float, options: Told, tell: Tell) -> int:
    """Print what stands in one file, and give the exit code it deserves."""
    try:
        page = page_of(file, options)
    except OSError as error:
        tell(1, 0, 1)
        complain(f"{file}: {error.strerror or error}")
        return MISUSE
    except pubparse.UsageError as error:
        raise typer.BadParameter(str(error)) from error
    tell(1, len(page.publications), len(page.problems))
    sure = tuple(publication for publication in page.publications if publication.confidence >= least)
    _PRINT[form](page.model_copy(update={"publications": sure}))
    return exit_code(page) if form == "json" else tell_problems(page)


def _print_json(page: "Page") -> None:
    write(page.to_json() + "\n")


def _print_json_lines(page: "Page") -> None:
    write(lines_of(page))


def _print_table(page: "Page") -> None:
    from pubparse.cli.table import print_page  # rich is slow to load, and programs do not look at tables

    print_page(page)


_PRINT = {"json": _print_json, "jsonl": _print_json_lines, "table": _print_table}
