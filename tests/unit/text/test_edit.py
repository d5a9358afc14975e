"""Edits change what they name and nothing else, whatever stands around it and however lines end there."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubparse.problems import UsageError
from pubparse.text.edit import Edit, diff, difference, edited, in_order
from pubparse.text.source import read_source
from pubparse.text.span import Span

texts = st.text(st.sampled_from("ab💡é\r\n 💡"), max_size=40)
BOM = "\ufeff".encode()


@st.composite
def edits_of(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text, and stretches of it that do not touch each other, each with something new."""
    text = draw(texts)
    offsets = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(offsets[::2], offsets[1::2], strict=False)
    return text, [Edit(Span(start, end), draw(texts)) for start, end in pairs]


@given(edits_of(), st.randoms(use_true_random=False), st.sampled_from([b"", BOM]))
def test_all_else_stays(some: tuple[str, list[Edit]], chance: Random, bom: bytes) -> None:
    text, edits = some
    source, _ = read_source(bom + text.encode())
    expected, rest = "", text
    for edit in reversed(edits):
        expected, rest = edit.new + rest[edit.span.end :] + expected, rest[: edit.span.start]
    chance.shuffle(shuffled := [*edits])
    assert edited(source, shuffled) == bom + (rest + expected).encode()


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(0, 2), (2, 3)], [(1, 1), (1, 1)]])
def test_edits_that_meet_are_no_edits(spans: list[tuple[int, int]]) -> None:
    source, _ = read_source("abcdef")
    with pytest.raises(UsageError, match=f"meet at offset {spans[1][0]}"):
        in_order(source, [Edit(Span(*span), "x") for span in reversed(spans)])


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (4, 7), (7, 7)])
def test_edits_stay_in_the_page(span: tuple[int, int]) -> None:
    source, _ = read_source("abcdef")
    with pytest.raises(UsageError):
        in_order(source, [Edit(Span(*span), "x")])


def test_the_first_and_the_last_place_are_in_the_page() -> None:
    source, _ = read_source("abcdef")
    edits = [Edit(Span(6, 6), "!"), Edit(Span(0, 0), "¡")]
    assert [edit.new for edit in in_order(source, edits)] == ["¡", "!"]
    assert edited(source, edits) == "¡abcdef!".encode()


def test_a_difference_shows_the_lines_around_and_where_a_file_has_no_end_of_line() -> None:
    source, _ = read_source("one\r\ntwo\r\nthree\r\nfour\r\nfive", path="list.md")
    shown = diff(source, [Edit(Span(source.text.index("four"), source.text.index("four") + 4), "fourth")])
    assert shown.splitlines() == [
        "--- list.md",
        "+++ list.md",
        "@@ -3,3 +3,3 @@",
        " three",
        "-four",
        "+fourth",
        " five",
        "\\ No newline at end of file",
    ]
    assert "-four\r\n+fourth\r\n" in shown


def test_what_became_of_a_page() -> None:
    before, _ = read_source("one\ntwo\n")
    after, _ = read_source("one\nthree\n")
    assert difference(before, after, context=0) == "--- page.md\n+++ page.md\n@@ -2 +2 @@\n-two\n+three\n"
