"""Blocks in, `Entry`, `Heading` and `Prose` out: the types of what layouts give, and of what a layout is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import Run
from pubparse.text.span import Span
from pubparse.text.visible import Visible


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above entries: its level, 1 to 6 (what groups entries without being one counts on), and its runs."""

    level: int
    runs: tuple[Run, ...]
    span: Span

    @property
    def visible(self) -> Visible:
        """What a reader sees, with the map back to the source."""
        return Visible.join((run.text, run.span, run.is_verbatim) for run in self.runs)

    @property
    def text(self) -> str:
        """What a reader sees, white space made single."""
        return " ".join("".join(run.text for run in self.runs).split())


class Hint(NamedTuple):
    """What a table's header or a key before a line says: the field, and where its value stands."""

    field: str
    span: Span


class Entry(NamedTuple):
    """What may be a publication: its runs, where it stands, the headings above it, and what keys say.

    `span` begins with the first line of it that is seen, or its bullet or number, and ends with its last block; what
    numbers it is not among its runs.
    """

    runs: tuple[Run, ...]
    span: Span
    layout: str
    section: tuple[Heading, ...] = ()
    hints: tuple[Hint, ...] = ()
    is_set_off: bool = True


@dataclass(frozen=True, slots=True)
class Prose:
    """A block that is in no entry: headings themselves and paragraphs, with the headings above them."""

    runs: tuple[Run, ...]
    span: Span
    kind: str
    section: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All entries of a page and all its prose, each in page order."""

    entries: tuple[Entry, ...]
    prose: tuple[Prose, ...]


class Claim(NamedTuple):
    """Blocks [first, last) of a sequence of siblings, and how surely they are of this layout (0 to 1)."""

    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out a list.

    `claims` looks at sibling blocks and says which it would take; `split` makes the entries of what it was given, the
    headings that stand among them, and prose of the rest (what is above an entry is filled in by the caller).
    `sets_off` says whether its entries look like no prose, by bullets, cells or headings of their own.
    """

    name: str
    claims: Callable[[tuple[Block, ...]], list[Claim]]
    split: Callable[[tuple[Block, ...]], Iterator[Entry | Heading | Prose]]
    sets_off: bool = True
