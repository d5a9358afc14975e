"""What the library refuses and what the system does in, one line on standard error and the exit code of misuse out."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

import pubparse
from pubparse.cli.streams import MISUSE, complain


@contextmanager
def refusals_told(place: str = "the output") -> Iterator[None]:
    """Tell what goes wrong inside; `place` is where, for an error that names no file."""
    try:
        yield
    except pubparse.UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except BrokenPipeError:  # whoever reads the output has seen enough
        raise
    except OSError as error:
        complain(f"{error.filename or place}: {error.strerror or error}")
        raise typer.Exit(MISUSE) from error
