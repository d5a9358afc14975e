"""The values of an entry in, the record of the publication out: venue, date and identifiers as a page's are told."""

import re
from itertools import takewhile

from pubparse.grammar.identifiers import ids_in_url, trim_doi
from pubparse.grammar.venue import about
from pubparse.lexicons.load import words
from pubparse.model.venue import KIND_OF_VENUE
from pubparse.readers.contract import Entry, Record
from pubparse.text.span import Span

NOWHERE = Span(0, 0)
"""The place of what no page says."""

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV = re.compile(r"(?:abs/|arxiv:\s*|(?<!\S))((?:\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(?:v\d+)?)(?![\w.]*\w)", re.I)
_ON_ARXIV = re.compile(r"(?:arxiv|corr)\b", re.I)
_ISO = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?(?!\d)")
_MONTH = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(r"[0-9]{1,2}")
_FINER = {("conference", "workshop"), ("journal", "preprint"), ("other", "preprint")}
"""The types of entries that are less exact than the kind of their venue, and that kind."""


def record_of(entry: Entry) -> Record:
    """The record, but for its span and a key that is unique; what the entry does not say has the model's defaults."""
    values = {name: value for name, value in entry.values.items() if value}
    ids = {name: text for name, text in values.pop("ids", {}).items() if text}
    acronym, track, degree = (values.pop(name, None) for name in ("acronym", "track", "degree"))
    told = about(values.get("venue", ""))
    values["ids"] = ids = _ids(values, ids)
    work = values["type"] = _type(values.get("type", "other"), told[2], ids)
    if work == "preprint":
        values.setdefault("status", "preprint")
    if name := values.pop("venue", None):
        name = "arXiv" if ids.get("arxiv") and _ON_ARXIV.match(name) and _ARXIV.search(name) else name
        kind = KIND_OF_VENUE.get(told[2] or work, "other")
        acronym = acronym if acronym and _is_acronym(acronym) else told[0]
        venue = {"name": name, "acronym": acronym, "track": track or told[1], "kind": kind}
        values["venue"] = {**venue, "span": NOWHERE}
    if degree:
        values["fields"] = {"type": {"span": NOWHERE, "text": degree, "transform": "wording", "confidence": 1}}
    place = {"line": entry.line, "end_line": entry.end_line}
    return {"id": entry.key, "authors": [], "title": None, "year": None, **values, **place, "confidence": 1}


def _is_acronym(text: str) -> bool:
    """Tell `NeurIPS` from what else stands as the short form of a journal: `Nat. Methods`."""
    return sum(map(str.isupper, text)) * 2 >= sum(map(str.isalpha, text))


def _ids(values: Record, ids: dict[str, str]) -> dict[str, str]:
    """Bare identifiers; those that no field of their own has are looked for in the addresses and beside the venue."""
    if found := _DOI.search(ids.get("doi", "")):
        ids["doi"] = trim_doi(found[0])
    if found := _ARXIV.search(ids.get("arxiv", "")):
        ids["arxiv"] = found[1]
    for url in (ids.get("url"), *(link["url"] for link in values.get("links", ()))):
        for scheme, bare in ids_in_url(url or ""):
            ids.setdefault(scheme, bare)
    venue, volume = values.get("venue", ""), values.get("volume", "")
    if _ON_ARXIV.match(venue) and "arxiv" not in ids and (found := _ARXIV.search(venue) or _ARXIV.search(volume)):
        ids["arxiv"] = found[1]
    if _ON_ARXIV.match(venue) and ids.get("arxiv", "?") in volume:
        del values["volume"]
    return ids


def _type(said: str, venue: str | None, ids: dict[str, str]) -> str:
    if (said, venue) in _FINER and venue:
        return venue
    return "preprint" if said == "other" and "arxiv" in ids else said


def dated(year: str, month: str = "", day: str = "") -> Record:
    """Year and date of an entry: `2015`, `May 27`, or a whole date as the year, `2015-05-27` or `2015/05/27/`."""
    found = _ISO.search(year)
    if not found:
        return {}
    named = _MONTH.search(month)
    number = found[2] or (words("months").get(named[0].lower(), "") if named else month)
    on = found[3] or day or (month[named.end() :] if named else "")
    numbers = [_at_most(12, number), _at_most(31, on)]
    return {"year": int(found[1]), "year_from": "entry", "date": "-".join([found[1], *takewhile(bool, numbers)])}


def _at_most(most: int, text: str) -> str:
    """A number of two digits, if the text is one and not more."""
    number = text.strip(" .,~")
    return f"{int(number):02}" if _SHORT.fullmatch(number) and 1 <= int(number) <= most else ""
