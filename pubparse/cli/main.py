"""Arguments in, the command they ask for run: `pubparse parse`, `export` …."""

import os
import sys
from typing import Annotated

import typer

from pubparse import __version__
from pubparse.cli.add import add
from pubparse.cli.check import check
from pubparse.cli.duplicates import duplicates
from pubparse.cli.explain import explain
from pubparse.cli.export import EXTRA, export
from pubparse.cli.formats import formats
from pubparse.cli.lsp import lsp
from pubparse.cli.parse import parse
from pubparse.cli.report import report
from pubparse.cli.restyle import restyle
from pubparse.cli.schema import schema
from pubparse.cli.set import set_values
from pubparse.cli.show import show
from pubparse.cli.stats import stats
from pubparse.cli.streams import MISUSE, complain
from pubparse.cli.watch import watch

app = typer.Typer(
    name="pubparse",
    help="Read Markdown publication lists into records, each value with the span of source it came from.",
    epilog="Exit codes: 0 fine; 1 something on a page could not be read, `check` found something, or the output was "
    "cut off; 2 misuse, or the output could not be written.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(parse)
app.command()(show)
app.command()(report)
app.command()(watch)
app.command()(stats)
app.command()(explain)
app.command(context_settings=EXTRA)(export)
app.command()(formats)
app.command()(duplicates)
app.command("set")(set_values)
app.command()(add)
app.command()(restyle)
app.command()(check)
app.command()(lsp)
app.command()(schema)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"pubparse {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


def run() -> None:
    """Run the command line; a console that cannot show a character shows `?` in its place."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except OSError as error:  # the output cannot be written: the disk is full
        if sys.stdout:  # what is left of it cannot be written either, when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        complain(f"the output cannot be written: {error.strerror or error}")
        sys.exit(MISUSE)
