"""The browser that tests show pages in: Chromium, as the system has it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

WAYS_TO_RUN = (
    "a[href^='javascript:' i], a[href^='data:' i], [onerror], [onload], [onclick], [onmouseover], iframe, object"
)
"""What runs something, or may."""

TRAP = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.harmed = name }"
"""Notes what runs as `window.harmed`."""


@contextmanager
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not program and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here")
    assert program, "a browser is part of the test"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()
