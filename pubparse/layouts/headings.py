"""Headings with a few lines below each in, an entry a heading out: the title, and its authors and venue under it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from pubparse.layouts.entries import Claim, Entry, Layout, Prose
from pubparse.layouts.joining import joined, visible_leaves
from pubparse.layouts.looks import Look, look_at
from pubparse.markdown.blocks import Block
from pubparse.text.span import hull

_NAME: Final = "headings"
_TITLE_WORDS: Final = 3  # no shorter heading is a title
_DATED_TITLE_WORDS: Final = 8  # "July 2nd, 2023 in Vienna, Austria" is none
_TITLE_WORDS_ALONE: Final = 6  # where it is the only one
_MOST_BLOCKS: Final = 8  # under one title


class _Part(NamedTuple):
    """A heading, and the blocks [first, last) that are it and what is under it."""

    first: int
    last: int
    level: int
    title: Look
    body: tuple[Look, ...]

    @property
    def is_open(self) -> bool:
        """Whether it may be an entry: something like a title, and under it not several entries."""
        least = _DATED_TITLE_WORDS if self.title.dated else _TITLE_WORDS
        if self.title.words < least or sum(look.is_whole for look in self.body) > 1:
            return False
        return self.title.is_whole or any(look.says_something for look in self.body)

    @property
    def is_sure(self) -> bool:
        """Whether names follow the title, or keys do, or it names all itself."""
        first = next((look for look in self.body if not (look.image or look.links)), None)
        return self.is_open and (
            self.title.is_whole or (first is not None and (first.opens_with_people or first.is_people)) or self.is_keyed
        )

    @property
    def is_keyed(self) -> bool:
        """Whether keys follow the title, as `Journal:` and `Authors:` do."""
        return sum(look.keyed for look in self.body) > 1


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    parts = list(_parts(blocks))
    levels = _levels(parts)
    claims: list[Claim] = []
    for part in parts:
        if part.level not in levels or not part.is_open:
            continue
        if claims and claims[-1].last == part.first:
            claims[-1] = claims[-1]._replace(last=part.last)
        else:
            claims.append(Claim(part.first, part.last, 0.95))
    return claims


def _levels(parts: list[_Part]) -> set[int]:
    """The levels on which headings are titles."""
    sure = Counter(part.level for part in parts if part.is_sure)
    sections = Counter(part.level for part in parts if not part.is_open and part.body)
    keyed = Counter(part.level for part in parts if part.is_keyed and part.is_open)
    words = Counter[int]()
    for part in parts:
        words[part.level] += part.title.words if part.is_sure else 0
    return {
        level
        for level, count in sure.items()
        if (count > sections[level] or keyed[level] > 1)
        and words[level] >= (_TITLE_WORDS_ALONE if count == 1 else _TITLE_WORDS + 1) * count
    }


def _parts(blocks: tuple[Block, ...]) -> Iterator[_Part]:
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    for at, end in pairwise([*starts, len(blocks)]):
        body = blocks[at + 1 : end]
        looks: tuple[Look, ...] = ()
        if len(body) <= _MOST_BLOCKS:
            looks = tuple(look_at(leaf.runs) for leaf in visible_leaves(body))
        yield _Part(at, end, blocks[at].level, look_at(blocks[at].runs), looks)


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    for at, end in pairwise([*starts, len(blocks)]):
        shown = [block for block in blocks[at:end] if block.kind != "rule"]
        yield Entry(joined(shown), hull(block.span for block in shown), _NAME)


HEADINGS = Layout(_NAME, _claims, _split)
