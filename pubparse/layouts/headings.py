"""Headings with a few lines below each in, an entry a heading out: the title, and its authors and venue under it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from pubparse.layouts import people
from pubparse.layouts.entries import Claim, Entry, Hint, Layout, Prose
from pubparse.layouts.joining import joined, visible_leaves
from pubparse.layouts.lines import extent
from pubparse.layouts.looks import Look
from pubparse.markdown.blocks import Block
from pubparse.text.span import hull

_NAME: Final = "headings"
_TITLE_WORDS: Final = 3  # no shorter heading is a title
_DATED_TITLE_WORDS: Final = 8  # "July 2nd, 2023 in Vienna, Austria" is none
_TITLE_WORDS_ALONE: Final = 6  # where it is the only one
_SENTENCE_END: Final = re.compile(r"[.?!]\s(?=[A-ZÀ-Þ])")
_TITLE_SHARE: Final = 0.6  # of its words
_MOST_BLOCKS: Final = 8  # under one title
_SHORT_BLOCKS: Final = 3  # under a short one
_LINES_OF_TABLE: Final = 2  # a header and a row are of one entry
_BADGE_BLOCKS: Final = 2
_BADGE_WORDS: Final = 5


class _Part(NamedTuple):
    """A heading, and the blocks [first, last) that are it, the badge above it, and what is under it."""

    first: int
    last: int
    level: int
    title: Look
    body: tuple[Block, ...]  # its leaves
    is_open: bool  # whether it may be an entry

    @property
    def is_sure(self) -> bool:
        """Whether names follow the title, or keys do, or it names all itself, or leads to what appeared then."""
        if not self.is_open or self.title.is_whole or self.is_keyed:
            return self.is_open
        leads_to_paper = self.title.is_link and _begins_with_outlet(self.body)
        return _begins_with_people(self.body) or self._names_people or leads_to_paper

    @property
    def _names_people(self) -> bool:
        """Whether few lines follow, one of them but names: where it appeared may stand before them."""
        return len(self.body) <= _SHORT_BLOCKS and any(look.is_people and look.people for look in _looks(self.body))

    @property
    def is_short(self) -> bool:
        """Whether it is an entry where others of its level are: `#### Mask R-CNN`, people or an outlet under it."""
        is_title = self.title.words < _TITLE_WORDS and not self.title.dated
        is_followed = _begins_with_people(self.body) or (self.title.is_link and _begins_with_outlet(self.body))
        return is_title and is_followed and len(self.body) <= _SHORT_BLOCKS

    @property
    def is_keyed(self) -> bool:
        """Whether keys follow the title, as `Journal:` and `Authors:` do."""
        return sum(look.keyed for look in _looks(self.body)) > 1


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    parts = list(_parts(blocks))
    levels = _levels(parts)
    claims: list[Claim] = []
    for part in parts:
        if part.level not in levels or not (part.is_open or part.is_short):
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
    for first, at, end in _stretches(blocks):
        body = blocks[at + 1 : end]
        leaves = tuple(visible_leaves(body)) if len(body) <= _MOST_BLOCKS else ()
        title = Look(blocks[at].runs)
        is_open = _is_open(title, leaves) and not any(map(_holds_entries, body))
        yield _Part(first, end, blocks[at].level, title, leaves, is_open)


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, int]]:
    """Where what belongs to each heading begins, where it stands itself, and where the next one begins."""
    places = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    badged: dict[int, bool] = {}  # level: what stands above a later heading may belong to the one before it
    for at in places:
        badged.setdefault(blocks[at].level, _has_badge(blocks, at))
    firsts = [at - _BADGE_BLOCKS if badged[blocks[at].level] and _has_badge(blocks, at) else at for at in places]
    for at, (first, end) in zip(places, pairwise([*firsts, len(blocks)]), strict=True):
        yield first, at, end


def _has_badge(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the badge of a card stands above its title: where it appeared, and a picture."""
    if at < _BADGE_BLOCKS or [block.kind for block in blocks[at - _BADGE_BLOCKS : at]] != ["paragraph", "paragraph"]:
        return False
    badge, picture = (Look(block.runs) for block in blocks[at - _BADGE_BLOCKS : at])
    return picture.image and badge.words <= _BADGE_WORDS and (badge.dated or badge.outlet)


def _is_open(title: Look, body: tuple[Block, ...]) -> bool:
    """Whether there is something like a title, and under it not several entries."""
    if title.words < _TITLE_WORDS or (title.words < _DATED_TITLE_WORDS and title.dated):
        return False
    entries = [look for look in _looks(body) if look.is_whole or look.is_keyed_people]
    if len(entries) > 1 or (entries and _has_title(entries[0].text)):
        return False
    return title.is_whole or any(look.says_something for look in _looks(body))


def _has_title(entry: str) -> bool:
    """Whether a sentence of some length in small letters stands behind names: what is above is but a topic."""
    names, *sentences = _SENTENCE_END.split(entry)
    return people.opens_with_name(names) and any(
        sum(map(str.islower, words)) >= _TITLE_SHARE * len(words) and len(words) > _DATED_TITLE_WORDS
        for words in map(str.split, sentences)
    )


def _begins_with_people(leaves: Iterable[Block]) -> bool:
    """Whether names follow the title."""
    first = next((look for look in _looks(leaves) if not (look.image or look.links)), None)
    return first is not None and (first.opens_with_people or first.is_people)


def _begins_with_outlet(leaves: Iterable[Block]) -> bool:
    """Whether little more than an outlet or a time follows the title."""
    first = next((look for look in _looks(leaves) if not (look.image or look.links)), None)
    return first is not None and first.is_outlet


def _holds_entries(block: Block) -> bool:
    """Whether a table has rows, or a list numbers what may be an entry by itself, as no line under a title is."""
    if block.kind == "table":
        return len(block.children) > _LINES_OF_TABLE
    return block.kind == "list" and any(
        item.marker[:1].isdigit() and Look(item.children[0].runs).is_whole for item in block.children if item.children
    )


def _looks(leaves: Iterable[Block]) -> Iterator[Look]:
    return (Look(leaf.runs) for leaf in leaves)


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    for first, at, end in _stretches(blocks):
        shown = [block for block in blocks[first:end] if block.kind != "rule"]
        below = blocks[at + 1 : end]
        is_title = blocks[at].runs and below and below[0].kind == "paragraph" and _begins_with_people(below)
        hints = (Hint("title", extent(blocks[at].runs)),) if is_title else ()
        yield Entry(joined(shown), hull(block.span for block in shown), _NAME, hints=hints)


HEADINGS = Layout(_NAME, _claims, _split)
