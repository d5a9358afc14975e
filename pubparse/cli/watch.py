"""A file in, its report in the browser out, made anew whenever the file is saved: `pubparse watch`."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

import pubparse
from pubparse.cli.options import IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of
from pubparse.cli.refusals import refusals_told
from pubparse.cli.server import Server
from pubparse.cli.streams import write


def watch(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The page that is being written.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0 takes a free one.")] = 0,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = True,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Show the report of a page while it is being written.

    Only this machine can see it, at an address that nobody can guess. Ctrl-C ends it.

    For example:

        pubparse watch publications.md
    """
    given = told(owner, legend, ignore_section)

    def made(live: str) -> str:
        return pubparse.report(page_of(file, given), live=live)

    with refusals_told(file):
        server = Server(Path(file), made, port)
    with server:
        write(f"{server.address}\n")
        if open_browser:
            webbrowser.open(server.address)
        server.serve()
