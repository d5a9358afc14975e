"""Paragraphs in, entries out: one a paragraph, one over several (title, authors, venue), or several in one."""

from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Heading, Layout, Prose
from pubparse.layouts.growing import Growing, Stretch
from pubparse.layouts.joining import holds_list
from pubparse.layouts.looks import Look, heads_list
from pubparse.layouts.units import units_of
from pubparse.markdown.blocks import Block

_NAME: Final = "paragraphs"
_MOST_ITEMS: Final = 8  # of a list that goes on with an entry


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    """Take every stretch that begins with a paragraph, as far as paragraphs and what belongs to them goes."""
    claims: list[Claim] = []
    first: int | None = None
    for at, block in enumerate(blocks):
        is_headed = block.kind == "list" and at > 0 and heads_list(blocks[at - 1])
        if _opens(block, blocks[at + 1 : at + 2]) or (first is not None and _goes_on(block, is_headed)):
            first = at if first is None else first
            continue
        claims += _claim(blocks, first, at - 1 if is_headed else at)
        first = None
    return claims + _claim(blocks, first, len(blocks))


def _claim(blocks: tuple[Block, ...], first: int | None, last: int) -> list[Claim]:
    """Be surer than lists are where one only numbers the paragraphs after it, or hangs under one."""
    if first is None or first >= last:
        return []
    return [Claim(first, last, 0.92 if any(block.kind == "list" for block in blocks[first:last]) else 0.5)]


def _opens(block: Block, following: tuple[Block, ...]) -> bool:
    if block.kind == "html":
        return not holds_list(block)
    if block.kind == "list":
        return any(after.kind == "paragraph" for after in following) and _is_number(block)
    return block.kind == "paragraph" and block.marker != "summary"


def _goes_on(block: Block, is_headed: bool) -> bool:
    if block.kind == "quote":
        return all(child.kind == "paragraph" for child in block.children)
    return block.kind in ("rule", "code") or (block.kind == "list" and _hangs(block, is_headed))


def _is_number(block: Block) -> bool:
    """Whether a list is but the number and first line of an entry: the paragraphs after it were not indented."""
    if len(block.children) != 1 or not block.children[0].marker[:1].isdigit():
        return False
    inside = block.children[0].children
    return len(inside) == 1 and inside[0].kind == "paragraph" and not Look(inside[0].runs).is_whole


def _hangs(block: Block, is_headed: bool) -> bool:
    """Whether a list goes on with the entry above: authors, venue, links; or only keys, if that might head it."""
    if len(block.children) > _MOST_ITEMS or any(len(item.children) != 1 for item in block.children):
        return False
    looks = [Look(item.children[0].runs) for item in block.children]
    if any((look.is_whole or look.prose or look.quoted) and not look.key for look in looks):
        return False
    return any(look.keyed or (not is_headed and (look.links or look.is_people)) for look in looks)


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Heading | Prose]:
    units = [unit for block in blocks for unit in units_of(block)]
    stretch = Stretch(units)
    current = Growing()
    for place, unit in enumerate(units):
        if unit.is_told:
            yield Prose(unit.runs, unit.span, "paragraph")
            current.is_closed = current.text is not None
            continue
        is_heading = stretch.is_heading(place)
        if not unit.runs or is_heading or stretch.begins(place, current):
            yield from _finish(current)
            current = Growing()
        if is_heading:
            yield Heading(1, unit.runs, unit.span)
        elif unit.runs:
            current.add(unit, is_badge=stretch.is_badge(place))
    yield from _finish(current)


def _finish(current: Growing) -> Iterator[Entry | Prose]:
    if current.is_entry:
        yield Entry(current.runs, current.span, _NAME, hints=current.hints)
    elif current.units:
        yield Prose(current.runs, current.span, "paragraph")


PARAGRAPHS = Layout(_NAME, _claims, _split, sets_off=False)
