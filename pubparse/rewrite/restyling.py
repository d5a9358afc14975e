"""A page, and another page or a citation style, in; the page with its entries in that style out, read again."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pubparse.house_style.frames import Frame, frame_of
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import UsageError
from pubparse.readers.read import Bibliography
from pubparse.rewrite.attempt import Attempt, Task, Way
from pubparse.rewrite.citing import Citing
from pubparse.rewrite.editable import refuse_what_is_no_markdown
from pubparse.rewrite.manners import Manner
from pubparse.text.edit import Edit

_PASSES = 3
"""So often the page is written, to leave alone what would be written otherwise each time."""

Writer = Callable[[Page, Publication, Frame], Iterator[Way]]
"""What gives the ways to write the words of an entry."""


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
    a citation style, `told` is what `parse` was told of the page. Raises UsageError for a folder, a bibliography, and
    where there is no such style or no entry to learn from.
    """
    refuse_what_is_no_markdown(page)
    if (like is None) == (style is None):
        raise UsageError("a page is written like another page, or in a citation style")
    if isinstance(like, Bibliography):
        raise UsageError("a bibliography has no style to write in: only a page of Markdown has")
    if like and not like.publications:
        raise UsageError("the other page has no entry, so there is no style to write in")
    options = {"styles_dir": styles_dir, "locale": locale}
    is_own = like is not None and like.source.text == page.source.text

    def attempt(one: Page, unsteady: Collection[int]) -> tuple[list[Task], Page]:
        manner = Manner(one, one if is_own else like, drops=drop) if like else Citing(one, style or "", options)
        tasks = _tasks(one, manner.ways, unsteady)
        return tasks, Attempt(one, tasks, lambda data: parse(data, path=one.source.path, **told), drops=drop).settle()

    tasks, fresh = _steady(page, attempt)
    return Restyled(
        fresh,
        tuple(edit for task in tasks if (edit := task.edit)),
        tuple(Kept(task.old, task.reason) for task in tasks if task.reason),
        tuple(_dropped(tasks, fresh)),
    )


def _steady(page: Page, attempt: Callable[[Page, Collection[int]], tuple[list[Task], Page]]) -> tuple[list[Task], Page]:
    """Write a page until a second time would change nothing.

    What can be written only when the entries around it are in their new style is written then; what would be written
    otherwise each time is left alone.
    """
    unsteady: set[int] = set()
    tasks, fresh = attempt(page, unsteady)
    for _ in range(_PASSES):
        again, later = attempt(fresh, unsteady)
        changed = {at for at, task in enumerate(again) if task.edit}
        if not changed:
            break
        if twice := {at for at in changed if tasks[at].edit or tasks[at].was != again[at].was}:
            unsteady |= twice
            tasks, fresh = attempt(page, unsteady)
            continue
        for at in changed:
            tasks[at].follow(again[at])
        fresh = later
    return tasks, fresh


def _tasks(page: Page, writer: Writer, unsteady: Collection[int]) -> list[Task]:
    """The entries of a page, each with the ways to write it; but for those that are left alone."""
    tasks = []
    for at, one in enumerate(page.publications):
        frame = frame_of(page.source.text, one)
        task = Task(page, one, frame, writer(page, one, frame))
        if at in unsteady:
            task.leave("written so, it would be written otherwise the next time")
        tasks.append(task)
    return tasks


def _dropped(tasks: list[Task], fresh: Page) -> Iterator[Dropped]:
    for task, new in zip(tasks, fresh.publications, strict=True):
        if values := task.lost(new):
            yield Dropped(new, values)
