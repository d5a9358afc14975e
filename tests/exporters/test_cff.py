"""CITATION.cff: valid by the format's own schema, and read back by two readers of YAML."""

import json
import re
from typing import Any

import pytest
import yaml
from exporters.works import NOWHERE, fixture_pages, hostile_publications, person, publication, venue
from inputs import FIXTURES, SOURCE
from jsonschema import Draft7Validator, FormatChecker
from ruamel.yaml import YAML

import pubparse
from pubparse.exporters.work import Work, one_line
from pubparse.exporters.yaml_text import yaml_text

SCHEMA = json.loads((FIXTURES / "schemas" / "cff-1.2.0.json").read_text(encoding="utf-8"))
VALID = Draft7Validator(SCHEMA, format_checker=FormatChecker())
Node = dict[str, Any]


def read(written: pubparse.Export) -> Node:
    assert list(written.files) == ["CITATION.cff"]
    data: Node = yaml.load(written.text, yaml.CSafeLoader)
    assert YAML(typ="safe", pure=True).load(written.text) == data
    VALID.validate(data)
    return data


def reference(written: pubparse.Export) -> Node:
    (node,) = read(written)["references"]
    return dict(node)


def name_of(node: Node) -> str:
    """The name, whether an entity's or a person's whose parts were not to be had."""
    parts = [node.get(part) for part in ("given-names", "name-particle", "family-names", "name-suffix")]
    return " ".join(filter(None, [node.get("name") or node.get("alias"), *parts]))


def parts_of(author: pubparse.Author) -> str:
    parts = [author.given, author.particle, author.family, author.suffix]
    return " ".join(one_line(part) for part in parts if part and one_line(part))


def agrees(node: Node, work: Work, lost: set[str]) -> None:
    one = work.publication
    title = one_line(one.title or "")
    assert node["title"] == (title or "untitled")
    assert bool(title) or "title" in lost
    people = [author for author in one.authors if one_line(author.name)]
    for author, told in zip(people, node["authors"], strict=bool(people)):
        whole = author.literal or f"authors[{one.authors.index(author)}].name" in lost
        assert name_of(told) in ({one_line(author.name)} if whole else {parts_of(author), one_line(author.name)})
    assert people or (node["authors"] == [{"name": "anonymous"}] and "authors" in lost)
    assert node.get("year") == one.year
    if one.date and len(one.date) > 4:
        assert node["month"] == int(one.date[5:7])
    assert node.get("date-published") == (one.date if one.date and len(one.date) == 10 else None)
    places = {"journal": node.get("journal"), "collection": node.get("collection-title")}
    places |= {part: node.get(part, {}).get("name") for part in ("conference", "institution")}
    if one.venue and one_line(one.venue.name):
        assert one_line(one.venue.name) in places.values()
    for name in ("volume", "issue", "number", "edition"):
        assert node.get(name) == (one_line(getattr(one, name) or "") or None)
    pages = one_line(one.pages or "")
    assert [node.get("start"), node.get("end")] in (re.split(" ?[‐‑–-]+ ?", pages), [pages or None, None])
    assert node.get("end") or not re.fullmatch(r"\d+ ?[‐‑–-]+ ?\d+", pages)
    others = [identifier["value"] for identifier in node.get("identifiers", [])]
    for scheme in ("doi", "isbn", "issn", "pmcid"):
        if value := one_line(getattr(one.ids, scheme) or ""):
            assert value == node.get(scheme) or (value in others and f"ids.{scheme}" in lost)
    for scheme in ("arxiv", "pmid", "hal", "acl", "openreview"):
        assert not (value := one_line(getattr(one.ids, scheme) or "")) or value in others


def losses(written: pubparse.Export) -> dict[str, set[str]]:
    lost: dict[str, set[str]] = {work.key: set() for work in written.works}
    for loss in written.losses:
        lost[loss.key].add(loss.path)
    return lost


@pytest.mark.parametrize("at", range(len(fixture_pages())))
def test_fixtures_come_back(at: int) -> None:
    written = pubparse.export(fixture_pages()[at], "cff")
    lost = losses(written)
    once = {loss.key for loss in written.losses if "written once" in loss.why}
    works = [work for work in written.works if work.key not in once]
    for work, node in zip(works, read(written).get("references", []), strict=True):
        agrees(node, work, lost[work.key])


def test_works_that_are_alike_are_written_once() -> None:
    written = pubparse.export([publication(), publication(id="b", title="Another"), publication(id="c")], "cff")
    assert [node["title"] for node in read(written)["references"]] == ["Notes on the Analytical Engine", "Another"]
    assert [(loss.key, loss.path) for loss in written.losses] == [("c", "title")]


def test_harm_comes_back() -> None:
    written = pubparse.export(hostile_publications(), "cff")
    lost = losses(written)
    for work, node in zip(written.works, read(written)["references"], strict=True):
        agrees(node, work, lost[work.key])


def test_the_owner_is_cited() -> None:
    data = read(pubparse.export(pubparse.parse_file(SOURCE), "cff"))
    assert data["title"] == "Publications of Zhenheng Tang"
    assert data["authors"] == [{"family-names": "Tang", "given-names": "Zhenheng"}]
    assert data["type"] == "dataset"


def test_nobody_is_known() -> None:
    assert read(pubparse.export([], "cff")) == {
        "cff-version": "1.2.0",
        "message": "Please cite the works that you use.",
        "type": "dataset",
        "title": "Publications",
        "authors": [{"name": "anonymous"}],
    }


def test_software_with_a_paper_to_cite() -> None:
    given = [publication(), publication(id="main", title="The Engine")]
    data = read(
        pubparse.export(
            given,
            "cff",
            title="enginesim",
            author="Lovelace, Ada",
            message="Cite us.",
            software="true",
            preferred="main",
        )
    )
    assert (data["title"], data["message"], data["type"]) == ("enginesim", "Cite us.", "software")
    assert data["authors"] == [{"family-names": "Lovelace", "given-names": "Ada"}]
    assert data["preferred-citation"]["title"] == "The Engine"
    assert [node["title"] for node in data["references"]] == ["Notes on the Analytical Engine"]
    assert read(pubparse.export([], "cff", author="The Engine Group"))["authors"] == [{"name": "The Engine Group"}]


@pytest.mark.parametrize(("option", "value"), [("preferred", "nobody"), ("message", " "), ("software", "book")])
def test_options_that_are_none(option: str, value: str) -> None:
    with pytest.raises(pubparse.UsageError, match=f"cff: {option}"):
        pubparse.export(publication(), "cff", **{option: value})


def test_a_conference_paper_with_all_there_is() -> None:
    one = publication(
        type="conference", venue=venue("Proc. of the Conference on Engines", "conference", acronym="ENG"),
        authors=[
            person("Laurens van der Maaten", given="Laurens", particle="van der", family="Maaten", suffix="Jr."),
            person("The Engine Group", literal="The Engine Group", given=None, family=None),
            person("Ada Lovelace", orcid="0000-0002-1825-0097", url="https://ada.example/"),
        ],
        date="1843-09-14", volume="3", pages="666--731", place="London", publisher="Taylor",
        ids={"doi": "10.1000/a<b", "arxiv": "1234.5678", "isbn": "978-0-262-03924-6"}, status="accepted",
        links=[
            {"text": "here", "url": "https://e.example/code", "kind": "code", "span": NOWHERE},
            {"text": "PDF", "url": "https://e.example/a.pdf", "kind": "pdf", "span": NOWHERE},
            {"text": "PDF", "url": "a.pdf", "kind": "pdf", "span": NOWHERE},
        ],
        awards=[{"text": "Best Paper", "kind": "prize", "span": NOWHERE}], notes=[{"text": "a note", "span": NOWHERE}],
    )  # fmt: skip
    written = pubparse.export(one, "cff")
    assert reference(written) == {
        "type": "conference-paper",
        "title": "Notes on the Analytical Engine",
        "authors": [
            {"family-names": "Maaten", "given-names": "Laurens", "name-particle": "van der", "name-suffix": "Jr."},
            {"name": "The Engine Group"},
            {
                "family-names": "Lovelace", "given-names": "Ada", "orcid": "https://orcid.org/0000-0002-1825-0097",
                "website": "https://ada.example/",
            },
        ],
        "year": 1843, "month": 9, "date-published": "1843-09-14",
        "conference": {"name": "Proc. of the Conference on Engines", "alias": "ENG", "location": "London"},
        "collection-title": "Proc. of the Conference on Engines",
        "publisher": {"name": "Taylor"},
        "volume": "3", "start": "666", "end": "731", "status": "in-press",
        "isbn": "978-0-262-03924-6",
        "repository-code": "https://e.example/code",
        "identifiers": [
            {"type": "other", "value": "10.1000/a<b", "description": "DOI"},
            {"type": "other", "value": "1234.5678", "description": "arXiv"},
            {"type": "url", "value": "https://e.example/a.pdf", "description": "PDF"},
        ],
        "notes": "Best Paper; a note",
    }  # fmt: skip
    assert [(loss.path, loss.text) for loss in written.losses] == [
        ("status", "accepted"), ("ids.doi", "10.1000/a<b"), ("links[2]", "a.pdf"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"type": "journal"}, {"type": "article", "journal": "V"}),
        ({"type": "preprint", "status": "preprint"}, {"type": "article", "journal": "V", "status": "preprint"}),
        ({"type": "workshop"}, {"type": "conference-paper", "conference": {"name": "V"}, "collection-title": "V"}),
        ({"type": "poster"}, {"type": "generic", "conference": {"name": "V"}, "collection-title": "V"}),
        ({"type": "chapter"}, {"type": "generic", "collection-title": "V"}),
        (
            {"type": "thesis", "raw": "PhD thesis"},
            {"type": "thesis", "institution": {"name": "V"}, "thesis-type": "doctoral thesis"},
        ),
        ({"type": "report", "place": "P"}, {"type": "report", "institution": {"name": "V", "address": "P"}}),
        ({"type": "journal", "status": "under review"}, {"type": "unpublished", "journal": "V", "status": "submitted"}),
        ({"type": "software"}, {"type": "software", "collection-title": "V"}),
        ({"type": "dataset"}, {"type": "data", "collection-title": "V"}),
        ({"type": "other", "place": "P"}, {"type": "generic", "collection-title": "V", "location": {"name": "P"}}),
    ],
)
def test_kinds(values: Node, told: Node) -> None:
    usual = {
        "title": "Notes on the Analytical Engine", "year": 1843,
        "authors": [{"family-names": "Lovelace", "given-names": "Ada"}],
    }  # fmt: skip
    assert reference(pubparse.export(publication(venue=venue("V"), **values), "cff")) == usual | told


def test_people_of_one_name() -> None:
    written = pubparse.export(publication(authors=[person("Z. Tang"), person("Z. Tang", is_self=True)] * 3), "cff")
    assert [name_of(author) for author in reference(written)["authors"]] == ["Z. Tang"] * 5
    said = [(loss.path, loss.why.split(": ")[1]) for loss in written.losses if loss.path.endswith("name")]
    assert said == [
        *((f"authors[{at}].name", "the name is not parted") for at in range(1, 5)),
        ("authors[5].name", "left out"),
    ]


def test_nothing_changes_when_it_is_read_and_written_again() -> None:
    text = pubparse.export([*fixture_pages(), *hostile_publications()], "cff").text
    assert f"# Made by pubparse\n{yaml_text(yaml.load(text, yaml.CSafeLoader))}" == text
