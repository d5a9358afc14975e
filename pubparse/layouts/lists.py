"""Lists in, an entry a bullet or number out; a nested list is part of its bullet or, under a mere heading, entries of its own."""

from collections.abc import Iterator
from functools import partial

from pubparse.layouts import Claim, Entry, Heading, Layout, extent, joined
from pubparse.markdown.blocks import Block

_HEADING_WORDS = 6  # an item with a list under it and no more words than this is a heading over that list
_MARKS_OF_ENTRY = frozenset(".,:;")


def _claims(numbered: bool, blocks: tuple[Block, ...]) -> list[Claim]:
    return [Claim(at, at + 1, 0.9) for at, block in enumerate(blocks) if block.kind == "list" and _is_numbered(block) == numbered]


def _is_numbered(block: Block) -> bool:
    return bool(block.children) and block.children[0].marker[:1].isdigit()


def _split(name: str, blocks: tuple[Block, ...]) -> Iterator[Entry | Heading]:
    """Walk the items without recursion; a heading's level is how deep it is nested."""
    stack = [(item, 1) for block in reversed(blocks) for item in reversed(block.children)]
    while stack:
        item, depth = stack.pop()
        own = tuple(child for child in item.children if child.kind != "list")
        lists = tuple(child for child in item.children if child.kind == "list")
        head = joined(own)
        if lists and _is_heading(head):
            if head:
                yield Heading(depth, head, extent(head))
            stack += [(inner, depth + 1) for nested in reversed(lists) for inner in reversed(nested.children)]
            continue
        runs = joined(item.children)
        if runs:
            yield Entry(runs, item.span, name)


def _is_heading(runs: tuple) -> bool:  # type: ignore[type-arg]
    text = "".join(run.text for run in runs).strip()
    return len(text.split()) <= _HEADING_WORDS and not any(mark in text.rstrip(":") for mark in _MARKS_OF_ENTRY)


BULLETS = Layout("bullets", partial(_claims, False), partial(_split, "bullets"))
NUMBERED = Layout("numbered", partial(_claims, True), partial(_split, "numbered"))
