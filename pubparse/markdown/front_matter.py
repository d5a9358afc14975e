"""The YAML or TOML that a page may begin with: its text in, where that stands and where the Markdown begins out."""

import re
from typing import Final

from pubparse.text.span import Span

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING: Final = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
TOML_FENCE: Final = "+++"
_TOML_OPENING: Final = re.compile(r"\+\+\+[ \t]*(?:\r\n?|\n)")
_TOML_CLOSING: Final = re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)")
# Pelican's keys without fences, one of which no entry of a list has: `Title: …`, `Date: 2013-09-02 07:40`, `Slug: …`
_SITE_KEY: Final = r"(?:category|tags|slug|modified|status|template|save_as|sortorder)"
_BARE: Final = re.compile(
    rf"(?=(?:\w++:[^\r\n]*+(?:\r\n?|\n))*?{_SITE_KEY}:)"
    rf"(?:(?:title|date|authors?|summary|lang|url|{_SITE_KEY}):[^\r\n]*+(?:\r\n?|\n))++(?=[ \t]*(?:[\r\n]|\Z))",
    re.IGNORECASE,
)


def find_front_matter(text: str) -> tuple[Span | None, int]:
    """Return the span of the YAML between its fences, if there is any, and the offset of the line after it.

    The first line must be `---`; a block that is never closed is none, and that line a thematic break. So is it where
    a blank line follows.
    """
    return _between(text, _OPENING, _CLOSING)


def find_toml(text: str) -> tuple[Span | None, int]:
    """Return the same of the TOML that Hugo's pages have between lines of `+++`."""
    return _between(text, _TOML_OPENING, _TOML_CLOSING)


def _between(text: str, begin: re.Pattern[str], end: re.Pattern[str]) -> tuple[Span | None, int]:
    opening = begin.match(text)
    if not opening:
        return None, 0
    closing = end.search(text, opening.end())
    if not closing or text[opening.end() : closing.start()].lstrip(" \t")[:1] in {"\r", "\n"}:
        return None, 0
    return Span(opening.end(), closing.start()), closing.end()


def end_of_bare_keys(text: str) -> int:
    """Where the keys of Pelican end that a page begins with, up to a blank line: they are no entry of it; 0 if none."""
    bare = _BARE.match(text)
    return bare.end() if bare else 0
