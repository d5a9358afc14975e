"""Meta tags: read back by two parsers of HTML, as a page about each work would have them."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import lxml.html
import pytest
from exporters.works import fixture_pages, hostile_publications, person, publication

import pubparse
from pubparse.exporters.work import Work, one_line

Tags = list[tuple[str, str]]
VENUES = {
    "journal": "citation_journal_title", "conference": "citation_conference_title",
    "workshop": "citation_conference_title", "poster": "citation_conference_title", "chapter": "citation_inbook_title",
    "thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution",
    "preprint": "citation_technical_report_institution",
}  # fmt: skip
IDS = {"doi": "citation_doi", "arxiv": "citation_arxiv_id", "pmid": "citation_pmid", "isbn": "citation_isbn"}


class Standard(HTMLParser):
    """The parser of the standard library, which notes the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Tags = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "meta"
        values = dict(attrs)
        assert list(values) == ["name", "content"]
        self.found.append((values["name"] or "", values["content"] or ""))


def by_standard_library(html: str) -> Tags:
    parser = Standard()
    parser.feed(html)
    parser.close()
    return parser.found


def by_lxml(html: str) -> Tags:
    page = f"<!doctype html><html><head>{html}<title>x</title></head><body></body></html>"
    tree = lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    assert {str(one.tag) for one in tree.iter() if isinstance(one.tag, str)} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
    }
    return [(meta.get("name"), meta.get("content")) for meta in tree.iter("meta")]


READERS = pytest.mark.parametrize("read", [by_standard_library, by_lxml])


def inverted(author: pubparse.Author) -> str:
    family = one_line(f"{author.particle or ''} {author.family or ''}")
    parts = [family, one_line(author.given or ""), one_line(author.suffix or "")]
    return ", ".join(part for part in parts if part) if author.family else one_line(author.name)


def agrees(tags: Tags, work: Work) -> None:
    one = work.publication

    def all_of(name: str) -> list[str]:
        return [content for tag, content in tags if tag == name]

    def is_there(name: str, value: str | None) -> None:
        assert all_of(name) == ([one_line(value)] if value and one_line(value) else []), name

    is_there("citation_title", one.title)
    assert all_of("citation_author") == [name for author in one.authors if (name := inverted(author))]
    is_there("citation_publication_date", (one.date or str(one.year or "")).replace("-", "/"))
    is_there(VENUES.get(one.type, "DC.relation.ispartof"), one.venue and one.venue.name)
    is_there("citation_volume", one.volume)
    is_there("citation_issue", one.issue)
    for scheme, name in IDS.items():
        is_there(name, getattr(one.ids, scheme))
    pages = one_line(one.pages or "")
    ends = all_of("citation_firstpage") + all_of("citation_lastpage")
    assert ends in (re.split(r"\s*[-‐‑–]+\s*", pages, maxsplit=1), [pages], [])
    assert bool(ends) == bool(pages)


@READERS
def test_fixtures_come_back(read: Callable[[str], Tags]) -> None:
    written = pubparse.export(fixture_pages(), "meta-tags")
    assert len(written.files) == len(written.works) > 800
    for work, html in zip(written.works, written.files.values(), strict=True):
        agrees(read(str(html)), work)


@READERS
def test_harm_comes_back(read: Callable[[str], Tags]) -> None:
    written = pubparse.export(hostile_publications(), "meta-tags")
    for work, html in zip(written.works, written.files.values(), strict=True):
        agrees(read(str(html)), work)


def test_how_it_looks() -> None:
    one = publication(
        authors=[
            person("Laurens van der Maaten", given="Laurens", particle="van der", family="Maaten", suffix="Jr."),
            person("The Engine Group", literal="The Engine Group", given=None, family=None),
            person("Ada Lovelace", orcid="0000-0002-1825-0097"),
        ],
        title='"Notes" & <more>', pages="666--731", date="1843-09",
        links=[
            {"text": "PDF", "url": "https://e.example/a.pdf?x&y", "kind": "pdf", "span": (0, 0)},
            {"text": "PDF", "url": "papers/a.pdf", "kind": "pdf", "span": (0, 0)},
        ],
    )  # fmt: skip
    written = pubparse.export(one, "meta-tags")
    assert written.files == {
        "lovelace1843notes.html": "<!-- Made by pubparse -->\n"
        '<meta name="citation_title" content="&quot;Notes&quot; &amp; &lt;more&gt;">\n'
        '<meta name="citation_author" content="van der Maaten, Laurens, Jr.">\n'
        '<meta name="citation_author" content="The Engine Group">\n'
        '<meta name="citation_author" content="Lovelace, Ada">\n'
        '<meta name="citation_author_orcid" content="0000-0002-1825-0097">\n'
        '<meta name="citation_publication_date" content="1843/09">\n'
        '<meta name="citation_journal_title" content="Scientific Memoirs">\n'
        '<meta name="citation_firstpage" content="666">\n'
        '<meta name="citation_lastpage" content="731">\n'
        '<meta name="citation_pdf_url" content="https://e.example/a.pdf?x&amp;y">\n'
    }
    assert [loss.path for loss in written.losses] == ["links[1]"]


def test_what_scholar_wants_and_a_work_lacks_is_told() -> None:
    nothing = publication(authors=[], title=None, year=None, year_from=None, date=None, venue=None, type="other")
    losses = pubparse.export(nothing, "meta-tags").losses
    assert [(loss.path, loss.text) for loss in losses] == [("title", ""), ("authors", ""), ("year", "")]


def test_names_of_files_differ_where_case_and_colons_do_not_count() -> None:
    works = [publication(id=key, title=key) for key in ("a:b", "a-b-2", "A-b", "../up", "Ümlaut", "CON")]
    names = list(pubparse.export(works, "meta-tags").files)
    assert len({name.lower() for name in names}) == len(names)
    assert all(name.removesuffix(".html").replace("-", "").isalnum() and name.isascii() for name in names)
