"""The YAML block that a page may begin with: its text in, where the YAML stands and where the Markdown begins out."""

import re
from typing import Final

from pubparse.text.span import Span

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING: Final = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")


def find_front_matter(text: str) -> tuple[Span | None, int]:
    """Return the span of the YAML between its fences, if there is any, and the offset of the line after it.

    The first line must be `---`; a block that is never closed is none, and that line a thematic break. So is it where
    a blank line follows.
    """
    opening = _OPENING.match(text)
    if not opening:
        return None, 0
    closing = _CLOSING.search(text, opening.end())
    if not closing or text[opening.end() : closing.start()].lstrip(" \t")[:1] in {"\r", "\n"}:
        return None, 0
    return Span(opening.end(), closing.start()), closing.end()
