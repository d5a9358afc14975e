"""Blocks in, those of each card put together, and an entry a card out: what HTML puts into one box is one entry."""

from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Hint, Layout, Prose
from pubparse.layouts.joining import joined, visible_leaves
from pubparse.layouts.lines import extent
from pubparse.layouts.looks import Look
from pubparse.layouts.named import Names
from pubparse.markdown.blocks import Block
from pubparse.text.span import hull

_NAME: Final = "cards"
_KIND: Final = "card"
_TOLD: Final = "told"
_MOST_LEAVES: Final = 16


def carded(blocks: tuple[Block, ...], names: Names) -> tuple[Block, ...]:
    """Put the blocks of each card into one; what holds several entries is no card."""
    cards = iter(names.cards)
    card = next(cards, None)
    found: list[Block] = []
    inside: list[Block] = []
    for block in blocks:
        while card and card.end <= block.span.start:
            found += _together(inside, names)
            inside, card = [], next(cards, None)
        if card and card.start <= block.span.start and block.span.end <= card.end:
            inside.append(block)
        else:
            found += _together(inside, names)
            found.append(block._replace(children=carded(block.children, names)) if block.children else block)
            inside = []
    return tuple(found + _together(inside, names))


def _together(blocks: list[Block], names: Names) -> list[Block]:
    """Give the card that blocks make, in which what tells of the work is marked; the blocks if they are none."""
    parts = [
        block._replace(marker=_TOLD) if names.is_aside(block.span) or _is_told(block) else block for block in blocks
    ]
    leaves = list(visible_leaves(part for part in parts if part.marker != _TOLD))
    if not leaves or len(leaves) > _MOST_LEAVES or sum(Look(leaf.runs).is_whole for leaf in leaves) > 1:
        return blocks
    return [Block(_KIND, hull(block.span for block in blocks), children=tuple(parts))]


def _is_told(block: Block) -> bool:
    """Whether a block is no part of an entry, as a legend is none, nor items of a list that say what the work does."""
    if block.kind != "list":
        return bool(block.runs) and Look(block.runs).is_told
    looks = [Look(joined([item])) for item in block.children]
    return not any(look.links or look.says_something or look.keyed for look in looks)


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    return [Claim(at, at + 1, 0.97) for at, block in enumerate(blocks) if block.kind == _KIND]


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    """What is told at the end of a card is none of its entry; what is told amid it is a note."""
    for card in blocks:
        parts = list(card.children)
        while parts[-1].marker == _TOLD:
            yield from (Prose(leaf.runs, leaf.span, leaf.kind) for leaf in visible_leaves([parts.pop()]))
        told = (joined([part]) for part in parts if part.marker == _TOLD)
        hints = tuple(Hint("note", extent(runs)) for runs in told if runs)
        yield Entry(joined(parts), hull(part.span for part in parts), _NAME, hints=hints)


CARDS = Layout(_NAME, _claims, _split)
