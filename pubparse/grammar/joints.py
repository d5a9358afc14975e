"""The delimiters between two cells in, how the cells meet out: as the left one sees it, the right one, and both."""

from functools import lru_cache
from typing import NamedTuple

_NAMES = {
    "\n": "break", '"': "quote", "“": "quote", "”": "quote", "‘": "quote", "’": "quote",
    "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket", "{": "bracket", "}": "bracket",
    ".": "period", "?": "question", "!": "question", ";": "semicolon", ":": "colon", ",": "comma", "…": "comma",
    "|": "bar", "·": "bar", "•": "bar", "–": "dash", "-": "dash", "/": "slash",
}  # fmt: skip
_NAMES_AT_END = _NAMES | dict.fromkeys(")]", "close-bracket") | dict.fromkeys("([", "open-bracket")
_NAMES_AT_START = _NAMES | dict.fromkeys(")]", "close-bracket") | {"”": "close-quote"}
# Where several delimiters stand between two cells, this is the order in which they count: for both cells …
_STRENGTH = tuple("break quote bracket period question semicolon bar dash slash colon comma style none".split())
# … and for the one that starts.
_STRENGTH_AT_START = tuple(
    "break close-quote quote period question semicolon bar dash slash close-bracket bracket colon comma none".split()
)
_QUOTE_REACH = 3  # delimiters


class Joint(NamedTuple):
    """How two cells meet: `ends` as the left one sees it, `starts` as the right one, `between` the strongest sign."""

    ends: str
    starts: str
    between: str


@lru_cache(maxsize=4096)
def joint_of(signs: str, face: str) -> Joint:
    """The joint between two cells with these delimiters; `face` is "style" where only type face or link changes."""
    between = min((_NAMES.get(sign, "none") for sign in signs), key=_STRENGTH.index, default=face)
    return Joint(_ends(signs, face), _starts(signs, face), between)


def joint_at_start(signs: str) -> Joint:
    """The joint before the first cell."""
    return Joint("start", _starts(signs, "start"), "start")


def joint_at_end(signs: str) -> Joint:
    """The joint after the last cell."""
    return Joint(_ends(signs, "end"), "end", "end")


def _ends(signs: str, default: str) -> str:
    """How a cell ends: a closing quote counts before the full stop beside it."""
    if "”" in signs[:_QUOTE_REACH]:
        return "close-quote"
    return _NAMES_AT_END.get(signs[0], "none") if signs else default


def _starts(signs: str, default: str) -> str:
    """How a cell starts: an opening quote or bracket counts before what stands in front of it."""
    if not signs:
        return default
    if "“" in signs:
        return "open-quote"
    if signs[-1] in "([":
        return "open-bracket"
    return min((_NAMES_AT_START.get(sign, "none") for sign in signs), key=_STRENGTH_AT_START.index)
