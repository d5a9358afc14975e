"""academicpages, its table, Hugo Blox and data files: read back by PyYAML, ruamel.yaml, pandas and the csv module."""

import csv
import html
import io
import re
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import unquote

import pandas as pd
import pytest
import yaml
from exporters.works import HARM, fixture_pages, hostile_publications, publication, venue
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

import pubparse
from pubparse import Export, Loss, Page, Publication
from pubparse.bibliography.listed import Listed
from pubparse.exporters.sites import address, slugs
from pubparse.exporters.work import Work, one_line

MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")
RUAMEL = YAML(typ="safe", pure=True)
HUGO = [{}, {"fields": "older"}, {"me": False}, {"fields": "older", "me": False}]
NAMES = re.compile(r"(?:undated|\d{4}-\d\d-\d\d)-[a-z0-9-]+\.md")
FOLDERS = re.compile(r"[a-z0-9-]+/index\.md")


def front(text: str) -> dict[str, Any]:
    """The facts of a page as two readers of YAML get them; Jekyll's pattern for where they end is a third."""
    match = re.match(r"\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)", text, re.DOTALL | re.MULTILINE)
    assert match
    assert match.end() == len(text)
    facts: dict[str, Any] = yaml.safe_load(match[1])
    assert RUAMEL.load(io.StringIO(match[1].removeprefix("---\n"))) == facts
    return facts


def seen(text: str) -> str:
    """What a reader sees of one line of Markdown."""
    (inline,) = (token for token in MARKDOWN.parse(text) if token.type == "inline")
    return "".join(child.content for child in inline.children or ())


def squeezed(text: str | None) -> str:
    return one_line(text or "")


def lost(written: Export, work: Work) -> dict[str, str]:
    return {loss.path: loss.why for loss in written.losses if loss.key == work.key}


def given() -> list[Page | tuple[Publication, ...]]:
    return [*fixture_pages(), hostile_publications()]


def with_facts(written: Export) -> list[tuple[str, str]]:
    """The files that have facts in front: one a work, beside which its BibTeX may stand."""
    return [(name, str(text)) for name, text in written.files.items() if name.endswith((".md", ".yml"))]


def pages(form: str, **options: Any) -> tuple[tuple[Work, str, dict[str, Any], Export], ...]:
    """Each work, with its file and what stands in front of it."""
    return _pages(form, tuple(options.items()))


@cache
def _pages(form: str, options: tuple[tuple[str, Any], ...]) -> tuple[tuple[Work, str, dict[str, Any], Export], ...]:
    found = []
    for some in given():
        written = pubparse.export(some, form, **dict(options))
        for work, (name, text) in zip(written.works, with_facts(written), strict=True):
            found.append((work, name, front(str(text)), written))
    return tuple(found)


def check_date(work: Work, said: str | None, losses: set[str]) -> None:
    """A whole date that begins with what the record says; what it does not say is told as a loss."""
    known = work.publication.date or ""
    if not said:
        assert work.publication.year is None
        assert "year" in losses
        return
    assert date.fromisoformat(said)
    assert said.startswith(known)
    assert ("date" in losses) == (len(known) < len(said))


def losses_by_key(written: Export, cache: dict[int, dict[str, set[str]]]) -> dict[str, set[str]]:
    if id(written) not in cache:
        cache.clear()
        found: dict[str, set[str]] = {work.key: set() for work in written.works}
        for loss in written.losses:
            found[loss.key].add(loss.path)
        cache[id(written)] = found
    return cache[id(written)]


def test_academicpages_come_back() -> None:
    cache: dict[int, dict[str, set[str]]] = {}
    for work, name, facts, written in pages("academicpages"):
        one = work.publication
        assert NAMES.fullmatch(name)
        assert facts["permalink"] == f"/publication/{name.removesuffix('.md')}"
        assert facts["collection"] == "publications"
        assert facts["category"] in {"manuscripts", "conferences", "books"}
        assert facts.get("authors", []) == [squeezed(person.name) for person in one.authors]
        assert html.unescape(facts["title"]) == (squeezed(one.title) or "Untitled")
        assert html.unescape(facts.get("venue", "")) == squeezed(one.venue and one.venue.name)
        check_date(work, facts.get("date"), losses_by_key(written, cache)[work.key])
        citation = html.unescape(facts.get("citation", ""))
        for person in one.authors:
            assert squeezed(person.name) in citation
        assert squeezed(one.title) in citation
        assert squeezed(one.ids.doi) in citation
        assert squeezed(one.pages) in citation


def test_what_jekyll_shows_of_a_title_is_the_title() -> None:
    for _, _, facts, _ in pages("academicpages"):
        assert "<" not in facts["title"]
        assert seen(facts["title"]) == html.unescape(facts["title"]), facts["title"]


def test_no_markup_but_ours_in_a_citation() -> None:
    for _, _, facts, _ in pages("academicpages"):
        assert set(re.findall(r"<[^>]*>?", facts.get("citation", ""))) <= {"<b>", "</b>", "<i>", "</i>"}
        assert "<" not in facts.get("venue", "")


@pytest.mark.parametrize("form", ["academicpages", "hugo-blox"])
def test_addresses_lead_to_the_web(form: str) -> None:
    for _, _, facts, _ in pages(form):
        urls = [facts.get(key) for key in ("paperurl", "slidesurl", "bibtexurl")]
        urls += [link["url"] for link in facts.get("links", [])]
        for url in filter(None, urls):
            assert not re.match(r"(?!https?:|ftp:)[a-z][\w+.-]*:", url, re.I)
            assert not re.search(r"""["'<>\s]""", url)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://e.org/a_(b)?x=1&y=%20#z", "https://e.org/a_(b)?x=1&y=%20#z"),
        ("files/paper.pdf", "files/paper.pdf"),
        ("/files/paper.pdf", "/files/paper.pdf"),
        ("javascript:alert(1)", ""),
        (" JAVAscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("https://e.org/\"onclick='x'", "https://e.org/%22onclick=%27x%27"),
        ("https://e.org/é b", "https://e.org/%C3%A9%20b"),
    ],
)
def test_addresses(url: str, safe: str) -> None:
    assert address(url) == safe


@pytest.mark.parametrize("is_linked", [True, False])
def test_a_preprint_leads_to_its_server(is_linked: bool) -> None:
    link = {"text": "paper", "url": "https://arxiv.org/pdf/1412.6980", "kind": "arxiv", "span": (0, 0)}
    work = publication(ids={"arxiv": "1412.6980"}, links=[link] if is_linked else [])
    written = pubparse.export(work, "academicpages")
    (text,) = written.files.values()
    assert front(text)["paperurl"] == f"https://arxiv.org/{'pdf' if is_linked else 'abs'}/1412.6980"
    assert not [loss for loss in written.losses if loss.path.startswith(("links", "ids"))]


def test_the_table_comes_back() -> None:
    for some in given():
        written = pubparse.export(some, "academicpages-tsv")
        frame = pd.read_csv(io.StringIO(written.text), sep="\t", header=0)  # as the generator does
        rows = list(csv.DictReader(io.StringIO(written.text), delimiter="\t"))
        dated = [work for work in written.works if work.publication.year]
        assert len(rows) == len(frame) == len(dated)
        for work, row, (_, item) in zip(dated, rows, frame.iterrows(), strict=True):
            one = work.publication
            assert html.unescape(row["title"]).strip() == (squeezed(one.title) or "Untitled")
            assert html.unescape(row["venue"]).strip() == html.unescape(squeezed(one.venue and one.venue.name))
            assert date.fromisoformat(row["pub_date"]).year == one.year
            assert not any(set("\n\r\t") & set(cell) for cell in row.values())
            assert str(item.title) == row["title"]
            made = yaml.safe_load(f"title: \"{row['title']}\"\nvenue: '{generated(row['venue'])}'")
            assert html.unescape(made["title"]).strip() == (squeezed(one.title) or "Untitled")
            assert "<" not in row["venue"] + re.sub("</?[bi]>", "", row["citation"])


def generated(text: str) -> str:
    """What the template's generator makes of a cell."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&apos;")


def test_the_generator_takes_no_cell_for_a_missing_one() -> None:
    written = pubparse.export([publication(title="null", venue=venue("NA"))], "academicpages-tsv")
    frame = pd.read_csv(io.StringIO(written.text), sep="\t", header=0)
    assert (frame.title[0].strip(), frame.venue[0].strip()) == ("null", "NA")


@pytest.mark.parametrize("options", HUGO, ids=str)
def test_hugo_blox_comes_back(options: dict[str, Any]) -> None:
    cache: dict[int, dict[str, set[str]]] = {}
    me = ("admin" if options.get("fields") else "me") if options.get("me", True) else None
    for work, name, facts, written in pages("hugo-blox", **options):
        one, losses = work.publication, losses_by_key(written, cache)[work.key]
        assert FOLDERS.fullmatch(name)
        names = [me if me and person.is_self else squeezed(person.name) for person in one.authors]
        assert facts.get("authors", []) == names
        assert (me is not None and any(person.is_self for person in one.authors)) == any(
            path.startswith("authors[") and path.endswith("].name") for path in losses
        )
        assert seen(facts["title"]) == (squeezed(one.title) or "Untitled")
        assert len(facts["publication_types"]) == 1
        notes = facts.get("author_notes")
        assert [bool(note) for note in notes or ()] == [bool(person.roles) for person in one.authors if notes]
        check_date(work, facts.get("date"), losses)
        check_venue_and_ids(one, facts, options)


def check_venue_and_ids(one: Publication, facts: dict[str, Any], options: dict[str, Any]) -> None:
    name = squeezed(one.venue and one.venue.name)
    arxiv = squeezed(one.ids.arxiv)
    if options.get("fields"):
        assert facts.get("doi", "") == squeezed(one.ids.doi)
        assert seen_emphasis(facts["publication"]) == name if name else "publication" not in facts
        assert not arxiv or unquote(facts["url_preprint"]) == unquote(f"https://arxiv.org/abs/{arxiv}")
    else:
        ids = facts.get("hugoblox", {}).get("ids", {})
        assert ids.get("doi", "") == squeezed(one.ids.doi)
        assert ids.get("arxiv", "") == arxiv
        assert facts.get("publication", {}).get("name", "") == name
        assert facts.get("publication", {}).get("pages", "") == squeezed(one.pages)
        assert [award["name"] for award in facts.get("awards", [])] == [squeezed(award.text) for award in one.awards]


def seen_emphasis(text: str) -> str:
    """What the first emphasis of a line of Markdown holds."""
    (inline,) = (token for token in MARKDOWN.parse(text) if token.type == "inline")
    children = inline.children or []
    kinds = [child.type for child in children]
    assert "".join(child.content for child in children[: kinds.index("em_open")]) == ""
    return "".join(child.content for child in children[kinds.index("em_open") : kinds.index("em_close")])


def test_equal_groups_and_roles_are_notes() -> None:
    people = [
        {"name": name, "span": (0, 0), "roles": roles, "equal_group": group}
        for name, roles, group in [("A B", ["equal"], 1), ("C D", [], None), ("E F", ["equal", "corresponding"], 2)]
    ]
    ((_, text),) = with_facts(pubparse.export([publication(authors=people)], "hugo-blox"))
    notes = front(text)["author_notes"]
    assert notes == ["Equal contribution (1)", "", "Equal contribution (2), Corresponding author"]


def test_the_bibtex_beside_is_that_of_bibtex() -> None:
    page = fixture_pages()[0]
    beside = [text for name, text in pubparse.export(page, "hugo-blox").files.items() if name.endswith("cite.bib")]
    head, *entries = pubparse.export(page, "bibtex").text.split("\n\n")
    assert beside == [f"{head}\n\n{entry.strip()}\n" for entry in entries]


def test_data_comes_back() -> None:
    for some in given():
        written = pubparse.export(some, "data-yml")
        records = yaml.safe_load(written.text)
        assert RUAMEL.load(io.StringIO(written.text)) == records
        for work, record in zip(written.works, records or [], strict=True):
            one = work.publication
            assert record["key"] == work.key
            assert record.get("title", "") == squeezed(one.title)
            assert record.get("authors", []) == [squeezed(person.name) for person in one.authors]
            assert record.get("venue", "") == squeezed(one.venue and one.venue.name)
            assert record.get("year") == one.year
            assert record.get("doi", "") == squeezed(one.ids.doi)
            assert record.get("pages", "") == squeezed(one.pages)


def test_authors_as_text() -> None:
    (page, *_) = fixture_pages()
    records = yaml.safe_load(pubparse.export(page, "data-yml", authors="text").text)
    for one, record in zip(page.publications, records, strict=True):
        assert record["authors"] == ", ".join(person.name for person in one.authors)


@pytest.mark.parametrize("form", ["academicpages", "hugo-blox", "data-yml"])
def test_writing_what_was_read_changes_nothing(form: str) -> None:
    """PyYAML reads our YAML, and our writer writes what it read."""
    from pubparse.exporters.yaml_text import yaml_text

    for _, text in with_facts(pubparse.export(fixture_pages(), form)):
        facts = text.removeprefix("---\n").removesuffix("---\n")
        assert f"# Made by pubparse\n{yaml_text(yaml.safe_load(facts))}" == facts


def test_a_day_that_nobody_said_is_told() -> None:
    losses = pubparse.export([publication(date="1843-09")], "academicpages").losses
    assert Loss("lovelace1843notes", "date", "1843-09", "the day is a placeholder") in losses


def test_an_undated_work_is_left_out_of_the_table_and_all_of_it_told() -> None:
    undated = publication(year=None, year_from=None, date=None)
    written = pubparse.export([undated], "academicpages-tsv")
    assert written.text.count("\n") == 1
    assert {"year", "title", "authors[0].name", "venue.name"} <= lost(written, written.works[0]).keys()


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (["CON", "nul", "com1"], ["con-work", "nul-work", "com1-work"]),
        (["../../etc/passwd", "/etc/passwd"], ["etc-passwd", "etc-passwd-2"]),
        (["A", "a", "a-2"], ["a", "a-3", "a-2"]),
        (["x" * 500, "x" * 501, ":"], ["x" * 80, "x" * 80 + "-2", "work"]),
        (["tang2024:fuse_fl"], ["tang2024-fuse-fl"]),
    ],
)
def test_names_of_files(keys: list[str], names: list[str]) -> None:
    made = [Work(Listed(key, publication(), None)) for key in keys]
    assert slugs(made) == names


def test_the_corpus_does_harm() -> None:
    assert any("<script>" in text for text in HARM), "else the tests above show nothing"
