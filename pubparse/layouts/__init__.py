"""Blocks of a document in, its entries out: every way a page may lay out a list is one file here.

A module declares a `Layout`. Each is asked which stretches of blocks it would take, and how surely; the surest claims
win, the rest of the page is prose, where legends and the owner's name are looked for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import HARD_BREAK, Run
from pubparse.text.span import Span, hull
from pubparse.text.visible import Visible


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above entries: its level, 1 to 6 (a list item that only groups others counts on from there), and runs."""

    level: int
    runs: tuple[Run, ...]
    span: Span

    @property
    def visible(self) -> Visible:
        """What a reader sees, with the map back to the source."""
        return Visible.join((run.text, run.span, len(run.text) == run.span.end - run.span.start) for run in self.runs)

    @property
    def text(self) -> str:
        """What a reader sees, white space made single."""
        return " ".join("".join(run.text for run in self.runs).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be a publication: its runs, where it stands, the headings above it, and the list (by number) it is in."""

    runs: tuple[Run, ...]
    span: Span
    layout: str
    section: tuple[Heading, ...] = ()
    group: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A block that is in no entry: headings themselves and paragraphs, with the headings above them."""

    runs: tuple[Run, ...]
    span: Span
    kind: str
    section: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Blocks [first, last) of a sequence of siblings, and how surely they are of this layout (0 to 1)."""

    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out a list.

    `claims` looks at sibling blocks and says which it would take; `split` makes the entries of what it was given (their
    section and group are filled in by the caller).
    """

    name: str
    claims: Callable[[tuple[Block, ...]], list[Claim]]
    split: Callable[[tuple[Block, ...]], Iterator[Entry | Heading]]


@dataclass(frozen=True, slots=True)
class Listing:
    """All entries of a page and all its prose, each in page order."""

    entries: tuple[Entry, ...]
    prose: tuple[Prose, ...]


def find_entries(blocks: tuple[Block, ...]) -> Listing:
    """Find every entry of a document's blocks; whether a list is one of publications is for the page to decide."""
    walk = _Walk([], [])
    walk.siblings(blocks)
    return Listing(tuple(walk.entries), tuple(walk.prose))


@dataclass(slots=True)
class _Walk:
    entries: list[Entry]
    prose: list[Prose]
    section: tuple[Heading, ...] = ()
    group: int = 0

    def siblings(self, blocks: tuple[Block, ...]) -> None:
        at = 0
        for first, last, layout in _settle(blocks):
            for block in blocks[at:first]:
                self.other(block)
            self.take(layout, blocks[first:last])
            at = last
        for block in blocks[at:]:
            self.other(block)

    def take(self, layout: Layout, blocks: tuple[Block, ...]) -> None:
        self.group += 1
        above = self.section
        for found in layout.split(blocks):
            if isinstance(found, Heading):  # a list item over a list of its own
                self.group += 1
                base = above[-1].level if above else 0
                self.section = tuple(head for head in self.section if head.level < base + found.level) + (
                    replace(found, level=base + found.level),
                )
            elif found.runs:
                self.entries.append(replace(found, section=self.section, group=self.group))
        self.section = above

    def other(self, block: Block) -> None:
        if block.kind == "heading":
            self.section = tuple(head for head in self.section if head.level < block.level)
            self.prose.append(Prose(block.runs, block.span, block.kind, self.section))
            self.section += (Heading(block.level, block.runs, block.span),)
        elif block.runs:
            self.prose.append(Prose(block.runs, block.span, block.kind, self.section))
        elif block.children:
            self.siblings(block.children)


def _settle(blocks: tuple[Block, ...]) -> list[tuple[int, int, Layout]]:
    """Let the surest claims win where two overlap."""
    claims = [(claim, layout) for layout in layouts() for claim in layout.claims(blocks)]
    taken: list[tuple[int, int, Layout]] = []
    free = [True] * len(blocks)
    for claim, layout in sorted(claims, key=lambda pair: -pair[0].score):
        if all(free[claim.first : claim.last]):
            free[claim.first : claim.last] = [False] * (claim.last - claim.first)
            taken.append((claim.first, claim.last, layout))
    return sorted(taken, key=lambda stretch: stretch[0])


@cache
def layouts() -> tuple[Layout, ...]:
    """All layouts there are."""
    from pubparse import layouts as package  # noqa: PLC0415
    from pubparse.registry import collect  # noqa: PLC0415

    return collect(package, Layout)


def joined(blocks: tuple[Block, ...]) -> tuple[Run, ...]:
    """The runs of several blocks as those of one entry, a line break between each two."""
    leaves = [leaf for block in blocks for leaf in _leaves(block) if leaf.runs]
    runs: list[Run] = []
    for before, leaf in pairwise([None, *leaves]):
        assert leaf is not None
        if before is not None:
            runs.append(Run("\n", Span(before.runs[-1].span.end, leaf.runs[0].span.start), HARD_BREAK, None))
        runs += leaf.runs
    return tuple(runs)


def _leaves(block: Block) -> Iterator[Block]:
    """Leaf blocks in page order, without recursion: lists nest as deep as pages like."""
    stack = [block]
    while stack:
        top = stack.pop()
        if top.children:
            stack += reversed(top.children)
        elif top.kind != "code":
            yield top


def extent(runs: tuple[Run, ...]) -> Span:
    """Where runs stand in the source, from the first to the last."""
    return hull(run.span for run in runs)
