"""A number of files in, a bar on standard error out that grows as they are read; only where a person looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int, int], None]
"""Called with the number of files, entries and problems that have come to what was told before."""


@contextmanager
def progress(files: int, *, apart: bool = True) -> Iterator[Tell]:
    """Show files, entries, problems and the time left, until all files are read.

    Nothing is shown where what is read is printed to the terminal meanwhile, and the bar would not stand `apart`.
    """
    if files < 2 or not apart or not (sys.stderr and sys.stderr.isatty()):
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("files"), TextColumn("{task.fields[entries]} entries"),
        TextColumn("{task.fields[problems]} problems"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=files, entries=0, problems=0)

        def tell(files: int, entries: int, problems: int) -> None:
            told = shown.tasks[0].fields
            shown.update(task, advance=files, entries=told["entries"] + entries, problems=told["problems"] + problems)

        yield tell
