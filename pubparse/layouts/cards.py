"""Blocks in, those of each card put together, and an entry a card out: what HTML puts into one box is one entry."""

from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Layout, Prose
from pubparse.layouts.joining import joined, visible_leaves
from pubparse.layouts.looks import Look
from pubparse.layouts.named import Names
from pubparse.markdown.blocks import Block
from pubparse.text.span import hull

_NAME: Final = "cards"
_KIND: Final = "card"
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
    """Give the card that blocks make, without abstracts and remarks; the blocks themselves if they are none."""
    shown = [block for block in blocks if not names.is_aside(block.span) and not _is_remark(block)]
    leaves = list(visible_leaves(shown))
    if not leaves or len(leaves) > _MOST_LEAVES or sum(Look(leaf.runs).is_whole for leaf in leaves) > 1:
        return blocks
    return [Block(_KIND, hull(block.span for block in blocks), children=tuple(shown))]


def _is_remark(block: Block) -> bool:
    """Whether a list tells of the work, as nothing that belongs to an entry does."""
    looks = [Look(joined([item])) for item in block.children] if block.kind == "list" else []
    return bool(looks) and not any(look.links or look.says_something or look.keyed for look in looks)


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    return [Claim(at, at + 1, 0.97) for at, block in enumerate(blocks) if block.kind == _KIND]


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    for block in blocks:
        first, *others = visible_leaves(block.children)
        told = [leaf for leaf in others if Look(leaf.runs).is_told]  # as the legend of its marks
        yield Entry(joined([first, *(leaf for leaf in others if leaf not in told)]), block.span, _NAME)
        yield from (Prose(leaf.runs, leaf.span, leaf.kind) for leaf in told)


CARDS = Layout(_NAME, _claims, _split)
