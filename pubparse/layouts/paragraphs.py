"""Paragraphs in, entries out: one a paragraph, one over several (title, authors, venue), or several in one.

What a line looks like tells which it is: a paragraph goes on with an entry that lacks what it looks like, and begins
another where that is there already.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from pubparse.layouts.cuts import cut
from pubparse.layouts.entries import Claim, Entry, Heading, Layout, Prose
from pubparse.layouts.joining import break_between, joined, names_fold
from pubparse.layouts.lines import LABEL, Runs, extent, text_of
from pubparse.layouts.looks import Look, is_caption, look_at, says_legend
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import BOLD, HARD_BREAK, IMAGE, ITALIC, Run
from pubparse.text.span import Span, hull

_NAME: Final = "paragraphs"
_FACES: Final = BOLD | ITALIC
_CAPTION_WORDS: Final = 6
_MOST_ITEMS: Final = 8


class _Unit(NamedTuple):
    """A paragraph, or one of the entries in it: its runs and what they look like; none where a line is drawn."""

    runs: Runs
    span: Span
    look: Look
    labelled: bool = False
    is_cut: bool = False  # one of several in a paragraph

    @property
    def is_text(self) -> bool:
        return bool(self.runs) and not (self.look.image or self.look.prose or self.look.links)

    @property
    def has_lines(self) -> bool:
        return any(run.styles & HARD_BREAK for run in self.runs)

    @property
    def face(self) -> int:
        """How it begins: bold, italic, as a link; 0 where that is like most text."""
        first = next((run for run in self.runs if run.text.strip() and not run.styles & IMAGE), self.runs[0])
        return first.styles & _FACES | (1 << 20 if first.link else 0)

    @property
    def is_caption(self) -> bool:
        """Whether it may head what follows it."""
        look = self.look
        if not self.is_text or look.people or self.labelled or look.words > _CAPTION_WORDS:
            return False
        return not any(run.link for run in self.runs)


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    """Take every stretch that begins with a paragraph, as far as paragraphs and what belongs to them goes."""
    claims: list[Claim] = []
    first: int | None = None
    for at, (block, following) in enumerate(zip([*blocks, None], [*blocks[1:], None, None], strict=True)):
        if block is not None and (_opens(block, following) or (first is not None and _goes_on(block))):
            first = at if first is None else first
        elif first is not None:
            last = at - 1 if block is not None and block.kind == "list" and is_caption(blocks[at - 1]) else at
            if last > first:
                claims.append(Claim(first, last, _score(blocks[first:last])))
            first = None
    return claims


def _score(stretch: Sequence[Block]) -> float:
    """A list alone is a list; those that only number the paragraphs between them, or hang under them, are not."""
    return 0.92 if any(block.kind == "list" for block in stretch) else 0.5


def _opens(block: Block, following: Block | None) -> bool:
    if block.kind == "html":
        return not holds_list(block)
    if block.kind == "list":
        return following is not None and following.kind == "paragraph" and _is_number(block)
    return block.kind == "paragraph" and block.marker != "summary"


def _goes_on(block: Block) -> bool:
    if block.kind == "quote":
        return all(child.kind == "paragraph" for child in block.children)
    return block.kind in ("rule", "code") or (block.kind == "list" and _hangs(block))


def _is_number(block: Block) -> bool:
    """Whether a list is but the number and first line of an entry: the paragraphs after it were not indented."""
    if len(block.children) != 1 or not block.children[0].marker[:1].isdigit():
        return False
    inside = block.children[0].children
    return len(inside) == 1 and inside[0].kind == "paragraph" and not look_at(inside[0].runs).is_whole


def _hangs(block: Block) -> bool:
    """Whether a list under a paragraph goes on with its entry: authors, venue, links."""
    if len(block.children) > _MOST_ITEMS or any(len(item.children) != 1 for item in block.children):
        return False
    looks = [look_at(item.children[0].runs) for item in block.children]
    return not any(look.is_whole or look.prose for look in looks) and any(
        look.keyed or look.links or look.is_people for look in looks
    )


def holds_list(fold: Block) -> bool:
    """Whether a fold holds more than an abstract: a list, or headings."""
    stack = list(fold.children)
    while stack:
        block = stack.pop()
        if block.kind == "heading" or (block.kind in ("list", "table") and len(block.children) > 1):
            return True
        stack += block.children
    return False


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Heading | Prose]:
    units = [unit for block in blocks for unit in _units(block)]
    stretch = _Stretch(units)
    current: _Growing | None = None
    for place, unit in enumerate(units):
        if not unit.runs:
            if current:
                yield current.finish()
            current = None
        elif unit.look.prose or says_legend(unit.runs):
            yield Prose(unit.runs, unit.span, "paragraph")
            if current and current.text:
                current.is_closed = True
        elif stretch.is_heading(place):
            if current:
                yield current.finish()
            current = None
            yield Heading(1, unit.runs, unit.span)
        elif current and not stretch.begins(unit, current):
            current.add(unit)
        else:
            if current:
                yield current.finish()
            current = _Growing()
            current.add(unit)
    if current:
        yield current.finish()


def _units(block: Block) -> Iterator[_Unit]:
    if block.kind == "html":
        summary = next((child for child in block.children[:1] if child.marker == "summary"), None)
        if summary and not names_fold(summary):
            yield _Unit(joined([summary]), block.span, look_at(summary.runs))
    elif block.kind == "rule":
        yield _Unit((), block.span, Look(0))
    elif block.children:
        for child in block.children:
            runs = joined([child])
            yield _Unit(runs, child.span, look_at(runs), block.kind == "list" and len(block.children) == 1)
    elif block.runs and block.kind != "code":
        runs = joined([block])
        pieces = cut(runs)
        for piece in pieces:
            span = block.span if len(pieces) == 1 else extent(piece)
            yield _Unit(piece, span, look_at(piece), bool(LABEL.match(text_of(piece))), len(pieces) > 1)


@dataclass(slots=True)
class _Growing:
    """The entry that paragraphs are being added to, and what it has by now."""

    units: list[_Unit] = field(default_factory=list)
    text: _Unit | None = None  # the first that is more than a picture
    title: bool = False
    people: bool = False
    when: bool = False  # or where
    is_closed: bool = False  # an abstract came after it

    def add(self, unit: _Unit) -> None:
        self.units.append(unit)
        look = unit.look
        if not unit.is_text:
            return
        if self.text is None and not look.is_whole and not unit.has_lines:
            self.text, self.people = unit, look.people and look.is_people
            self.title = not self.people  # which may speak of people and years
            return
        self.text = self.text or unit
        self.title = self.title or not look.is_people
        self.people = self.people or look.people or look.is_people
        self.when = self.when or look.dated or look.outlet

    @property
    def is_full(self) -> bool:
        return self.people or self.when

    def finish(self) -> Entry | Prose:
        runs: list[Run] = []
        for unit in self.units:
            if runs:
                runs.append(break_between(runs, unit.runs))
            runs += unit.runs
        span = hull(unit.span for unit in self.units)
        if any(unit.look.says_something or unit.look.quoted for unit in self.units) or any(run.link for run in runs):
            return Entry(tuple(runs), span, _NAME)
        return Prose(tuple(runs), span, "paragraph")


class _Stretch:
    """What the paragraphs of a stretch have in common."""

    def __init__(self, units: Sequence[_Unit]) -> None:
        self.units = units
        self.labelled = sum(unit.labelled for unit in units) > 1
        shown = next((unit for unit in units if unit.look.image or unit.is_text and not unit.is_caption), None)
        self.pictures_first = bool(shown and shown.look.image)
        captions = [place for place, unit in enumerate(units) if unit.is_caption]
        between = [
            sum(unit.look.is_whole for unit in units[place + 1 : following])
            for place, following in pairwise([*captions, len(units)])
        ]
        self.captions = frozenset(captions if any(count > 1 for count in between) else ())

    def is_heading(self, place: int) -> bool:
        """Whether a short paragraph heads what follows, and is not the title of one entry."""
        unit = self.units[place]
        following = self.units[place + 1] if place + 1 < len(self.units) else None
        if not unit.is_caption or following is None or following.look.image:
            return False
        text = text_of(unit.runs).strip(" *-–—:：()[]")
        if text.isdigit() or text_of(unit.runs).rstrip().endswith((":", "：")):
            return True
        return place in self.captions and (following.look.is_whole or following.labelled)

    def begins(self, unit: _Unit, current: _Growing) -> bool:
        """Whether a paragraph begins another entry."""
        look = unit.look
        if unit.labelled or unit.is_cut or self.labelled:
            return unit.labelled or unit.is_cut
        if look.links or current.text is None:
            return False
        if look.image:
            return current.is_full and self.pictures_first
        if look.is_whole:
            return current.is_full or current.is_closed
        if look.is_people and not current.people or not (look.people or current.title):
            return False
        if unit.face and unit.face == current.text.face:
            return True
        return not ((look.dated or look.outlet) and not current.when)


PARAGRAPHS = Layout(_NAME, _claims, _split)
