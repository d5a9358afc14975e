"""The one vocabulary that Markdown and HTML are both read into: pieces of a page in reading order, as `Markup`.

Names are those of HTML, whichever way the page wrote it: `**x**` and `<b>x</b>` differ in `name` and `raw` only.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

TEXT: Final = 0
"""Shown as it stands in the source."""
ATOM: Final = 1
"""Shown as `name`, which is not what stands there: an escape, an entity."""
BREAK: Final = 2
"""The end of a line that may as well be a space; `name` is "br" where it may not."""
OPEN: Final = 3
"""An element begins. The span is that of the tag; of a Markdown block or link, that of the whole."""
CLOSE: Final = 4
"""An element ends."""
COMMENT: Final = 5
"""Hidden; `name` is "unclosed" where the text ended before the comment did."""

NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})


class Markup(NamedTuple):
    """A piece of a page: what it is, where it stands, its name and attributes, and whether it was written as HTML."""

    kind: int
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    raw: bool = False
