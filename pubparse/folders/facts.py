"""The values of a front matter in, what they tell of a publication out: the keys of academicpages and Hugo Blox.

| what | academicpages | Hugo Blox | Hugo Blox, older |
|---|---|---|---|
| authors | `authors`, in many sites | `authors` | the same |
| venue | `venue` | `publication.name` | `publication` |
| identifiers | | `hugoblox.ids` | `doi` |
| links | `paperurl`, `slidesurl` … | `links` by `type` | `url_pdf`, `url_code` …, `links` |
| type | `category` | `publication_types` (CSL) | the same, or a number |
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from pubparse.folders.front_matter import Scalar, Value
from pubparse.folders.sheet import emphasised
from pubparse.text.visible import Visible

Values = dict[str, Value]

_NUMBERS = "volume issue number pages publisher place series edition".split()
_LINKS = {
    "paperurl": "paper", "slidesurl": "slides", "bibtexurl": "bibtex", "codeurl": "code", "url_pdf": "pdf",
    "url_code": "code", "url_dataset": "data", "url_poster": "poster", "url_project": "project",
    "url_slides": "slides", "url_video": "video", "url_source": "source", "url_preprint": "preprint",
}  # fmt: skip
_KINDS = {"dataset": "data", "custom": "link"}
_IDS = {"doi": ("hugoblox.ids.doi", "doi"), "arxiv": ("hugoblox.ids.arxiv", "arxiv")}
_DRAFT = (("draft", "true"), ("published", "false"))
_ALONE = 2  # separators in the only item of a list; it is all names in one


class FactLink(NamedTuple):
    """An address that a front matter gives: what it leads to, the label, and the address."""

    kind: str
    label: str
    url: Scalar


class Facts(NamedTuple):
    """What a front matter says of a publication.

    `names` is a list of authors in one text, in place of a list; `beside` is what stands behind the name of the venue.
    """

    title: Scalar
    authors: tuple[Scalar, ...]
    names: Scalar | None
    notes: tuple[Scalar | None, ...]
    date: Scalar | None
    venue: Visible | None
    beside: Visible | None
    acronym: Visible | None
    numbers: dict[str, Scalar]
    ids: dict[str, Scalar]
    links: tuple[FactLink, ...]
    type: Scalar | None
    awards: tuple[Scalar, ...]
    citation: Scalar | None

    @property
    def is_of_a_work(self) -> bool:
        """Whether there is more than a title and a date, which every page of a site has."""
        return any((self.authors, self.names, self.venue, self.citation, self.ids, self.type))


def is_draft(values: Values) -> bool:
    """Whether the site leaves the page out."""
    return any((said := _scalar(values, key)) and said.text.lower() == word for key, word in _DRAFT)


def facts_of(values: Values) -> Facts | None:
    """What the front matter says; None where it has no title."""
    title = _scalar(values, "title")
    if title is None:
        return None
    noted = zip_longest(_list(values, "authors", "author", "Author"), _list(values, "author_notes"))
    people = [(author, note) for author, note in noted if author is not None]
    authors = tuple(author for author, _ in people)
    alone = authors[0] if len(authors) == 1 else None
    is_text = alone is not None and (alone.text.count(",") >= _ALONE or ";" in alone.text or " and " in alone.text)
    venue, beside = _venue(values)
    short = _scalar(values, "publication.short_name", "publication_short")
    return Facts(
        title=title,
        authors=() if is_text else authors,
        names=alone if is_text else None,
        notes=tuple(note for _, note in people),
        date=_scalar(values, "date", "publishDate", "year"),
        venue=venue,
        beside=beside,
        acronym=emphasised(short.visible)[0] if short else None,
        numbers={key: text for key in _NUMBERS if (text := _scalar(values, f"publication.{key}", key))},
        ids={scheme: text for scheme, keys in _IDS.items() if (text := _scalar(values, *keys))},
        links=tuple(_links(values)),
        type=next(filter(None, _list(values, "publication_types", "category")), None),
        awards=tuple(_awards(values)),
        citation=_scalar(values, "citation"),
    )


def _value(values: Values, path: str) -> Value | None:
    value: Value | None = values
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _scalar(values: Values, *paths: str) -> Scalar | None:
    found = (_value(values, path) for path in paths)
    return next((value for value in found if isinstance(value, Scalar)), None)


def _list(values: Values, *paths: str) -> list[Scalar | None]:
    """The first list of scalars there is; a scalar is a list of one."""
    for path in paths:
        value = _value(values, path)
        if isinstance(value, Scalar):
            return [value]
        if isinstance(value, list):
            return [item if isinstance(item, Scalar) else None for item in value]
    return []


def _venue(values: Values) -> tuple[Visible | None, Visible | None]:
    """The venue as a reader sees it; a name of its own is no Markdown."""
    if name := _scalar(values, "publication.name"):
        return name.visible, None
    said = _scalar(values, "venue", "publication", "journal", "booktitle")
    return emphasised(said.visible) if said else (None, None)


def _links(values: Values) -> Iterator[FactLink]:
    for key, kind in _LINKS.items():
        if url := _scalar(values, key):
            yield FactLink(kind, "", url)
    links = _value(values, "links")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and (url := _scalar(link, "url")):
            said, label = _scalar(link, "type"), _scalar(link, "label", "name")
            name = said.text if said else "link"
            yield FactLink(_KINDS.get(name, name), label.text if label else "", url)


def _awards(values: Values) -> Iterator[Scalar]:
    yield from filter(None, _list(values, "award"))
    awards = _value(values, "awards")
    for award in awards if isinstance(awards, list) else ():
        name = _scalar(award, "name", "title") if isinstance(award, dict) else award
        if isinstance(name, Scalar):
            yield name
