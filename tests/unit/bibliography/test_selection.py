"""Which works are chosen, and what is no choice: the library says so, and fails in no other way."""

from collections.abc import Callable
from typing import Any

import pytest
from inputs import SOURCE

import pubparse

PAGE: Any = pubparse.parse_file(SOURCE)


def test_pages_stay_pages_and_publications_publications() -> None:
    first, second = PAGE.publications[:2]
    given: Any = [[PAGE], first, [second]]
    chosen = pubparse.select(given, types=[first.type], years=[first.year, "-1990"])
    assert isinstance(chosen[0], pubparse.Page)
    assert first in chosen[0].publications
    assert chosen[1] == first


@pytest.mark.parametrize(
    "choice",
    [
        {"types": ["jurnal"]},
        {"types": "journal"},
        {"types": None},
        {"years": 2020},
        {"years": "2020"},
        {"years": ["2021-2018"]},
        {"years": ["-"]},
        {"years": [20.5]},
        {"sections": "Journals"},
        {"min_confidence": "0.5"},
    ],
)
def test_what_is_no_choice(choice: dict[str, Any]) -> None:
    with pytest.raises(pubparse.UsageError):
        pubparse.select(PAGE, **choice)


@pytest.mark.parametrize("given", [None, 3, "publications.md", b"page", ["page"], {"page": PAGE}, [PAGE, None]])
@pytest.mark.parametrize(
    "use",
    [pubparse.select, pubparse.duplicates, pubparse.merge, lambda given: pubparse.export(given, "bibtex")],
    ids=["select", "duplicates", "merge", "export"],
)
def test_what_is_no_page(use: Callable[[Any], object], given: object) -> None:
    with pytest.raises(pubparse.UsageError, match="pages and publications are wanted"):
        use(given)


@pytest.mark.parametrize("template", [3, "{year:>9}", "{year!r}", "{id.x}", "{}", "{0}", " "])
def test_what_is_no_template(template: Any) -> None:
    with pytest.raises(pubparse.UsageError):
        pubparse.export(PAGE, "bibtex", keys=template)


def test_a_folder_that_is_no_path() -> None:
    nothing: Any = None
    with pytest.raises(pubparse.UsageError):
        pubparse.parse_folder(nothing)
