"""Works in, the `citation_…` meta tags of their web pages out.

Google Scholar reads them, and Zotero and other reference managers that look at web pages. They stand in the `<head>`
of a page about one work: Scholar takes a page for one paper, and the tags of two on one page run together. So this is
a folder, with the tags of each work in a file of its own, named by its key, to be put in the head of that work's page.

Each author has a `citation_author`, family name first; the date is as exact as the list tells. The venue is
`citation_journal_title`, `citation_conference_title` (workshops and posters too), `citation_inbook_title` for a
chapter, `citation_dissertation_institution`, or `citation_technical_report_institution` for reports and preprints; that
of any other work is `DC.relation.ispartof`. A link to a PDF is `citation_pdf_url` where it is a full address: Scholar
takes no other.

Scholar wants a title, an author and a year of each work; what a work lacks of these is told. Lost are roles, marks and
whose page it is, that a list of authors was cut, editors, series, editions, places, awards, status, notes and other
links.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.printed import date_of, family_of, is_web, page_ends
from pubparse.exporters.sites import slugs
from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author

_VENUES = {
    "journal": "citation_journal_title",
    "conference": "citation_conference_title",
    "workshop": "citation_conference_title",
    "poster": "citation_conference_title",
    "chapter": "citation_inbook_title",
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
    "preprint": "citation_technical_report_institution",
}
_VALUES = {
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_doi": "ids.doi",
    "citation_arxiv_id": "ids.arxiv",
    "citation_pmid": "ids.pmid",
    "citation_isbn": "ids.isbn",
    "citation_issn": "ids.issn",
}
_NUMBERS = {"report": "citation_technical_report_number", "patent": "citation_patent_number"}
_MANDATORY = ("title", "authors", "year")
_TOLD_BY_VENUE = frozenset({"journal", "conference", "chapter", "thesis", "report"})


def _write(works: Sequence[Work], _options: Options) -> Mapping[str, str]:
    return {f"{name}.html": _tags(work) for name, work in zip(slugs(works), works, strict=True)}


META_TAGS = Exporter("meta-tags", "Meta tags (Google Scholar)", ".html", _write, many=True)


def _tags(work: Work) -> str:
    for name in _MANDATORY:
        if not getattr(work.publication, name):
            work.lose(name, "missing: Google Scholar leaves the work out")
    lines = [f'<meta name="{name}" content="{escape(value)}">\n' for name, value in _said(work) if value]
    return f"<!-- {SIGN} -->\n{''.join(lines)}"


def _said(work: Work) -> Iterator[tuple[str, str]]:
    one = work.publication
    yield "citation_title", work.text("title")
    work.take("authors.orcid")
    for author in work.people():
        yield "citation_author", _inverted(author)
        yield "citation_author_orcid", one_line(author.orcid or "")
    yield "citation_publication_date", date_of(work).replace("-", "/")
    if venue := work.text("venue.name"):
        yield _VENUES.get(one.type, "DC.relation.ispartof"), venue
        work.take(*(["type"] if one.type in _TOLD_BY_VENUE else []))
    for name, path in _VALUES.items():
        yield name, work.text(path)
    first, last = page_ends(work.text("pages"))
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    if one.type in _NUMBERS:
        yield _NUMBERS[one.type], work.text("number")
    yield from _addresses(work)


def _inverted(person: Author) -> str:
    """Family, given names, then `Jr.`; a name that is not parted as it is printed."""
    if not person.family:
        return one_line(person.name)
    parts = (family_of(person), one_line(person.given or ""), one_line(person.suffix or ""))
    return ", ".join(filter(None, parts))


def _addresses(work: Work) -> Iterator[tuple[str, str]]:
    if is_web(work.publication.ids.url):
        yield "citation_abstract_html_url", work.text("ids.url")
    for at, link in enumerate(work.publication.links):
        if link.kind == "pdf" and is_web(link.url):
            work.take(f"links[{at}]")
            yield "citation_pdf_url", one_line(link.url)
