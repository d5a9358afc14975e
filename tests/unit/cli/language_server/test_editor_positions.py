"""Places in a document: the same for the editor and for us, whatever characters and line ends are in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import MANY
from lsprotocol import types

from pubparse import Source, Span
from pubparse.cli.language_server.positions import Lines

ENCODINGS = list(types.PositionEncodingKind)
TEXT = "a💡é李\r\n\u2028x\x0c👩\u200d🔬\n\r*"
texts = st.text("a💡é李\u2028\x0c\u0085\r\n\ud800", max_size=12)


@pytest.mark.parametrize(
    ("encoding", "columns"), [("utf-8", [0, 1, 5, 7, 10]), ("utf-16", [0, 1, 3, 4, 5]), ("utf-32", [0, 1, 2, 3, 4])]
)
def test_columns(encoding: str, columns: list[int]) -> None:
    lines = Lines(Source(TEXT), encoding)
    assert [lines.position(at) for at in range(5)] == [types.Position(0, column) for column in columns]


def test_lines_end_as_the_protocol_has_it() -> None:
    lines = Lines(Source(TEXT), "utf-16")
    assert [lines.position(TEXT.index(sign)).line for sign in "\u2028x\x0c*"] == [1, 1, 1, 3]
    assert lines.place(Span(len(TEXT), len(TEXT))).end == types.Position(3, 1)


@pytest.mark.parametrize("encoding", ENCODINGS)
@MANY
@given(text=texts, data=st.data())
def test_there_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    lines = Lines(Source(text), encoding)
    at = data.draw(st.integers(0, len(text)))
    assert lines.offset(lines.position(at)) == at or text[at - 1 : at + 1] == "\r\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@MANY
@given(text=texts, new=texts, data=st.data())
def test_changes(encoding: str, text: str, new: str, data: st.DataObject) -> None:
    lines = Lines(Source(text), encoding)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if "\r\n" in {text[at - 1 : at + 1] for at in (start, end)}:
        return  # no editor has a place there
    change = types.TextDocumentContentChangePartial(lines.place(Span(start, end)), new)
    assert lines.edited(change) == text[:start] + new + text[end:]


@pytest.mark.parametrize(
    ("place", "offset"), [((0, 99), 4), ((99, 0), len(TEXT)), ((3, 7), len(TEXT)), ((0, 2), 1), ((2, 5), 13)]
)
def test_places_that_are_none(place: tuple[int, int], offset: int) -> None:
    """Behind a line's end is its end; inside a character is before it."""
    assert Lines(Source(TEXT), "utf-16").offset(types.Position(*place)) == offset
