"""A publication, a path and a new value in, ways to write it on the page out, the likeliest first."""

import re
from collections.abc import Iterator

from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.rewrite.addresses import relinked
from pubparse.rewrite.marks import marked
from pubparse.rewrite.people import listed
from pubparse.rewrite.repeats import title_again, venue_again, year_again
from pubparse.rewrite.values import names_in
from pubparse.rewrite.wordings import wordings
from pubparse.text.edit import Edit

_PART = re.compile(r"(authors|links)\[(\d+)\]\.(?:marks|url|text)")
_SET_OFF = {
    "title": ('"{}"', "{}.", "*{}*"),
    "venue.name": ("*{}*", "In {}", "{},"),
}
"""What tells a reader where a value ends that its neighbours would run into."""

Ways = Iterator[tuple[Edit, ...]]


def ways(page: Page, publication: Publication, path: str, old: str, new: str) -> Ways:
    """Ways to write `new` at `path`, which none but a new reading of the page proves."""
    if path == "authors":
        yield from listed(page.source, publication, names_in(new))
    elif part := _PART.fullmatch(path):
        if part[1] == "authors":
            yield from marked(page, publication.authors[int(part[2])], new)
        else:
            yield from relinked(page.source, publication.links[int(part[2])], old, new)
    else:
        yield from _of_field(page, publication, path, old, new)


def _of_field(page: Page, publication: Publication, path: str, old: str, new: str) -> Ways:
    """In the place of the old; and with it all that says it again; and set off from what is beside it."""
    source, origin = page.source, publication.fields[path]
    again: tuple[Edit, ...] = ()
    if path in ("year", "date"):
        again = year_again(source, publication, old, new)
    elif path == "title":
        again = title_again(source, publication, new)
    elif path == "venue.name":
        again = venue_again(source, publication, new)
    own = origin.pieces or (origin.span,)
    again = tuple(edit for edit in again if not any(span.start <= edit.span.start < span.end for span in own))
    for more in ((), again) if again else ((),):
        for edits in wordings(source, origin, (old, new)):
            yield (*edits, *more)
    for more in ((), again) if again else ((),):
        for form in _SET_OFF.get(path, ()):
            for edits in wordings(source, origin, (old, new), form):
                yield (*edits, *more)
