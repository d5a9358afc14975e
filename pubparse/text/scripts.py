"""The name of an East Asian script in, its characters out, as ranges that stand in the `[…]` of a pattern."""

import re
from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Extension A, the unified characters, those for compatibility, and the planes of all further extensions."""
KANA: Final = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""Hiragana and katakana, with what is written small or half as wide."""
HANGUL: Final = "\uac00-\ud7af"  # syllables
IDEOGRAPHS: Final = f"\u3005-\u3007{HAN}{KANA}{HANGUL}"
"""All of these, and the signs that stand for a character: 々 〆 〇."""
SOME_IDEOGRAPHS: Final = re.compile(f"[{IDEOGRAPHS}]+")


def has_ideographs(text: str) -> bool:
    """Whether a text has any: patterns do without them where it has none, as they take long to compile."""
    return not text.isascii() and SOME_IDEOGRAPHS.search(text) is not None
