"""A page before and after a paper is added in, what is not read as told and what of other entries changes out."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from pubparse.house_style.slots import PLAIN
from pubparse.house_style.writing import Written
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.rewrite.sameness import values_as_written
from pubparse.rewrite.values import values_of

_SURE = 0.9
"""An entry that is read less surely is a close call."""

_BLOCKS = re.compile(r"</?(?:div|section|article|table|ul|ol|details)\b", re.I)
_INLINE = re.compile(r"<(/?)(a|span)\b", re.I)
_PATH = re.compile(r"[.\[]")
_WHOLE = ((0, 0), (0, 0))
"""The nesting of an entry that opens and closes all its tags."""


class _Change(NamedTuple):
    """What a value of an entry becomes, and whether the entry was a close call, which any entry more may turn."""

    id: str
    name: str
    value: Any
    is_close: bool

    @property
    def told(self) -> str:
        """What becomes of it, in a sentence."""
        return f"{self.id}: {self.name} would become {self.value!r}"


def reason_against(
    page: Page, fresh: Page, at: int, wanted: Publication, written: Written
) -> tuple[str | None, tuple[str, ...]]:
    """Why `fresh`, the page with an entry at `at`, is not what was asked, and what it might be without; None if it is.

    What changes in entries that were close calls is not against it.
    """
    failed = [*_differences(page, fresh, at, wanted, written)]
    if failed:
        spare = (name for name, _ in failed if name in PLAIN and getattr(wanted, name))
        return failed[0][1], tuple(dict.fromkeys(spare))
    return next((change.told for change in _changes(page, fresh, at) if not change.is_close), None), ()


def read_otherwise(page: Page, fresh: Page, at: int) -> tuple[str, ...]:
    """What is read otherwise of entries that were close calls, which any entry more may turn; once for each value."""
    told: dict[tuple[str, str], str] = {}
    for change in _changes(page, fresh, at):
        told.setdefault((change.id, _PATH.split(change.name)[0]), change.told)
    return tuple(told.values())


def _differences(page: Page, fresh: Page, at: int, wanted: Publication, written: Written) -> Iterator[tuple[str, str]]:
    """What is not as it should be with the entry on the page, by name."""
    if len(fresh.publications) != len(page.publications) + 1:
        yield "", f"the page would read as {len(fresh.publications)} publications, not {len(page.publications) + 1}"
        return
    if _nesting(fresh.publications[at]) not in {_WHOLE, *map(_nesting, page.publications)}:
        yield "", "its tags would not be closed as those of other entries are"
    is_counted = _is_counted(page) or not any(one.is_self for one in wanted.authors)
    read = dict(_facts(fresh.publications[at], None))
    for name, value in _facts(wanted, written):
        if is_counted and name.endswith(".self"):
            continue
        if name == "venue.name" and _is_as_good(read[name], value, wanted):
            continue
        if read.get(name) != value and name not in written.left_out:
            yield name, f"{name} would read as {read.get(name)!r}, not {value!r}"
    told, date = wanted.date or str(wanted.year), fresh.publications[at].date
    if date and not told.startswith(date):
        yield "date", f"date would read as {date}, not {told}"


def _changes(page: Page, fresh: Page, at: int) -> Iterator[_Change]:
    """What is read otherwise of other entries."""
    is_counted = _is_counted(page)
    others = (*fresh.publications[:at], *fresh.publications[at + 1 :])
    for old, new in zip(page.publications, others, strict=True):
        if old == new:
            continue
        before, after = values_of(old), values_of(new)
        is_close = old.confidence < _SURE and old.raw == new.raw
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name) and not (is_counted and name.endswith(".is_self")):
                yield _Change(old.id, name, after.get(name), is_close)


def _nesting(one: Publication) -> tuple[tuple[int, int], tuple[int, int]]:
    """How many blocks an entry leaves open, and how many more than it opens it closes on the way; links and spans."""
    depths = [0, *accumulate(-1 if tag.startswith("</") else 1 for tag in _BLOCKS.findall(one.raw))]
    left = {"a": 0, "span": 0}
    for closes, tag in _INLINE.findall(one.raw):
        left[tag.lower()] += -1 if closes else 1
    return (depths[-1], min(depths)), (left["a"], left["span"])


def _is_counted(page: Page) -> bool:
    """Whether the owner is who is in most entries, which may change with one."""
    return page.owner is None or page.owner.evidence == "frequency"


def _is_as_good(read: str | None, venue: str | None, wanted: Publication) -> bool:
    """Whether a venue that is read is the one told, but for its year and last full stop; a preprint's may be any."""
    if read is None or venue is None:
        return wanted.type == "preprint"
    told = venue.removesuffix(".").split()
    return read.removesuffix(".").split() == [word for word in told if word != str(wanted.year)]


def _facts(one: Publication, written: Written | None) -> Iterator[tuple[str, Any]]:
    """What must be read again; names as they are written."""
    for role in ("authors", "editors"):
        people = getattr(one, role) if written is None or role in written.names else ()
        names = written.names.get(role, ()) if written else tuple(person.name for person in people)
        yield role, (*names[:-1], *(name.removesuffix(".") for name in names[-1:]))  # a full stop may end the list
        yield f"{role}.self", tuple(person.is_self for person in people)
        marks = tuple(person.marks for person in people)
        yield f"{role}.marks", written.marks if written and role == "authors" else marks
    yield "title", one.title
    yield "venue.name", one.venue and one.venue.name
    yield from values_as_written(one)
    yield "awards", tuple(award.text for award in one.awards)
    yield "notes", tuple(note.text for note in one.notes)
    people = {person.url for person in one.authors}
    links = [link for link in one.links if link.text != link.url and link.url not in people]
    yield "links", sorted(written.addresses if written else (link.url for link in links))
