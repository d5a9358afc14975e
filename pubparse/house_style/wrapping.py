"""A page whose entries are broken into lines of a width in, the page with each on one line out, and entries so broken.

- R. Girshick, J. Donahue. Rich Feature Hierarchies for Accurate
  Object Detection. In CVPR 2014.                                    broken at 64, further lines begin with two blanks
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_BREAK = re.compile(r"(?<=[^\s\\])( ?)(\r?\n)((?:[ \t]|>(?=[ \t]))*+)(?=(\S++))")
_SINGLE = re.compile(r"(?<=\S) (?=\S)(?![-+*#>|]++ |1[.)] )")
"""Where a line may end: before nothing that would begin a list or a heading."""

_LEAST, _MOSTLY = 2, 0.8


class Wrapping(NamedTuple):
    """How entries are broken: at which width, and what is there before a further line: its end, and a margin."""

    width: int
    break_: str

    def broken(self, text: str) -> str:
        """Break an entry into lines as long as they may be."""
        return "\n".join("".join(self._lines(line)) for line in text.split("\n"))

    def _lines(self, line: str) -> Iterator[str]:
        words = iter(_SINGLE.split(line))
        yield (first := next(words))
        length, margin = len(first), len(self.break_.lstrip("\r\n"))
        for word in words:
            is_full = length + 1 + len(word) > self.width
            yield (self.break_ if is_full else " ") + word
            length = (margin if is_full else length + 1) + len(word)


def wrapping_of(page: Page) -> Wrapping | None:
    """Find the width at which most entries are broken in the middle of a value; None where they are not."""
    text = page.source.text
    found = [[*_in_values(text, one)] for one in page.publications]
    breaks = [match for some in found for match in some]
    if sum(map(bool, found)) < max(_LEAST, len(found) / 2):
        return None
    fits = [range(length := _length(text, match), length + len(match[4]) + 1) for match in breaks]
    fitting = Counter(chain.from_iterable(fits))
    width = max((fit.start for fit in fits), key=lambda one: (fitting[one], -one))
    if fitting[width] < _MOSTLY * len(fits):
        return None
    return Wrapping(width, Counter(match[2] + match[3] for match in breaks).most_common(1)[0][0])


def unwrapped(page: Page, width: int) -> tuple[Edit, ...]:
    """Give the edits that put what was broken at a width on one line; lines that end earlier end on purpose."""
    text = page.source.text
    return tuple(
        Edit(Span(match.start(), match.end(3)), " ")
        for one in page.publications
        for match in _BREAK.finditer(text, *one.span)
        if _length(text, match) + 1 + len(match[4]) > width
    )


def _in_values(text: str, one: Publication) -> Iterator[re.Match[str]]:
    """The ends of lines in a title, a venue or among the names."""
    spans = [origin.span for path in ("title", "venue.name") if (origin := one.fields.get(path))]
    if one.authors:
        spans.append(Span(one.authors[0].span.start, one.authors[-1].span.end))
    for match in _BREAK.finditer(text, *one.span):
        if any(span.start < match.start() < span.end for span in spans):
            yield match


def _length(text: str, match: re.Match[str]) -> int:
    """How long the line is that ends here."""
    return match.start() - text.rfind("\n", 0, match.start()) - 1
