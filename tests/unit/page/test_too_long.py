"""An entry that no publication is as long as: told, not read, and in nobody's way."""

import pytest

from pubparse import parse

ENTRY = '- K. He, J. Sun. "Identity Mappings in Deep Residual Networks." In ECCV, 2016.\n'
FAMILIES = [first + rest for first in "BDFGHKLMNPRST" for rest in ("arlow", "enning", "illiams", "oretti")]


@pytest.mark.parametrize("much", ["Lorem ipsum. " * 8_000, "王芳、" * 6_100], ids=["characters", "parts"])
def test_the_entry_is_told_and_the_others_are_read(much: str) -> None:
    page = parse(f"## Publications\n\n{ENTRY}- {much}\n{ENTRY}")
    assert [one.line for one in page.publications] == [3, 5]
    (problem,) = page.problems
    assert (problem.code, problem.line) == ("too-long", 4)
    assert page.source.text[slice(*problem.span)].startswith("- " + much[:40])


def test_many_full_names_are_read_and_told_as_not_weighed_in_all_ways() -> None:
    names = ", ".join(f"{given} {family}" for given in ("Ann", "Bob", "Cid", "Dan") for family in FAMILIES)
    page = parse(f'## Publications\n\n{ENTRY}- {names}. "On the Nature of Things." In Nature, 2012.\n')
    _, long = page.publications
    assert (len(long.authors), long.title, long.year) == (208, "On the Nature of Things", 2012)
    (problem,) = page.problems
    assert (problem.code, problem.severity, problem.line) == ("bounded", "info", long.line)


def test_a_thousand_authors_are_not_too_many() -> None:
    names = ", ".join(f"{first}. {family}" for first in "ABCDEFGHIJ" for family in ["Bee", "Roe", "Doe", "Fay"] * 25)
    (one,) = parse(f"## Publications\n\n- {names}. On Things. In Nature, 2012.\n").publications
    assert len(one.authors) == 1000
    assert (one.title, one.year) == ("On Things", 2012)


def test_a_picture_within_the_address_is_not_what_a_reader_sees() -> None:
    picture = f"![](data:image/png;base64,{'iVBORw0KGgo' * 10_000})"
    page = parse(f"## Publications\n\n{ENTRY.rstrip()} {picture}\n")
    assert len(page.publications) == 1
    assert not page.problems
