"""The source: the bytes come back whatever they are, and every way of counting agrees with Python's own."""

import hashlib
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pubparse.problems import UsageError
from pubparse.text.source import read_files, read_source
from pubparse.text.span import Span

BOM = b"\xef\xbb\xbf"
surrogates = st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"])
strings = st.text(st.one_of(st.characters(), surrogates, st.sampled_from("\r\n\0\ufeff")))
utf8 = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n💡é"))).map(str.encode)
fragments = st.sampled_from([BOM, b"\xc3", b"\xff", b"\xed\xa0\x80", b"\r\n", b"\r", b"\0", b"\xf0\x9f\x92\xa1"])
scraps = st.lists(st.one_of(utf8, st.binary(max_size=4), fragments)).map(b"".join)


@given(scraps)
def test_bytes_come_back(raw: bytes) -> None:
    source, _ = read_source(raw)
    assert source.to_bytes() == raw
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


@given(strings)
def test_a_string_counts_as_its_utf8(text: str) -> None:
    source, _ = read_source(text)
    assert source.to_bytes() == text.encode("utf-8", "surrogatepass")
    assert len(source.text) == len(text.removeprefix("\ufeff"))
    source.text.encode()


@given(scraps)
def test_what_is_no_text_is_shown_as_such_and_told(raw: bytes) -> None:
    source, problems = read_source(raw)
    assume(not {"binary", "utf-16"} & {problem.code for problem in problems})
    told = [problem.span for problem in problems if problem.code == "invalid-utf8"]
    for span in told:
        assert set(source.text[slice(*span)]) == {"\ufffd"}
    kept = "".join(
        source.text[start:end]
        for start, end in zip([0, *(s.end for s in told)], [*(s.start for s in told), None], strict=True)
    )
    assert kept == raw.removeprefix(BOM).decode(errors="ignore")


def test_problems_say_what_and_where() -> None:
    assert [(problem.code, problem.span) for problem in read_source(b"a\xff\xfeb\0\0c\xff")[1]] == [
        ("invalid-utf8", Span(1, 3)),
        ("nul-character", Span(4, 6)),
        ("invalid-utf8", Span(7, 8)),
    ]
    assert [(problem.code, problem.span) for problem in read_source("a\ud800b")[1]] == [("lone-surrogate", Span(1, 2))]
    assert read_source("clean 💡")[1] == ()


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf* A", "\ufeff* A"])
def test_a_byte_order_mark_is_no_text(text: str | bytes) -> None:
    source, _ = read_source(text)
    assert (source.text, source.encoding) == ("* A", "utf-8-sig")
    assert source.to_bytes() == b"\xef\xbb\xbf* A"
    assert source.byte_offset(0) == 3


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a", None), ("a\nb\n", "\n"), ("a\r\nb", "\r\n"), ("a\rb", "\r"), ("a\r\nb\n", "mixed"), ("\n\r", "mixed")],
)
def test_newlines(text: str, newline: str | None) -> None:
    assert read_source(text)[0].newline == newline


@given(strings)
def test_lines_are_those_of_commonmark(text: str) -> None:
    source, _ = read_source(text)
    lines = re.split(r"\r\n|\r|\n", source.text)
    spans = [source.line_span(number) for number in range(1, len(lines) + 1)]
    assert [source.text[slice(*span)] for span in spans] == lines
    for number, span in enumerate(spans, 1):
        assert source.line(span.start) == source.line(span.end) == number
        assert source.column(span.start) == 1
        assert source.column(span.end) == len(lines[number - 1]) + 1


def test_a_newline_is_on_the_line_it_ends() -> None:
    source, _ = read_source("a\r\nb\rc\n")
    assert [source.line(offset) for offset in range(8)] == [1, 1, 1, 2, 2, 3, 3, 4]


@given(scraps, st.data())
def test_offsets_in_bytes_and_utf16(raw: bytes, data: st.DataObject) -> None:
    source, _ = read_source(raw)
    offset = data.draw(st.integers(0, len(source.text)))
    at = source.byte_offset(offset)
    assert (
        raw[:at].decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        == raw.decode("utf-8", "surrogateescape").removeprefix("\ufeff")[:offset]
    )
    assert source.utf16_offset(offset) == sum(1 + (character > "\uffff") for character in source.text[:offset])


def test_what_is_not_in_the_text_is_misuse() -> None:
    source, _ = read_source("a\nb")
    with pytest.raises(UsageError, match="offset 4 is not in a text of 3 characters"):
        source.line(4)
    with pytest.raises(UsageError, match="offset -1"):
        source.byte_offset(-1)
    with pytest.raises(UsageError, match="line 3 is not one of 1 to 2"):
        source.line_span(3)


def test_sources_that_read_alike_are_alike() -> None:
    one, other = read_source("a\nb", "x.md")[0], read_source("a\nb", "x.md")[0]
    one.line(0)
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == "Source(text='a\\nb', path='x.md', newline='\\n', encoding='utf-8')"


def test_utf_16_is_an_error_and_nothing_is_lost() -> None:
    raw = "* A. Bee".encode("utf-16")
    source, problems = read_source(raw)
    assert [(problem.code, problem.severity) for problem in problems] == [("utf-16", "error")]
    assert source.to_bytes() == raw


def test_what_is_no_text_is_one_problem() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\xf4\xbd\xa9\0" * 12
    source, problems = read_source(picture)
    assert [(problem.code, problem.severity, problem.span) for problem in problems] == [
        ("binary", "error", Span(0, len(picture)))
    ]
    assert source.to_bytes() == picture


def test_a_text_with_little_damage_is_one() -> None:
    _, problems = read_source(b"* A. Bee, J. Caf\xe9\0, " + b"On the Sizes of Files. " * 4)
    assert [problem.code for problem in problems] == ["invalid-utf8", "nul-character"]


def test_a_place_is_told_by_its_file_and_the_line_there() -> None:
    source, _ = read_files([("a.md", b"one\ntwo\n"), ("b.md", b"three\nfour\nfive")], "site")
    assert source.place(0) == ("site/a.md", 1)
    assert source.place(4) == ("site/a.md", 2)
    assert source.place(source.text.index("three")) == ("site/b.md", 1)
    assert source.place(source.text.index("five")) == ("site/b.md", 3)
    assert read_source("one\ntwo", "page.md")[0].place(4) == ("page.md", 2)
