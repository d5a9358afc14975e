"""Runs being written: pieces of text and inline elements of one block after the other in, their `Run`s out."""

import re
from typing import Final, NamedTuple

from pubparse.markdown.markup import Markup
from pubparse.markdown.runs import (
    ANY_BREAK,
    BOLD,
    CODE,
    HARD_BREAK,
    HEADER,
    IMAGE,
    ITALIC,
    SOFT_BREAK,
    STRIKE,
    SUB,
    SUP,
    UNDERLINE,
    Link,
    Run,
)
from pubparse.text.span import Span
from pubparse.text.visible import repairs

MAX_INLINE_DEPTH: Final = 100
"""Inline elements inside each other; those deeper change nothing."""

_STYLES: Final = {
    **dict.fromkeys(("a", "font", "span"), 0),
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ITALIC),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), CODE),
    **dict.fromkeys(("s", "del", "strike"), STRIKE),
    **dict.fromkeys(("u", "ins"), UNDERLINE),
    "sup": SUP,
    "sub": SUB,
    "img": IMAGE,
    "th": HEADER,
}
INLINE_ELEMENTS: Final = frozenset(_STYLES) - {"th"}
"""Elements that change how text looks, or where it leads."""

_CSS: Final = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), BOLD),
    (re.compile(r"font-style:\s*(?:italic|oblique)"), ITALIC),
    (re.compile(r"text-decoration(?:-line)?:[^;]*underline"), UNDERLINE),
    (re.compile(r"text-decoration(?:-line)?:[^;]*line-through"), STRIKE),
)
# Never seen, and in the way of reading: spaces of no width, the soft hyphen, directions. U+200D and U+FE0F are not
# among them: they hold an emoji together.
_INVISIBLE: Final = re.compile("[\0\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_BLANKS: Final = " \t\r\n\f"
# What nobody emphasises: the asterisks of `Smith, J.*, Doe, R.*` are marks, though CommonMark pairs them.
_NO_EMPHASIS: Final = ("*,", "*;", "**,", "**;")


class _Element(NamedTuple):
    start: int
    name: str
    raw: bool
    styles: int
    link: Link | None
    first: int  # index of the first run in it


class RunWriter:
    """Collects the runs of one block after the other."""

    def __init__(self, text: str) -> None:
        """Begin to write runs of the source `text`."""
        self._text = text
        self._runs: list[Run] = []
        self._elements: list[_Element] = []
        self._styles = 0
        self._link: Link | None = None
        self._start = self._end = 0  # what is to be shown as it stands, and is no run yet

    @property
    def depth(self) -> int:
        """How many inline elements are open."""
        return len(self._elements)

    def opened_from(self, depth: int, start: int) -> int:
        """Return where the open elements but the first `depth` ones begin; `start` where there is none."""
        return self._elements[depth].start if len(self._elements) > depth else start

    @property
    def line_is_empty(self) -> bool:
        """Whether nothing stands on the current line."""
        self._flush()
        return not self._runs or bool(self._runs[-1].styles & HARD_BREAK)

    def text(self, start: int, end: int) -> None:
        """Show `[start, end)` of the source as it stands."""
        if start != self._end:
            self._flush()
            self._start = start
        self._end = end

    def atom(self, shown: str, start: int, end: int) -> None:
        """Show `shown` for `[start, end)` of the source."""
        self._flush()
        if shown := _INVISIBLE.sub("", shown):
            self._add(shown, start, end)

    def line_break(self, bit: int, start: int, end: int) -> None:
        """End the line by a HARD_BREAK, or a SOFT_BREAK where there is a line to end."""
        self._flush()
        last = self._runs[-1].styles if self._runs else HARD_BREAK
        if bit == HARD_BREAK and last & SOFT_BREAK:
            self._runs[-1] = self._runs[-1]._replace(text="\n", styles=last ^ ANY_BREAK)
        elif bit == HARD_BREAK or not last & ANY_BREAK:
            shown = "\n" if bit == HARD_BREAK else " "
            self._runs.append(Run(shown, Span(start, end), self._styles | bit, self._link))

    def open(self, tag: Markup) -> None:
        """Begin an inline element."""
        self._flush()
        if len(self._elements) >= MAX_INLINE_DEPTH:
            return
        if not tag.raw and self._text[tag.start : tag.end + 1] in _NO_EMPHASIS:
            self._elements.append(_Element(tag.start, tag.name, raw=False, styles=0, link=None, first=len(self._runs)))
            self.text(tag.start, tag.end)
            return
        styles, link = _STYLES[tag.name], None
        if tag.attributes:
            styles |= _styles_of(tag.attributes.get("style", ""))
            url = tag.attributes.get("href") if tag.name == "a" else None
            if url is not None:
                self._link = link = Link(url, tag.attributes.get("title", ""), Span(tag.start, tag.end))
        self._styles |= styles
        self._elements.append(_Element(tag.start, tag.name, tag.raw, styles, link, len(self._runs)))

    def close(self, tag: Markup, floor: int) -> None:
        """End the last element of that name; of those opened in the same way, and after the first `floor` ones."""
        self._flush()
        for index in range(len(self._elements) - 1, floor - 1, -1):
            element = self._elements[index]
            if element.name == tag.name and element.raw == tag.raw:
                del self._elements[index]
                self._restyle()
                if element.link:
                    self._end_link(element.link, element.first, tag.end)
                elif not (element.styles or tag.raw):
                    self.text(tag.start, tag.end)
                return

    def close_to(self, floor: int) -> None:
        """End all elements but the first `floor` ones."""
        self._flush()
        ended, self._elements = self._elements[floor:], self._elements[:floor]
        self._restyle()
        for element in ended:
            # One of Markdown goes on in its other block, and is not empty there.
            if element.link and (element.raw or len(self._runs) > element.first):
                self._end_link(element.link, element.first)

    def take(self, *, trim: bool = True) -> list[Run]:
        """Hand over the runs written so far, and begin with none."""
        self._flush()
        for index, element in enumerate(self._elements):  # those around the block
            if element.link and len(self._runs) > element.first:
                self._end_link(element.link, element.first)
            self._elements[index] = element._replace(first=0)
        runs, self._runs = self._runs, []
        if trim and runs and (runs[0].text[:1].isspace() or runs[-1].text[-1:].isspace()):
            return _trimmed(runs)
        return runs

    def _end_link(self, link: Link, first: int, end: int = 0) -> None:
        """Tell the runs of a link where it ends; one without any becomes a run without text."""
        inside = self._runs[first:]
        end = max(end, link.span.end, inside[-1].span.end if inside else 0)
        ended = link._replace(span=Span(link.span.start, end))
        if not inside:
            self._runs.append(Run("", ended.span, self._styles, ended))
        elif ended != link:
            self._runs[first:] = [run._replace(link=ended) if run.link is link else run for run in inside]

    def _restyle(self) -> None:
        self._styles, self._link = 0, None
        for element in self._elements:
            self._styles |= element.styles
            self._link = element.link or self._link

    def _flush(self) -> None:
        """Make runs of the text that is none yet."""
        start, end = self._start, self._end
        if start == end:
            return
        self._start = end
        text = self._text[start:end]
        if text.isascii() and "\0" not in text:
            self._runs.append(Run(text, Span(start, end), self._styles, self._link))
            return
        at = start
        for first, last, meant in repairs(text):
            self._add_visible(at, start + first)
            at = start + last
            self._add(meant, start + first, at)
        self._add_visible(at, end)

    def _add_visible(self, start: int, end: int) -> None:
        """Add `[start, end)` of the source without what is invisible."""
        for found in _INVISIBLE.finditer(self._text, start, end):
            at = found.start()
            if start < at:
                self._add(self._text[start:at], start, at)
            if found[0] == "\0":
                self._add("\ufffd", at, at + 1)
            start = at + 1
        if start < end:
            self._add(self._text[start:end], start, end)

    def _add(self, shown: str, start: int, end: int) -> None:
        self._runs.append(Run(shown, Span(start, end), self._styles, self._link))


def _styles_of(css: str) -> int:
    return sum(bit for pattern, bit in _CSS if pattern.search(css))


def _trimmed(runs: list[Run]) -> list[Run]:
    """Leave out the line breaks and blanks at both ends of a block."""
    first, end = 0, len(runs)
    while end and _is_blank(runs[end - 1]):
        end -= 1
    while first < end and _is_blank(runs[first]):
        first += 1
    runs = runs[first:end]
    if runs and runs[-1].is_verbatim and runs[-1].text[-1:] in _BLANKS:
        text, span, styles, link = runs[-1]
        text = text.rstrip(_BLANKS) or text
        runs[-1] = Run(text, Span(span.start, span.start + len(text)), styles, link)
    if runs and runs[0].is_verbatim and runs[0].text[:1] in _BLANKS:
        text, span, styles, link = runs[0]
        text = text.lstrip(_BLANKS) or text
        runs[0] = Run(text, Span(span.end - len(text), span.end), styles, link)
    return runs


def _is_blank(run: Run) -> bool:
    """Tell whether nobody misses a run at the end of a block; what is all that a link has, is missed."""
    is_break = bool(run.styles & ANY_BREAK)
    return is_break or (run.is_verbatim and run.text.isspace() and not run.link)
