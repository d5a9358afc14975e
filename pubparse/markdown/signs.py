"""Inline text at an asterisk in, the asterisks there that are signs and no markup read as text out.

CommonMark would have two of them set off what is between: `Ada<sup>*</sup>, Ben<sup>*</sup>`, `(* equal contribution)`.
"""

import re
from typing import Any, Final

_LONGEST_RAISED: Final = 12
_RAISED: Final = re.compile(r"<sup>[^*<\n]{0,6}(\*{1,3})[^*<\n]{0,6}</sup>")
_SIGN: Final = re.compile(r"(?<=[(\[（])\*{1,3}(?=[ \t)\]）:=：])|(?<=[\"“])\*{1,3}(?=[\"”])")


def read_signs(state: Any, silent: bool) -> bool:
    """Read asterisks that stand for themselves: in brackets, in quotes, alone in a `<sup>`; a rule of markdown-it."""
    signs = "" if silent else _signs(state.src, state.pos)
    if signs:
        state.append_pending(signs)
        state.pos += len(signs)
    return bool(signs)


def _signs(src: str, at: int) -> str:
    if found := _SIGN.match(src, at):
        return found[0]
    opened = src.rfind("<sup>", max(0, at - _LONGEST_RAISED), at)
    raised = _RAISED.match(src, opened) if opened >= 0 else None
    return raised[1] if raised and raised.start(1) == at else ""
