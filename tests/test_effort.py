"""Eight times the text takes about eight times the work, whatever the text is made of."""

import pytest
from effort import effort

from pubparse import parse

PATTERNS = [
    "*", "😀", "1. ", "(", ", ", "and ", "A. B, ", "A. B\\*, ", "Bee, A.; ", "“a” ", "2020, ", "12(3), 4-5, ",
    "[a](b) ", "10.1000/a ", "In Proc. ", "**a** ", "` ", "a/b ", "A: ", "a.\n\n- ",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_effort_grows_with_the_entry(pattern: str) -> None:
    few, many = (effort(parse, f"## Publications\n\n- {pattern * count} Nature, 2020.\n") for count in (200, 1600))
    assert many < 12 * few


def test_effort_grows_with_the_page() -> None:
    entry = '- K. He, **J. Sun**\\*. "Identity Mappings in Deep Residual Networks." In ECCV, 2016.\n'
    few, many = (effort(parse, f"## Publications\n\n{entry * count}") for count in (10, 80))
    assert many < 12 * few
