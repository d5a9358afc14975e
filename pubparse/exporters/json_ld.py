"""Works in, schema.org JSON-LD out.

Search engines read it on a web page, and any reader of JSON-LD anywhere. `json-ld` is a file of its own;
`json-ld-script` is a `<script type="application/ld+json">` to be put on a page, in which nothing can end the script
early. Each work is a node of one graph, `#` and its key being its name, so that it meets an entry of the page with
that `id`.

Articles, conference papers and preprints are `ScholarlyArticle`, and what is not out yet has no `datePublished` but a
`dateCreated`; books, chapters, theses, reports, software and data have their own types, posters are
`PresentationDigitalDocument`, and patents and all else `CreativeWork`. `genre` tells workshops, preprints, posters,
patents and the degree of a thesis apart. A journal is `isPartOf` as `Periodical`, with the volume and issue between; so
are proceedings, with their series; a university is `sourceOrganization`. Identifiers are `identifier`, and with the
pages they lead to `sameAs`; a PDF is `encoding`, code, slides, videos and data are `subjectOf`.

A name that is not parted is an `Organization` where it has several words. Authors come in order; to a reader of RDF
they are a set. Lost are roles, marks and whose page it is, that a list of authors was cut, tracks, notes, where a
conference was held, and links that lead nowhere from another page.
"""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.json_arrays import ARRAY, array
from pubparse.exporters.kinds import Kind, kind_of
from pubparse.exporters.printed import date_of, family_of, is_web, page_ends
from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author

_TYPES: dict[Kind, str] = {
    "book": "Book",
    "chapter": "Chapter",
    "doctoral thesis": "Thesis",
    "master thesis": "Thesis",
    "thesis": "Thesis",
    "report": "Report",
    "patent": "CreativeWork",
    "poster": "PresentationDigitalDocument",
    "software": "SoftwareSourceCode",
    "dataset": "Dataset",
    "other": "CreativeWork",
}
_ARTICLE = "ScholarlyArticle"
_GENRES = frozenset({"workshop", "preprint", "patent", "poster", "doctoral thesis", "master thesis"})
_HOUSES = {"thesis": "CollegeOrUniversity", "report": "Organization"}
"""What the venue of a work is, where it is no publication."""

_WHOLE = frozenset({"book", "thesis", "report", "journal"})
"""Types that have editors and numbers of their own."""

_HELD = frozenset({"conference", "workshop", "poster", "unpublished"})
"""Kinds of work whose place is that of a meeting, for which there is no property."""

_SCHEMES = {
    "doi": ("DOI", "https://doi.org/"),
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmcid": ("PubMed Central", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    "hal": ("HAL", "https://hal.science/"),
    "acl": ("ACL Anthology", "https://aclanthology.org/"),
    "openreview": ("OpenReview", "https://openreview.net/forum?id="),
}
_SAME = frozenset({"paper", "doi", "arxiv"})
_LINKED = {
    "code": "SoftwareSourceCode",
    "data": "Dataset",
    "video": "VideoObject",
    "slides": "PresentationDigitalDocument",
    "poster": "PresentationDigitalDocument",
}
_HEAD = '{"@context": "https://schema.org", "@graph": '
_BEGINS = re.compile(re.escape(_HEAD) + ARRAY)

Node = dict[str, Any]


def _write(works: Sequence[Work], _options: Options) -> str:
    nodes = array(json.dumps(_node(work), ensure_ascii=False) for work in works)
    return f"{_HEAD}{nodes}}}\n"


def _write_script(works: Sequence[Work], options: Options) -> str:
    text = _write(works, options).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<!-- {SIGN} -->\n<script type="application/ld+json">\n{text}</script>\n'


JSON_LD = Exporter("json-ld", "JSON-LD (schema.org)", ".jsonld", _write, begins=_BEGINS)
JSON_LD_SCRIPT = Exporter("json-ld-script", "JSON-LD in an HTML script", ".html", _write_script)


def _node(work: Work) -> Node:
    one, kind = work.publication, kind_of(work.publication)
    title = work.text("title")
    type_ = _TYPES.get(kind, _ARTICLE)
    work.take("type", "awards")
    return _said(
        {
            "@id": f"#{work.key}",
            "@type": type_,
            "name": title,
            "headline": title if type_ == _ARTICLE else "",
            "author": _people(work, "authors"),
            "dateCreated" if kind == "unpublished" else "datePublished": date_of(work),
            **_where(work, kind),
            "genre": kind if kind in _GENRES else "",
            "creativeWorkStatus": work.text("status"),
            "award": [text for award in one.awards if (text := one_line(award.text))],
            **_identity(work, kind),
            **_links(work),
        }
    )


def _said(values: Node) -> Node:
    return {name: value for name, value in values.items() if value}


def _people(work: Work, group: str) -> list[Node]:
    people = work.people(group)
    work.take(f"{group}.orcid")
    work.take(*(f"{group}[{at}].url" for at, person in enumerate(people) if is_web(person.url)))
    return [_person(person) for person in people if one_line(person.name)]


def _person(person: Author) -> Node:
    name = one_line(person.name)
    return _said(
        {
            "@type": "Organization" if person.literal and " " in name else "Person",
            "name": name,
            "givenName": one_line(person.given or ""),
            "familyName": family_of(person),
            "honorificSuffix": one_line(person.suffix or ""),
            "url": one_line(person.url) if person.url and is_web(person.url) else "",
            "sameAs": f"https://orcid.org/{one_line(person.orcid)}" if person.orcid else "",
        }
    )


def _where(work: Work, kind: Kind) -> Node:
    """Where it appeared, who brought it out, and which part of that it is."""
    one, pages = work.publication, work.text("pages")
    first, last = page_ends(pages)
    house = _HOUSES.get(one.type)
    place = "" if kind in _HELD else work.text("place")
    return {
        "isPartOf": {} if house else _container(work),
        "sourceOrganization": _typed(house, _venue(work) | {"address": place}) if house else {},
        "publisher": _typed("Organization", {"name": work.text("publisher"), "address": "" if house else place}),
        "pagination": pages,
        "pageStart": first if last else "",
        "pageEnd": last,
        "bookEdition": work.text("edition"),
    }


def _container(work: Work) -> Node:
    """The journal or book it stands in, around that the issue, the volume, the series."""
    one, issn = work.publication, work.text("ids.issn")
    layers = [
        ("PublicationVolume", {"volumeNumber": work.text("volume")}),
        ("PublicationIssue", {"issueNumber": work.text("issue")}),
    ]
    if one.type == "journal":
        layers.insert(0, ("Periodical", _venue(work) | {"issn": issn}))
    else:
        layers.insert(0, ("CreativeWorkSeries", {"name": work.text("series"), "issn": issn}))
        inner = {} if one.type in _WHOLE else {"isbn": work.text("ids.isbn"), "editor": _people(work, "editors")}
        layers.append(("Book" if one.type == "chapter" or inner.get("isbn") else "CreativeWork", _venue(work) | inner))
    outer: Node = {}
    for type_, values in layers:
        outer = _typed(type_, values | {"isPartOf": outer}) if any(values.values()) else outer
    return outer


def _venue(work: Work) -> Node:
    name, acronym = work.text("venue.name"), work.text("venue.acronym")
    return {"name": name, "alternateName": "" if acronym in name else acronym}


def _typed(type_: str, values: Node) -> Node:
    said = _said(values)
    return {"@type": type_, **said} if said else {}


def _identity(work: Work, kind: Kind) -> Node:
    """What tells the work from all others; of what it stands in, `_container` tells that."""
    one = work.publication
    numbers = [(name, work.text(f"ids.{scheme}")) for scheme, (name, _) in _SCHEMES.items()]
    numbers.append(("article number", work.text("article_number")))
    if one.type != "report":
        numbers.append(("patent number" if kind == "patent" else "number", work.text("number")))
    own = one.type in _WHOLE
    if own and one.type != "book":
        numbers.append(("ISBN", work.text("ids.isbn")))
    if one.type in _HOUSES:
        numbers.append(("ISSN", work.text("ids.issn")))
    return {
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in numbers if value
        ],
        "reportNumber": work.text("number") if one.type == "report" else "",
        "isbn": work.text("ids.isbn") if one.type == "book" else "",
        "editor": _people(work, "editors") if own else [],
    }


def _links(work: Work) -> Node:
    ids, links = work.publication.ids, enumerate(work.publication.links)
    named = ((base, work.text(f"ids.{scheme}")) for scheme, (_, base) in _SCHEMES.items())
    same = [f"{base}{quote(value, safe='/:;()')}" for base, value in named if value]
    encoding, about = [], []
    for at, link in links:
        url = one_line(link.url)
        if not is_web(url):
            continue
        work.take(f"links[{at}]")
        if link.kind in _SAME:
            same.append(url)
        elif link.kind == "pdf":
            encoding.append({"@type": "MediaObject", "contentUrl": url, "encodingFormat": "application/pdf"})
        else:
            about.append(_typed(_LINKED.get(link.kind, "CreativeWork"), {"name": one_line(link.text), "url": url}))
    return {
        "url": work.text("ids.url") if is_web(ids.url) else "",
        "sameAs": list(dict.fromkeys(same)),
        "encoding": encoding,
        "subjectOf": about,
    }
