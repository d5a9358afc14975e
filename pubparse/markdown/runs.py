"""What a reader sees of a block: a text, its span, look and link in, a `Run` out. Looks are bits."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pubparse.text.span import Span

BOLD: Final = 1
ITALIC: Final = 2
CODE: Final = 4
STRIKE: Final = 8
UNDERLINE: Final = 16
SUP: Final = 32
SUB: Final = 64
IMAGE: Final = 128
"""The text that stands for an image."""
HARD_BREAK: Final = 256
SOFT_BREAK: Final = 512
ANY_BREAK: Final = HARD_BREAK | SOFT_BREAK
HEADER: Final = 1024
"""In a heading cell of a table."""
FACE: Final = BOLD | ITALIC | CODE | UNDERLINE
"""The looks that set one field apart from another."""


class Link(NamedTuple):
    """Where text leads to: target, title, and the span of the whole link in the source."""

    url: str
    title: str
    span: Span


class Run(NamedTuple):
    """A stretch of shown text of one look.

    It stands in the source as it is shown, or is atomic (an escape, an entity, a line break, repaired mojibake). The
    only run without text is that of a link around nothing visible, as an icon is.
    """

    text: str
    span: Span
    styles: int
    link: Link | None

    @property
    def is_verbatim(self) -> bool:
        """Whether the run stands in the source as it is shown; only then does a part of it have a span of its own."""
        return len(self.text) == self.span.end - self.span.start


def lines_of(runs: Sequence[Run], breaks: int = ANY_BREAK) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end among `runs`, without the breaks between them."""
    start = 0
    for at, run in enumerate(runs):
        if run.styles & breaks:
            yield start, at
            start = at + 1
    yield start, len(runs)
