"""Pages and publications in, one list of works with their keys out."""

from collections.abc import Iterable
from typing import NamedTuple

from pubparse.bibliography.keys import keys_of
from pubparse.model.page import Page, source_info
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

Listable = Page | Publication | Iterable[Page | Publication]
"""What can be exported: a page, a publication, or any number of both."""


class Listed(NamedTuple):
    """A publication in a bibliography: under which key, and from which file of which bytes, if it came from one."""

    key: str
    publication: Publication
    file: str | None
    sha256: str | None = None


def listed(given: Listable, template: str | None = None) -> tuple[Listed, ...]:
    """List the publications in order, under keys that are unique among them; UsageError for a template that is none."""
    works = [work for one in one_by_one(given) for work in _of(one)]
    keys = keys_of([publication for publication, *_ in works], template)
    return tuple(Listed(key, *work) for key, work in zip(keys, works, strict=True))


def one_by_one(given: Listable) -> list[Page | Publication]:
    """The pages and publications among what is given, in order; UsageError where something else is among it."""
    if isinstance(given, Page | Publication):
        return [given]
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise UsageError(f"pages and publications are wanted, not {type(given).__name__}")
    return [one for some in given for one in one_by_one(some)]


def _of(one: Page | Publication) -> Iterable[tuple[Publication, str | None, str | None]]:
    if isinstance(one, Publication):
        return [(one, None, None)]
    info = source_info(one.source)
    return [(publication, info.path, info.sha256) for publication in one.publications]
