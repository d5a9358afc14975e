"""BibTeX for al-folio: what its layout reads."""

import re
from typing import Any

import pytest
from exporters.bib import by_bibtexparser
from exporters.works import NOWHERE, fixture_pages, person, publication

import pubparse

LAYOUT = set(
    "abbr abstract additional_info altmetric annotation arxiv author award award_name bibtex_show blog booktitle code "
    "dimensions doi eprint google_scholar_id html isbn journal location month note pdf pmid poster preview school "
    "selected slides supp title video website year".split()
)
"""The fields that al-folio's `_layouts/bib.liquid` reads."""
STANDARD = set(
    "editor volume number series pages eid publisher address edition institution issn howpublished type".split()
)
"""Those that only the BibTeX behind its button shows."""


def fields(**values: Any) -> dict[str, str]:
    return by_bibtexparser(pubparse.export(publication(**values), "al-folio").text)[0].fields


def link(kind: str, url: str) -> dict[str, Any]:
    return {"text": kind, "url": url, "kind": kind, "span": NOWHERE}


def test_the_file_begins_with_front_matter_and_the_sign() -> None:
    assert pubparse.export(publication(), "al-folio").text.startswith("---\n---\n% Made by pubparse\n\n@article{")


def test_the_layout_reads_what_is_written() -> None:
    for entry in by_bibtexparser(pubparse.export(fixture_pages(), "al-folio").text):
        assert entry.fields.keys() <= LAYOUT | STANDARD


def test_signs_are_those_of_the_page() -> None:
    authors = [
        person("Ada Lovelace", marks=["†"], roles=["equal"], equal_group=1),
        person("L. van Gool", family="Gool", particle="van", given="L.", marks=["†"], roles=["equal"], equal_group=1),
        person("Mary Somerville", marks=["📧"], roles=["corresponding"]),
        person("The Team", literal="The Team", given=None, family=None, marks=["§", "💡"]),
    ]
    said = fields(authors=authors)
    assert said["author"] == "Lovelace†, Ada and van Gool†, L. and Somerville*, Mary and The Team§"
    assert said["annotation"] == "† Equal contribution, * Corresponding author"


def test_a_sign_stands_for_one_meaning() -> None:
    authors = [
        person("Ada Lovelace", marks=["*"], roles=["equal", "corresponding"], equal_group=1),
        person("Charles Babbage", marks=["*"], roles=["equal"], equal_group=1),
        person("Jane Roe", roles=["equal"], equal_group=2),
    ]
    said = fields(authors=authors)
    assert said["author"] == "Lovelace*†, Ada and Babbage*, Charles and Roe‡, Jane"
    assert said["annotation"] == "* Equal contribution, † Corresponding author, ‡ Equal contribution"


def test_self_is_found_by_the_layout() -> None:
    """It takes the signs off a last name, and looks whether the rest is in the configuration."""
    for page in fixture_pages():
        for work, entry in zip(page.publications, by_bibtexparser(page.export("al-folio").text), strict=True):
            last = [re.sub("[*∗†‡§¶‖&^]", "", family) for _, family, _ in entry.authors]
            for at, author in enumerate(work.authors):
                assert last[at] == (author.literal or " ".join(filter(None, [author.particle, author.family])))


def test_fields_of_the_layout() -> None:
    awards = [{"text": text, "kind": "prize", "span": NOWHERE} for text in ("Oral", "Best Paper Award")]
    links = [
        link("pdf", "https://x.org/a--b.pdf"), link("code", "https://github.com/x/y"), link("code", "https://z.org"),
        link("project", "javascript:alert(1)"), link("slides", "talks/a.pdf"),
    ]  # fmt: skip
    said = fields(awards=awards, links=links, place="London", status="in press", ids={"url": "https://x.org/~a/it's"})
    wanted = {
        "award_name": "Oral", "award": "Oral; Best Paper Award", "pdf": "https://x.org/a-%2Db.pdf",
        "code": "https://github.com/x/y", "slides": "talks/a.pdf", "html": "https://x.org/~a/it%27s",
        "location": "London", "note": "in press",
    }  # fmt: skip
    assert {name: said.get(name) for name in wanted} == wanted
    assert "website" not in said


def test_a_preprint_shows_its_number_as_venue() -> None:
    said = fields(type="preprint", venue=None, ids={"arxiv": "1706.03762"})
    assert (said["journal"], said["arxiv"]) == ("arXiv preprint arXiv:1706.03762", "1706.03762")


def test_html_is_text() -> None:
    text = pubparse.export(publication(title="<b>R&D</b> &amp; more"), "al-folio").text
    assert r"title = {{\&lt;b>R\&D\&lt;/b> \&amp;amp; more}}".replace(r"{{\&", r"{{{}\&") in text


def test_works_for_the_front_page() -> None:
    text = pubparse.export([publication(id="a"), publication(id="b")], "al-folio", selected="b").text
    assert ["selected" in entry.fields for entry in by_bibtexparser(text)] == [False, True]
    with pytest.raises(pubparse.UsageError, match="no work has the key 'c'"):
        pubparse.export([publication(id="a")], "al-folio", selected="a, c")
