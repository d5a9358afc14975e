"""A call in, how much it had to do out: lines of Python run, the same on every machine and under any load."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(call: Callable[[str], object], text: str) -> int:
    """How many lines of Python `call(text)` runs; what a pattern does inside one line is not seen."""
    lines = 0

    def count(_frame: FrameType, event: str, _what: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call(text)
    finally:
        sys.settrace(before)
    return lines
