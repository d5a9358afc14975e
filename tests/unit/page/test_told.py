"""What a caller or a directive tells, and what of it makes no sense."""

from typing import Any

import pytest

import pubparse

ENTRY = '* A. Lovelace‡, C. Babbage. "Sketch of the Analytical Engine." Scientific Memoirs, 1843.\n'


def test_a_directive_names_the_owner_and_what_a_mark_means() -> None:
    page = pubparse.parse(f"<!-- pubparse: owner=Ada Lovelace; legend=‡:equal -->\n\n## Publications\n\n{ENTRY}")
    assert page.owner is not None
    assert (page.owner.name, page.owner.evidence, page.owner.variants) == (
        "Ada Lovelace",
        "directive",
        ("A. Lovelace",),
    )
    assert page.publications[0].authors[0].roles == ("equal",)
    assert not page.problems


def test_the_caller_wins_over_a_directive() -> None:
    page = pubparse.parse(
        f"<!-- pubparse: owner=Ada Lovelace -->\n\n## Publications\n\n{ENTRY}", owner="Charles Babbage"
    )
    assert page.owner is not None
    assert (page.owner.name, page.owner.evidence) == ("Charles Babbage", "option")


def test_a_directive_leaves_a_section_out() -> None:
    page = pubparse.parse(
        f"<!-- pubparse: ignore-section=Older Work -->\n\n## Papers\n\n{ENTRY}\n## Older work\n\n{ENTRY}"
    )
    assert [one.section for one in page.publications] == [("Papers",)]


@pytest.mark.parametrize("setting", ["legend=‡:equl", "legend=:equal", "legend=‡", "ownr=Ada", "owner="])
def test_a_directive_that_says_nothing_is_a_problem(setting: str) -> None:
    page = pubparse.parse(f"<!-- pubparse: {setting} -->\n\n## Publications\n\n{ENTRY}")
    assert [problem.code for problem in page.problems] == ["unknown-directive"]
    assert setting in page.problems[0].message


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (None, {}),
        (bytearray(b"* A"), {}),
        ("", {"owner": 3}),
        ("", {"legend": "‡"}),
        ("", {"legend": {"‡": "equl"}}),
        ("", {"legend": {"": "equal"}}),
        ("", {"ignore_sections": "Talks"}),
        ("", {"owner": "Ada \ud800"}),
        ("", {"legend": {"\udfff": "equal"}}),
    ],
)
def test_arguments_that_make_no_sense(text: Any, options: dict[str, Any]) -> None:
    with pytest.raises(pubparse.UsageError):
        pubparse.parse(text, **options)


def test_who_is_bold_in_hangul_is_the_owner() -> None:
    page = pubparse.parse(
        '- **최석정**, 이상혁. "구수략의 마방진." 한국수학사학회지, 45(3), 123-130, 2018.\n'
        '- 이상혁, **최석정**. "산술의 기초." 한국수학사학회 학술대회, 2020.\n'
    )
    assert page.owner is not None
    assert (page.owner.name, page.owner.evidence) == ("최석정", "bold")
    assert [[author.is_self for author in one.authors] for one in page.publications] == [[True, False], [False, True]]
