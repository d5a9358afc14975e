"""No pattern of the package backtracks without bound: at worst it takes the square of the length of its text."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pubparse

ROOT = Path(__file__).parent.parent
SQUARE = 16
"""Times as long for a text of four times the length; the cube would be 64, and what doubles would never end."""


def test_every_pattern_ends() -> None:
    """`patterns.py` repeats what each pattern repeats, and what any might, before what it does not match."""
    done = subprocess.run(
        [sys.executable, "-m", "patterns"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))},
        capture_output=True,
        check=True,
        timeout=600,
    )
    told = json.loads(done.stdout)
    assert told["patterns"] > 400
    for one in told["slow"]:
        assert one["long"] < 3 * SQUARE * one["short"], one  # a loaded machine tells times that differ
        assert one["long"] < 1, one


@pytest.mark.parametrize("text", ["<div>\n<{}", "x <{}", "<details {}", "* A. Bee {}", "* [{}](", "<!--{}"])
def test_a_word_of_a_million_letters_takes_no_time(text: str) -> None:
    page = pubparse.parse(text.format("a" * 1_000_000))
    assert page.publications == ()
