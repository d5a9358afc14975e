"""Programs that tests ask for an independent opinion."""

import os
import shutil

import pytest


def program(name: str) -> str:
    """The path of a program; without it a test is skipped, but never in CI, where it is installed."""
    path = shutil.which(name)
    if path is None and not os.environ.get("CI"):
        pytest.skip(f"needs {name}")
    assert path, f"{name} is not installed"
    return path
