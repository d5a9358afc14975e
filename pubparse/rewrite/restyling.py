"""A page, and another page or a citation style, in; the page with its entries in that style out, read again."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pubparse.house_style.frames import Frame, frame_of
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import UsageError
from pubparse.rewrite.attempt import Attempt, Task, Way
from pubparse.rewrite.citing import Citing
from pubparse.rewrite.manners import Manner
from pubparse.text.edit import Edit

_PASSES = 3
"""So often the page is written, to leave alone what would be written otherwise each time."""

Ways = Callable[[Page, Publication, Frame], Iterator[Way]]


class Kept(NamedTuple):
    """An entry that is left as it is, and why."""

    publication: Publication
    reason: str


class Dropped(NamedTuple):
    """An entry as it is now, and the values that the style has no place for."""

    publication: Publication
    values: tuple[str, ...]


class Restyled(NamedTuple):
    """A page in another style."""

    page: Page
    """The page as it is read now; the very same where nothing changes."""
    edits: tuple[Edit, ...]
    """What changes where, in code points of the source of the page before."""
    kept: tuple[Kept, ...]
    """Entries of the page before that cannot be written in the style."""
    left_out: tuple[Dropped, ...]
    """Values of the record that are not on the page any more."""


def restyle(
    page: Page,
    *,
    like: Page | None = None,
    style: str | None = None,
    styles_dir: Path | None = None,
    locale: str | None = None,
    drop: bool = False,
    **told: Any,
) -> Restyled:
    """Write all entries of a page as another page writes its own, or in a citation style such as `apa`.

    Only the words of entries change: bullets, numbers, headings and all that stands around them stay. The page is read
    again: an entry that would not give the same record is left as it is, and so is one that says what the style does
    not print, unless `drop` lets that go. A style that has initials cuts given names. `styles_dir` and `locale` are for
    a citation style, `told` is what `parse` was told of the page. Raises UsageError for a folder, and where there is no
    such style or no entry to learn from.
    """
    if page.source.files:
        raise UsageError("the files of a folder are not edited as one page")
    if (like is None) == (style is None):
        raise UsageError("a page is written like another page, or in a citation style")
    if like and not like.publications:
        raise UsageError("the other page has no entry, so there is no style to write in")
    options = {"styles_dir": styles_dir, "locale": locale}

    def ways_on(one: Page) -> Ways:
        if like is None:
            return Citing(one, style or "", options).ways
        return Manner(one, one if is_own else like, drops=drop).ways

    def read(data: bytes) -> Page:
        return parse(data, path=page.source.path, **told)

    is_own = like is not None and like.source.text == page.source.text
    unsteady: set[int] = set()
    for _ in range(_PASSES):
        tasks = _tasks(page, ways_on(page), unsteady)
        fresh = Attempt(page, tasks, read, drops=drop).settle()
        again = _tasks(fresh, ways_on(fresh), unsteady)
        Attempt(fresh, again, read, drops=drop).settle()
        if not (more := {at for at, task in enumerate(again) if task.edit}):
            break
        unsteady |= more
    return Restyled(
        fresh,
        tuple(edit for task in tasks if (edit := task.edit)),
        tuple(Kept(task.old, task.reason) for task in tasks if task.reason),
        tuple(_dropped(tasks, fresh)),
    )


def _tasks(page: Page, ways: Ways, unsteady: Collection[int]) -> list[Task]:
    """The entries of a page, each with the ways to write it; but for those that are left alone."""
    tasks = []
    for at, one in enumerate(page.publications):
        frame = frame_of(page.source.text, one)
        task = Task(page, one, frame, ways(page, one, frame))
        if at in unsteady:
            task.leave("written so, it would be written otherwise the next time")
        tasks.append(task)
    return tasks


def _dropped(tasks: list[Task], fresh: Page) -> Iterator[Dropped]:
    for task, new in zip(tasks, fresh.publications, strict=True):
        if values := task.lost(new):
            yield Dropped(new, values)
