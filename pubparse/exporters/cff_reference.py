"""A work in, a reference of a CITATION.cff out, as its schema wants it.

What the format does not have in the form of the record is written in another place or form, and told as a loss.
"""

import re
from collections.abc import Iterator
from typing import Any

from pubparse.exporters.kinds import Kind, kind_of
from pubparse.exporters.printed import date_of, is_web, page_ends
from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author

_TYPES: dict[Kind, str] = {
    "journal": "article",
    "preprint": "article",
    "conference": "conference-paper",
    "workshop": "conference-paper",
    "book": "book",
    "doctoral thesis": "thesis",
    "master thesis": "thesis",
    "thesis": "thesis",
    "report": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "data",
    "unpublished": "unpublished",
}
_COARSE = frozenset({"workshop", "chapter", "poster", "unpublished"})
_THESES = {"doctoral thesis": "doctoral thesis", "master thesis": "master's thesis"}
_STATUS = {
    "preprint": "preprint",
    "submitted": "submitted",
    "under review": "submitted",
    "accepted": "in-press",
    "in press": "in-press",
    "to appear": "in-press",
    "in preparation": "in-preparation",
}
_PAPERS = frozenset({"conference", "workshop", "poster"})
_JOURNALS = frozenset({"journal", "preprint"})
_HOUSES = frozenset({"thesis", "report"})

_FORMS = {
    "doi": re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+"),
    "isbn": re.compile(r"[0-9\- ]{10,17}X?"),
    "issn": re.compile(r"[0-9]{4}-[0-9]{3}[0-9xX]"),
    "pmcid": re.compile(r"PMC[0-9]{7}"),
}
"""What the format takes for these identifiers."""

_OTHERS = {"arxiv": "arXiv", "pmid": "PubMed", "hal": "HAL", "acl": "ACL Anthology", "openreview": "OpenReview"}
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12][0-9]|3[01]))?")
ANONYMOUS, _UNTITLED = "anonymous", "untitled"
Node = dict[str, Any]


def reference(work: Work) -> Node:
    """Take a work as a reference of the format: whatever it lacks and the format wants is told."""
    one, kind = work.publication, kind_of(work.publication)
    work.take("type", "awards", "notes")
    type_ = _TYPES.get(kind, "generic")
    if kind in _COARSE or (type_ == "generic" and kind != "other"):
        work.lose("type", f"written as {type_}")
    if not (title := work.text("title")):
        work.lose("title", f"missing: written as {_UNTITLED}")
    first, last = page_ends(work.text("pages"))
    texts = [one_line(award.text) for award in one.awards] + [one_line(note.text) for note in one.notes]
    return said(
        {
            "type": type_,
            "title": title or _UNTITLED,
            "authors": _authors(work),
            "editors": list(_people(work, "editors")),
            **_date(work),
            **_venue(work),
            **{name: work.text(name) for name in ("volume", "issue", "number", "edition")},
            "start": first,
            "end": last,
            "thesis-type": _THESES.get(kind),
            "status": _status(work),
            **_identity(work),
            "notes": "; ".join(filter(None, texts)),
        }
    )


def said(values: Node) -> Node:
    """Leave out what is empty: the format has no empty values."""
    return {name: value for name, value in values.items() if value}


def _authors(work: Work) -> list[Node]:
    if authors := list(_people(work, "authors")):
        return authors
    work.lose("authors", f"missing: written as {ANONYMOUS}")
    return [{"name": ANONYMOUS}]


def _people(work: Work, group: str) -> Iterator[Node]:
    """Everybody in order, no two alike."""
    seen: set[tuple[tuple[str, str], ...]] = set()
    for at, person in enumerate(work.people(group)):
        if not (name := one_line(person.name)):
            continue
        node = person_node(person)
        more = {part: node[part] for part in ("orcid", "website") if part in node}
        work.take(*(f"{group}[{at}].{'url' if part == 'website' else part}" for part in more))
        forms = (node, *({part: name} | more for part in ("name", "family-names", "given-names", "alias")))
        form = next((form for form in forms if tuple(form.items()) not in seen), None)
        if form is not node:
            done = "the name is not parted" if form else "left out"
            work.lose(f"{group}[{at}].name", f"somebody of the same name stands before: {done}")
        if form:
            seen.add(tuple(form.items()))
            yield form


def person_node(person: Author) -> Node:
    """A person with the parts of the name, or an entity with all of it."""
    parts = {
        "family-names": one_line(person.family or ""),
        "given-names": one_line(person.given or ""),
        "name-particle": one_line(person.particle or ""),
        "name-suffix": one_line(person.suffix or ""),
    }
    if person.literal or not any(parts.values()):
        parts = {"name": one_line(person.name)}
    orcid, website = one_line(person.orcid or ""), one_line(person.url or "")
    if _ORCID.fullmatch(orcid):
        parts["orcid"] = f"https://orcid.org/{orcid}"
    if is_web(website):
        parts["website"] = website
    return said(parts)


def _date(work: Work) -> Node:
    told = date_of(work)
    if not (found := _DATE.fullmatch(told)):
        return {"year": told}
    node: Node = {"year": int(found[1])}
    if found[2]:
        node["month"] = int(found[2])
    if found[3]:
        node["date-published"] = told
    return node


def _venue(work: Work) -> Node:
    """What it appeared in, who brought it out, and where."""
    type_, name, place = work.publication.type, work.text("venue.name"), work.text("place")
    publisher = said({"name": work.text("publisher")})
    node: Node = {"publisher": publisher}
    holder, where = publisher, "address"
    if type_ in _PAPERS and name:
        node["conference"] = holder = _entity(work)
        node["collection-title"] = name
        where = "location"
    elif type_ in _HOUSES and name:
        node["institution"] = holder = _entity(work)
    elif name:
        node["journal" if type_ in _JOURNALS else "collection-title"] = name
    if place and holder:
        holder[where] = place
    elif place:
        node["location"] = {"name": place}
    if "collection-title" not in node:
        node["collection-title"] = work.text("series")
    return node


def _entity(work: Work) -> Node:
    name, acronym = work.text("venue.name"), work.text("venue.acronym")
    return said({"name": name, "alias": "" if acronym in name else acronym})


def _status(work: Work) -> str:
    one, told = work.publication, work.text("status")
    status = "preprint" if one.type == "preprint" else _STATUS.get(told, "")
    if told and told.replace(" ", "-") != status:
        work.lose("status", f"written as {status}")
    return status


def _identity(work: Work) -> Node:
    node: Node = {}
    others: list[Node] = []
    for scheme, form in _FORMS.items():
        value = work.text(f"ids.{scheme}")
        if form.fullmatch(value):
            node[scheme] = value
        elif value:
            work.lose(f"ids.{scheme}", "not in the form that the format wants: written as another identifier")
            others.append({"type": "other", "value": value, "description": scheme.upper()})
    named = [(name, f"ids.{scheme}") for scheme, name in _OTHERS.items()]
    for name, path in (*named, ("article number", "article_number")):
        if value := work.text(path):
            others.append({"type": "other", "value": value, "description": name})
    if is_web(work.publication.ids.url):
        node["url"] = work.text("ids.url")
    return node | _links(work, others)


def _links(work: Work, others: list[Node]) -> Node:
    node: Node = {}
    for at, link in enumerate(work.publication.links):
        url = one_line(link.url)
        if not is_web(url):
            continue
        work.take(f"links[{at}]")
        if link.kind == "code" and not node:
            node["repository-code"] = url
            continue
        told = {"type": "url", "value": url, "description": one_line(link.text) or link.kind}
        if told not in others:
            others.append(told)
    return node | {"identifiers": others}
