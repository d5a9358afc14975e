r"""An entry in, its slots out: where each value of the record stands in it, so that another can be typed over it.

* K. He\*, X. Chen. Masked Autoencoders. In CVPR 2022.    * {authors}. {title}. In {venue.name} {year}.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pubparse.house_style.rosters import ADDRESS, Roster, roster_of
from pubparse.model.publication import Ids, Link, Publication
from pubparse.text.span import Span

PLAIN = ("volume", "issue", "pages", "article_number", "number", "series", "edition", "publisher", "place")
"""Fields whose values are written as they are, in the order in which most pages print them."""
NUMBER = re.compile(r"\s*+(?:[*+-]\s++|<[a-z][^<>]*+>\s*+)?+(?:\\?\[|\()?+(?:[A-Z]{1,3}-?)?(\d{1,3})(?:\\?[.)\]]|、)")
"""The number of an entry in its list: `3.`, `[3]`, `[J3]`, `3、`."""

_PICTURE = re.compile(r"(?:src=[\"']|!\[[^\[\]]*+\]\()([^\"'()\s]++)")
_REFERENCE = re.compile(r"\[[^\[\]]*+\]\Z")
_WORD = re.compile(r"(?<![\w/.=-])[^\W_]++(?![\w/=]|\.\w)")
_FOLDED = re.compile(r"<details\b(?:(?!</?details\b).)*+</details>", re.S | re.I)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*+\}")
_BEFORE_SIGN = re.compile(r"\.(?:[*_]{1,2}|</(?:i|em|b|strong)>)?[,;:]")
_BEFORE_VOLUME = re.compile(r"\.(?:[*_]{1,2}|</(?:i|em|b|strong)>)?\s(?:[*_]{1,2}|<(?:i|em|b|strong)>)?\d{1,3}\b")
_LABEL_EDGES = "[](){}|·•:,; "


CUT, LINKED, AGAIN = "cut", "linked", "again"
"""What is special about a slot: names with "et al." among them, a value that is a link, one said once more."""


class Slot(NamedTuple):
    """A place for a value: what kind of value, which of that kind (a link's label), where, and what it shows."""

    name: str
    detail: str
    span: Span
    text: str


class Entry(NamedTuple):
    """A publication with its slots in order, and how its authors and editors are written."""

    publication: Publication
    slots: tuple[Slot, ...]
    rosters: dict[str, Roster]


def slots_of(text: str, publication: Publication, ids: Collection[str] = ()) -> Entry:
    """Find the slots of an entry in the page's text; of two that overlap, the one that begins first is kept.

    Of `ids` also the places are found where they name a picture.
    """
    rosters = {
        name: roster
        for name, people in (("authors", publication.authors), ("editors", publication.editors))
        if (roster := roster_of(text, people, publication.span))
    }
    of_names = [Slot(name, _cut(publication, roster), roster.span, "") for name, roster in rosters.items()]
    links = [slot for link in publication.links for slot in _of_link(text, publication, link, of_names)]
    linked = {slot.detail for slot in links if slot.name == "url"}
    fields = [
        slot._replace(detail=LINKED) if slot.name in linked and not slot.detail else slot
        for slot in _of_fields(text, publication)
    ]
    loose = [slot for slot in fields if slot.name in linked or not any(_meet(slot.span, one.span) for one in links)]
    kept = _apart([*of_names, *links, *loose])
    again = [*_said_again(text, publication), *_in_pictures(text, publication, ids)]
    free = [slot for slot in again if not any(_meet(slot.span, one.span) for one in kept)]
    folded = [Span(*match.span()) for match in _FOLDED.finditer(text, *publication.span)]
    slots = [slot for slot in (*kept, *free) if not any(_meet(slot.span, span) for span in folded)]
    return Entry(publication, tuple(_apart(slots)), rosters)


def _apart(slots: list[Slot]) -> list[Slot]:
    """Slots in order; of two that overlap, the one that begins first."""
    kept: list[Slot] = []
    for slot in sorted(slots, key=lambda slot: (slot.span.start, -slot.span.end)):
        if not kept or slot.span.start >= kept[-1].span.end:
            kept.append(slot)
    return kept


def _cut(publication: Publication, roster: Roster) -> str:
    """Whether "et al." stands among the names, and not behind them."""
    origin = publication.fields.get("et_al")
    return CUT if origin and _meet(origin.span, roster.span) else ""


def _said_again(text: str, publication: Publication) -> Iterator[Slot]:
    """A year or an acronym that an entry says once more: `[CHI'18]` before the title, `(2018)` behind it."""
    year, acronym = str(publication.year or ""), publication.venue.acronym if publication.venue else None
    for word in _WORD.finditer(text, *publication.span):
        span = Span(*word.span())
        if year and (word[0] == year or (word[0] == year[2:] and text[span.start - 1] in "'’‘`")):
            yield Slot("year", AGAIN, span, word[0])
        elif acronym and word[0] == acronym:
            yield Slot("venue.acronym", "", span, word[0])


def _in_pictures(text: str, publication: Publication, ids: Collection[str]) -> Iterator[Slot]:
    """An id that is in the name of a picture: `images/1512.03385.png`."""
    for picture in _PICTURE.finditer(text, *publication.span):
        for name in ids:
            value = getattr(publication.ids, name)
            at = text.find(value, *picture.span(1)) if value else -1
            if at >= 0:
                yield Slot(f"ids.{name}", AGAIN, Span(at, at + len(value)), value)


def _of_fields(text: str, publication: Publication) -> Iterator[Slot]:
    """Values that stand in the entry itself; a venue in pieces has a slot for each."""
    if (number := NUMBER.match(text, *publication.span)) and not any(
        _meet(Span(*number.span(1)), origin.span) for origin in publication.fields.values()
    ):
        yield Slot("number", "", Span(*number.span(1)), number[1])
    ids = [origin.span for path, origin in publication.fields.items() if path.startswith("ids.")]
    for path, origin in publication.fields.items():
        if origin.origin != "entry" or (name := _slot_name(path)) is None:
            continue
        if any(origin.span.start < span.start and span.end <= origin.span.end for span in ids):
            continue  # an address that says an id is what stands around that
        pieces = origin.pieces if path == "venue.name" and origin.pieces else (origin.span,)
        for at, span in enumerate(pieces):
            detail = getattr(publication, path) if path in ("status", "type") else AGAIN if at else ""
            may_be_cut = name == "venue.name" or (name == "place" and "." in text[slice(*span)])
            whole = with_stop(text, span) if may_be_cut else span
            yield Slot(name, detail, whole, text[slice(*whole)])
    for note in publication.notes:
        yield Slot("note", note.text, note.span, text[slice(*note.span)])


def with_stop(text: str, span: Span) -> Span:
    """A venue or place with the full stop of its last word, if that is cut: `J. Comput.` in `J. Comput., vol. 3`."""
    is_cut = _BEFORE_SIGN.match(text, span.end) or ("." in text[slice(*span)] and _BEFORE_VOLUME.match(text, span.end))
    return Span(span.start, span.end + 1) if is_cut else span


def _slot_name(path: str) -> str | None:
    """The slot that the value at a path fills."""
    if path in ("title", *PLAIN, "venue.name", "et_al", "status", "type"):
        return path
    if path in ("year", "date"):
        return "year"
    if path.startswith("awards["):
        return "award"
    return path if path.startswith("ids.") and path[4:] in Ids.model_fields else None


def _of_link(text: str, publication: Publication, link: Link, names: list[Slot]) -> Iterator[Slot]:
    """A link around a value has a slot for its address; one with a label of its own is a slot as a whole."""
    shown = text[slice(*link.span)]
    if any(_meet(link.span, slot.span) for slot in names):
        return
    if link.text == link.url:
        yield from _of_address(text, publication, link)
        return
    wrapped = wrapped_by(publication, link)
    if wrapped is None:
        attributes = _ATTRIBUTES.match(text, link.span.end, publication.span.end)
        end = attributes.end() if attributes else link.span.end
        shown = text[link.span.start : end]
        yield Slot(
            "link",
            label_of(link),
            Span(link.span.start, end),
            ADDRESS.join(shown.rsplit(link.url, 1)) if link.url else shown,
        )
    elif (at := shown.rfind(link.url)) >= 0 and link.url:
        yield Slot("url", wrapped, Span(link.span.start + at, link.span.start + at + len(link.url)), link.url)
    elif reference := _REFERENCE.search(shown):
        start = link.span.start + reference.start()
        yield Slot("url", wrapped, Span(start, link.span.end), reference[0])


def _of_address(text: str, publication: Publication, link: Link) -> Iterator[Slot]:
    """An address that shows itself: an id said twice, `[https://x.org/y](https://x.org/y)`, or a link."""
    shown, (start, end) = text[slice(*link.span)], link.span
    inside = [(path, one.text) for path, one in publication.fields.items() if start <= one.span.start < end]
    for path, value in inside:
        if path.startswith("ids.") and shown.count(value) > 1:
            yield Slot(path, "", link.span, shown.replace(value, ADDRESS))
    if not inside:
        yield Slot("link", link.url, link.span, ADDRESS)


def wrapped_by(publication: Publication, link: Link) -> str | None:
    """The field that a link shows, which it leads on from; None where it has a label of its own."""
    shown = " ".join(link.text.split())
    ids = {f"ids.{name}": value for name, value in publication.ids if value and value in shown}
    if (title := publication.title) and _is_shown(title, shown):
        return "title"
    rest = shown
    for value in ids.values():
        rest = rest.replace(value, "")  # a DOI may name a venue
    if publication.venue and _is_shown(publication.venue.name, rest):
        return "venue.name"
    return next(iter(ids), None)


def _is_shown(value: str, shown: str) -> bool:
    return value in shown or bool(shown and shown in value and len(shown) * 2 > len(value))


def label_of(link: Link) -> str:
    """What a link calls itself, without brackets; its kind, where it shows an icon only."""
    return link.text.strip(_LABEL_EDGES) or link.kind


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
