"""A small list counted by hand, and what must hold of the figures of any list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import FEW, PAGES

import pubparse

LIST = r"""---
author: Ada Lovelace
---
# Publications

\* equal contribution, 📧 corresponding author

* **A. Lovelace**, C. Babbage. Notes on an Engine. In NIPS 2016 (**Oral**).
* C. Babbage\*, **A. Lovelace**\*, M. Somerville. Engines that Learn. In Proceedings of the 33rd International Conference on Machine Learning (ICML), 2016.
* Charles Babbage, M. Somerville, **A. Lovelace**📧. Deep Engines. In NeurIPS 2019 (**oral**).
* **A. Lovelace**. The Analytical Engine. Nature, 521(7553):436–444, 2015.
* C. Babbage, **A. Lovelace**, et al. Unfinished Engines. arXiv:1706.03762, 2017.
"""  # noqa: E501


@pytest.fixture(scope="module")
def figures() -> pubparse.Statistics:
    return pubparse.statistics(pubparse.parse(LIST))


def counts(groups: tuple[pubparse.Group, ...]) -> dict[str, int]:
    return {group.name: len(group.works) for group in groups}


def test_years_by_type(figures: pubparse.Statistics) -> None:
    assert [(year, counts(types)) for year, types in figures.years] == [
        (2015, {"journal": 1}), (2016, {"conference": 2}), (2017, {"preprint": 1}), (2019, {"conference": 1}),
    ]  # fmt: skip
    assert counts(figures.types) == {"conference": 3, "journal": 1, "preprint": 1}


def test_one_venue_in_several_spellings(figures: pubparse.Statistics) -> None:
    found = counts(figures.venues)
    assert found["NIPS"] == 2
    assert "NeurIPS" not in found
    assert sum(found.values()) == 5 - (pubparse.parse(LIST).publications[-1].venue is None)


def test_coauthors_under_their_fullest_name(figures: pubparse.Statistics) -> None:
    first, second = figures.coauthors
    assert (first.name, len(first.works), first.first_year, first.last_year) == ("Charles Babbage", 4, 2016, 2019)
    assert (second.name, len(second.works), second.first_year, second.last_year) == ("M. Somerville", 2, 2016, 2019)


def test_what_the_owner_did(figures: pubparse.Statistics) -> None:
    assert counts(figures.roles) == {
        "first author": 1, "only author": 1, "last author": 1, "shared first author": 1, "equal": 1, "corresponding": 1,
    }  # fmt: skip


def test_awards_whatever_their_case(figures: pubparse.Statistics) -> None:
    assert counts(figures.awards) == {"Oral": 2}


def test_groups_name_works(figures: pubparse.Statistics) -> None:
    keys = {one.id for one in pubparse.parse(LIST).publications}
    groups = (*figures.types, *figures.venues, *figures.roles, *figures.awards)
    assert {key for group in groups for key in group.works} == keys


def test_nothing_to_count() -> None:
    nothing = pubparse.statistics(pubparse.parse(""))
    assert nothing.to_dict() == {
        "works": 0, "years": [], "types": [], "statuses": [], "venues": [], "coauthors": [], "roles": [], "awards": [],
    }  # fmt: skip


@FEW
@given(st.lists(st.sampled_from(sorted(PAGES)), max_size=3))
def test_every_work_is_counted_once(names: list[str]) -> None:
    pages = [pubparse.parse(PAGES[name]) for name in names]
    figures = pubparse.statistics(pages)
    assert figures.works == sum(len(page.publications) for page in pages)
    assert figures.works == sum(len(group.works) for group in figures.types)
    assert figures.works == sum(len(group.works) for year in figures.years for group in year.types)
    years = [year.year for year in figures.years if year.year is not None]
    assert years == sorted(years)
