"""The text of a CSL-JSON file in, its entries out: what Zotero, pandoc, citation.js and DOI services write.

One item or an array of them. Names, dates and identifiers are in parts already; `genre` tells a workshop paper, poster
or the degree of a thesis. What `custom` says of authors, awards, links and notes is read where `csl-json` has written
it. Styling of titles (`<i>`, `<span class="nocase">`) is taken off.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from pubparse.grammar.houses import is_press
from pubparse.readers.contract import Entry, Flaw, Reader, Record
from pubparse.readers.people import person
from pubparse.readers.records import NOWHERE, dated
from pubparse.readers.wordings import award, read_notes, status_of
from pubparse.text.source import carried

_TYPES = {
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal", "article": "preprint",
    "paper-conference": "conference", "book": "book", "chapter": "chapter", "entry-encyclopedia": "chapter",
    "entry-dictionary": "chapter", "thesis": "thesis", "report": "report", "patent": "patent", "software": "software",
    "dataset": "dataset",
}  # fmt: skip
_GENRES = {"workshop paper": "workshop", "poster": "poster"}
_VENUES = {
    **dict.fromkeys(("preprint", "thesis", "report", "software", "dataset"), "publisher"), "patent": "authority",
}  # fmt: skip
"""What names the venue of a type, where no container does."""
_TEXTS = {
    "title": "title", "volume": "volume", "issue": "issue", "collection-title": "series", "page": "pages",
    "edition": "edition", "container-title-short": "acronym",
}  # fmt: skip
_IDS = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "URL": "url"}
_ARTICLES = frozenset({"journal", "conference", "workshop", "chapter"})
"""Types whose number is that of the article."""

_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>", re.I)
_BLANKS = re.compile(r"[\s\[,]*")
_DECODER = json.JSONDecoder()


def _read(text: str) -> Iterator[Entry | Flaw]:
    """The items one by one, so that those before a mistake are read."""
    at, line = _begin(text, 0), 1
    seen = 0
    while at < len(text) and text[at] != "]":
        line += text.count("\n", seen, at)
        seen = at
        try:
            item, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            said = error.msg if isinstance(error, json.JSONDecodeError) else "a number or a nesting without end"
            yield Flaw(line, "unreadable-entry", f"it is no JSON: {said}")
            return
        end_line = line + text.count("\n", seen, at)
        yield Entry(line, end_line, *((_text(item, "id"), _values(item)) if isinstance(item, dict) else ("", {})))
        at = _begin(text, at)


def _begin(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _values(item: Record) -> Record:
    values: Record = {name: _text(item, variable) for variable, name in _TEXTS.items()}
    work = _TYPES.get(_text(item, "type"), "other")
    genre = _text(item, "genre")
    work = _GENRES.get(genre.lower(), work)
    values |= {
        "authors": _people(item, "author"),
        "editors": _people(item, "editor"),
        "ids": {name: _text(item, variable) for variable, name in _IDS.items()},
        "place": _text(item, "publisher-place") or _text(item, "event-place"),
        **read_notes(filter(None, [_text(item, "note")])),
        **_date(item.get("issued")),
    }
    values["status"] = status_of(_text(item, "status")) or values["status"]
    _put_venue(values, item, work)
    _put_numbers(values, item, work)
    _put_custom(values, item.get("custom"))
    return values | {"type": work, "degree": genre if work == "thesis" else ""}


def _text(item: Record, variable: str) -> str:
    """A variable as plain text on one line; some programs write numbers as such."""
    value = item.get(variable)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_TAG.sub("", carried(str(value))).split())


def _people(item: Record, variable: str) -> list[Record]:
    people = item.get(variable)
    named = (_name(one) for one in people if isinstance(one, dict)) if isinstance(people, list) else ()
    return [one for one in named if one["name"]]


def _name(name: Record) -> Record:
    if literal := _text(name, "literal"):
        return person(family=literal)
    particle = _text(name, "non-dropping-particle") or _text(name, "dropping-particle")
    return person(_text(name, "given"), _text(name, "family"), particle, _text(name, "suffix"))


def _date(issued: Any) -> Record:
    if not isinstance(issued, dict):
        return {}
    match issued.get("date-parts"):
        case [[*parts], *_]:
            return dated("-".join(str(part) for part in parts if isinstance(part, str | int)))
    return dated(_text(issued, "raw") or _text(issued, "literal"))


def _put_venue(values: Record, item: Record, work: str) -> None:
    """Where it appeared: a container, else who publishes or grants works of the sort, else a meeting."""
    container = _text(item, "container-title")
    publisher = _text(item, "publisher")
    granting = "" if is_press(publisher) else _VENUES.get(work, "")  # a thesis may be out with a press
    values["venue"] = container or _text(item, granting) or _text(item, "event-title")
    values["publisher"] = publisher if container or granting != "publisher" else ""


def _put_numbers(values: Record, item: Record, work: str) -> None:
    number, ids = _text(item, "number"), values["ids"]
    if number.lower().startswith("arxiv:"):
        ids["arxiv"] = number
    else:
        values["article_number" if work in _ARTICLES else "number"] = number
    if _text(item, "archive").lower() == "arxiv":
        ids["arxiv"] = _text(item, "archive_location")


def _put_custom(values: Record, custom: Any) -> None:
    """What `csl-json` tells beside what CSL has a place for; what is not as it writes that is passed over."""
    told: Record = custom if isinstance(custom, dict) else {}
    values["et_al"] = told.get("et_al") is True
    values["track"] = _text(told, "track")
    if isinstance(ids := told.get("ids"), dict):
        values["ids"] |= {name: _text(ids, name) for name in ("hal", "acl", "openreview")}
    values["awards"] += [award(text) for one in _objects(told, "awards") if (text := _text(one, "text"))]
    values["notes"] += [
        {"text": text, "span": NOWHERE} for one in _objects(told, "notes") if (text := _text(one, "text"))
    ]
    values["links"] = [
        {"text": _text(one, "text"), "url": url, "kind": _text(one, "kind") or "link", "span": NOWHERE}
        for one in _objects(told, "links")
        if (url := _text(one, "url"))
    ]
    for group in ("authors", "editors"):
        for said in _objects(told, group):
            at = said.get("position")
            if isinstance(at, int) and 0 <= at < len(values[group]):
                _tell(values[group][at], said)


def _texts(told: Record, name: str) -> list[str]:
    return [text for one in _objects(told, name) if (text := _text(one, "text"))]


def _objects(told: Record, name: str) -> list[Record]:
    values = told.get(name)
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _tell(one: Record, said: Record) -> None:
    """What is said of a person."""
    one["is_self"] = said.get("is_self") is True
    for name in ("marks", "roles"):
        if isinstance(values := said.get(name), list):
            one[name] = tuple(carried(value) for value in values if isinstance(value, str))
    one["mark_spans"] = (NOWHERE,) * len(one.get("marks", ()))
    if isinstance(group := said.get("equal_group"), int):
        one["equal_group"] = group
    for name in ("url", "orcid"):
        one[name] = _text(said, name) or None


READER = Reader("csl-json", "CSL-JSON", ".json", _read)
