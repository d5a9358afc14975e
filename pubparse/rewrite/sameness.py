"""A record before and after its entry is written anew in, what is lost of it and what is read otherwise out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pubparse.house_style.slots import PLAIN, label_of, wrapped_by
from pubparse.model.person import Author
from pubparse.model.publication import Ids, Publication

_DASH = re.compile(r"\s?(?:--+|[-‐‑–—−])\s?")
_ENDS = re.compile(r"(\d+)(\s?[-‐‑–—−]+\s?)(\d+)")
_BETWEEN = re.compile(r"[\s.‐‑-]+")
_MOST_INITIALS = 3
_FULL = re.compile(r"[^\W\d_]{3,}")
_OF_NAMES = ("authors", "editors")
GIVEN = "given names in full"
_CALLED = {"authors.is_self": "which author is the owner", "links.text": "the labels of links"}
"""What a person would call values that a record has in another form."""


class Expected(NamedTuple):
    """What must be read of an entry where that is not what was read of it before."""

    names: Mapping[str, tuple[str, ...]] | None
    """Names as they are written now, by their role; None where a citation style cuts and turns them."""
    addresses: tuple[str, ...] | None
    """Where links lead now; None where they are as before."""
    is_folded: bool
    """Whether titles and venues may be in another case."""


def as_before(one: Publication) -> Expected:
    """What must be read of an entry that is left as it is."""
    names = {role: tuple(person.name for person in getattr(one, role)) for role in _OF_NAMES}
    return Expected(names, None, is_folded=False)


def lost(old: Publication, new: Publication, expected: Expected) -> tuple[str, ...]:
    """Name the values that are not there any more, or not as exactly."""
    before, after = _facts(old, expected), _facts(new, expected)
    gone = [name for name, value in before.items() if value and not after[name] and name != "authors"]
    if any(_is_full(one) and not _is_full(other) for one, other in zip(old.authors, new.authors, strict=False)):
        gone.append(GIVEN)
    if len(new.date or "") < len(old.date or "") and (old.date or "").startswith(new.date or ""):
        gone.append("date")
    return tuple(_CALLED.get(name, name) for name in gone)


def misread(old: Publication, new: Publication, expected: Expected, *, is_counted: bool) -> Iterator[str]:
    """Tell what would be read as another value, or where none was; `is_counted`: who is the owner is only counted."""
    before, after = _facts(old, expected), _facts(new, expected)
    if expected.names is not None:
        before |= {role: expected.names.get(role, ()) for role in _OF_NAMES}
    if expected.addresses is not None:
        before["links"] = tuple(sorted(expected.addresses))
    for name, value in before.items():
        is_free = (is_counted and name.endswith(".is_self")) or (name == "venue.name" and _is_on_a_server(old))
        if value != after[name] and not is_free and (after[name] or name == "authors"):
            yield f"{name} would read as {_said(new, name, after)}, not {_said(old, name, before)}"
    if new.date != old.date and not (old.date or "").startswith(new.date or ""):
        yield f"date would read as {new.date}, not {old.date}"


def _facts(one: Publication, expected: Expected) -> dict[str, Any]:
    return dict(_told(one, expected))


def values_as_written(one: Publication) -> Iterator[tuple[str, Any]]:
    """What any style writes alike, but for dashes: numbers, identifiers, publisher, status."""
    yield from ((name, _plain(getattr(one, name))) for name in ("year", "et_al", *PLAIN))
    yield from ((f"ids.{name}", getattr(one.ids, name)) for name in Ids.model_fields if name != "url")
    yield "status", None if one.type == "preprint" and one.status == "preprint" else one.status


def pages_in_full(pages: str | None) -> str | None:
    """A range of pages with both numbers in full: `1279–85` is `1279–1285`."""
    ends = _ENDS.fullmatch(pages or "")
    if ends is None or len(ends[3]) >= len(ends[1]):
        return pages
    return f"{ends[1]}{ends[2]}{ends[1][: -len(ends[3])]}{ends[3]}"


def initials_of(given: str) -> str:
    """The initials of given names: those of `Jean-Luc`, `J.-L.` and `JL` are the same."""
    if given.isupper() and given.isalpha() and len(given) <= _MOST_INITIALS:
        return given
    return "".join(word[0] for word in _BETWEEN.split(given) if word)


def _who(person: Author) -> tuple[str, str]:
    """Who it is, as far as initials tell."""
    if not person.family:
        return _folded(person.name), ""
    return _folded(f"{person.particle or ''}{person.family}"), _folded(initials_of(person.given or ""))


def _told(one: Publication, expected: Expected) -> Iterator[tuple[str, Any]]:
    fold = _folded if expected.is_folded else _plain
    for role in _OF_NAMES:
        people: Sequence[Author] = getattr(one, role)
        yield role, tuple(person.name if expected.names is not None else _who(person) for person in people)
        for name in ("is_self", "marks", "roles", "url", "orcid"):
            values = tuple(getattr(person, name) for person in people)
            yield f"{role}.{name}", values if any(values) else ()
    yield "title", fold(one.title)
    yield "venue.name", fold(one.venue.name if one.venue else None)
    yield "type", one.type
    yield from values_as_written(one)
    if expected.is_folded:
        yield "pages", _plain(pages_in_full(one.pages))
    yield "awards", tuple(sorted(award.text for award in one.awards))
    yield "notes", tuple(sorted(note.text for note in one.notes))
    yield from _links(one)


def _links(one: Publication) -> Iterator[tuple[str, Any]]:
    """Where links lead, and what those are called that have a label of their own; not those of people."""
    people = {person.url for person in (*one.authors, *one.editors)}
    links = [link for link in one.links if link.text != link.url and link.url not in people]
    yield "links", tuple(sorted(link.url for link in links))
    yield "links.text", tuple(sorted(label_of(link).casefold() for link in links if wrapped_by(one, link) is None))


def _is_on_a_server(one: Publication) -> bool:
    return one.venue is None and one.type == "preprint"


def _is_full(person: Author) -> bool:
    return bool(_FULL.search(person.given or ""))


def _plain(value: Any) -> Any:
    return _DASH.sub("-", value) if isinstance(value, str) else value


def _folded(value: str | None) -> str:
    plain = unicodedata.normalize("NFKC", value or "").casefold()
    return "".join(filter(str.isalnum, plain))


def _said(one: Publication, name: str, facts: Mapping[str, Any]) -> str:
    """A value as a person knows it, not as it is compared."""
    if name in _OF_NAMES and any(isinstance(person, tuple) for person in facts[name]):
        return _shown(tuple(person.name for person in getattr(one, name)))
    if name in ("title", "venue.name") and facts[name]:
        return _shown(one.title if name == "title" else one.venue and one.venue.name)
    return _shown(facts[name])


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value)) or "none"
    return repr(value) if value not in (None, "") else "none"
