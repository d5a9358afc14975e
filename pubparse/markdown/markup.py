"""Markdown and HTML in, the one vocabulary that both are read into out: `Markup`, told to a `Sink` in reading order.

Names are those of HTML, whichever way the page wrote it: `**x**` and `<strong>x</strong>` differ in `raw` only.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

TEXT: Final = 0
"""Shown as it stands there."""
ATOM: Final = 1
"""Shown as `name`, which is not what stands there: an entity."""
BREAK: Final = 2
"""The end of a line of source."""
OPEN: Final = 3
"""An element begins. The span is that of its tag; of a Markdown block, image or link, that of the whole."""
CLOSE: Final = 4
"""An element ends."""
COMMENT: Final = 5
"""Not shown; `name` is "unclosed" where the text ended before the comment did."""

NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})


class Markup(NamedTuple):
    """A piece of a page: what it is, where it stands, its name and attributes, and whether it was written as HTML."""

    kind: int
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    raw: bool = False


class Sink(Protocol):
    """What a page is told to, piece by piece; all offsets are those of its source."""

    def text(self, start: int, end: int) -> None:
        """Show what stands there."""

    def atom(self, shown: str, start: int, end: int) -> None:
        """Show something else than stands there."""

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        """End a line; one that is not hard may as well be a space."""

    def open(self, tag: Markup) -> None:
        """Begin an element."""

    def close(self, tag: Markup) -> None:
        """End an element."""

    def comment(self, start: int, end: int, *, closed: bool) -> None:
        """Show nothing."""
