"""`pubparse watch` as its user has it: a process, an editor that saves, and Chromium; and as others would abuse it."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import chromium
from inputs import SOURCE
from playwright.sync_api import expect

MORE = "* **Z. Tang**, A. Turing. Can Machines Be Watched? In ICML 2026.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "publications.md"
    file.write_bytes(SOURCE.read_bytes())
    return file


@pytest.fixture
def process(file: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pubparse", "watch", "--no-open", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


@pytest.fixture
def address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def asked(address: str, path: str | None = None, **headers: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", parts.path if path is None else path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_saving_updates_the_view_and_keeps_the_place(address: str, file: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1000, "height": 700})
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + "#from=2024")
        count = page.locator("#count")
        expect(count).to_have_text("19 of 38 shown")
        last = page.locator("article:not([hidden])").nth(10)
        last.scroll_into_view_if_needed()
        page.wait_for_timeout(600)  # what comes into view gets its height
        place, key = page.evaluate("[scrollY, document.elementFromPoint(500, 350).closest('article')?.dataset.key]")
        assert place > 500
        file.write_text(file.read_text(encoding="utf-8") + "\n" + MORE, encoding="utf-8")
        expect(count).to_have_text("20 of 39 shown", timeout=20_000)
        page.wait_for_timeout(500)
        assert page.evaluate("document.elementFromPoint(500, 350).closest('article')?.dataset.key") == key
        assert page.locator("input[name=from]").input_value() == "2024"
        assert not complaints


def test_a_file_that_is_away_for_a_moment(address: str, file: Path) -> None:
    away = file.rename(file.with_suffix(".bak"))
    assert asked(address)[0] == 503
    away.rename(file)
    assert asked(address)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example"}, {"Origin": "https://harm.example"}, {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"}, {"Host": "localhost"},
    ],
)  # fmt: skip
def test_strangers_are_refused(address: str, headers: dict[str, str]) -> None:
    assert asked(address)[0] == 200
    status, text = asked(address, **headers)
    assert status == 403
    assert "Tang" not in text


@pytest.mark.parametrize("path", ["/", "/state", "/wrong/", "/{token}", "/{token}/../x", "/{token}/publications.md"])
def test_other_paths_are_refused(address: str, path: str) -> None:
    token = urlsplit(address).path.strip("/")
    assert re.fullmatch(r"[\w-]{20,}", token)
    assert asked(address, path.replace("{token}", token))[0] == 403


def test_it_listens_on_this_machine_only(address: str) -> None:
    assert urlsplit(address).hostname == "127.0.0.1"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_ctrl_c_ends_it(process: subprocess.Popen[str], address: str) -> None:
    assert asked(address)[0] == 200
    process.send_signal(signal.SIGINT)
    output, complaints = process.communicate(timeout=20)
    assert (process.returncode, output, complaints) == (0, "", "")


def test_a_file_that_is_not_there() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pubparse", "watch", "--no-open", "nowhere.md"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "pubparse: nowhere.md: No such file or directory\n"
