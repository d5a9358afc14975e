"""A page and a record in, the page with an entry of it out: in the page's own style, and read again to prove it."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from pubparse.house_style.as_known import as_known_here, without_what_is_headed
from pubparse.house_style.learn import learn
from pubparse.house_style.numbering import number_at
from pubparse.house_style.placing import Gap, place_at, place_of
from pubparse.house_style.ranking import Place
from pubparse.house_style.wrapping import Wrapping, unwrapped, wrapping_of
from pubparse.house_style.writing import Written, write
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import UsageError
from pubparse.rewrite.editable import refuse_what_is_no_markdown
from pubparse.rewrite.editing import EditError
from pubparse.rewrite.sameness import values_as_written
from pubparse.rewrite.values import values_of
from pubparse.text.edit import Edit, edited, in_order
from pubparse.text.span import Span

_SURE = 0.9
"""An entry that is read less surely is a close call."""


_BLOCKS = re.compile(r"</?(?:div|section|article|table|ul|ol|details)\b", re.I)


class Added(NamedTuple):
    """A page with an entry more."""

    page: Page
    """The page as it is read with the entry."""
    publication: Publication
    """The entry, as it is read."""
    edits: tuple[Edit, ...]
    """What changes where, in code points of the source of the page before."""
    left_out: tuple[str, ...]
    """Values of the record that no entry of the page prints, and so the new one does not either."""
    read_otherwise: tuple[str, ...]
    """What of other entries is read otherwise beside the new one: of those alone that were close calls before."""


def add(
    page: Page, publication: Publication, *, after: str | None = None, before: str | None = None, **told: Any
) -> Added:
    """Write an entry for a publication as the owner of the page would have typed it.

    It goes where its kind and year belong, or beside the entry whose id is `after` or `before`. Raises EditError, with
    the reason, where no way to write it reads as that publication again and leaves all others as they are; UsageError
    where there is no entry to learn from or to go beside.
    """
    refuse_what_is_no_markdown(page)
    if not page.publications:
        raise UsageError("the page has no entry, so there is no style to write in")
    place = _place(page, publication, after, before)
    wanted = as_known_here(page, publication)
    number, moved = number_at(page, place)
    whole, wrapping = _on_one_line(page, told)
    style = learn(whole, [name for name, value in wanted.ids if value])
    said = without_what_is_headed(wanted, place.neighbour)
    reasons = []
    for written in write(style, said, Place(place.at, place.neighbour.section, number, place.year == wanted.year)):
        text = wrapping.broken(written.text) if wrapping else written.text
        edits = in_order(page.source, _together(place.edit(text), moved))
        fresh = parse(edited(page.source, edits), path=page.source.path, **told)
        reason = next(_differences(page, fresh, place.at, wanted, written), None)
        otherwise = () if reason else tuple(_read_otherwise(page, fresh, place.at))
        reason = reason or next((what for what, is_close in otherwise if not is_close), None)
        if reason is None:
            told_so = tuple(what for what, _ in otherwise)
            return Added(fresh, fresh.publications[place.at], edits, written.left_out, told_so)
        reasons.append(reason)
    raise EditError(f"{publication.title or publication.id} cannot be written in the style of the page: {reasons[0]}")


def _together(fresh: Edit, moved: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Edits of one place as one: the new entry, and the number of the one behind it."""
    behind = next((edit for edit in moved if edit.span.start == fresh.span.end), None)
    if behind is None:
        return (fresh, *moved)
    both = Edit(Span(fresh.span.start, behind.span.end), fresh.new + behind.new)
    return (both, *(edit for edit in moved if edit != behind))


def _place(page: Page, publication: Publication, after: str | None, before: str | None) -> Gap:
    if after and before:
        raise UsageError("it goes after one entry or before another, not both")
    key = after or before
    if key is None:
        return place_of(page, publication)
    at = next((at for at, one in enumerate(page.publications) if one.id == key), None)
    if at is None:
        raise UsageError(f"no publication of the page has the id {key!r}")
    return place_at(page, at + (after is not None), joins_before=after is not None)


def _on_one_line(page: Page, told: dict[str, Any]) -> tuple[Page, Wrapping | None]:
    """The page as it would be without the ends of lines that come from a width, and that width."""
    wrapping = wrapping_of(page)
    if wrapping is None:
        return page, None
    whole = parse(edited(page.source, unwrapped(page, wrapping.width)), path=page.source.path, **told)
    is_same = len(whole.publications) == len(page.publications)
    return (whole, wrapping) if is_same else (page, None)


def _differences(page: Page, fresh: Page, at: int, wanted: Publication, written: Written) -> Iterator[str]:
    """What is not as it should be with the entry on the page."""
    if len(fresh.publications) != len(page.publications) + 1:
        yield f"the page would read as {len(fresh.publications)} publications, not {len(page.publications) + 1}"
        return
    if _nesting(fresh.publications[at]) not in {(0, 0), *map(_nesting, page.publications)}:
        yield "its tags would not be closed as those of other entries are"
    is_counted = _is_counted(page) or not any(one.is_self for one in wanted.authors)
    read = dict(_facts(fresh.publications[at], None))
    for name, value in _facts(wanted, written):
        if is_counted and name.endswith(".self"):
            continue
        if name == "venue.name" and _is_as_good(read[name], value, wanted):
            continue
        if read.get(name) != value and name not in written.left_out:
            yield f"{name} would read as {read.get(name)!r}, not {value!r}"
    told, date = wanted.date or str(wanted.year), fresh.publications[at].date
    if date and not told.startswith(date):
        yield f"date would read as {date}, not {told}"


def _read_otherwise(page: Page, fresh: Page, at: int) -> Iterator[tuple[str, bool]]:
    """What is read otherwise of other entries, and whether each was a close call, which any entry more may turn."""
    is_counted = _is_counted(page)
    others = (*fresh.publications[:at], *fresh.publications[at + 1 :])
    for old, new in zip(page.publications, others, strict=True):
        if old == new:
            continue
        before, after = values_of(old), values_of(new)
        is_close = old.confidence < _SURE and old.raw == new.raw
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name) and not (is_counted and name.endswith(".is_self")):
                yield f"{old.id}: {name} would become {after.get(name)!r}", is_close


def _nesting(one: Publication) -> tuple[int, int]:
    """How many blocks an entry leaves open, and how many more than it has opened it closes on the way."""
    depths = [0, *accumulate(-1 if tag.startswith("</") else 1 for tag in _BLOCKS.findall(one.raw))]
    return depths[-1], min(depths)


def _is_counted(page: Page) -> bool:
    """Whether the owner is who is in most entries, which may change with one."""
    return page.owner is None or page.owner.evidence == "frequency"


def _is_as_good(read: str | None, venue: str | None, wanted: Publication) -> bool:
    """Whether a venue that is read is the one that is told, but for its year; that of a preprint may be read anyway."""
    if read is None or venue is None:
        return venue is None and wanted.type == "preprint"
    return read.split() == [word for word in venue.split() if word != str(wanted.year)]


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
