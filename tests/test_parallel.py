"""Reading is a pure function: threads and processes that read at once get what one alone would, and keep nothing."""

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256

import pytest
from inputs import CASES, PAGES

import pubparse

TEXTS = [*PAGES.values(), *(text.encode() for text in list(CASES.values())[::8])]


def digest(text: bytes) -> str:
    """What reading, checking and writing a page comes to."""
    page = pubparse.parse(text)
    written = pubparse.export(page, "bibtex").text + pubparse.export(page, "csl-json").text
    said = "".join(map(str, page.check()))
    return sha256((page.to_json() + said + written).encode()).hexdigest()


def threads() -> Executor:
    return ThreadPoolExecutor(4)


def processes() -> Executor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("pool", [threads, processes])
def test_at_once_is_as_alone(pool: Callable[[], Executor]) -> None:
    alone = [digest(text) for text in TEXTS]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # threads take turns as often as they can
    try:
        with pool() as some:
            assert list(some.map(digest, TEXTS, chunksize=20)) == alone
    finally:
        sys.setswitchinterval(interval)


def test_no_page_changes_the_next() -> None:
    first = [digest(text) for text in TEXTS]
    for text in reversed(TEXTS):
        digest(text)
    assert [digest(text) for text in TEXTS] == first


def test_what_a_caller_tells_is_for_that_page_alone() -> None:
    text = "* A. Bee†, C. Dee†. Learning to Read. In ICML 2020.\n"
    plain = pubparse.parse(text)
    told = pubparse.parse(text, owner="C. Dee", legend={"†": "equal"})
    assert [one.is_self for one in told.publications[0].authors] == [False, True]
    assert pubparse.parse(text) == plain != told
