"""The blocks of a page: a `Source` in, a `Document` of nested blocks of runs, and problems, out.

HTML that is a block makes the same blocks as Markdown: `<ol>` a list, `<td>` a cell, `<div>` the bounds of a paragraph.
What CommonMark ends at a blank line goes on here: blocks between `<ol>` and `</ol>` are in one list, however written.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pubparse.markdown.elements import BOUNDS, CONTAINERS, LEAVES, SOLE_PARENTS
from pubparse.markdown.front_matter import find_front_matter
from pubparse.markdown.markup import TEXT, Markup
from pubparse.markdown.nesting import MAX_DEPTH, Block, Frame, Nesting
from pubparse.markdown.runs import HARD_BREAK, SOFT_BREAK
from pubparse.markdown.stream import read_markup
from pubparse.markdown.writer import INLINE_ELEMENTS, RunWriter
from pubparse.problems import Problem
from pubparse.text.source import Source
from pubparse.text.span import Span

__all__ = ["MAX_DEPTH", "Block", "Document", "parse_blocks"]


@dataclass(frozen=True, slots=True)
class Document:
    """A page read: where its YAML stands (without the fences), its blocks, and its HTML comments."""

    front_matter: Span | None
    blocks: tuple[Block, ...]
    hidden: tuple[Span, ...]


def parse_blocks(source: Source) -> tuple[Document, tuple[Problem, ...]]:
    """Read a page. Any text is one: nothing is raised, and what is never closed ends with the page."""
    front_matter, start = find_front_matter(source.text)
    builder = _Builder(source.text)
    builder.read(read_markup(source, start))
    return Document(front_matter, builder.finish(), tuple(builder.hidden)), ()


class _Builder:
    """What each piece of a page does to the blocks that are open."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.writer = RunWriter(text)
        self.nesting = Nesting(self.writer)
        self.outside: list[int] = []  # for each Markdown block that is open, how many blocks are around it
        self.hidden: list[Span] = []
        self.shown_from = 0  # what stands before is part of a comment or script
        self.handlers = (self._text, self._atom, self._break, self._open, self._close, self._comment)

    def read(self, pieces: Iterable[Markup]) -> None:
        handlers = self.handlers
        for piece in pieces:
            handlers[piece.kind](piece)

    def finish(self) -> tuple[Block, ...]:
        self.nesting.close_to(1)
        return tuple(self.nesting.top.children)

    def _text(self, piece: Markup) -> None:
        if self.nesting.top.leaf or self._begins_text(piece):
            self.writer.text(piece.start, piece.end)

    def _atom(self, piece: Markup) -> None:
        if self.nesting.top.leaf or self._begins_text(piece):
            self.writer.atom(piece.name, piece.start, piece.end)

    def _begins_text(self, piece: Markup) -> bool:
        if piece.kind == TEXT and self.source[piece.start : piece.end].isspace():
            return False
        self.nesting.begin_text(piece.start, piece.end)
        return True

    def _break(self, piece: Markup) -> None:
        if self.nesting.top.leaf:
            hard = piece.name or self.nesting.top.kind == "code"
            self.writer.line_break(HARD_BREAK if hard else SOFT_BREAK, piece.start, piece.end)

    def _open(self, piece: Markup) -> None:
        name = piece.name
        if name in INLINE_ELEMENTS:
            self.writer.open(piece)
            return
        if not piece.raw:
            self.outside.append(len(self.nesting.frames))
        if name in CONTAINERS:
            self._open_container(piece)
        elif name in LEAVES:
            self._open_leaf(piece)
        elif name == "hr":
            self.nesting.make_room("rule", piece.start)
            self.nesting.add(Block("rule", Span(piece.start, piece.end)))
        elif name == "br":
            self._break(piece)
        elif name in BOUNDS:
            self._bound(piece)

    def _open_container(self, piece: Markup) -> None:
        kind = CONTAINERS[piece.name]
        nesting = self.nesting
        if piece.raw and kind in SOLE_PARENTS:
            siblings = nesting.nearest(SOLE_PARENTS[kind]) or (nesting.nearest("table") if kind == "cell" else 0)
            nesting.close_to(siblings + 1 if siblings else len(nesting.frames))
        nesting.make_room(kind, piece.start)
        frame = Frame(kind, piece.start, piece.end, piece.raw, leaf=kind == "cell")
        frame.marker = _marker(piece, nesting.top)
        nesting.open(frame)
        if piece.name == "th":
            self.writer.open(piece)

    def _open_leaf(self, piece: Markup) -> None:
        kind = LEAVES[piece.name]
        top = self.nesting.top
        if kind == "paragraph" and top.leaf and (top.kind == "cell" or not top.raw):
            self._bound(piece)
            return
        level = int(piece.name[1:]) if kind == "heading" else 0
        self.nesting.open(Frame(kind, piece.start, piece.end, piece.raw, leaf=True, level=level))

    def _close(self, piece: Markup) -> None:
        name = piece.name
        if name in INLINE_ELEMENTS:
            self.writer.close(piece, self.nesting.top.floor)
        elif not piece.raw:
            self.nesting.close_to(self.outside.pop())
        elif name in CONTAINERS:
            self.nesting.close_to(self.nesting.nearest(CONTAINERS[name]) or len(self.nesting.frames), piece.end)
        elif name in LEAVES or name in BOUNDS:
            self._bound(piece)

    def _bound(self, piece: Markup) -> None:
        """End the paragraph, or the line where it is one of Markdown or a cell's."""
        top = self.nesting.top
        if top.leaf and (top.kind == "cell" or not top.raw):
            if not self.writer.line_is_empty:
                self.writer.line_break(HARD_BREAK, piece.start, piece.end if piece.raw else piece.start)
        elif top.leaf:
            self.nesting.close_to(len(self.nesting.frames) - 1, piece.end if LEAVES.get(piece.name) == top.kind else 0)

    def _comment(self, piece: Markup) -> None:
        self.hidden.append(Span(piece.start, piece.end))


def _marker(piece: Markup, parent: Frame) -> str:
    if piece.name == "li" and piece.raw:
        return "*"
    if piece.name in {"dt", "dd", "details"}:
        return piece.name
    return piece.attributes.get("marker", "")
