"""JSON texts in, an array of them out, each on a line of its own.

JSON has no comments: what tells an array of ours from somebody else's is blanks behind its bracket.
"""

import re
from collections.abc import Iterable

_SIGN = "[\t \t\n"
ARRAY = r"\[\t \t\r?\n"
BEGINS = re.compile(ARRAY)
"""How an array of ours begins."""


def array(items: Iterable[str]) -> str:
    """Write an array that bears the sign, with items or without."""
    return _SIGN + ",\n".join(items) + "\n]"
