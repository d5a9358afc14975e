"""The blocks of a page: a `Source` in, a `Document` of nested blocks of runs, and problems, out.

HTML that is a block makes the same blocks as Markdown: `<ol>` a list, `<td>` a cell, `<div>` the bounds of a paragraph.
What CommonMark ends at a blank line goes on here: blocks between `<ol>` and `</ol>` are in one list, however written.
"""

from dataclasses import dataclass

from pubparse.markdown.elements import BOUNDS, CONTAINERS, LEAVES, SOLE_PARENTS
from pubparse.markdown.front_matter import end_of_bare_keys, find_front_matter, find_toml
from pubparse.markdown.hiding import find_end, is_folded
from pubparse.markdown.html import HIDDEN_ELEMENTS, find_hidden_end
from pubparse.markdown.markup import Markup
from pubparse.markdown.naming import Element, Elements
from pubparse.markdown.nesting import Block, Frame, Nesting
from pubparse.markdown.runs import HARD_BREAK, SOFT_BREAK
from pubparse.markdown.stream import read_page
from pubparse.markdown.writer import INLINE_ELEMENTS, RunWriter
from pubparse.text.source import Source
from pubparse.text.span import Span

__all__ = ["Block", "Document", "parse_blocks"]


@dataclass(frozen=True, slots=True)
class Document:
    """A page read: where its YAML or TOML stands (without fences), its blocks, its HTML comments and declarations.

    `elements` are those of HTML, if the page gives any of them a class.
    """

    front_matter: Span | None
    blocks: tuple[Block, ...]
    hidden: tuple[Span, ...]
    elements: tuple[Element, ...] = ()


def parse_blocks(source: Source) -> Document:
    """Read a page. Any text is one: nothing is raised, and what is never closed ends with the page."""
    front_matter, start = find_front_matter(source.text)
    if front_matter is None:
        front_matter, start = find_toml(source.text)
    start = start or end_of_bare_keys(source.text)
    builder = _Builder(source.text)
    read_page(source, start, builder)
    blocks = builder.finish()
    return Document(front_matter, blocks, tuple(builder.hidden), tuple(builder.elements.closed))


class _Builder:
    """The `Sink` of a page: what each piece of it does to the blocks that are open."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.writer = RunWriter(page)
        self.nesting = Nesting(self.writer)
        self.around: list[int] = []  # for each Markdown block that is open, how many blocks are around it
        self.hidden: list[Span] = []
        self.shown_from = 0  # where a comment or script ends that the Markdown around it does not know of
        self.never_closed: set[str] = set()  # elements and comments, from here on
        self.elements = Elements()
        self.has_classes = "class=" in page

    def finish(self) -> tuple[Block, ...]:
        self.nesting.close_to(1)
        return tuple(self.nesting.top.children)

    def text(self, start: int, end: int) -> None:
        if start < self.shown_from:
            start = self.shown_from
            if start >= end:
                return
        if not self.nesting.top.leaf:
            if self.page[start:end].isspace():
                return
            self.nesting.begin_text(start, end)
        self.writer.text(start, end)

    def atom(self, shown: str, start: int, end: int) -> None:
        if start < self.shown_from:
            return
        if not self.nesting.top.leaf:
            self.nesting.begin_text(start, end)
        self.writer.atom(shown, start, end)

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        top = self.nesting.top
        if top.leaf and start >= self.shown_from:
            self.writer.line_break(HARD_BREAK if hard or top.kind == "code" else SOFT_BREAK, start, end)

    def comment(self, start: int, end: int, *, closed: bool) -> None:
        if start < self.shown_from:
            return
        if not closed and "comment" not in self.never_closed:
            # A comment may go on where CommonMark has ended the HTML that it is in.
            found = self.page.find("-->", end)
            if found < 0:
                self.never_closed.add("comment")
            else:
                self.shown_from = end = found + len("-->")
        self.hidden.append(Span(start, end))

    def open(self, tag: Markup) -> None:
        is_inline = tag.name in INLINE_ELEMENTS
        if not is_inline and not tag.raw:
            self.around.append(self.nesting.depth)
        if tag.start < self.shown_from:
            return
        if tag.raw and self.has_classes:
            self.elements.open(tag)
        if tag.attributes and tag.raw and is_folded(tag):
            self._hide(tag)
        if is_inline:
            self.writer.open(tag)
        elif tag.name in CONTAINERS:
            self._open_container(tag)
        elif tag.name in LEAVES:
            self._open_leaf(tag)
        else:
            self._open_other(tag)

    def close(self, tag: Markup) -> None:
        name = tag.name
        if tag.raw and tag.start < self.shown_from:
            return
        if tag.raw and self.has_classes:
            self.elements.close(tag)
        if name in INLINE_ELEMENTS:
            top = self.nesting.top
            self.writer.close(tag, top.floor)
            if tag.raw:
                top.end = max(top.end, tag.end)
        elif name == "html-block":
            self._end_html()
        elif not tag.raw:
            self.nesting.close_to(self.around.pop())
        elif name in CONTAINERS:
            self.nesting.close_to(self.nesting.nearest(CONTAINERS[name]) or self.nesting.depth, tag.end)
        elif name in LEAVES or name in BOUNDS:
            self._bound(tag)

    def _open_container(self, tag: Markup) -> None:
        nesting = self.nesting
        kind = CONTAINERS[tag.name]
        if tag.raw and kind in SOLE_PARENTS:
            siblings = nesting.nearest(SOLE_PARENTS[kind]) or (nesting.nearest("table") if kind == "cell" else 0)
            nesting.close_to(siblings + 1 if siblings else nesting.depth)
        nesting.make_room(kind, tag.start)
        frame = Frame(kind, tag.start, tag.end, tag.raw, leaf=kind == "cell")
        if kind == "item":
            frame.marker = _marker(tag, nesting.top)
            frame.marker_at = -1 if tag.raw else int(tag.attributes["at"])
        elif kind == "html":
            frame.marker = tag.name
        elif tag.name == "ol" and tag.raw and "reversed" not in tag.attributes:
            frame.number = _number(tag.attributes.get("start", ""), 1)
        nesting.open(frame)
        if tag.name == "th":
            self.writer.open(tag)

    def _open_leaf(self, tag: Markup) -> None:
        kind = LEAVES[tag.name]
        if kind == "paragraph" and self._only_ends_line():
            self._bound(tag)
            return
        level = int(tag.name[1:]) if kind == "heading" else 0
        self.nesting.make_room(kind, tag.start)
        frame = Frame(kind, tag.start, tag.end, tag.raw, leaf=True, level=level)
        frame.marker = tag.name if tag.name == "summary" else ""
        self.nesting.open(frame)

    def _open_other(self, tag: Markup) -> None:
        name = tag.name
        if name == "hr":
            self.nesting.make_room("rule", tag.start)
            self.nesting.add(Block("rule", Span(tag.start, tag.end)))
        elif name == "br":
            self.line_break(tag.start, tag.end, hard=True)
        elif name in BOUNDS:
            self._bound(tag)
        elif name in HIDDEN_ELEMENTS:
            self._hide(tag)

    def _only_ends_line(self) -> bool:
        """Tell whether the bounds of a paragraph are but line breaks here: in a cell, and in a block of Markdown."""
        top = self.nesting.top
        return top.leaf and (top.kind == "cell" or not top.raw)

    def _bound(self, tag: Markup) -> None:
        """End the paragraph, if there is one."""
        top = self.nesting.top
        if self._only_ends_line():
            if not self.writer.line_is_empty:
                self.writer.line_break(HARD_BREAK, tag.start, tag.end if tag.raw else tag.start)
        elif top.leaf:
            self.nesting.close_to(self.nesting.depth - 1, tag.end if LEAVES.get(tag.name) == top.kind else 0)

    def _end_html(self) -> None:
        """End text and inline elements with the HTML block they are in, but no containers."""
        top = self.nesting.top
        if top.leaf and top.kind != "cell":
            self.nesting.close_to(self.nesting.depth - 1)
        self.writer.close_to(self.nesting.top.floor)

    def _hide(self, tag: Markup) -> None:
        """Show nothing of what an element holds, if it is closed."""
        name = tag.name
        if name in self.never_closed:
            return
        end = find_hidden_end(name, self.page, tag.end) if name in HIDDEN_ELEMENTS else find_end(tag, self.page)
        if end < 0:
            self.never_closed.add(name)
        else:
            self.shown_from = end


def _marker(tag: Markup, parent: Frame) -> str:
    if not tag.raw:
        return tag.attributes["marker"]
    if tag.name != "li":
        return tag.name
    if parent.number is None:
        return "*"
    number = _number(tag.attributes.get("value", ""), parent.number)
    parent.number = number + 1
    return f"{number}."


def _number(digits: str, default: int) -> int:
    return int(digits) if len(digits) < 10 and digits.isascii() and digits.isdigit() else default
