"""Lists in, an entry a bullet or number out; what is nested is part of it or, under a mere heading, entries itself."""

import re
from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Heading, Hint, Layout
from pubparse.layouts.joining import joined
from pubparse.layouts.keys import is_keyed, key_of
from pubparse.layouts.lines import Runs, extent, text_of
from pubparse.layouts.looks import Look
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import Run
from pubparse.text.span import Span, hull

_NAME: Final = "lists"
_HEADING_WORDS: Final = 6  # an item with a list under it and no more words than this is a heading over that list
_YEAR: Final = re.compile(r"(?:19[3-9]|20[0-4])\d[.)]")  # no list is so long that its items are numbered so
_MOST_KEYS: Final = 12  # of one entry
_MARKS_OF_ENTRY: Final = frozenset(".,:;")


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    return [
        Claim(at, at + 1, 0.9) for at, block in enumerate(blocks) if block.kind == "list" and not _only_places(block)
    ]


def _only_places(block: Block) -> bool:
    """Whether a heading stands in an item, but for one that a bullet begins with, or in an item of a list in it.

    Such a list is no more than a frame, as one that was never closed is around the rest of the page.
    """
    stack = list(block.children)
    while stack:
        item = stack.pop()
        if any(child.kind == "heading" for child in item.children[1 if item.marker else 0 :]):
            return True
        stack += [inner for child in item.children if child.kind == "list" for inner in child.children]
    return False


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Heading]:
    """Walk the items without recursion; a heading's level is how deep it is nested."""
    if _is_record(items := [item for block in blocks for item in block.children]):
        yield Entry(joined(items), hull(item.span for item in items), _NAME)
        return
    stack = [(item, 1) for block in reversed(blocks) for item in reversed(_items(block))]
    while stack:
        item, depth = stack.pop()
        lists = tuple(child for child in item.children if child.kind == "list")
        head = _head(item) if lists else ()
        under = [inner for nested in lists for inner in _items(nested)]
        if not lists or not _are_entries(head, under):
            if runs := joined(item.children):
                yield Entry(runs, item.span, _NAME, hints=tuple(_remarks(item.children)))
            continue
        if Look(head).is_whole:
            yield Entry(head, extent(head), _NAME)
        elif head:
            yield Heading(depth, head, extent(head))
        stack += [(inner, depth + 1) for inner in reversed(under)]


def _is_record(items: list[Block]) -> bool:
    """Whether the items are the fields of one entry, each behind its key: `Title: …`, `Authors: …`."""
    if not 1 < len(items) <= _MOST_KEYS:
        return False
    texts = [text_of(_head(item)) for item in items]
    if any(sum(map(is_keyed, text.split("\n"))) > 1 for text in texts):
        return False  # each item has all its own
    keys = [key for text, key in zip(texts, map(key_of, texts), strict=True) if is_keyed(text)]
    return "title" in keys and "authors" in keys and len(set(keys)) == len(keys)


def _remarks(children: tuple[Block, ...]) -> Iterator[Hint]:
    """Where a quotation under an item says something of the work: more than its links."""
    for child in children[1:]:
        is_remark = child.kind == "quote" and not any(Look(leaf.runs).links for leaf in child.children)
        if is_remark and (runs := joined([child])):
            yield Hint("note", extent(runs))


def _head(item: Block) -> Runs:
    return joined(child for child in item.children if child.kind != "list")


def _items(block: Block) -> list[Block]:
    """Give the items of a list, each with what stands behind it in no item, or in a `<dl>` is said of the term."""
    items: list[Block] = []
    by_year = bool(block.children) and _YEAR.fullmatch(block.children[0].marker)
    for item in map(_with_year, block.children) if by_year else block.children:
        belongs = item.marker == "dd" or (not item.marker and not Look(joined(item.children)).is_whole)
        if belongs and items:
            last = items[-1]
            children = last.children + item.children
            items[-1] = Block("item", hull((last.span, item.span)), marker=last.marker, children=children)
        else:
            items.append(item)
    return items


def _with_year(item: Block) -> Block:
    """`2008. A. Turing …` is an item with a number to Markdown; readers see the year, and it is a line of the entry."""
    if not _YEAR.fullmatch(item.marker) or item.marker_at < 0:
        return item
    place = Span(item.marker_at, item.marker_at + len(item.marker) - 1)
    year = Block("paragraph", place, runs=(Run(item.marker[:-1], place, 0, None),))
    return item._replace(children=(year, *item.children))


def _are_entries(head: Runs, under: list[Block]) -> bool:
    """Whether the items under an item are entries of their own, and no lines of its entry."""
    looks = [Look(_head(item)) for item in under]
    if not head or sum(look.is_whole for look in looks) * 2 > len(looks):
        return True
    text = text_of(head).strip()
    if text.isdigit():  # a year
        return True
    if len(under) == 1 and looks[0].is_outlet:
        return False
    if len(text.split()) > _HEADING_WORDS or any(mark in text.rstrip(":") for mark in _MARKS_OF_ENTRY):
        return False
    return sum(look.links or look.is_people or look.prose or look.keyed for look in looks) * 2 < len(looks)


LISTS = Layout(_NAME, _claims, _split)
