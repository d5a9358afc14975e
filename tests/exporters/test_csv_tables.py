"""Tables: read back by `csv` and pandas, cell by cell."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from exporters.works import fixture_pages, hostile_publications, person, publication

import pubparse
from pubparse.exporters.work import Work, one_line

Rows = list[dict[str, str]]
PLAIN = "type title year date volume issue number series pages article_number publisher place edition status".split()
SCHEMES = "doi arxiv isbn issn pmid pmcid hal acl openreview url".split()
PARTS = "name given family particle suffix literal url orcid".split()
FORMULA = tuple("=+-@＝＋－＠")


def by_csv(text: str, form: str) -> Rows:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=tab(form), strict=True))


def by_pandas(text: str, form: str) -> Rows:
    frame = pd.read_csv(io.StringIO(text), sep=tab(form), dtype=str, keep_default_na=False)
    return list(frame.to_dict("records"))


def tab(form: str) -> str:
    return "," if form.startswith("csv") else "\t"


READERS = pytest.mark.parametrize("read", [by_csv, by_pandas])
WORKS = pytest.mark.parametrize("form", ["csv", "tsv"])
AUTHORS = pytest.mark.parametrize("form", ["csv-authors", "tsv-authors"])
Read = Callable[[str, str], Rows]


def shown(value: Any) -> str:
    """A value in a table that guards against formulas."""
    text = "" if value is None else one_line(str(value))
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def joined(values: list[str]) -> str:
    return shown("; ".join(map(one_line, values)))


def expected(work: Work) -> dict[str, str]:
    one = work.publication
    return {
        "key": shown(work.key),
        **{name: shown(getattr(one, name)) for name in PLAIN},
        **{scheme: shown(getattr(one.ids, scheme)) for scheme in SCHEMES},
        "authors": joined([author.name for author in one.authors]),
        "editors": joined([editor.name for editor in one.editors]),
        "et_al": "true" if one.et_al else "false",
        "venue": shown(one.venue and one.venue.name),
        "acronym": shown(one.venue and one.venue.acronym),
        "track": shown(one.venue and one.venue.track),
        "links": joined([link.url for link in one.links]),
        "awards": joined([award.text for award in one.awards]),
        "notes": joined([note.text for note in one.notes]),
        "file": shown(work.file),
    }


def expected_of_people(work: Work) -> Rows:
    one = work.publication
    return [
        {
            "key": shown(work.key),
            "list": group,
            "position": str(at),
            **{part: shown(getattr(author, part)) for part in PARTS},
            "is_self": "true" if author.is_self else "false",
            "marks": shown(" ".join(author.marks)),
            "roles": shown(" ".join(author.roles)),
            "equal_group": shown(author.equal_group),
        }
        for group, people in (("authors", one.authors), ("editors", one.editors))
        for at, author in enumerate(people, 1)
    ]


@WORKS
@READERS
def test_fixtures_come_back(read: Read, form: str) -> None:
    written = pubparse.export(fixture_pages(), form)
    rows = read(written.text, form)
    assert len(rows) > 800
    assert rows == [expected(work) for work in written.works]
    lost = {loss.path.rpartition(".")[2] for loss in written.losses if loss.path.startswith("authors[")}
    assert lost <= {"is_self", "roles", "marks", "equal_group", "url", "orcid"}


@AUTHORS
@READERS
def test_authors_come_back(read: Read, form: str) -> None:
    written = pubparse.export(fixture_pages(), form)
    rows = read(written.text, form)
    assert len(rows) > 2000
    assert rows == [row for work in written.works for row in expected_of_people(work)]
    assert not [loss for loss in written.losses if loss.path.startswith(("authors", "editors"))]


@WORKS
@READERS
def test_harm_comes_back(read: Read, form: str) -> None:
    written = pubparse.export(hostile_publications(), form)
    assert read(written.text, form) == [expected(work) for work in written.works]


@AUTHORS
@READERS
def test_harm_in_authors_comes_back(read: Read, form: str) -> None:
    written = pubparse.export(hostile_publications(), form)
    assert read(written.text, form) == [row for work in written.works for row in expected_of_people(work)]


@pytest.mark.parametrize("form", ["csv", "tsv", "csv-authors", "tsv-authors"])
def test_a_work_is_a_line_and_no_cell_a_formula(form: str) -> None:
    text = pubparse.export(hostile_publications(), form).text
    rows = by_csv(text, form)
    assert len(text.splitlines()) == len(rows) + 1
    assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]
    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())


def test_a_guard_can_be_taken_away() -> None:
    titles = ["=1+1", "'=1+1", "''@x", "plain", "'quoted'", "-"]
    works = [publication(id=f"w{at}", title=title) for at, title in enumerate(titles)]
    cells = [row["title"] for row in by_csv(pubparse.export(works, "csv").text, "csv")]
    assert cells == ["'=1+1", "''=1+1", "'''@x", "plain", "'quoted'", "'-"]
    bare = pubparse.export(works, "csv", guard="false")
    assert [row["title"] for row in by_csv(bare.text, "csv")] == titles
    assert bare.losses == ()


def test_what_is_guarded_or_cannot_be_told_apart_is_told() -> None:
    one = publication(title="=1", authors=[person("+A B"), person("C;D E")])
    losses = pubparse.export(one, "csv").losses
    assert [(loss.path, loss.text, loss.why) for loss in losses] == [
        ("authors[1].name", "C;D E", "it has a semicolon, as stands between two"),
        ("title", "=1", "it begins like a formula: an apostrophe stands before it"),
        ("authors[0].name", "+A B", "it begins like a formula: an apostrophe stands before it"),
    ]


def test_a_byte_order_mark_for_excel() -> None:
    plain = pubparse.export(publication(), "csv").text
    assert pubparse.export(publication(), "csv", bom="true").text == "\ufeff" + plain


@WORKS
def test_nothing_changes_when_it_is_read_and_written_again(form: str) -> None:
    text = pubparse.export([*fixture_pages(), *hostile_publications()], form).text
    again = io.StringIO()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=tab(form), strict=True)
    csv.writer(again, delimiter=tab(form), quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    assert again.getvalue() == text
    frame = pd.read_csv(io.StringIO(text), sep=tab(form), dtype=str, keep_default_na=False)
    assert frame.to_csv(sep=tab(form), index=False, quoting=csv.QUOTE_ALL, lineterminator="\n") == text


def test_the_two_tables_meet_by_key() -> None:
    works, people = (pd.read_csv(io.StringIO(pubparse.export(fixture_pages(), form).text), dtype=str,
                                 keep_default_na=False) for form in ("csv", "csv-authors"))  # fmt: skip
    authors = people[people["list"] == "authors"].groupby("key", sort=False)["name"].agg("; ".join)
    both = works[works["authors"] != ""].set_index("key")["authors"]
    assert authors.to_dict() == both.to_dict()
