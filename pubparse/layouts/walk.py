"""A document in, its `Listing` out: each stretch of blocks goes to the layout that claims it most surely."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from pubparse.layouts.cards import carded
from pubparse.layouts.entries import Entry, Heading, Layout, Listing, Prose
from pubparse.layouts.keys import without_keys
from pubparse.layouts.lines import unlabelled
from pubparse.layouts.looks import heads_list
from pubparse.layouts.named import Names, broken, names_of
from pubparse.markdown.blocks import Block, Document

_CAPTION_LEVEL = 7  # of a paragraph that heads the list below it: below any heading

_SECTION_WORDS = 3


def find_entries(document: Document) -> Listing:
    """Find every entry of a document; whether a list is one of publications is for the page to decide."""
    walk = _Walk(names_of(document.elements))
    blocks = carded(document.blocks, walk.names) if walk.names.cards else document.blocks
    stack = [(_steps(blocks), "")]
    above: list[tuple[Heading, ...]] = []  # each fold
    while stack:
        steps, kind = stack[-1]
        step = next(steps, None)
        if step is None:
            stack.pop()
            if kind == "html":
                walk.section = above.pop()
            continue
        layout, taken, before_list = step
        if taken[0].kind == "html" and not layout:
            above.append(walk.section)
        if inner := walk.take(layout, taken, before_list):
            stack.append((_steps(inner), taken[0].kind))
    # An item may go on behind the list of entries that stands in it.
    return Listing(tuple(sorted(walk.entries, key=lambda entry: entry.span.start)), tuple(walk.prose))


def _steps(blocks: tuple[Block, ...]) -> Iterator[tuple[Layout | None, tuple[Block, ...], bool]]:
    """What to do one after the other: blocks that a layout takes, or one that none does, and whether a list follows."""
    at = 0
    for first, last, layout in [*_settle(blocks), (len(blocks), len(blocks), None)]:
        for place in range(at, first):
            yield None, blocks[place : place + 1], place + 1 == first < len(blocks)
        if layout:
            yield layout, blocks[first:last], False
        at = last


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
    from pubparse import layouts as package
    from pubparse.registry import collect

    return collect(package, Layout)


@dataclass(slots=True)
class _Walk:
    """What has been found so far, and the headings above what comes next."""

    names: Names
    entries: list[Entry] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    section: tuple[Heading, ...] = ()

    def take(self, layout: Layout | None, blocks: tuple[Block, ...], before_list: bool) -> tuple[Block, ...]:
        """Take in what a layout makes of blocks, or one block that no layout takes; what is in that comes back."""
        if layout:
            self._split(layout, blocks)
            return ()
        (block,) = blocks
        if block.kind == "heading":
            self._head(Heading(block.level, block.runs, block.span))
        elif block.marker == "summary" or (before_list and heads_list(block)):
            self._head(Heading(_CAPTION_LEVEL, block.runs, block.span))
        elif block.runs:
            self.prose.append(Prose(block.runs, block.span, block.kind, self.section))
        return block.children

    def _head(self, heading: Heading) -> None:
        self.section = tuple(head for head in self.section if head.level < heading.level)
        self.prose.append(Prose(heading.runs, heading.span, "heading", self.section))
        self.section += (heading,)

    def _split(self, layout: Layout, blocks: tuple[Block, ...]) -> None:
        above = self.section
        levels = [block.level for block in blocks if block.kind == "heading"]
        if levels:
            # A title that is a heading ends what is under an earlier one of its level, which may head titles itself.
            lowest = min(levels) - (not self._is_bare(above))
            self.section = tuple(head for head in above if head.level <= lowest)
        base = above[-1].level if above else 0
        for found in layout.split(blocks):
            if isinstance(found, Heading):
                self._head(replace(found, level=base + found.level))
            elif isinstance(found, Prose):
                self.prose.append(replace(found, section=self.section))
            else:
                self._enter(found._replace(is_set_off=layout.sets_off))
        self.section = above

    def _is_bare(self, section: tuple[Heading, ...]) -> bool:
        """Whether the last heading is of few words, and nothing stands under it so far."""
        if not section or len(section[-1].text.split()) > _SECTION_WORDS:
            return False
        last = section[-1].span
        return self.prose[-1].span == last and all(one.span < last for one in self.entries[-1:])

    def _enter(self, entry: Entry) -> None:
        """Take in an entry, without what numbers it and the keys before its lines."""
        named = self.names.within(entry.span)
        runs, hints = without_keys(unlabelled(broken(entry.runs, named) if named else entry.runs))
        if runs:
            hints = entry.hints or hints
            self.entries.append(entry._replace(runs=runs, section=self.section, hints=(*hints, *named)))
