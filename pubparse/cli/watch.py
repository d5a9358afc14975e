"""A file in, its report in the browser out, made anew whenever the file is saved: `pubparse watch`."""

from pathlib import Path
from threading import Thread
from typing import Annotated

import typer

import pubparse
from pubparse.cli.options import IgnoreSection, Legend, Owner, told
from pubparse.cli.pages import page_of
from pubparse.cli.refusals import refusals_told
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
    import webbrowser  # an HTTP server and what it needs are a quarter of what `pubparse --version` would load

    from pubparse.cli.server import Server

    given = told(owner, legend, ignore_section)

    def made(state: str) -> str:
        return pubparse.report(page_of(file, given), state=state)

    with refusals_told(file):
        if file == "-" or Path(file).is_dir():
            raise pubparse.UsageError(f"{file!r} is no file")
        made("")  # what is wrong with the file or the options is told here
    with refusals_told(f"port {port}"):
        server = Server(Path(file), made, port)
    with server:
        write(f"{server.address}\n")
        if open_browser:  # some browsers are waited for until they end
            Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        server.serve()
