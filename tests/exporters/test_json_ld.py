"""JSON-LD: read back as RDF by rdflib, whose list of schema.org's names every name of ours is on."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from exporters.works import fixture_pages, hostile_publications, person, publication, venue
from rdflib import SDO, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

import pubparse
from pubparse.exporters.work import Work, one_line

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it

S = Namespace("https://schema.org/")
HERE = "https://example.org/list"
CONTEXT = {"@vocab": str(S), "author": {"@container": "@list"}, "editor": {"@container": "@list"}}
"""The context of schema.org, which is on the web; authors are a list, so that their order can be seen."""

SCHEMES = {
    "DOI": "doi", "arXiv": "arxiv", "PubMed": "pmid", "PubMed Central": "pmcid", "HAL": "hal", "ACL Anthology": "acl",
    "OpenReview": "openreview",
}  # fmt: skip


def graph_of(text: str) -> Graph:
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps(data | {"@context": CONTEXT}), format="json-ld", base=HERE)


class Read:
    """One work, as a reader of RDF sees it."""

    def __init__(self, graph: Graph, key: str) -> None:
        self.graph, self.node = graph, URIRef(f"{HERE}#{key}")

    def value(self, *names: str, of: Node | None = None) -> str | None:
        node: Node | None = of or self.node
        for name in names:
            node = node and self.graph.value(node, S[name])
        return None if node is None else str(node)

    def people(self, name: str) -> list[dict[str, str]]:
        node = self.graph.value(self.node, S[name])
        return [self.flat(one) for one in Collection(self.graph, node)] if node else []

    def flat(self, node: Node) -> dict[str, str]:
        said = {str(name).removeprefix(str(S)): str(value) for name, value in self.graph.predicate_objects(node)}
        said["type"] = said.pop("http://www.w3.org/1999/02/22-rdf-syntax-ns#type").removeprefix(str(S))
        return said

    def around(self) -> Iterator[dict[str, str]]:
        """What it is part of, and what that is part of."""
        node = self.graph.value(self.node, S.isPartOf)
        while node is not None:
            yield self.flat(node)
            node = self.graph.value(node, S.isPartOf)

    def ids(self) -> dict[str, str]:
        found = [self.flat(node) for node in self.graph.objects(self.node, S.identifier)]
        return {one["propertyID"]: one["value"] for one in found}


def names(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from names(one)
    elif isinstance(node, dict):
        types = node.get("@type", [])
        yield from [types] if isinstance(types, str) else types
        for name, value in node.items():
            if not name.startswith("@"):
                yield name
            yield from names(value)


def family(author: pubparse.Author) -> str:
    return one_line(f"{author.particle or ''} {author.family or ''}")


def agrees(read: Read, work: Work) -> None:
    """Compare everything that the format has a place for."""
    one = work.publication
    assert read.value("name") == (one_line(one.title or "") or None)
    told = [(one_line(a.name), one_line(a.given or ""), family(a)) for a in one.authors if one_line(a.name)]
    written = [(a["name"], a.get("givenName", ""), a.get("familyName", "")) for a in read.people("author")]
    assert written == told
    if one.year:
        assert (read.value("datePublished") or read.value("dateCreated") or "")[:4] == str(one.year)
    around = list(read.around())
    if one.venue and one_line(one.venue.name):
        house = [read.value("sourceOrganization", "name")]
        venues = [part.get("name") for part in around if part["type"] != "CreativeWorkSeries"]
        assert one_line(one.venue.name) in (house if one.type in {"thesis", "report"} else venues)
    for path, where in (("volume", "volumeNumber"), ("issue", "issueNumber")):
        if (value := one_line(getattr(one, path) or "")) and one.type not in {"thesis", "report"}:
            assert [part[where] for part in around if where in part] == [value]
    assert read.value("pagination") == (one_line(one.pages or "") or None)
    ids = {name: one_line(value) for name, scheme in SCHEMES.items() if (value := getattr(one.ids, scheme))}
    assert {name: value for name, value in read.ids().items() if name in SCHEMES} == {k: v for k, v in ids.items() if v}
    assert {str(award) for award in read.graph.objects(read.node, S.award)} == {
        text for award in one.awards if (text := one_line(award.text))
    }
    assert read.value("publisher", "name") == (one_line(one.publisher or "") or None)


def test_fixtures_come_back() -> None:
    written = pubparse.export(fixture_pages(), "json-ld")
    graph = graph_of(written.text)
    assert len(written.works) > 800
    for work in written.works:
        agrees(Read(graph, work.key), work)


def test_harm_comes_back() -> None:
    written = pubparse.export(hostile_publications(), "json-ld")
    graph = graph_of(written.text)
    for work in written.works:
        agrees(Read(graph, work.key), work)


def test_every_name_is_schema_org_s() -> None:
    data = json.loads(pubparse.export([*fixture_pages(), *hostile_publications()], "json-ld").text)
    used = set(names(data["@graph"]))
    assert {"ScholarlyArticle", "Thesis", "isPartOf", "volumeNumber", "subjectOf"} <= used
    assert {name for name in used if name not in SDO} == set()
    assert "equalContribution" not in SDO


def test_a_journal_with_all_there_is() -> None:
    one = publication(
        authors=[
            person("Laurens van der Maaten", given="Laurens", particle="van der", family="Maaten", suffix="Jr."),
            person("The Engine Group", literal="The Engine Group", given=None, family=None),
            person("Ada Lovelace", orcid="0000-0002-1825-0097", url="https://ada.example/"),
        ],
        volume="3", issue="2", pages="666–731", date="1843-09", ids={"doi": "10.1000/a<b", "issn": "1234-5678"},
        links=[
            {"text": "PDF", "url": "https://e.example/a.pdf", "kind": "pdf", "span": (0, 0)},
            {"text": "here", "url": "https://e.example/code", "kind": "code", "span": (0, 0)},
            {"text": "run", "url": "javascript:alert(1)", "kind": "project", "span": (0, 0)},
        ],
        awards=[{"text": "Best Paper", "kind": "prize", "span": (0, 0)}],
    )  # fmt: skip
    written = pubparse.export(one, "json-ld")
    (node,) = json.loads(written.text)["@graph"]
    assert node == {
        "@id": "#lovelace1843notes", "@type": "ScholarlyArticle",
        "name": "Notes on the Analytical Engine",
        "headline": "Notes on the Analytical Engine",
        "author": [
            {
                "@type": "Person", "name": "Laurens van der Maaten", "givenName": "Laurens",
                "familyName": "van der Maaten", "honorificSuffix": "Jr.",
            },
            {"@type": "Organization", "name": "The Engine Group"},
            {
                "@type": "Person", "name": "Ada Lovelace", "givenName": "Ada", "familyName": "Lovelace",
                "url": "https://ada.example/", "sameAs": "https://orcid.org/0000-0002-1825-0097",
            },
        ],
        "datePublished": "1843-09",
        "isPartOf": {
            "@type": "PublicationIssue", "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume", "volumeNumber": "3",
                "isPartOf": {"@type": "Periodical", "name": "Scientific Memoirs", "issn": "1234-5678"},
            },
        },
        "pagination": "666–731", "pageStart": "666", "pageEnd": "731",
        "award": ["Best Paper"],
        "identifier": [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/a<b"}],
        "sameAs": ["https://doi.org/10.1000/a%3Cb"],
        "encoding": [
            {"@type": "MediaObject", "contentUrl": "https://e.example/a.pdf", "encodingFormat": "application/pdf"}
        ],
        "subjectOf": [{"@type": "SoftwareSourceCode", "name": "here", "url": "https://e.example/code"}],
    }  # fmt: skip
    assert [loss.path for loss in written.losses] == ["links[2]"]


@pytest.mark.parametrize(
    ("values", "type_", "genre"),
    [
        ({"type": "workshop"}, "ScholarlyArticle", "workshop"),
        ({"type": "thesis", "raw": "PhD thesis"}, "Thesis", "doctoral thesis"),
        ({"type": "patent"}, "CreativeWork", "patent"),
        ({"type": "book"}, "Book", None),
        ({"type": "dataset"}, "Dataset", None),
    ],
)
def test_kinds(values: dict[str, Any], type_: str, genre: str | None) -> None:
    (node,) = json.loads(pubparse.export(publication(venue=venue("V"), **values), "json-ld").text)["@graph"]
    assert (node["@type"], node.get("genre")) == (type_, genre)


def test_what_is_not_out_yet_is_not_published() -> None:
    (node,) = json.loads(pubparse.export(publication(status="submitted"), "json-ld").text)["@graph"]
    assert "datePublished" not in node
    assert (node["dateCreated"], node["creativeWorkStatus"]) == ("1843", "submitted")


def test_a_script_is_the_same_graph_and_nothing_ends_it() -> None:
    given = [*fixture_pages(), *hostile_publications()]
    script = pubparse.export(given, "json-ld-script").text
    assert len(re.findall("<", script)) == len("<!--, <script, </script>".split(", "))
    inside = script[script.index(">", script.index("<script")) + 1 : script.index("</script>")]
    assert json.loads(inside) == json.loads(pubparse.export(given, "json-ld").text)
