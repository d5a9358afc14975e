"""An editor's messages in, findings, fixes and records out: `pubparse lsp`."""

from typing import Annotated

import typer

import pubparse
from pubparse.cli.refusals import refusals_told


def lsp(
    stdio: Annotated[  # noqa: ARG001 (editors say it; there is no other way)
        bool, typer.Option("--stdio", help="Speak over standard input and output, as is always done.")
    ] = True,
) -> None:
    """Serve an editor: findings as one types, fixes, records and an outline, by the Language Server Protocol.

    For example:

        pubparse lsp
    """
    with refusals_told():
        try:
            from pubparse.cli.language_server.server import make_server
        except ModuleNotFoundError as error:
            raise pubparse.UsageError(f"this needs {error.name}: pip install 'pubparse[lsp]'") from error
    make_server().start_io()
