"""A page and a record from elsewhere in, the record as this page knows it out: its owner, its venues."""

from collections.abc import Iterator

from pubparse.grammar.names import name_key
from pubparse.house_style.venue_forms import as_spelled_here
from pubparse.model.page import Page
from pubparse.model.person import Author
from pubparse.model.publication import Publication


def as_known_here(page: Page, record: Publication) -> Publication:
    """The record on this page: its owner is who the page's owner is, and its venue is called what it is called here."""
    return as_spelled_here(page, _with_owner(page, record))


def without_what_is_headed(record: Publication, near: Publication) -> Publication:
    """A record without the venue that the heading says, under which it goes."""
    told = near.fields.get("venue.name")
    is_told = told and told.origin != "entry" and near.venue and record.venue and near.venue.name == record.venue.name
    return record.model_copy(update={"venue": None}) if is_told else record


def _with_owner(page: Page, record: Publication) -> Publication:
    keys = {name_key(name) for name in ((page.owner.name, *page.owner.variants) if page.owner else ())}
    keys |= {key for one in page.publications for author in one.authors if author.is_self for key in _keys(author)}
    known = [at for at, one in enumerate(record.authors) if not keys.isdisjoint(_keys(one))]
    if any(record.authors[at].is_self for at in known):
        return record
    own = next(iter(known), None)
    authors = [one.model_copy(update={"is_self": at == own}) for at, one in enumerate(record.authors)]
    return record.model_copy(update={"authors": tuple(authors)})


def _keys(one: Author) -> Iterator[tuple[str, str]]:
    """What the spellings of somebody share, also of those whose family name is several words."""
    yield name_key(one.name)
    if one.family and one.given:
        yield name_key(f"{one.family}, {one.given}")
