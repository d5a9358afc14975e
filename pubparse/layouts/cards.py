"""Blocks in, those of one HTML box put together out; and of boxes, and of folds that show a title, an entry each."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Hint, Layout, Prose
from pubparse.layouts.joining import holds_list, joined, visible_leaves
from pubparse.layouts.lines import extent, text_of
from pubparse.layouts.looks import Look
from pubparse.layouts.named import Names
from pubparse.markdown.blocks import Block
from pubparse.text.span import hull

_NAME: Final = "cards"
_KIND: Final = "card"
_TOLD: Final = "told"
_MOST_LEAVES: Final = 16
_TITLE_WORDS: Final = 3
_SURE: Final = 0.97


def carded(blocks: tuple[Block, ...], names: Names) -> tuple[Block, ...]:
    """Put the blocks of each card into one; what holds several entries is no card, and an item of a list is its own."""
    first = bisect_right(names.cards, blocks[0].span.start, key=lambda card: card.end) if blocks else 0
    cards = map(names.cards.__getitem__, range(first, len(names.cards)))
    card = next(cards, None)
    found: list[Block] = []
    inside: list[Block] = []
    for block in blocks:
        while card and card.end <= block.span.start:
            found += _together(inside, names)
            inside, card = [], next(cards, None)
        if block.kind == "item":
            found.append(block)
        elif card and card.start <= block.span.start and block.span.end <= card.end:
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
    looks = [Look(leaf.runs) for leaf in leaves]
    texts = [look for look in looks if not (look.image or look.links or look.is_outlet)]
    is_titled = len(texts) > 1 or any(not look.is_people for look in texts)
    if not is_titled or len(leaves) > _MOST_LEAVES or sum(look.is_whole for look in looks) > 1:
        return blocks
    return [Block(_KIND, hull(block.span for block in blocks), children=tuple(parts))]


def _is_told(block: Block) -> bool:
    """Whether a block is no part of an entry, as a legend is none, nor items of a list that say what the work does."""
    if block.kind != "list":
        return bool(block.runs) and Look(block.runs).is_told
    looks = [Look(joined([item])) for item in block.children]
    return not any(look.links or look.says_something or look.keyed for look in looks)


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    cards = [Claim(at, at + 1, _SURE) for at, block in enumerate(blocks) if block.kind == _KIND]
    folds = [False, *map(_is_titled, blocks), False]
    beside = [before or after for before, after in zip(folds, folds[2:], strict=False)]
    return cards + [Claim(at, at + 1, _SURE) for at, is_beside in enumerate(beside) if folds[at + 1] and is_beside]


def _is_titled(block: Block) -> bool:
    """Whether it is a fold that shows what may be a title: beside others such, it is an entry."""
    if block.kind != "html" or not block.children or block.children[0].marker != "summary":
        return False
    return len(text_of(block.children[0].runs).split()) >= _TITLE_WORDS and not holds_list(block)


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    for block in blocks:
        yield from _of_card(block) if block.kind == _KIND else _of_fold(block)


def _of_card(card: Block) -> Iterator[Entry | Prose]:
    """What is told at the end of a card is none of its entry; what is told amid it is a note."""
    parts = list(card.children)
    while parts[-1].marker == _TOLD:
        yield from (Prose(leaf.runs, leaf.span, leaf.kind) for leaf in visible_leaves([parts.pop()]))
    told = (joined([part]) for part in parts if part.marker == _TOLD)
    hints = tuple(Hint("note", extent(runs)) for runs in told if runs)
    yield Entry(joined(parts), hull(part.span for part in parts), _NAME, hints=hints)


def _of_fold(fold: Block) -> Iterator[Entry]:
    """Of what is folded away, people, times, outlets and links belong to the title that is shown."""
    title, *folded = fold.children
    looks = ((leaf, Look(leaf.runs)) for leaf in visible_leaves(folded))
    others = [leaf for leaf, look in looks if (look.says_something or look.links or look.keyed) and not look.is_told]
    is_named = any(not Look(leaf.runs).links for leaf in others) and not Look(title.runs).dated
    hints = (Hint("title", extent(title.runs)),) if is_named else ()
    yield Entry(joined([title, *others]), fold.span, _NAME, hints=hints)


CARDS = Layout(_NAME, _claims, _split)
