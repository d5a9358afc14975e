"""Works in, CSL-JSON out: what Zotero, pandoc, citation.js and every other citation processor read.

One array of items as version 1.0.2 of the Citation Style Language has them. A name is in parts (`family`, `given`,
`non-dropping-particle`, `suffix`), or `literal` where it is a group's or should not be split; a date is numbers, as
many as the page gives. A preprint is an `article`, a workshop paper, poster or thesis has its sort as `genre`, the
university of a thesis and the institution of a report are its `publisher`, and what is not out yet has a `status`. A
preprint's arXiv number is its `number`, which is what styles print and Zotero reads; that of another work is
`archive_location`, with arXiv as its `archive`.

CSL has no place for who is the owner, who contributed equally or answers letters, for awards, for links other than the
address of the work, or for notes. They stand under `custom`, together with the lines of the page, for programs that
look there; others pass over it, and `--custom false` leaves it out. That a list of authors is cut is told there too,
but no style will print "et al." for it. CSL-JSON cannot escape: a title in which `<i>`, `<b>`, `<sup>` or `<sub>`
stands as text is read as styling.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import Field

from pubparse.exporters.contract import Exporter, Options
from pubparse.exporters.json_arrays import BEGINS, array
from pubparse.exporters.kinds import Kind, kind_of
from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author
from pubparse.model.publication import Ids

_TYPES: dict[Kind, str] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "workshop": "paper-conference",
    "poster": "paper-conference",
    "preprint": "article",
    "book": "book",
    "chapter": "chapter",
    "doctoral thesis": "thesis",
    "master thesis": "thesis",
    "thesis": "thesis",
    "report": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "unpublished": "manuscript",
    "other": "document",
}
_GENRES: dict[Kind, str] = {
    "workshop": "Workshop paper",
    "poster": "Poster",
    "doctoral thesis": "PhD thesis",
    "master thesis": "Master’s thesis",
}
_VENUES: dict[Kind, str] = {
    "preprint": "publisher",
    "doctoral thesis": "publisher",
    "master thesis": "publisher",
    "thesis": "publisher",
    "report": "publisher",
    "software": "publisher",
    "dataset": "publisher",
    "patent": "authority",
}
_MEETINGS: frozenset[Kind] = frozenset({"conference", "workshop", "poster"})
_VARIABLES = {
    "title": "title",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "series": "collection-title",
    "pages": "page",
    "edition": "edition",
    "status": "status",
    "ids.doi": "DOI",
    "ids.isbn": "ISBN",
    "ids.issn": "ISSN",
    "ids.pmid": "PMID",
    "ids.pmcid": "PMCID",
    "ids.url": "URL",
}
_OTHER_IDS = [name for name in Ids.model_fields if f"ids.{name}" not in _VARIABLES and name != "arxiv"]
_SAID_OF_PEOPLE = ("is_self", "marks", "roles", "equal_group", "url", "orcid")


class CslOptions(Options):
    """What can be chosen."""

    custom: bool = Field(True, description="Tell under `custom` what CSL has no place for.")


def item(work: Work) -> dict[str, Any]:
    """Give a work as an item of CSL-JSON, without `custom`: what every citation processor understands."""
    kind = kind_of(work.publication)
    made: dict[str, Any] = {"id": work.key, "type": _TYPES[kind]}
    for variable, path in (("author", "authors"), ("editor", "editors")):
        if people := [name(person) for person in work.people(path)]:
            made[variable] = people
    if issued := _issued(work):
        made["issued"] = {"date-parts": [issued]}
    _put(made, ((variable, work.text(path)) for path, variable in _VARIABLES.items()))
    _put(made, [("genre", _GENRES.get(kind, ""))])
    _put_venue(made, work, kind)
    _put_numbers(made, work, kind)
    work.take("type")
    return made


def name(person: Author) -> dict[str, str]:
    """Give a name in the parts that CSL knows, or whole where it should not be split."""
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    if person.literal or not person.family:
        return {"literal": one_line(person.literal or person.name)}
    return {part: one_line(text) for part, text in parts.items() if text}


def _put(made: dict[str, Any], values: Iterable[tuple[str, str]]) -> None:
    made.update((variable, text) for variable, text in values if text)


def _issued(work: Work) -> list[int]:
    year, date = work.text("year"), work.text("date")
    return [int(part) for part in (date if year and date.startswith(year) else year).split("-") if part]


def _put_venue(made: dict[str, Any], work: Work, kind: Kind) -> None:
    variable = _VENUES.get(kind, "container-title")
    _put(made, [(variable, work.text("venue.name"))])
    if kind in _MEETINGS:
        _put(made, [("event-title", made.get(variable, ""))])
    if variable == "container-title" and (venue := work.publication.venue) and not venue.track:
        _put(made, [("container-title-short", work.text("venue.acronym"))])
    if "publisher" not in made:
        _put(made, [("publisher", work.text("publisher"))])
    at_meeting = kind in _MEETINGS and "publisher" not in made
    _put(made, [("event-place" if at_meeting else "publisher-place", work.text("place"))])


def _put_numbers(made: dict[str, Any], work: Work, kind: Kind) -> None:
    if "number" not in made:
        _put(made, [("number", work.text("article_number"))])
    if (arxiv := work.text("ids.arxiv")) and kind == "preprint" and "number" not in made:
        made["number"] = f"arXiv:{arxiv}"
    elif arxiv:
        made |= {"archive": "arXiv", "archive_location": arxiv}


def _custom(work: Work) -> dict[str, Any]:
    """What CSL has no place for, under the names that the record has for it."""
    publication = work.publication
    told: dict[str, Any] = {"line": publication.line, "end_line": publication.end_line, "span": publication.span}
    if work.file is not None:
        told["file"] = work.file
    if publication.et_al:
        told["et_al"] = True
        work.lose("et_al", "only under `custom`: no style prints it")
    for group in ("authors", "editors"):
        if people := list(_said_of_people(work, group)):
            told[group] = people
    if ids := {scheme: text for scheme in _OTHER_IDS if (text := work.text(f"ids.{scheme}"))}:
        told["ids"] = ids
    if track := work.text("venue.track"):
        told["track"] = track
    for name, keys in (("awards", ("text", "kind")), ("links", ("text", "url", "kind")), ("notes", ("text",))):
        work.take(name)
        if values := getattr(publication, name):
            told[name] = [{key: one_line(getattr(value, key)) for key in keys} for value in values]
    return told


def _said_of_people(work: Work, group: str) -> Iterator[dict[str, Any]]:
    """What is said of each person of whom anything is, by their place in the list, counted from 0."""
    work.take(*(f"{group}.{what}" for what in _SAID_OF_PEOPLE))
    for at, person in enumerate(getattr(work.publication, group)):
        if said := {what: value for what in _SAID_OF_PEOPLE if (value := getattr(person, what))}:
            yield {"position": at, "name": one_line(person.name)} | said


def _write(works: Sequence[Work], options: CslOptions) -> str:
    items = (item(work) | ({"custom": _custom(work)} if options.custom else {}) for work in works)
    return f"{array(json.dumps(one, ensure_ascii=False) for one in items)}\n"


EXPORTER = Exporter("csl-json", "CSL-JSON", ".json", _write, options=CslOptions, begins=BEGINS)
