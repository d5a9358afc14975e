"""A meaning is one file of `pubparse/markers`: its examples are recognised, and a new one takes no more than a file."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pubparse import Publication, markers, parse
from pubparse.markers import Award, Genre, Role, Status
from pubparse.registry import collect

ROLES, AWARDS, STATUSES, GENRES = (collect(markers, kind) for kind in (Role, Award, Status, Genre))


NOT_READ_YET = {
    "α: authors in alphabetical order": "a Greek letter is no glyph to the lexer",
    "notable-top-25%": "the word notable-top-25 is none of the award's keys",
    "Tech. Rep.": "without a number behind it, it is left as a note",
}


def examples(meanings: tuple[Any, ...], key: str) -> list[Any]:
    return [
        pytest.param(one, example, id=f"{getattr(one, key)}: {example}", marks=marks(example))
        for one in meanings
        for example in one.examples
    ]


def marks(example: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=NOT_READ_YET[example], raises=AssertionError)] if example in NOT_READ_YET else []


def escaped(text: str) -> str:
    return re.sub(r"([*_#^<>\[\]])", r"\\\1", text)


def read(entry: str, authors: str = "A. Bee, C. Dee") -> Publication:
    (publication,) = parse(f"# Publications\n\n* {authors}. Learning to Read in Three Days. {entry}\n").publications
    return publication


@pytest.mark.parametrize(("role", "example"), examples(ROLES, "slug"))
def test_a_legend_says_the_role(role: Role, example: str) -> None:
    page = parse(f"# Publications\n\nMarks: {escaped(example)}\n\n* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n")
    assert [meaning.role for meaning in page.legend] == [role.slug]
    assert any(key in example.lower() for key in role.keys)


@pytest.mark.parametrize(("award", "example"), examples(AWARDS, "kind"))
@pytest.mark.parametrize(
    "frame", ["In ICML 2020 ({}).", "In ICML 2020. [{}]", "In ICML 2020. **{}**", "In ICML 2020, <strong>{}</strong>"]
)
def test_an_entry_says_the_award(award: Award, example: str, frame: str) -> None:
    publication = read(frame.format(example))
    assert [(found.text, found.kind) for found in publication.awards] == [(example, award.kind)]
    assert not publication.notes


@pytest.mark.parametrize(("status", "example"), examples(STATUSES, "status"))
@pytest.mark.parametrize("frame", ["{}.", "In ICML 2020 ({}).", "Nature, {}."])
def test_an_entry_says_the_status(status: Status, example: str, frame: str) -> None:
    publication = read(frame.format(example))
    assert publication.status == status.status
    assert publication.fields["status"].text == example
    assert not publication.notes


@pytest.mark.parametrize(("genre", "example"), examples(GENRES, "type"))
@pytest.mark.parametrize("frame", ["{}, University of Oxford, 2020.", "{}. 2020."])
def test_an_entry_says_the_type(genre: Genre, example: str, frame: str) -> None:
    publication = read(frame.format(example))
    assert publication.type == genre.type
    assert publication.fields["type"].text == example
    assert not publication.notes


MODULE = '''\
"""Last authorship shared: "‡ joint last author"."""

from pubparse.markers import Role

JOINT_LAST = Role(
    slug="joint-last",
    legend=r"(?:joint|co|shared)[\\s-]+last(?:\\s+authors?)?",
    keys=("last",),
    beside=r"co-last(?: author)?",
    examples=("‡ joint last author",),
)
'''
PAGE = """\
# Publications

‡ joint last author, \\* equal contribution

* A. Bee\\*, C. Dee‡, F. Gee. Learning to Read in Three Days. In ICML 2020.
* A. Bee (Google), F. Gee, C. Dee (co-last). Learning to Write in Three Days. In ICML 2021.
"""
READ_WITH = """\
import sys
from pubparse import markers
markers.__path__ += sys.argv[1:]
import pubparse
sys.stdout.buffer.write(pubparse.parse(sys.stdin.buffer.read()).to_json().encode())
"""


def roles(*folders: Path) -> list[list[str]]:
    """The roles of the authors of `PAGE`, read in a process of its own with these folders of markers, too."""
    command = [sys.executable, "-c", READ_WITH, *map(str, folders)]
    done = subprocess.run(command, input=PAGE.encode(), capture_output=True, check=True)
    publications = json.loads(done.stdout)["publications"]
    return [author["roles"] for publication in publications for author in publication["authors"]]


def test_a_new_marker_is_one_new_file(tmp_path: Path) -> None:
    (tmp_path / "joint_last.py").write_text(MODULE, encoding="utf-8")
    assert roles() == [["equal"], [], [], [], [], []]
    assert roles(tmp_path) == [["equal"], ["joint-last"], [], [], [], ["joint-last"]]


def test_words_beside_the_last_name_say_its_role() -> None:
    publication = read("In ICML 2020.", "A. Bee, C. Dee, E. Eff (co-first)")
    assert [author.roles for author in publication.authors] == [(), (), ("equal",)]


def test_words_beside_a_name_leave_the_others_where_they_are() -> None:
    publication = read("In ICML 2020.", "A. Bee, E. Eff (student), C. Dee")
    assert [author.name for author in publication.authors] == ["A. Bee", "E. Eff", "C. Dee"]


def test_a_mark_on_a_name_is_not_explained_by_words_beside_another() -> None:
    publication = read("In ICML 2020.", "A. Bee, C. Dee‡, E. Eff (co-first), F. Gee")
    assert [author.roles for author in publication.authors] == [(), (), ("equal",), ()]


def test_a_word_that_begins_like_one_of_a_legend_is_none() -> None:
    publication = read("In \\*International Conference on Learning Representations\\*, 2020.", "A. Bee, C. Dee\\*")
    assert publication.authors[1].marks == ("*",)
    assert publication.authors[1].roles == ()
