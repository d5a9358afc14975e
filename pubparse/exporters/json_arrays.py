"""JSON texts in, an array of them out, each on a line of its own.

JSON has no comments: what tells an array of ours from somebody else's is blanks behind its bracket.
"""

from collections.abc import Iterable

ARRAY_SIGN = "[\t \t\n"


def array(items: Iterable[str]) -> str:
    """Write an array that bears the sign, with items or without."""
    return ARRAY_SIGN + ",\n".join(items) + "\n]"
