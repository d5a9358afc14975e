"""Files in, their records out: `pubparse parse`."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import pubparse
from pubparse.cli.options import Files, IgnoreSection, Legend, MinConfidence, Owner, Told, told
from pubparse.cli.pages import exit_code, page_of, tell_problems
from pubparse.cli.progress import Tell, progress
from pubparse.cli.streams import MISUSE, complain, is_on_a_terminal, write

if TYPE_CHECKING:
    from pubparse import Page

Format = Literal["table", "json", "jsonl"]


def parse(
    files: Files,
    to: Annotated[
        Format | None,
        typer.Option(
            help="table for people; json: a page a line; jsonl: a publication a line, with its file. "
            "By default a table on a terminal and json in a pipe.",
            show_default=False,
        ),
    ] = None,
    min_confidence: MinConfidence = 0,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Read publication lists and print their records.

    For example:

        pubparse parse publications.md

        pubparse parse --to jsonl --min-confidence 0.8 pages/*.md

        curl -s https://example.org/cv.md | pubparse parse --owner "Ada Lovelace" --legend "†=equal" -
    """
    options = told(owner, legend, ignore_section)
    form: Format = to or ("table" if is_on_a_terminal() else "json")
    with progress(len(files)) as tell:
        codes = [_parse_one(file, form, min_confidence, options, tell) for file in files]
    raise typer.Exit(max(codes))


def _parse_one(file: str, form: Format, least: float, options: Told, tell: Tell) -> int:
    """Print what stands in one file, and give the exit code it deserves."""
    try:
        page = page_of(file, options)
    except OSError as error:
        tell(None)
        complain(f"{file}: {error.strerror or error}")
        return MISUSE
    except pubparse.UsageError as error:
        raise typer.BadParameter(str(error)) from error
    tell(page)
    sure = tuple(publication for publication in page.publications if publication.confidence >= least)
    _PRINT[form](page.model_copy(update={"publications": sure}))
    return exit_code(page) if form == "json" else tell_problems(page)


def _print_json(page: "Page") -> None:
    write(page.to_json() + "\n")


def _print_json_lines(page: "Page") -> None:
    data = page.model_dump(mode="json")
    file = {"file": data["source"]["path"]}
    lines = (json.dumps(file | publication, ensure_ascii=False) for publication in data["publications"])
    write("".join(f"{line}\n" for line in lines))


def _print_table(page: "Page") -> None:
    from pubparse.cli.table import print_page  # rich is slow to load, and programs do not look at tables

    print_page(page)


_PRINT = {"json": _print_json, "jsonl": _print_json_lines, "table": _print_table}
