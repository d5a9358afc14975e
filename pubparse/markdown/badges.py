"""An image's markup in, the words and year on it out, where it is a badge that its address writes.

img.shields.io/badge/CVPR-2016-blue shows "CVPR 2016": a reader sees text. Source: shields.io, static badges.
"""

import re
from typing import Final

_BADGE: Final = re.compile(r"img\.shields\.io/badge/([A-Za-z]+)(-)((?:19|20)\d\d)-")

Badge = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]


def find_badge(text: str, start: int, end: int) -> Badge | None:
    """Find where in `[start, end)` the word on a badge stands, what parts it from the year, and the year."""
    found = _BADGE.search(text, start, end)
    return (found.span(1), found.span(2), found.span(3)) if found else None
