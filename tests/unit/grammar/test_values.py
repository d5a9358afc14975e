"""A stretch of an entry loses the signs at its ends, and is none where nothing else is there."""

import pytest

from pubparse.grammar.values import trim


@pytest.mark.parametrize(
    ("text", "kept"), [(" a, ", "a"), ("a b", "a b"), (",a", "a"), ("", None), (" ", None), (" , ", None)]
)
def test_trim(text: str, kept: str | None) -> None:
    stretch = trim(text, 0, len(text), " ,")
    assert (None if stretch is None else text[slice(*stretch)]) == kept
