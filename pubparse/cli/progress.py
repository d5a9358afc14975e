"""A number of files in, a bar on standard error out that grows as they are read; only where a person looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubparse import Page

Tell = Callable[["Page | None"], None]
"""Called after each file with its page; None where it could not be read."""


@contextmanager
def progress(files: int) -> Iterator[Tell]:
    """Show files, entries, problems and the time left, until all files are read."""
    if files < 2 or not (sys.stderr and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("files"), TextColumn("{task.fields[entries]} entries"),
        TextColumn("{task.fields[problems]} problems"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=files, entries=0, problems=0)
        entries = problems = 0

        def tell(page: "Page | None") -> None:
            nonlocal entries, problems
            entries += len(page.publications) if page else 0
            problems += len(page.problems) if page else 1
            shown.update(task, advance=1, entries=entries, problems=problems)

        yield tell
