"""A glyph and a page in, whether the page speaks of it out."""

import re
from functools import lru_cache

from pubparse.lint.view import View

_ALIKE = {"∗": "*", "⁎": "*", "＊": "*", "🖂": "✉", "📩": "📧"}
_SPEAKS = r"(?:\w\w|[:=\u2e80-\u9fff])"


def as_known(mark: str) -> str:
    """Give the form under which signs that look alike are one."""
    bare = mark.rstrip("\ufe0e\ufe0f")
    return _ALIKE.get(bare, bare)


def is_written(mark: str, view: View) -> bool:
    """Tell whether a sign stands outside the entries with words beside it: an explanation that was not understood."""
    return any(_SIGN_ALONE.search(line) for line in _lines(view.outside, mark))


def _lines(text: str, mark: str) -> list[str]:
    forms = (f"\\{mark}", f">{mark}<", f"^{mark}", f"({mark})", f"{mark} ") if as_known(mark) == "*" else (mark,)
    return [line for line in _split(text) if any(form in line for form in forms)]


@lru_cache(maxsize=4)
def _split(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


_SIGN_ALONE = re.compile(rf"{_SPEAKS}.*{_SPEAKS}|[\u2e80-\u9fff]")
