"""Whole pages of ``fixtures/pages``, each with what is right about every entry, and a ratchet of what is not read yet.

An expected record states its ``line`` and what it has; what it leaves out must be missing from the parsed record too
(links, sections, and ids other than DOI and arXiv are not compared).
(``year_from`` is "entry" where it is left out beside a year; ``date`` is compared only where it is stated.)

``ratchet.txt`` lists what is known to be wrong, as ``page:line:field``. The test fails when anything else is wrong, and
when something listed has become right and must be struck off: what is once won is kept.

``fixtures/open`` is the same for single cases: right as drawn, and not read yet. One that is read moves to its topic in
``fixtures/cases``.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pictures import Case, read_cases, redraw

import pubparse

PAGES = Path(__file__).parent / "fixtures" / "pages"
OPEN = [
    pytest.param(case, id=f"{path.stem}: {case.title}")
    for path in sorted((PAGES.parent / "open").glob("*.md"))
    for case in read_cases(path.read_text("utf-8"))
]
VALUES = ("title", "year", "year_from", "type", "status", "volume", "issue", "number", "series", "pages")
MORE_VALUES = ("article_number", "publisher", "place", "edition")
IDS = ("doi", "arxiv")


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.md")), ids=lambda path: path.stem)
def test_reads_the_page_but_for_what_the_ratchet_lists(path: Path) -> None:
    records = pubparse.parse(path.read_text("utf-8")).model_dump(mode="json")["publications"]
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    wrong = compare(path.stem, expected, records)
    listed = {row for row in ratchet() if row.startswith(f"{path.stem}:")}
    lost = [
        f"{place}\n    right {want!r}\n    read  {got!r}" for place, (want, got) in wrong.items() if place not in listed
    ]
    won = sorted(listed - set(wrong))
    if lost or won:
        struck = [f"{place}\n    is right now: strike it off {PAGES.name}/ratchet.txt" for place in won]
        pytest.fail("\n".join(lost + struck), pytrace=False)


def test_the_ratchet_names_entries_of_the_pages_once() -> None:
    rows = ratchet()
    stems = {path.stem for path in PAGES.glob("*.md")}
    assert [row for row, count in Counter(rows).items() if count > 1] == []
    assert [row for row in rows if row.count(":") != 2 or row.split(":")[0] not in stems] == []


@pytest.mark.parametrize("case", OPEN)
@pytest.mark.xfail(reason="not read yet", strict=True, raises=AssertionError)
def test_reads_a_case_that_is_still_open(case: Case) -> None:
    assert redraw(case, pubparse.parse(case.page).model_dump(mode="json")) == case.block


def ratchet() -> list[str]:
    rows = (PAGES / "ratchet.txt").read_text("utf-8").split("\n")
    return [row for row in rows if row and not row.startswith("#")]


def compare(page: str, expected: list[dict[str, Any]], records: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """``page:line:field`` → what is right and what was read, for all that differs."""
    parsed = {record["line"]: record for record in records}
    wanted = {record["line"]: record for record in expected}
    wrong: dict[str, tuple[Any, Any]] = {}
    for line in sorted({*parsed, *wanted}):
        if line not in parsed or line not in wanted:
            wrong[f"{page}:{line}:entry"] = (line in wanted, line in parsed)
            continue
        right, read = flat_expected(wanted[line]), flat_parsed(parsed[line])
        wrong |= {f"{page}:{line}:{key}": (want, read[key]) for key, want in right.items() if want != read[key]}
    return wrong


def flat_expected(record: dict[str, Any]) -> dict[str, Any]:
    authors = record["authors"]
    flat = {
        "authors": [author["name"] for author in authors],
        "self": [author["name"] for author in authors if author.get("self")],
        "marks": [author.get("marks", []) for author in authors],
        "roles": [author.get("roles", []) for author in authors],
        "et_al": record.get("et_al", False),
        "venue": record.get("venue"),
        "awards": record.get("awards", []),
        "editors": record.get("editors", []),
        "notes": record.get("notes", []),
        **{key: record.get(key) for key in (*VALUES, *MORE_VALUES, *IDS)},
    }
    flat["year_from"] = record.get("year_from", "entry" if flat["year"] else None)
    return flat | ({"date": record["date"]} if "date" in record else {})


def flat_parsed(record: dict[str, Any]) -> dict[str, Any]:
    authors = record["authors"]
    return {
        "authors": [author["name"] for author in authors],
        "self": [author["name"] for author in authors if author["is_self"]],
        "marks": [author["marks"] for author in authors],
        "roles": [author["roles"] for author in authors],
        "et_al": record["et_al"],
        "venue": (record["venue"] or {}).get("name"),
        "awards": [award["text"] for award in record["awards"]],
        "editors": [editor["name"] for editor in record["editors"]],
        "notes": [note["text"] for note in record["notes"]],
        "date": record["date"],
        **{key: record[key] for key in (*VALUES, *MORE_VALUES)},
        **{key: record["ids"][key] for key in IDS},
    }
