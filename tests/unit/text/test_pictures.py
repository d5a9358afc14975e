"""Pictures before words are left behind, those of several characters as well; signs that are words stay."""

import pytest

from pubparse.text.pictures import behind_pictures


@pytest.mark.parametrize("said", ["👨‍🔬 Science", "🇫🇷 Science", "✨🔥 Science"])
def test_pictures_before_words(said: str) -> None:
    assert said[behind_pictures(said, 0, len(said)) :] == "Science"


@pytest.mark.parametrize("said", ["© and the law", "™ for whom?", "↔ and → in logic", "Science 🔥", ""])
def test_what_is_no_picture_before_words(said: str) -> None:
    assert behind_pictures(said, 0, len(said)) == 0
