"""A stretch of an entry loses the signs and pictures at its ends, and is none where nothing else is there."""

import pytest

from pubparse.grammar.values import PICTURES, trim


@pytest.mark.parametrize(
    ("text", "kept"), [(" a, ", "a"), ("a b", "a b"), (",a", "a"), ("", None), (" ", None), (" , ", None)]
)
def test_trim(text: str, kept: str | None) -> None:
    stretch = trim(text, 0, len(text), " ,")
    assert (None if stretch is None else text[slice(*stretch)]) == kept


@pytest.mark.parametrize("said", ["👨‍🔬 Science", "🇫🇷 Science", "✨🔥 Science"])
def test_pictures_before_words(said: str) -> None:
    found = PICTURES.match(said)
    assert found
    assert said[found.end() :] == "Science"


@pytest.mark.parametrize("said", ["© and the law", "™ for whom?", "↔ and → in logic", "Science 🔥"])
def test_what_is_no_picture_before_words(said: str) -> None:
    assert not PICTURES.match(said)
