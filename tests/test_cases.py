"""Every case of ``fixtures/cases``: its page is parsed, drawn again, and must look as it stands in the file.

The letters of a picture:

    a author      t title     V volume          E edition   l label of a link
    A the owner   v venue     I issue           B publisher w award
    * mark        y date      P pages           L place     s status
    + et al.      i id        # article number  N number    n note
                  e editor    S series

A field in two pieces is drawn in two pieces. Markup, separators and connectives ("In", "and", "pages") have no letter.
A label that is the title, an author or an id is drawn as that. Columns are code points.
"""

import difflib
import json
from pathlib import Path

import pytest
from pictures import ALPHABET, Case, draw, look_up, read_cases, redraw

import pubparse

FILES = sorted((Path(__file__).parent / "fixtures" / "cases").glob("*.md"))
CASES = [
    pytest.param(file, case, id=f"{file.stem}: {case.title}")
    for file in FILES
    for case in read_cases(file.read_text("utf-8"))
]


@pytest.mark.parametrize(("file", "case"), CASES)
def test_reads_the_page_as_drawn(file: Path, case: Case) -> None:
    drawn = redraw(case, pubparse.parse(case.page).model_dump(mode="json"))
    if drawn != case.block:
        rows = difflib.unified_diff(case.block, drawn, "right", "read", n=len(case.block), lineterm="")
        pytest.fail(f"{file.name}:{case.line}: {case.title}\n\n" + "\n".join(list(rows)[3:]), pytrace=False)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_is_one_topic_of_well_drawn_cases(file: Path) -> None:
    text = file.read_text("utf-8")
    cases = read_cases(text)
    titles = [line[3:] for line in text.split("\n") if line.startswith("## ")]
    assert text.startswith("# ")
    assert [case.title for case in cases] == titles
    assert len(titles) == len(set(titles))
    for case in cases:
        assert_well_drawn(case)


def assert_well_drawn(case: Case) -> None:
    assert any(row.startswith(("^ ", "= ")) for row in case.block), case.title
    for above, row in zip(("", *case.block), case.block, strict=False):
        if row.startswith("^"):
            assert above.startswith("> "), f"{case.title}: a picture without a line above it: {row}"
            assert set(row[2:]) <= {*ALPHABET, " "}, f"{case.title}: an unknown letter: {row}"
            assert row == row.rstrip(), f"{case.title}: trailing spaces: {row!r}"
            assert len(row) <= len(above), f"{case.title}: a picture wider than its line: {row}"
        elif row.startswith("="):
            json.loads(row.split(": ", maxsplit=1)[1])
        else:
            assert row == ">" or row.startswith("> "), f"{case.title}: an unknown gutter: {row!r}"


def test_draws_pieces_over_spans_and_marks_over_all() -> None:
    text = "* U.* Hölzle, A *b* In X 2003 Y. [pdf](z.pdf)\n"
    publication = {
        "line": 1,
        "end_line": 1,
        "authors": [{"is_self": False, "mark_spans": [[4, 5]]}],
        "links": [{"text": "pdf", "span": [33, 45]}],
        "awards": [],
        "notes": [],
        "fields": {
            "authors[0].name": {"span": [2, 12], "pieces": [[2, 4], [5, 12]]},
            "title": {"span": [14, 18], "pieces": [[14, 16], [17, 18]]},
            "venue.name": {"span": [23, 31], "pieces": [[23, 25], [30, 31]]},
            "year": {"span": [25, 29], "pieces": None},
            "ids.url": {"span": [0, 1], "pieces": None},
        },
    }
    assert draw(text, [publication]) == ["  aa* aaaaaa  t  t     v yyyy v   lll", ""]


def test_looks_up_keys_places_and_all() -> None:
    record = {"authors": [{"name": "A. B"}, {"name": "C. D"}], "fields": {"venue.name": {"text": "X"}}}
    assert look_up(record, "authors[1].name") == "C. D"
    assert look_up(record, "authors[].name") == ["A. B", "C. D"]
    assert look_up(record, 'fields["venue.name"].text') == "X"
    with pytest.raises(KeyError):
        look_up(record, "authors[0].nam")


def test_says_what_was_found_instead() -> None:
    page = {"publications": [], "owner": None}
    case = Case("one", 1, ("> A line.", "= page.owner: null", "= page.owner: 1", "= title: 2"))
    assert redraw(case, page) == (
        "> A line.",
        "= page.owner: null",
        "= page.owner: null",
        "= title: nothing there (KeyError: 'title')",
    )
