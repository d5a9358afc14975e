"""What a format declares in, and what an export gives: its files, and what they could not carry."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict

from pubparse.exporters.work import Loss, Work
from pubparse.problems import UsageError

Files = Mapping[str, str | bytes]
"""Contents by file name; a `/` in a name is a folder."""

SIGN = "Made by pubparse"
"""What a file of ours says in its first lines, where its format has comments: such a file may be written anew."""

_BEGINNING = re.compile(rf"(?:---\r?\n){{0,2}}(?:% |# |<!-- )?{SIGN}")


class Options(BaseModel):
    """What the user of a format can choose; a format with options declares a subclass, a described field an option."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Exporter:
    """A format. The docstring of its module says who reads it and what it loses; it becomes the format's docs page."""

    name: str
    """What it is called on the command line."""
    label: str
    """What people call it."""
    suffix: str
    """How the names of its files end."""
    write: Callable[[Sequence[Work], Any], str | bytes | Files]
    """The works and the chosen options in; the content of one file, or several files by their names, out."""
    options: type[Options] = Options
    begins: re.Pattern[str] = _BEGINNING
    """How every file it writes begins, behind a byte order mark: how ours is told from somebody else's."""
    many: bool = False
    """Whether it writes a folder of files; else it is one."""
    extra: str | None = None
    """The optional dependencies it needs: `pip install 'pubparse[EXTRA]'`."""

    @property
    def doc(self) -> str:
        """What the format's module says of it."""
        import sys

        return sys.modules[self.write.__module__].__doc__ or ""


@dataclass(frozen=True)
class Export:
    """A bibliography in a format."""

    exporter: Exporter
    files: Files
    """Contents by file name: one file for most formats."""
    works: tuple[Work, ...]

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """Everything the records say that these files do not, publication by publication."""
        return tuple(loss for work in self.works for loss in work.losses())

    @property
    def content(self) -> str | bytes:
        """The content of the one file; UsageError where the format writes several."""
        if len(self.files) != 1:
            raise UsageError(f"{self.exporter.label} is {len(self.files)} files, by name in `files`")
        return next(iter(self.files.values()))

    @property
    def text(self) -> str:
        """The text of the one file; UsageError where the format writes several, or none that is text."""
        content = self.content
        if isinstance(content, bytes):
            raise UsageError(f"{self.exporter.label} is no text; its bytes are in `content`")
        return content

    def __str__(self) -> str:
        return self.text
