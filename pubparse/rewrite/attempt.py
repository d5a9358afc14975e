"""Entries with ways to write each in, the page with the likeliest of them that read as they should out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pubparse.house_style.frames import Frame, Kind, in_tags
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.rewrite.halving import most_of
from pubparse.rewrite.sameness import GIVEN, Expected, as_before, lost, misread
from pubparse.text.edit import Edit, edited

_SURE = 0.5
"""An entry that is read less surely is left alone, and may be read otherwise then: its values may be others."""

_ROUNDS = 40
"""So often the page is read with other ways, and as often with halves of them where some do harm to others."""

_HIDDEN = re.compile(
    r"<!--.*?-->|<details\b.*?</details>|<img\b[^<>]*+>|!\[[^\[\]\n]*+\]\([^()\n]*+\)|<a\s+(?:id|name)=[^<>]*+>"
    r"|\{[:%][^{}\n]*+\}",
    re.S | re.I,
)
"""What stands on a page and in no record."""

_NO_FORM: dict[Kind, str] = {
    "text": "the style has no form for it",
    "heading": "it has a heading of its own, which the style has not",
    "table": "it is a row of a table, and the style is of running text",
    "blocks": "it is in several blocks, which the style has not",
}

Reader = Callable[[bytes], Page]
"""How the page was read: with its path, and with what the caller told."""


class Way(NamedTuple):
    """One way to write the words of an entry, and what must be read of it."""

    text: str
    expected: Expected


class Task:
    """An entry on its way to another style: as it was, and the way it is written now."""

    def __init__(self, page: Page, old: Publication, frame: Frame, ways: Iterator[Way]) -> None:
        self.old, self.frame = old, frame
        self.was = page.source.text[slice(*frame.words)]
        self.reason = ""
        """Why it is left as it is, where the style cannot have it."""
        self._newline = page.source.newline if page.source.newline in ("\r\n", "\r") else "\n"
        self._ways = ways
        self.text, self.expected = self.was, as_before(old)
        self._first = ""
        if old.confidence < _SURE:
            self.leave(f"it is not read surely enough: {old.confidence:.2f}")

    @property
    def edit(self) -> Edit | None:
        """What changes on the page."""
        return None if self.text == self.was else Edit(self.frame.words, self.text)

    def advance(self, reason: str) -> None:
        """Go on to the next way; `reason` is what was wrong with this one."""
        self._first = self._first or reason
        for way in self._ways:
            text = self._in_frame(way.text)
            if missing := Counter(_HIDDEN.findall(self.was)) - Counter(_HIDDEN.findall(text)):
                self._first = self._first or f"{next(iter(missing))} would be lost"
                continue
            self.text, self.expected = text, way.expected if text != self.was else as_before(self.old)
            return
        self.leave(self._first or _NO_FORM[self.frame.kind])

    def leave(self, reason: str) -> None:
        """Leave the entry as it was."""
        self.text, self.expected, self.reason = self.was, as_before(self.old), reason

    def follow(self, other: "Task") -> None:
        """Write the entry as it is written in another attempt."""
        self.text, self.expected, self.reason = other.text, other.expected, other.reason

    def lost(self, new: Publication) -> tuple[str, ...]:
        """What the entry says no more."""
        return lost(self.old, new, self.expected) if self.edit else ()

    def _in_frame(self, text: str) -> str:
        """Words with their lines moved in as far as the entry's are."""
        text = in_tags(text) if self.frame.is_html else text
        first, *rest = text.strip().split("\n")
        lines = (first, *(f"{self.frame.margin}{line}" if line.strip() else "" for line in rest))
        return self._newline.join(lines)


class Attempt:
    """Ways to write the entries of a page, tried together."""

    def __init__(self, page: Page, tasks: Sequence[Task], read: Reader, *, drops: bool) -> None:
        self.page, self.tasks, self._read, self._drops = page, tasks, read, drops
        self._is_counted = page.owner is None or page.owner.evidence == "frequency"

    def settle(self) -> Page:
        """Try ways until each entry reads as it should, or is left as it was; gives the page so."""
        for task in self.tasks:
            if not task.reason:
                task.advance("")
        fresh = self._page()
        for _ in range(_ROUNDS):
            wrong = [(task, reason) for task, reason in self._reasons(fresh) if task.edit]
            if not wrong:
                break
            for task, reason in wrong:
                task.advance(reason)
            fresh = self._page()
        trouble = next(self._troubles(fresh), None)
        return self._halved(trouble) if trouble else fresh

    def _page(self) -> Page:
        edits = [edit for task in self.tasks if (edit := task.edit)]
        return self._read(edited(self.page.source, edits)) if edits else self.page

    def _reasons(self, fresh: Page) -> Iterator[tuple[Task, str]]:
        """What is wrong with which entry on the page as it is now."""
        for task, new in zip(self.tasks, self._found(fresh), strict=True):
            if new is None:
                yield task, "it would not read as one entry"
            elif task.old.confidence >= _SURE and (reason := self._reason(task, new)):
                yield task, reason

    def _reason(self, task: Task, new: Publication) -> str:
        for reason in misread(task.old, new, task.expected, is_counted=self._is_counted):
            return reason
        gone = [one for one in lost(task.old, new, task.expected) if one != GIVEN]
        return f"the style does not print {', '.join(gone)}" if gone and not (self._drops and task.edit) else ""

    def _troubles(self, fresh: Page) -> Iterator[str]:
        yield from (f"{task.old.id}: {reason}" for task, reason in self._reasons(fresh))
        if len(fresh.publications) != len(self.tasks):
            yield f"the page would read as {len(fresh.publications)} publications, not {len(self.tasks)}"

    def _found(self, fresh: Page) -> list[Publication | None]:
        """The publication that is read of each entry; None where its words are those of several, or of none."""
        starts = [one.span.start for one in fresh.publications]
        found: list[Publication | None] = []
        moved = 0
        for task in self.tasks:
            start = task.frame.words.start + moved
            moved += len(task.text) - len(task.was)
            at = bisect_right(starts, start) - 1
            one = fresh.publications[at] if at >= 0 else None
            is_apart = at + 1 >= len(starts) or starts[at + 1] >= start + len(task.text)
            found.append(one if one and start < one.span.end and is_apart and one not in found[-1:] else None)
        return found

    def _halved(self, reason: str) -> Page:
        """Leave as they were those entries that do harm to others, found by halves; gives the page without them."""
        changed = [task for task in self.tasks if task.edit]
        written = {id(task): (task.text, task.expected) for task in changed}
        for task in changed:
            task.leave(reason)

        def outcome(_: list[Task], some: list[Task]) -> Page | None:
            for task in some:
                (task.text, task.expected), task.reason = written[id(task)], ""
            fresh = self._page()
            trouble = next(self._troubles(fresh), None)
            if trouble is None:
                return fresh
            for task in some:
                task.leave(trouble)
            return None

        return most_of(changed, outcome, trials=_ROUNDS) or self.page
