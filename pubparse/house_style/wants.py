"""A record in, what an entry has to say of it out: values in the order in which most pages print them."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pubparse.house_style.slots import LINKED, PLAIN, label_of, wrapped_by
from pubparse.model.publication import Ids, Publication

_ADDRESSES = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "acl": "https://aclanthology.org/",
    "openreview": "https://openreview.net/forum?id=",
    "url": "",
}
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_ANY_KIND = ("title", "venue.name", "link", "paper", "article", "online", "html", "full text")
"""What an address stands behind that may lead wherever the work is."""


class Want(NamedTuple):
    """A value to be written: the slot it goes in, which of them (a link's label), and what it is."""

    name: str
    detail: str
    value: str

    @property
    def key(self) -> tuple[str, str]:
        """What finds the slot."""
        return self.name, self.detail


def wants_of(record: Publication, printed: Collection[str]) -> list[Want]:
    """List what there is to say, names left out: they are written by themselves.

    `printed` are the slots that entries have: an address is told as the identifier in it where they have that.
    """
    return list(_wants(record, printed))


def _wants(record: Publication, printed: Collection[str]) -> Iterator[Want]:
    linked = {wrapped_by(record, link) for link in record.links}
    yield from (Want(name, "", "") for name in ("authors", "editors") if getattr(record, name))
    if record.et_al:
        yield Want("et_al", "", "et al.")
    for name, value in (("title", record.title), ("venue.name", record.venue.name if record.venue else None)):
        if value:
            yield Want(name, LINKED if name in linked else "", value)
    yield from _links(record, "url")
    yield from (Want(name, "", value) for name in PLAIN if (value := getattr(record, name)))
    if record.year and record.year_from != "identifier":
        yield Want("year", "", date_of(record))
    yield Want("type", record.type, record.type)
    if record.status:
        yield Want("status", record.status, record.status)
    yield from (Want("award", "", award.text) for award in record.awards)
    yield from _notes(record)
    yield from _ids(record, printed)
    yield from _links(record, "link")


def date_of(record: Publication) -> str:
    """When a work appeared, as exactly as the record has it."""
    return record.date if record.date and _DATE.fullmatch(record.date) else str(record.year)


def _notes(record: Publication) -> Iterator[Want]:
    """Notes, but for the labels of links in them."""
    labels = [label for link in record.links if (label := label_of(link))]
    for note in record.notes:
        text = note.text
        for label in labels:
            text = text.removesuffix(f"[{label}]").strip() if text != label else ""
        if text:
            yield Want("note", note.text, text)


def _links(record: Publication, name: str) -> Iterator[Want]:
    people = {one.url for one in (*record.authors, *record.editors)}
    for link in record.links:
        wrapped = wrapped_by(record, link)
        if link.url in people or link.text == link.url:
            continue
        if name == "url" and wrapped:
            yield Want("url", wrapped, link.url)
        elif name == "link" and not wrapped:
            yield Want("link", label_of(link), link.url)


def _ids(record: Publication, printed: Collection[str]) -> Iterator[Want]:
    """Ids that no address says."""
    addresses = [link.url for link in record.links if link.text != link.url]
    linked = {wrapped_by(record, link): link.text for link in record.links if link.text != link.url}
    for name in reversed(Ids.model_fields):
        value = getattr(record.ids, name)
        if value and f"ids.{name}" in linked:
            yield Want(f"ids.{name}", LINKED, value)
        elif value and value in linked.get("venue.name", ""):  # `[arXiv:1512.03385](…)`
            yield Want(f"ids.{name}", "", value)
        elif value and not any(value in address for address in addresses):
            addresses.append(value)
            told = _id_in(value, record, printed) if name == "url" else name
            yield Want(f"ids.{told}", "", getattr(record.ids, told))


def _id_in(url: str, record: Publication, printed: Collection[str]) -> str:
    """The identifier that an address says, if entries print such: the longest, as an arXiv number may be in a DOI."""
    said = {name: value for name, value in ids_in(url, record).items() if f"ids.{name}" in printed}
    return max(said, key=lambda name: (name != "url", len(said[name])), default="url")


def ids_in(address: str, record: Publication) -> dict[str, str]:
    """The ids of a record that an address says, by name."""
    return {name: value for name, value in record.ids if value and value in address}


def address_of(record: Publication, kind: str) -> str | None:
    """The address that an id of the record gives: of one kind, or the best there is."""
    kind = kind.removeprefix("ids.")
    if kind == "pdf":
        return f"https://arxiv.org/pdf/{record.ids.arxiv}" if record.ids.arxiv else None
    names = {kind} & _ADDRESSES.keys() or (_ADDRESSES if kind in _ANY_KIND else ())
    for name in names:
        if value := getattr(record.ids, name):
            return f"{_ADDRESSES[name]}{value}"
    return None
