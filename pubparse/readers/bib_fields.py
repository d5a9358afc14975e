"""The type and the fields of a .bib entry in, its values under the names of the record out."""

import re
from collections.abc import Mapping

from pubparse.readers.bib_names import annotate, explain_marks, is_legend, read_names
from pubparse.readers.contract import Record
from pubparse.readers.latex import address, plain
from pubparse.readers.records import NOWHERE, dated
from pubparse.readers.wordings import award, read_notes, status_of

Fields = Mapping[str, str]

_TYPES = {
    "article": "journal", "periodical": "journal", "suppperiodical": "journal",
    "inproceedings": "conference", "conference": "conference", "proceedings": "book", "mvproceedings": "book",
    **dict.fromkeys(("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"), "chapter"),
    **dict.fromkeys(("book", "mvbook", "booklet", "collection", "mvcollection"), "book"),
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report",
    "patent": "patent", "software": "software", "dataset": "dataset",
}  # fmt: skip
_SUBTYPES = frozenset({*_TYPES.values(), "workshop", "preprint", "poster", "other"})
"""The record's types, which `entrysubtype` tells where the entry's type is less exact."""
_DEGREES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
}  # fmt: skip
_STATES = {
    "inpress": "in press", "forthcoming": "to appear", "inpreparation": "in preparation", "prepublished": "preprint",
}  # fmt: skip
"""biblatex's states of publication, where they are not ours."""
_VENUES = "journaltitle journal booktitle school institution howpublished eventtitle holder".split()
_TEXTS = {
    "volume": "volume", "series": "series", "pages": "pages", "eid": "article_number", "publisher": "publisher",
    "address": "place", "location": "place", "edition": "edition", "abbr": "acronym", "issue": "issue",
}  # fmt: skip
_ARCHIVES = {
    "arxiv": "arxiv", "": "arxiv", "pubmed": "pmid", "pmc": "pmcid", "hal": "hal", "acl": "acl",
    "openreview": "openreview",
}  # fmt: skip
_READ = frozenset(
    """title subtitle number organization date year month day type entrysubtype pubstate eprinttype archiveprefix note
    addendum annote annotation award award_name""".split()
).union(_TEXTS, _VENUES)
"""Fields that are text; decoding one that nobody asks for, such as an abstract, would cost more than all others."""
_SCHEMES = ("doi", "arxiv", "isbn", "issn", "pmid", "pmcid", "hal", "url")
_LINKS = {
    "pdf": "pdf", "code": "code", "website": "project", "video": "video", "slides": "slides", "poster": "poster",
    "blog": "press", "supp": "supplement",
}  # fmt: skip
_NUMBERED = frozenset({"report", "patent", "dataset", "software", "other"})
_PATENT_NUMBER = re.compile(r"[A-Z]{0,3} ?[\d,./ -]*\d[\d,./ -]*[A-Z]?\d?")
_WEB = re.compile(r"https?://\S+")
_VOLUME = re.compile(r"volume (\S+)")


def values_of(entry_type: str, fields: Fields) -> Record:
    """What an entry says that a record has a place for."""
    text = {name: said for name in _READ & fields.keys() if (said := plain(fields[name]))}
    work = _TYPES.get(entry_type, "other")
    values: Record = {name: text[field] for field, name in _TEXTS.items() if field in text}
    values |= {"title": _title(text), "venue": next((text[name] for name in _VENUES if name in text), "")}
    values |= {"ids": _ids(fields, text), "links": _links(fields)}
    values |= dated(text.get("date") or text.get("year", ""), text.get("month", ""), text.get("day", ""))
    values |= _people(fields, text)
    _put_number(values, text.get("number", ""), work)
    _put_organization(values, text.get("organization", ""), work)
    _put_notes(values, text)
    subtype = text.get("entrysubtype", "")
    values["type"] = subtype if subtype in _SUBTYPES else work
    if work == "other" and values.get("status") == "preprint":
        values["type"] = "preprint"
    if work == "thesis":
        said = text.get("type", entry_type)
        values["degree"] = _DEGREES.get(said, said)
    return values


def _title(text: Fields) -> str:
    return ": ".join(filter(None, (text.get("title"), text.get("subtitle"))))


def _people(fields: Fields, text: dict[str, str]) -> Record:
    """Authors and editors; an annotation that explains their marks is no note any more."""
    authors, et_al = read_names(fields.get("author", ""))
    editors, _ = read_names(fields.get("editor", ""))
    for name, people in (("author", authors), ("editor", editors)):
        annotate(people, fields.get(f"{name}+an", ""), fields.get(f"{name}+an:orcid", ""))
    if is_legend(authors, text.get("annotation", "")):
        explain_marks(authors, text.pop("annotation"))
    return {"authors": authors, "et_al": et_al, "editors": editors}


def _ids(fields: Fields, text: Fields) -> dict[str, str]:
    ids = {name: address(fields[name]) for name in _SCHEMES if name in fields}
    archive = text.get("eprinttype") or text.get("archiveprefix") or ""
    if "eprint" in fields and (scheme := _ARCHIVES.get(archive.lower())):
        ids.setdefault(scheme, address(fields["eprint"]))
    if address(fields.get("html", "")):
        ids.setdefault("url", address(fields["html"]))
    if _WEB.fullmatch(said := address(fields.get("howpublished", ""))):
        ids.setdefault("url", said)
    return ids


def _links(fields: Fields) -> list[Record]:
    found = ((kind, address(fields[name])) for name, kind in _LINKS.items() if name in fields)
    return [{"text": kind, "url": url, "kind": kind, "span": NOWHERE} for kind, url in found if url]


def _put_number(values: Record, number: str, work: str) -> None:
    """The number is a report's own; that of a journal is an issue. A patent has nothing but its number."""
    venue = values["venue"]
    if venue and _WEB.fullmatch(venue):
        values["venue"] = ""
    elif work == "other" and _PATENT_NUMBER.fullmatch(venue):
        values["venue"], number = "", number or venue
    values.setdefault("number" if work in _NUMBERED else "issue", number)


def _put_organization(values: Record, organization: str, work: str) -> None:
    """Of a web page it is where that appeared; of a meeting who held it, which is as good as a publisher."""
    name = "venue" if work in {"other", "dataset"} and not values["venue"] else "publisher"
    values[name] = values.get(name) or organization


def _put_notes(values: Record, text: Fields) -> None:
    values |= read_notes(text[name] for name in ("note", "addendum", "annote", "annotation") if name in text)
    states = (text.get("pubstate", ""), text.get("year", ""))
    told = (_STATES.get(state) or status_of(state) for state in states)
    values["status"] = values["status"] or next(filter(None, told), None)
    if not values["awards"] and (said := text.get("award") or text.get("award_name")):
        values["awards"] = [award(one.strip()) for one in said.split(";")]
    first = values["notes"][:1]
    if first and not values.get("volume") and (found := _VOLUME.fullmatch(first[0]["text"])):
        values["volume"] = found[1]
        del values["notes"][0]
