"""CSL-JSON as reference managers and DOI services write it: what is read of it, and what happens to broken files."""

import json
from typing import Any

import pytest

import pubparse
from pubparse import Publication


def read(item: dict[str, Any]) -> Publication:
    bibliography = pubparse.read_bibliography(json.dumps(item), format="csl-json")
    assert bibliography.problems == ()
    (one,) = bibliography.publications
    return one


def test_an_item() -> None:
    item = {
        "id": "http://zotero.org/items/1", "type": "article-journal",
        "title": "A <i>new</i> look at <span class=\"nocase\">BERT</span>",
        "author": [
            {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
            {"family": "Brooks", "given": "F. P.", "suffix": "Jr."}, {"literal": "OpenAI"}, {"family": "Plato"}, {},
        ],
        "issued": {"date-parts": [["2008", 11]]}, "container-title": "JMLR", "volume": 9, "page": "2579-2605",
        "number": "12", "DOI": "10.5555/abc", "abstract": "passed over",
    }  # fmt: skip
    one = read(item)
    assert (one.id, one.title) == ("http://zotero.org/items/1", "A new look at BERT")
    assert [author.name for author in one.authors] == ["Laurens van der Maaten", "F. P. Brooks Jr.", "OpenAI", "Plato"]
    assert (one.authors[0].particle, one.authors[1].suffix, one.authors[2].literal) == ("van der", "Jr.", "OpenAI")
    assert (one.year, one.date, one.volume, one.pages) == (2008, "2008-11", "9", "2579-2605")
    assert (one.type, one.article_number, one.number, one.ids.doi) == ("journal", "12", None, "10.5555/abc")


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[1843]]}, "1843"),
        ({"raw": "1843-09-14"}, "1843-09-14"),
        ({"literal": "in press"}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": "1843"}, None),
        ("1843", None),
    ],
)
def test_dates(issued: object, date: str | None) -> None:
    assert read({"type": "book", "title": "T", "issued": issued}).date == date


@pytest.mark.parametrize(
    ("item", "kind", "venue"),
    [
        ({"type": "article", "publisher": "arXiv", "number": "arXiv:1706.03762"}, "preprint", "arXiv"),
        ({"type": "thesis", "publisher": "MIT", "genre": "PhD thesis"}, "thesis", "MIT"),
        ({"type": "paper-conference", "container-title": "ICML", "publisher": "ACM"}, "conference", "ICML"),
        ({"type": "paper-conference", "event-title": "ICML", "genre": "Poster"}, "poster", "ICML"),
        ({"type": "patent", "authority": "US Patent Office", "number": "4,405,829"}, "patent", "US Patent Office"),
        ({"type": "motion_picture", "title": "T"}, "other", None),
        ({"type": ["book"], "title": "T"}, "other", None),
    ],
)
def test_types(item: dict[str, Any], kind: str, venue: str | None) -> None:
    one = read(item)
    assert (one.type, one.venue.name if one.venue else None) == (kind, venue)


def test_items_before_a_mistake_are_read() -> None:
    text = '[\n{"id": "a", "title": "A"},\n17,\n{"type": "book"},\n{"id": "b", "title": }\n]'
    read = pubparse.read_bibliography(text, path="refs.json")
    assert [(one.id, one.line) for one in read.publications] == [("a", 2)]
    assert [problem.line for problem in read.problems] == [3, 4, 5]
    assert read.problems[2].message == "an entry cannot be read: it is no JSON: Expecting value"


def test_custom_of_others_is_passed_over() -> None:
    custom = {"authors": [{"position": 7}, {"position": "x"}, 3, {"position": 0, "roles": [1, "equal"]}], "links": {}}
    one = read({"title": "T", "author": [{"literal": "A"}], "custom": custom})
    assert one.authors[0].roles == ("equal",)
