"""The first and third promise: any text gives a valid page, the same one each time, and comes back byte for byte."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inputs import CASES, COMMONMARK, FEW, MANY, PAGES, hostile, lists
from pydantic import BaseModel

from pubparse import Page, Span, parse


def check(given_text: str | bytes) -> Page:
    """Check what is promised for every text, and give its page."""
    page = parse(given_text)
    text, data = page.source.text, page.to_json()
    assert page.source.to_bytes() == as_bytes(given_text)
    assert page.to_markdown().encode("utf-8", "surrogatepass") == as_bytes(given_text) or isinstance(given_text, bytes)
    dumped = page.model_dump()
    assert Page.model_validate(dumped | {"source": page.source}) == page
    for span in spans(page):
        assert 0 <= span.start <= span.end <= len(text)
    starts = [publication.span for publication in page.publications]
    assert starts == sorted(starts)
    assert [publication.raw for publication in page.publications] == [text[slice(*span)] for span in starts]
    assert len({publication.id for publication in page.publications}) == len(starts)
    assert parse(given_text).to_json() == data
    return page


def as_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def spans(value: object) -> Iterator[Span]:
    """Every span in a page, wherever it is."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from spans(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_fixtures(name: str) -> None:
    page = check(PAGES[name])
    assert page.publications
    assert check(PAGES[name].decode()).publications == page.publications


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("name", PAGES)
def test_newlines_and_marks_of_order_change_no_value(name: str, bom: str, newline: str) -> None:
    plain = PAGES[name].decode()
    page, other = parse(plain), check((bom + plain.replace("\n", newline)).encode())
    assert [values(one) for one in other.publications] == [values(one) for one in page.publications]


def values(record: BaseModel) -> object:
    """All of a record but where it stands."""
    places = {"span", "spans", "mark_spans", "pieces", "fields", "raw", "confidence"}
    return {
        key: [values(one) if isinstance(one, BaseModel) else one for one in value]
        if isinstance(value, tuple)
        else values(value)
        if isinstance(value, BaseModel)
        else value
        for key, value in record
        if key not in places
    }


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_the_cases(name: str) -> None:
    check(CASES[name])


def test_the_examples_of_commonmark() -> None:
    for markdown in COMMONMARK.values():
        check(markdown)


@given(st.one_of(st.text(), st.binary(), st.text(st.characters(), max_size=40).map(lambda text: "* " + text)))
@settings(MANY)
@example("\ud800\udc00")
@example(b"\xef\xbb\xbf\xef\xbb\xbf* \xff\x00")
def test_any_text(text: str | bytes) -> None:
    check(text)


@given(st.one_of(lists(), hostile))
@settings(MANY)
def test_text_that_looks_like_publications(text: str) -> None:
    check(text)


@given(
    st.sampled_from(sorted(PAGES)), st.lists(st.tuples(st.integers(0, 4000), hostile, st.integers(0, 40)), max_size=4)
)
@settings(FEW)
def test_a_page_that_someone_typed_into(name: str, typed: list[tuple[int, str, int]]) -> None:
    text = PAGES[name].decode()
    for at, new, gone in typed:
        text = text[:at] + new + text[at + gone :]
    check(text)


@pytest.mark.parametrize(
    "mark", ["> ", "- ", "* **", "[", "(", "<b>", "<ul><li>", '"', "“", "\\", "&", "*", "Ã", "A. B, ", "2019 ", "1. "]
)
def test_depth_and_length(mark: str) -> None:
    check(f"# Publications\n\n* A. Bee, C. Dee. {mark * (1500 // len(mark))} In ICML 2020.\n")


def test_the_json_is_the_same_in_every_process() -> None:
    """Whatever the seed of hashes: sets have no say in it."""
    code = "import pubparse, sys; sys.stdout.buffer.write(pubparse.parse(sys.stdin.buffer.read()).to_json().encode())"
    text = b"\n\n".join(PAGES.values())
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            input=text,
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    )
    assert first.stdout == second.stdout
    assert first.stdout.decode() == parse(text).to_json()
