"""A page in, what rules look at out: its entries, and of each the text that a reader sees, in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.text.span import Span
from pubparse.text.visible import repairs

HIDDEN = "\0"
"""Stands for each character that is no text: code, addresses, tags, formulas, comments, mojibake."""

_HIDDEN = re.compile(
    r"""
      <!--(?:.*?-->|.*)   # what is never closed hides all behind it, and is looked at once
    | ^[ ]*(?P<fence>`{3,}|~{3,})(?:.*?^[ ]*(?P=fence)|.*)
    | <(?P<fold>details|pre|script|style|code)\b(?:.*?</(?P=fold)>|.*)
    | (?<!`)(?P<code>`+)(?!`)[^`]+(?P=code)(?!`)
    | \$\$[^$]+\$\$ | \$[^$\n]+\$
    | \{%(?:[^\n]*?%\}|[^\n]*) | \{\{(?:[^\n]*?\}\}|[^\n]*) | \{:[^\n}]*\}?
    | (?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)   # where a link leads
    | </?[A-Za-z][^<>]*>
    | (?:https?|ftp)://[^\s<>\]|]*[^\s<>\]|.,;:)] | \bwww\.[^\s<>\]]*[^\s<>\].,;:)]
    | \b10\.\d{4,9}/[^\s<>\]]*[^\s<>\].,;:)]
    | [\w.+-]+@[\w-]+\.[\w.-]+
    | &\#?\w+;
    """,
    re.X | re.S | re.M,
)
_GOES_ON = re.compile(r"\s*+[,;]")
_SURE = 0.8
_NOT_NEWLINE = re.compile(r"[^\r\n]")


@dataclass(frozen=True)
class Entry:
    """A publication, and the text of its entry: as it stands, but for what is no text."""

    work: Publication
    shown: str
    is_cut: bool = False
    """Whether it begins or goes on with a comma: a part of it was read as something else."""

    @property
    def start(self) -> int:
        """Where the entry begins."""
        return self.work.span.start

    @property
    def is_sure(self) -> bool:
        """Whether what the entry says was understood: what it lacks can be told of such an entry only."""
        return self.work.confidence >= _SURE and not self.work.notes and not self.is_cut

    def span(self, start: int, end: int) -> Span:
        """Where in the page a stretch of `shown` stands."""
        return Span(self.start + start, self.start + end)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
        """Give each match in the shown text, and where in the page it stands."""
        for match in pattern.finditer(self.shown):
            yield match, self.span(*match.span())

    def place(self, path: str) -> Span | None:
        """Where the value of a field stands in this entry."""
        origin = self.work.fields.get(path)
        return origin.span if origin and origin.origin == "entry" else None

    @property
    def head(self) -> Span:
        """What stands for the entry: its title, its first author, or its first line."""
        if title := self.place("title"):
            return title
        if self.work.authors:
            return self.work.authors[0].span
        first = self.work.raw.splitlines()[0] if self.work.raw else ""
        return Span(self.start, self.start + len(first.rstrip()))


class View:
    """A page as rules see it. What day it is, is told: a check gives the same twice."""

    def __init__(self, page: Page, year: int) -> None:
        self.page, self.text, self.year = page, page.source.text, year

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The publications, in page order."""
        works = self.page.publications
        nexts = [*(work.span.start for work in works[1:]), len(self.text)][: len(works)]
        return tuple(
            Entry(work, shown(self._whole(work, end)), self._is_cut(work))
            for work, end in zip(works, nexts, strict=True)
        )

    def _is_cut(self, work: Publication) -> bool:
        return any(_GOES_ON.match(self.text, at) for at in work.span)

    def _whole(self, work: Publication, before: int) -> str:
        """The text of an entry to the end of its line: a link may begin in it and end after it."""
        end = self.page.source.line_span(work.end_line).end
        return self.text[work.span.start : max(min(end, before), work.span.end)]

    @cached_property
    def lists(self) -> tuple[tuple[Entry, ...], ...]:
        """The publications that stand under the same headings, one list after the other."""
        lists: list[list[Entry]] = []
        for entry in self.entries:
            if lists and lists[-1][-1].work.section == entry.work.section:
                lists[-1].append(entry)
            else:
                lists.append([entry])
        return tuple(map(tuple, lists))

    @cached_property
    def outside(self) -> str:
        """The text of the page without its entries."""
        parts, at = [], 0
        for work in self.page.publications:
            parts.append(self.text[at : work.span.start])
            at = max(at, work.span.end)
        return "".join([*parts, self.text[at:]])


def shown(raw: str) -> str:
    """Hide what is no text; every character that is text stays in its place."""
    text = _HIDDEN.sub(lambda found: _NOT_NEWLINE.sub(HIDDEN, found[0]), raw)
    for start, end, _ in repairs(text):
        text = f"{text[:start]}{HIDDEN * (end - start)}{text[end:]}"
    return text


def is_exception(some: int, of: int) -> bool:
    """Tell whether so few of so many do otherwise that it is no habit of the page."""
    return some * 5 <= of or (some == 1 and of >= 3)
