"""A text in, where it goes on behind the pictographs that it begins with, out."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_FIRST_PICTURE = "\u203c"  # ‼; of those before it, © and ® are written beside names


def behind_pictures(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` goes on behind its pictographs, as an offset in code points; `start` if it has none."""
    if text[start : start + 1] < _FIRST_PICTURE:
        return start
    pictures = _pictures().match(text, start, end)
    return pictures.end() if pictures else start


@cache
def _pictures() -> "regex.Pattern[str]":
    # Imported only for a text that may begin with one: it takes 20 ms.
    import regex

    # One may be of several: of a person, a joiner and a microscope; with a tone of skin; of two letters, a flag.
    # Arrows, and what is written beside names of goods, are words' own.
    return regex.compile(
        r"(?:(?![™\u2190-\u21ff])[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Block=Dingbats}\p{Block=Misc_Symbols}]"
        r"[\ufe0e\ufe0f\u200d\p{Emoji_Modifier}]*+\s*+)++(?=\S)"
    )
