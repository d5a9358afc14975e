"""BibLaTeX: what is said of authors, and the fields that BibTeX does not have."""

import pytest
from exporters.bib import by_biber, by_bibtexparser
from exporters.works import fixture_pages, person, publication, venue

import pubparse
from pubparse import Publication

TEAM = [
    person("Ada Lovelace", roles=["equal"], equal_group=1, is_self=True),
    person("The Team", literal="The Team", given=None, family=None, orcid="0000-0002-1825-0097"),
    person("Charles Babbage", roles=["equal", "corresponding"], equal_group=1),
    person("Mary Somerville", roles=["corresponding"], marks=["†"]),
]


def fields(one: Publication, **options: str) -> dict[str, str]:
    return by_bibtexparser(pubparse.export(one, "biblatex", **options).text)[0].fields


def test_annotations_count_names_from_one() -> None:
    said = fields(publication(authors=TEAM))
    assert said["author+an"] == "1=self,equal;3=equal,corresponding;4=corresponding"
    assert said["author+an:orcid"] == '2="0000-0002-1825-0097"'


def test_names_that_cannot_be_written_are_not_counted() -> None:
    blank = person(" ", given=None, family=None, literal=" ", is_self=True)
    assert fields(publication(authors=[blank, *TEAM]))["author+an"].startswith("1=self,equal;3=")


def test_two_groups_are_told_apart() -> None:
    last = [person(name, roles=["equal"], equal_group=2) for name in ("Jane Roe", "John Doe")]
    said = fields(publication(authors=[*TEAM, *last]))["author+an"]
    assert said == "1=self,equal1;3=equal1,corresponding;4=corresponding;5=equal2;6=equal2"


def test_editors_have_annotations_where_they_are_written() -> None:
    editors = [person("Jane Roe", is_self=True)]
    assert fields(publication(editors=editors))["editor+an"] == "1=self"
    assert "editor+an" not in fields(publication(editors=editors, type="thesis", venue=venue("MIT", "university")))


def test_annotations_have_other_names() -> None:
    said = fields(publication(authors=TEAM), annotation_names="self=highlight, equal=equalcontrib")
    assert said["author+an"] == "1=highlight,equalcontrib;3=equalcontrib,corresponding;4=corresponding"


@pytest.mark.parametrize("names", ["self", "self=", "self=a b", "=x", "self=1", "self=a;b"])
def test_names_that_are_none(names: str) -> None:
    with pytest.raises(pubparse.UsageError, match="annotation_names"):
        pubparse.export([], "biblatex", annotation_names=names)


def test_biber_gives_each_author_of_the_fixtures_the_roles_of_the_record() -> None:
    written = pubparse.export(fixture_pages(), "biblatex")
    read = by_biber(written.text)
    assert sum(map(len, read.annotations.values())) > 600
    for work in written.works:
        authors = work.publication.authors
        several = len({one.equal_group for one in authors} - {None}) > 1
        told = {
            ("default", at): ["self"] * one.is_self
            + [f"{role}{one.equal_group}" if several and role == "equal" else role for role in one.roles]
            for at, one in enumerate(authors, 1)
            if one.is_self or one.roles
        }
        told |= {("orcid", at): [one.orcid] for at, one in enumerate(authors, 1) if one.orcid}
        assert read.annotations[work.key] == told


def test_a_publisher_is_one() -> None:
    text = pubparse.export(publication(type="book", venue=None, publisher="Taylor and Francis"), "biblatex").text
    assert "publisher = {{Taylor and Francis}}," in text
    assert by_biber(text).entries[0].fields["publisher"] == "Taylor and Francis"


def test_an_undated_work_stays_undated_and_that_is_told() -> None:
    written = pubparse.export(publication(year=None, year_from=None, date=None), "biblatex")
    assert "date" not in by_bibtexparser(written.text)[0].fields
    assert [(loss.path, loss.why) for loss in written.losses] == [("year", "missing: written without it")]


def test_what_biblatex_has_words_for() -> None:
    said = fields(publication(status="in press", type="conference", date="1843-09-14", venue=venue("Meeting")))
    assert (said["pubstate"], said["date"]) == ("inpress", "1843-09-14")
    assert fields(publication(status="under review"))["entrysubtype"] == "journal"
    thesis = by_bibtexparser(pubparse.export(publication(type="thesis", raw="PhD thesis"), "biblatex").text)[0]
    assert (thesis.type, thesis.fields["type"]) == ("thesis", "phdthesis")
    preprint = by_bibtexparser(
        pubparse.export(publication(type="preprint", ids={"arxiv": "1706.03762"}, venue=None), "biblatex").text
    )[0]
    assert (preprint.type, preprint.fields["eprinttype"]) == ("online", "arXiv")


@pytest.mark.parametrize(("volume", "field"), [("62-63", "note"), ("7", "volume"), ("XII", "note"), ("B", "note")])
def test_a_volume_that_is_no_number_is_noted(volume: str, field: str) -> None:
    written = pubparse.export(publication(volume=volume), "biblatex")
    said = {"note": f"note = {{volume {volume}}}", "volume": f"volume = {{{volume}}}"}
    assert said.pop(field) in written.text
    assert said.popitem()[1] not in written.text
    assert ("volume" in {loss.path for loss in written.losses}) == (field == "note")
