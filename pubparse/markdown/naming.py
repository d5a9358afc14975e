"""Tags of HTML in reading order in, the elements that they make out, each with what the page calls it: its class."""

from typing import Final, NamedTuple

from pubparse.markdown.markup import Markup
from pubparse.text.span import Span

_EMPTY: Final = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


class Element(NamedTuple):
    """An element of HTML that was closed: its tag, its classes as written, where it stands, and what is in it."""

    tag: str
    classes: str
    span: Span
    inner: Span


class Elements:
    """The elements of a page, those inside others first."""

    def __init__(self) -> None:
        """Begin with none."""
        self.closed: list[Element] = []
        self._open: list[Markup] = []
        self._count: dict[str, int] = {}  # of open ones by name, so that a stray end is no search

    def open(self, tag: Markup) -> None:
        """Take in where one begins."""
        if tag.name not in _EMPTY:
            self._open.append(tag)
            self._count[tag.name] = self._count.get(tag.name, 0) + 1

    def close(self, tag: Markup) -> None:
        """Take in where one ends; those in it that were never closed are none."""
        if not self._count.get(tag.name):
            return
        name = ""
        while name != tag.name:
            begun = self._open.pop()
            name = begun.name
            self._count[name] -= 1
        span, inner = Span(begun.start, tag.end), Span(begun.end, tag.start)
        self.closed.append(Element(name, begun.attributes.get("class", ""), span, inner))
