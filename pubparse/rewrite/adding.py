"""A page and a record in, the page with an entry of it out: in the page's own style, and read again to prove it."""

from typing import Any, NamedTuple

from pubparse.house_style.as_known import as_known_here, without_what_is_headed
from pubparse.house_style.learn import learn
from pubparse.house_style.numbering import number_at
from pubparse.house_style.placing import Gap, place_at, place_of
from pubparse.house_style.ranking import Place
from pubparse.house_style.wrapping import Wrapping, unwrapped, wrapping_of
from pubparse.house_style.writing import write
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import UsageError
from pubparse.rewrite.comparing import read_otherwise, reason_against
from pubparse.rewrite.editable import refuse_what_is_no_markdown
from pubparse.rewrite.editing import EditError
from pubparse.text.edit import Edit, edited, in_order
from pubparse.text.span import Span

_ROUNDS = 2
"""So often all ways are tried: with all that there is to say, and without what is not read."""


class Added(NamedTuple):
    """A page with an entry more."""

    page: Page
    """The page as it is read with the entry."""
    publication: Publication
    """The entry, as it is read."""
    edits: tuple[Edit, ...]
    """What changes where, in code points of the source of the page before."""
    left_out: tuple[str, ...]
    """Values of the record that entries of a page do not print, or not so that they are read: nor does the new one."""
    read_otherwise: tuple[str, ...]
    """What of other entries is read otherwise beside the new one: of those alone that were close calls before."""


def add(
    page: Page, publication: Publication, *, after: str | None = None, before: str | None = None, **told: Any
) -> Added:
    """Write an entry for a publication as the owner of the page would have typed it.

    It goes where its kind and year belong, or beside the entry whose id is `after` or `before`. Raises EditError, with
    the reason, where no way to write it reads as that publication again and leaves all others as they are that are
    read surely; UsageError where there is no entry to learn from or to go beside.
    """
    refuse_what_is_no_markdown(page)
    if not page.publications:
        raise UsageError("the page has no entry, so there is no style to write in")
    place = _place(page, publication, after, before)
    wanted = as_known_here(page, publication)
    number, moved = number_at(page, place)
    whole, wrapping = _on_one_line(page, told)
    style = learn(whole, [name for name, value in wanted.ids if value])
    where = Place(place.at, place.neighbour.section, number, place.year == wanted.year)
    first = ""
    dropped: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    for _ in range(_ROUNDS):
        for written in write(style, without_what_is_headed(wanted, place.neighbour), where):
            text = wrapping.broken(written.text) if wrapping else written.text
            edits = in_order(page.source, _together(place.edit(text), moved))
            fresh = parse(edited(page.source, edits), path=page.source.path, **told)
            reason, unread = reason_against(page, fresh, place.at, wanted, written)
            if reason is None:
                left_out = tuple(dict.fromkeys((*written.left_out, *dropped)))
                return Added(
                    fresh, fresh.publications[place.at], edits, left_out, read_otherwise(page, fresh, place.at)
                )
            first = first or reason
            spare = spare or unread
        if not spare:
            break
        dropped, wanted, spare = (*dropped, *spare), wanted.model_copy(update=dict.fromkeys(spare)), ()
    raise EditError(f"{publication.title or publication.id} cannot be written in the style of the page: {first}")


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
