"""Pages made up by mishaps keep all promises: those that once did not, and a few seconds of new ones.

`fuzzing/run.py` goes on for as long as it is told to; what it finds, made small, is put into `fixtures/broken`.
"""

from pathlib import Path
from random import Random

import pytest
from fuzzing.mutation import MOST, SEEDS, mutated
from fuzzing.promises import check
from inputs import FIXTURES

BROKEN = sorted((FIXTURES / "broken").glob("*.md"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_broke_a_promise_once(path: Path) -> None:
    check(path.read_bytes())


def test_there_is_such_a_page() -> None:
    assert BROKEN


@pytest.mark.parametrize("seed", range(20))
def test_a_page_after_a_mishap(seed: int) -> None:
    chance = Random(seed)
    page = mutated(chance.choice(SEEDS), chance)
    assert len(page) <= MOST
    check(page)


def test_mishaps_change_pages_and_depend_on_chance_alone() -> None:
    pages = [mutated(SEEDS[0], Random(seed)) for seed in range(40)]
    assert pages == [mutated(SEEDS[0], Random(seed)) for seed in range(40)]
    assert len(set(pages)) > 35
    assert any(b"\xff" in page or _is_no_text(page) for page in pages)


def _is_no_text(page: bytes) -> bool:
    try:
        page.decode()
    except UnicodeDecodeError:
        return True
    return False
