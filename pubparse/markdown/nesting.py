"""Blocks inside blocks: openings and closings, whatever their order, in; frozen `Block`s with runs or children out.

It is lenient as a browser is: what is never closed ends with what it stands in, an `<li>` ends the one before it, and a
cell without a row gets one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pubparse.markdown.elements import SOLE_CHILDREN, SOLE_PARENTS, WALLS
from pubparse.markdown.lenient import pair_bold
from pubparse.markdown.runs import Run
from pubparse.markdown.writer import RunWriter
from pubparse.text.span import Span, hull

MAX_DEPTH: Final = 100
"""Blocks inside each other; containers nested deeper are read as if they were not there, but what they hold is."""


class Block(NamedTuple):
    """A block of a page, holding either runs or other blocks.

    `kind` is "heading", "paragraph", "list", "item", "quote", "table", "row", "cell", "code", "rule", or "html" for
    what a reader unfolds (`<details>`, whose `<summary>` is a paragraph). A list holds items, a table rows, a row
    cells, and nothing else; a cell holds runs, or blocks where it has a list or the like in it.
    `span` is whole lines, without the last newline, of Markdown, and exact of HTML and of cells.
    `level` is that of a heading, else 0. `marker` is that of an item as written ("*", "3.", "12)"), that which a
    browser shows for one of HTML, or "dt" or "dd"; "details" and "summary" name those two; else it is empty.
    `marker_at` is where that of an item of Markdown stands, else -1.
    """

    kind: str
    span: Span
    level: int = 0
    marker: str = ""
    runs: tuple[Run, ...] = ()
    children: tuple["Block", ...] = ()
    marker_at: int = -1


@dataclass(slots=True)
class Frame:
    """A block that is still open."""

    kind: str
    start: int
    end: int
    raw: bool  # written as HTML
    leaf: bool  # its text is being written
    level: int = 0
    marker: str = ""
    marker_at: int = -1
    number: int | None = None  # of the next item, in an ordered list of HTML
    depth: int = 0  # how many inline elements were open before it
    floor: int = 0  # how many inline elements a closing tag in it does not reach
    children: list[Block] = field(default_factory=list)


class Nesting:
    """The blocks that are open, and the text being written into the innermost of them."""

    def __init__(self, writer: RunWriter) -> None:
        """Begin with nothing open but the page, the text of which `writer` takes."""
        self.writer = writer
        self.top = Frame("", 0, 0, raw=False, leaf=False)
        """The innermost block that is open."""
        self._frames = [self.top]

    @property
    def depth(self) -> int:
        """How many blocks are open, and the page around them."""
        return len(self._frames)

    def open(self, frame: Frame) -> None:
        """Open a block; `make_room` comes first."""
        if frame.leaf or len(self._frames) < MAX_DEPTH:
            self._push(frame)

    def begin_text(self, start: int, end: int) -> None:
        """Open a paragraph, unless text that comes now already has a block to go into."""
        self._imply("paragraph", start)
        if self.top.kind == "cell" and not self.top.children:
            self.top.leaf = True
        else:
            start = self.writer.opened_from(self.top.depth, start)
            self._push(Frame("paragraph", start, end, raw=True, leaf=True))

    def make_room(self, kind: str, at: int) -> None:
        """Make the innermost block one that a block of this kind can stand in."""
        top = self.top
        if top.leaf:
            if top.kind == "cell":
                self._put_text_in_paragraph(top)
            else:
                self.close_to(len(self._frames) - 1)
            top = self.top
        if kind in SOLE_PARENTS or top.kind in SOLE_CHILDREN:
            self._imply(kind, at)

    def close_to(self, depth: int, end: int = 0) -> None:
        """Close all blocks but the outermost `depth` ones; the last of them ends at `end`, if that is known."""
        frames, writer = self._frames, self.writer
        while len(frames) > depth:
            frame = frames.pop()
            self.top = frames[-1]
            if writer.depth > frame.depth:
                writer.close_to(frame.depth)
            if len(frames) == depth and end > frame.end:
                frame.end = end
            self._close(frame)

    def nearest(self, kind: str) -> int:
        """Return how many blocks are around the innermost one of this kind that a tag can reach; 0 where none is."""
        walls = WALLS[kind]
        for index in range(len(self._frames) - 1, 0, -1):
            frame = self._frames[index]
            if frame.kind == kind and frame.raw:
                return index
            if frame.kind in walls or not (frame.raw or frame.leaf):
                break
        return 0

    def add(self, block: Block) -> None:
        """Put a finished block into the innermost open one."""
        top = self.top
        top.children.append(block)
        if block.span.end > top.end:
            top.end = block.span.end

    def _push(self, frame: Frame) -> None:
        frame.depth = self.writer.depth
        # Tags may overlap paragraphs of HTML, but nothing else: `<b><p>x</p></b>`.
        frame.floor = self.top.floor if frame.raw and frame.leaf and frame.kind != "cell" else frame.depth
        self._frames.append(frame)
        self.top = frame

    def _close(self, frame: Frame) -> None:
        kind = frame.kind
        runs: Sequence[Run] = ()
        if frame.leaf:
            runs = self._take(frame)
            if not runs and kind == "paragraph":
                return
        elif not frame.children and kind not in {"item", "cell"}:
            return
        span = Span(frame.start, frame.end)
        self.add(Block(kind, span, frame.level, frame.marker, tuple(runs), tuple(frame.children), frame.marker_at))

    def _take(self, frame: Frame) -> Sequence[Run]:
        code = frame.kind == "code"
        runs: Sequence[Run] = self.writer.take(trim=not code)
        if not code:
            runs = pair_bold(runs)
        if runs and runs[-1].span.end > frame.end:
            frame.end = runs[-1].span.end
        return runs

    def _put_text_in_paragraph(self, cell: Frame) -> None:
        cell.leaf = False
        if runs := self._take(cell):
            self.add(Block("paragraph", hull(run.span for run in runs), runs=tuple(runs)))

    def _imply(self, kind: str, at: int) -> None:
        """Open the list around a stray item, the row around a stray cell, the item around stray text, and so on."""
        missing = [kind]
        while (parent := SOLE_PARENTS.get(missing[-1])) and parent != self.top.kind:
            missing.append(parent)
        while (child := SOLE_CHILDREN.get(self.top.kind)) and child != missing[-1]:
            self._push(Frame(child, at, at, raw=True, leaf=False))
        for parent in missing[:0:-1]:
            self._push(Frame(parent, at, at, raw=True, leaf=False))
