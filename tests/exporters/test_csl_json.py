"""CSL-JSON: valid by its own schema, and read back by pandoc and citeproc-py as the records have it."""

import json
from typing import Any

from exporters.csl import citeproc_items, pandoc, untypographic
from exporters.works import fixture_pages, hostile_publications, person, publication, venue
from inputs import FIXTURES
from jsonschema import Draft7Validator

import pubparse
from pubparse import Author, Publication
from pubparse.bibliography.listed import Listable
from pubparse.exporters.work import one_line

SCHEMA = Draft7Validator(json.loads((FIXTURES / "schemas" / "csl-data.json").read_text(encoding="utf-8")))
IDS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID", "url": "URL"}
VENUES = ("container-title", "publisher", "authority")


def written(given: Listable, **options: Any) -> list[dict[str, Any]]:
    items = json.loads(pubparse.export(given, "csl-json", **options).text)
    SCHEMA.validate(items)
    return list(items)


def one(**values: Any) -> dict[str, Any]:
    return written(publication(**values))[0]


def parts(author: Author) -> list[str | None]:
    if author.literal or not author.family:
        return [author.literal or author.name]
    return [author.given, author.particle, author.family, author.suffix]


def words(*texts: str | None) -> str:
    return untypographic(one_line(" ".join(text for text in texts if text)))


def name_in(name: dict[str, str]) -> str:
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return words(*(name.get(part) for part in order))


def assert_same(read: dict[str, Any], work: Publication) -> None:
    assert [name_in(name) for name in read.get("author", [])] == [words(*parts(author)) for author in work.authors]
    assert words(read.get("title")) == words(work.title)
    assert not work.venue or words(work.venue.name) in {words(read.get(variable)) for variable in VENUES}
    dates = read.get("issued", {}).get("date-parts", [[None]])
    assert dates[0][0] == work.year
    for scheme, variable in IDS.items():
        assert read.get(variable) == getattr(work.ids, scheme)
    arxiv = read.get("archive_location") or read.get("number", "").removeprefix("arXiv:") or None
    assert work.ids.arxiv in {None, arxiv}


def test_records_come_back() -> None:
    items = written(fixture_pages())
    works = [work for page in fixture_pages() for work in page.publications]
    for item, other, work in zip(items, pandoc(json.dumps(items), "csljson"), works, strict=True):
        assert_same(item, work)
        assert_same(other, work)


def test_citeproc_reads_it() -> None:
    items = written(fixture_pages())
    read = citeproc_items(items)
    works = pubparse.export(fixture_pages(), "csl-json").works
    assert len(read) == len(works)
    for work in works:
        reference, record = read[work.key.lower()], work.publication
        assert str(reference.get("title", "")) == one_line(record.title or "")
        assert [name_in(name) for name in reference.get("author", [])] == [words(*parts(a)) for a in record.authors]
        assert reference["issued"].year == record.year if record.year else "issued" not in reference


def test_harm() -> None:
    works = hostile_publications()
    items, others = written(works), pandoc(pubparse.export(works, "csl-json").text, "csljson")
    assert citeproc_items(items).keys() == {item["id"] for item in items}
    for item, other, work in zip(items, others, works, strict=True):
        assert item.get("title", "") == one_line(work.title or "")
        assert item.get("volume", "") == one_line(work.volume or "")
        assert len(item.get("author", [])) == len(other.get("author", [])) == len(work.authors)
        assert [name_in(name) for name in item.get("author", [])] == [words(*parts(author)) for author in work.authors]
        for variable in ("title", "volume", "publisher-place"):
            assert untypographic(other.get(variable, "")) == untypographic(item.get(variable, ""))


def test_sorts_of_work() -> None:
    sorts = {
        "journal": ("article-journal", None), "conference": ("paper-conference", None), "preprint": ("article", None),
        "workshop": ("paper-conference", "Workshop paper"), "poster": ("paper-conference", "Poster"),
        "book": ("book", None), "chapter": ("chapter", None), "thesis": ("thesis", None), "report": ("report", None),
        "patent": ("patent", None), "software": ("software", None), "dataset": ("dataset", None),
        "other": ("document", None),
    }  # fmt: skip
    for sort, expected in sorts.items():
        item = one(type=sort)
        assert (item["type"], item.get("genre")) == expected, sort
    assert one(type="thesis", raw="PhD thesis, MIT")["genre"] == "PhD thesis"
    assert one(type="journal", status="under review")["type"] == "manuscript"


def test_dates_are_as_exact_as_the_page() -> None:
    for date, expected in (("1843", [1843]), ("1843-09", [1843, 9]), ("1843-09-05", [1843, 9, 5])):
        assert one(date=date)["issued"] == {"date-parts": [expected]}
    assert "issued" not in one(year=None, year_from=None, date=None)


def test_names() -> None:
    people = [
        person("Ludwig van Beethoven", given="Ludwig", particle="van", family="Beethoven"),
        person("J. H. Ward, Jr.", given="J. H.", family="Ward", suffix="Jr."),
        person("The ATLAS Collaboration", literal="The ATLAS Collaboration", given=None, family=None),
        person("Plato"),
    ]
    assert one(authors=people)["author"] == [
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"family": "Ward", "given": "J. H.", "suffix": "Jr."},
        {"literal": "The ATLAS Collaboration"},
        {"literal": "Plato"},
    ]


def test_where_it_appeared() -> None:
    assert one(type="thesis", venue=venue("ETH Zürich", "university"))["publisher"] == "ETH Zürich"
    meeting = one(type="workshop", venue=venue("Workshop on Engines", "workshop"), place="London")
    assert meeting["event-title"] == meeting["container-title"] == "Workshop on Engines"
    assert meeting["event-place"] == "London"
    preprint = one(type="preprint", venue=venue("arXiv", "preprint"), ids={"arxiv": "2401.17644"})
    assert (preprint["publisher"], preprint["number"]) == ("arXiv", "arXiv:2401.17644")
    article = one(ids={"arxiv": "2401.17644"})
    assert (article["archive"], article["archive_location"]) == ("arXiv", "2401.17644")
    assert one(article_number="115058")["number"] == "115058"


def test_what_csl_has_no_place_for() -> None:
    authors = [person("Ada Lovelace", is_self=True, marks=["*"], roles=["equal"], equal_group=1), person("C. Babbage")]
    work = publication(authors=authors, et_al=True, ids={"hal": "hal-1"})
    told = written(work)[0]["custom"]
    assert told["authors"] == [
        {
            "position": 0, "name": "Ada Lovelace", "is_self": True, "marks": ["*"], "roles": ["equal"],
            "equal_group": 1,
        }
    ]  # fmt: skip
    assert told["ids"] == {"hal": "hal-1"}
    assert [loss.path for loss in pubparse.export(work, "csl-json").losses] == ["et_al"]
    bare = pubparse.export(work, "csl-json", custom="false")
    assert "custom" not in bare.text
    assert {"authors[0].is_self", "authors[0].roles", "et_al", "ids.hal"} <= {loss.path for loss in bare.losses}


def test_only_cut_lists_of_authors_lose_something() -> None:
    for loss in pubparse.export(fixture_pages(), "csl-json").losses:
        assert loss.path == "et_al" or loss.path in {"venue.acronym", "publisher"}, loss
