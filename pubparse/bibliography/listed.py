"""Pages and publications in, one list of works with their keys out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pubparse.bibliography.keys import keys_of
from pubparse.model.page import Page
from pubparse.model.publication import Publication

Listable = Page | Publication | Iterable[Page | Publication]
"""What can be exported: a page, a publication, or any number of both."""


class Listed(NamedTuple):
    """A publication in a bibliography: under which key, and from which file, if it came from one."""

    key: str
    publication: Publication
    file: str | None


def listed(given: Listable, template: str | None = None) -> tuple[Listed, ...]:
    """List the publications in order, under keys that are unique among them; UsageError for a template that is none."""
    works = list(_each(given))
    keys = keys_of([publication for publication, _ in works], template)
    return tuple(Listed(key, publication, file) for key, (publication, file) in zip(keys, works, strict=True))


def _each(given: Listable) -> Iterator[tuple[Publication, str | None]]:
    if isinstance(given, Publication):
        yield given, None
    elif isinstance(given, Page):
        yield from ((publication, given.source.path) for publication in given.publications)
    else:
        for one in given:
            yield from _each(one)
