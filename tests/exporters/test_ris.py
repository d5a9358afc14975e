"""RIS: laid out as its specification says, and read back by rispy and pandoc as the records have it."""

import re
from typing import Any

import rispy
from exporters.csl import pandoc
from exporters.works import fixture_pages, hostile_publications, person, publication, venue

import pubparse
from pubparse import Author, Publication
from pubparse.exporters.work import one_line

WORKS = [work for page in fixture_pages() for work in page.publications]
LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def written(given: Any) -> str:
    return pubparse.export(given, "ris").text


def one(**values: Any) -> dict[str, Any]:
    (read,) = rispy.loads(written(publication(**values)))
    return dict(read)


def starless(text: str | None) -> str:
    return one_line(one_line(text or "").replace("*", ""))


def parts(author: Author) -> list[str]:
    if author.literal or not author.family:
        return [starless(author.literal or author.name)]
    family = f"{author.particle} {author.family}" if author.particle else author.family
    return [starless(part) for part in (family, author.given, author.suffix) if part]


def parts_read(name: str) -> list[str]:
    return [part for part in name.split(", ") if part] if not name.endswith(",") else [name[:-1]]


def assert_same(read: dict[str, Any], other: dict[str, Any], work: Publication) -> None:
    assert [parts_read(name) for name in read.get("authors", [])] == [parts(author) for author in work.authors]
    assert [len(other.get("author", []))] == [len(work.authors)]
    for name, author in zip(other.get("author", []), work.authors, strict=True):
        family = [name.get(part, "") for part in ("dropping-particle", "non-dropping-particle", "family")]
        assert "".join(family).replace(" ", "") == parts(author)[0].replace(" ", "")
        given = parts(author)[1:]
        assert [name[part] for part in ("suffix", "given") if part in name] == given  # pandoc has them in this order
    for title in (read.get("title"), other.get("title")):
        assert title == (one_line(work.title) if work.title else None)
    where = [read.get(key) for key in ("secondary_title", "publisher")]
    elsewhere = [other.get(key) for key in ("container-title", "publisher")]
    assert not work.venue or starless(work.venue.name) in {*map(starless, where)} & {*map(starless, elsewhere)}
    assert read.get("year") == (str(work.year) if work.year else None)
    assert other.get("issued", {}).get("date-parts", [[None]])[0][0] == work.year
    assert read.get("doi") == other.get("DOI") == work.ids.doi
    assert ";".join(read.get("urls", [])) == (work.ids.url or "")
    assert read.get("custom2") == work.ids.pmcid
    assert read.get("issn") in {work.ids.isbn, work.ids.issn}
    numbers = {read.get("accession_number"), *read.get("notes", [])}
    assert work.ids.pmid in {*numbers, None}
    assert not work.ids.arxiv or f"arXiv:{work.ids.arxiv}" in numbers


def test_records_come_back() -> None:
    text = written(WORKS)
    for read, other, work in zip(rispy.loads(text), pandoc(text, "ris"), WORKS, strict=True):
        assert_same(read, other, work)


def test_harm() -> None:
    works = hostile_publications()
    text = written(works)
    for read, other, work in zip(rispy.loads(text), pandoc(text, "ris"), works, strict=True):
        for key, value in {"title": work.title, "volume": work.volume, "publisher": work.publisher}.items():
            assert read.get(key, "") == one_line(value or "")
        assert other.get("title", "") == one_line(work.title or "")
        assert other.get("volume", "") == one_line(work.volume or "")
        assert read.get("secondary_title", "") in {starless(work.venue.name) if work.venue else "", ""}
        assert len(read.get("authors", [])) == len(work.authors)
        lost = {loss.path for loss in pubparse.export(work, "ris").losses}
        for name, (at, author) in zip(read.get("authors", []), enumerate(work.authors), strict=True):
            assert f"authors[{at}].name" in lost or parts_read(name) == parts(author) or "," in author.name


def test_the_layout_is_that_of_the_specification() -> None:
    ids = set()
    for record in written([*WORKS, *hostile_publications()]).split("ER  -  \r\n")[:-1]:
        lines = [LINE.fullmatch(line) for line in record.split("\r\n")[:-1]]
        assert all(lines)
        tags = [line[1] for line in lines if line]
        assert tags[0] == "TY"
        assert tags.count("TY") == tags.count("ID") == 1
        for line in lines:
            assert line
            assert "*" not in line[2] or line[1] not in {"AU", "A2", "KW", "T2", "J2"}
            if line[1] == "ID":
                assert re.fullmatch("[A-Za-z0-9]{1,20}", line[2])
                assert line[2] not in ids
                ids.add(line[2])


def test_writing_what_rispy_read_changes_nothing() -> None:
    once = rispy.dumps(rispy.loads(written(WORKS)))
    assert rispy.dumps(rispy.loads(once)) == once


def test_sorts_of_work() -> None:
    sorts = {
        "journal": "JOUR", "conference": "CPAPER", "workshop": "CPAPER", "poster": "CPAPER", "preprint": "UNPB",
        "book": "BOOK", "chapter": "CHAP", "thesis": "THES", "report": "RPRT", "patent": "PAT", "software": "COMP",
        "dataset": "DATA", "other": "GEN",
    }  # fmt: skip
    for sort, expected in sorts.items():
        assert one(type=sort)["type_of_reference"] == expected
    assert one(type="journal", status="submitted")["type_of_reference"] == "UNPB"
    thesis = one(type="thesis", raw="PhD thesis", venue=venue("ETH Zürich", "university"))
    assert (thesis["type_of_work"], thesis["publisher"]) == ("PhD thesis", "ETH Zürich")


def test_pages_and_dates() -> None:
    for pages in ("666-731", "666–731", "666--731"):
        assert [one(pages=pages).get(key) for key in ("start_page", "end_page")] == ["666", "731"]
    assert [one(pages="12.1−12.9").get(key) for key in ("start_page", "end_page")] == ["12.1", "12.9"]
    assert one(pages="1, 7-9").get("start_page") == "1, 7-9"
    assert one(date="1843-09")["date"] == "1843/09//"
    assert one(date="1843-09-05")["date"] == "1843/09/05/"
    assert "date" not in one(date="1843")


def test_names() -> None:
    people = [
        person("Ludwig van Beethoven", given="Ludwig", particle="van", family="Beethoven"),
        person("J. H. Ward, Jr.", given="J. H.", family="Ward", suffix="Jr."),
        person("The ATLAS Collaboration", literal="The ATLAS Collaboration", given=None, family=None),
    ]
    assert one(authors=people)["authors"] == ["van Beethoven, Ludwig", "Ward, J. H., Jr.", "The ATLAS Collaboration,"]


def test_roles_are_notes_and_stars_are_losses() -> None:
    authors = [person("Ada Lovelace*", marks=["*"], roles=["equal"]), person("C. Babbage", roles=["equal"])]
    work = publication(authors=authors)
    assert rispy.loads(written(work))[0]["notes"] == ["equal: Ada Lovelace*; C. Babbage"]
    assert [loss.path for loss in pubparse.export(work, "ris").losses] == ["authors[0].name"]
    inc = publication(authors=[person("Google, Inc.", literal="Google, Inc.", given=None, family=None)])
    assert [loss.path for loss in pubparse.export(inc, "ris").losses] == ["authors[0].name"]


def test_keys_that_are_alike_at_the_beginning() -> None:
    works = [publication(id=f"aVeryLongCitationKeyIndeed{name}") for name in "abc"]
    assert [read["id"] for read in rispy.loads(written(works))] == [
        "aVeryLongCitationKey", "aVeryLongCitationKe2", "aVeryLongCitationKe3",
    ]  # fmt: skip
