"""An entry's runs in, the same without keys before its lines (`Authors:`, `Venue:`) out, each key as a hint."""

import re
from typing import Final

from pubparse.layouts.entries import Hint
from pubparse.layouts.lines import Runs, dropped, extent, text_of
from pubparse.lexicons.load import words
from pubparse.markdown.runs import HARD_BREAK, SOFT_BREAK, Run, lines_of

_FIELDS: Final = {word: field for word, kind in words("fields").items() if (field := kind.partition("/")[0])}
_KEY: Final = re.compile(
    r"\W{0,3}("
    + "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(_FIELDS, key=len, reverse=True))
    + r")\s*\W{0,2}[:：]\W{0,3}(?=\S)\s*",
    re.IGNORECASE,
)
_ID: Final = "id"  # it is left where it is, for what finds ids
_NO_FIELDS: Final = frozenset({"", "note", "said"})
_ENOUGH: Final = 2  # lines with keys; a single one may be a title ("Journal: …"), but for authors, and notes below it


def key_of(text: str) -> str:
    """The field that the key a line begins with is of, "" where there is none."""
    found = _KEY.match(text)
    return _FIELDS[_said(found)] if found else ""


def _said(key: re.Match[str]) -> str:
    return " ".join(key[1].lower().split())


def is_keyed(text: str) -> bool:
    """Whether a line begins with the key of a field."""
    return key_of(text) not in _NO_FIELDS


def without_keys(runs: Runs) -> tuple[Runs, tuple[Hint, ...]]:
    """Leave out the keys, and end the line before each."""
    text = "".join([run.text for run in runs])
    if ":" not in text and "：" not in text:
        return runs, ()
    kept: list[Run] = []
    hints: list[Hint] = []
    is_sure = False
    for start, end in lines_of(runs):
        line = runs[start:end]
        if (found := _KEY.match(text_of(line))) and (field := _FIELDS[_said(found)]) != _ID:
            if kept and kept[-1].styles & SOFT_BREAK:
                kept[-1] = kept[-1]._replace(text="\n", styles=HARD_BREAK)
            line = dropped(line, found.end())
            is_sure = is_sure or field == "authors" or (field == "note" and start > 0)
            if line:
                hints.append(Hint(field, extent(line)))
        kept += line
        kept += runs[end : end + 1]
    return (tuple(kept), tuple(hints)) if is_sure or len(hints) >= _ENOUGH else (runs, ())
