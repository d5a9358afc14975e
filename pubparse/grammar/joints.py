"""The delimiters between two cells in, how the cells meet out: which sign counts for the left one, the right one, and both."""

from functools import lru_cache
from typing import NamedTuple

# The delimiter that counts where several stand between two cells, strongest first.
_STRENGTH = (
    "break",
    "quote",
    "bracket",
    "period",
    "question",
    "semicolon",
    "bar",
    "dash",
    "slash",
    "colon",
    "comma",
    "style",
    "none",
)
_NAMES = {
    "\n": "break", '"': "quote", "“": "quote", "”": "quote", "‘": "quote", "’": "quote",
    "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket", "{": "bracket", "}": "bracket",
    ".": "period", "?": "question", "!": "question", ";": "semicolon", "|": "bar", "·": "bar", "•": "bar", "–": "dash", "-": "dash",
    "/": "slash", ":": "colon", ",": "comma", "…": "comma",
}  # fmt: skip


class Joint(NamedTuple):
    """How two cells meet: `ends` as the left one sees it, `starts` as the right one does, `between` the strongest sign."""

    ends: str
    starts: str
    between: str


@lru_cache(maxsize=4096)
def joint_of(signs: str, face: str) -> Joint:
    """The joint between two cells with these delimiters; `face` is "style" where nothing but type face or link changes."""
    between = min((_NAMES.get(sign, "none") for sign in signs), key=_STRENGTH.index, default=face)
    return Joint(_ends(signs, face), _starts(signs, face), between)


def joint_at_start(signs: str) -> Joint:
    """The joint before the first cell."""
    return Joint("start", _starts(signs, "start"), "start")


def joint_at_end(signs: str) -> Joint:
    """The joint after the last cell."""
    return Joint(_ends(signs, "end"), "end", "end")


def _ends(signs: str, default: str) -> str:
    """How a cell ends: a closing quote or bracket counts before the full stop beside it."""
    for sign in signs[:3]:
        if sign in "”":
            return "close-quote"
    if not signs:
        return default
    return "close-bracket" if signs[0] in ")]" else "open-bracket" if signs[0] in "([" else _NAMES.get(signs[0], "none")


def _starts(signs: str, default: str) -> str:
    """How a cell starts: an opening quote or bracket counts before what stands in front of it."""
    if not signs:
        return default
    if "“" in signs:
        return "open-quote"
    if signs[-1] in "([":
        return "open-bracket"
    return min(
        (
            _NAMES.get(sign, "none") if sign not in ")]”" else "close-bracket" if sign in ")]" else "close-quote"
            for sign in signs
        ),
        key=_RANK.index,
    )


_RANK = (
    "break",
    "close-quote",
    "quote",
    "period",
    "question",
    "semicolon",
    "bar",
    "dash",
    "slash",
    "close-bracket",
    "bracket",
    "colon",
    "comma",
    "none",
)
