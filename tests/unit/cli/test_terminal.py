"""What people see: `stats`, `show` and the progress of `parse` in a real terminal, narrow and wide, and in a pipe."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from inputs import PAGES, SOURCE
from rich.cells import cell_len

import pubparse

pexpect = pytest.importorskip("pexpect", reason="there are no such terminals on Windows")

COLOUR = re.compile(r"\x1b\[[\d;]*m")
MOVES = re.compile(r"\x1b\[\??[\d;]*[A-Za-z]")
COMMANDS = {
    "stats": ["stats", str(SOURCE)],
    "show": ["show", str(SOURCE)],
    "card": ["show", str(SOURCE), "tang2025lottery"],
}


def in_a_terminal(command: str, columns: int, **environment: str) -> str:
    env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CI")}
    child = pexpect.spawn(
        "/bin/sh", ["-c", command], dimensions=(24, columns), timeout=120, encoding="utf-8",
        env=env | {"TERM": "xterm-256color"} | environment,
    )  # fmt: skip
    output: str = child.read()
    child.close()
    return output.replace("\r\n", "\n")


def program(*arguments: str) -> str:
    return " ".join([sys.executable, "-m", "pubparse", *arguments])


@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize("name", COMMANDS)
def test_it_fits_the_terminal(name: str, columns: int) -> None:
    output = in_a_terminal(program(*COMMANDS[name]), columns)
    assert COLOUR.search(output)
    lines = MOVES.sub("", output).split("\n")
    widest = max(map(cell_len, lines))
    assert columns * 0.9 < widest <= columns
    assert "Traceback" not in output


@pytest.mark.parametrize("name", COMMANDS)
def test_without_colour(name: str) -> None:
    plain = in_a_terminal(program(*COMMANDS[name]), 80, NO_COLOR="1")
    assert not re.search(r"\x1b\[(?:3[0-7]|38|9\d|4\d)", plain)
    assert MOVES.sub("", plain) == MOVES.sub("", in_a_terminal(program(*COMMANDS[name]), 80))


@pytest.mark.parametrize("name", COMMANDS)
def test_in_a_pipe(name: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pubparse", *COMMANDS[name]], capture_output=True, check=True)
    assert b"\x1b" not in done.stdout
    assert not done.stderr


def test_a_card_says_all_of_the_record() -> None:
    output = MOVES.sub("", in_a_terminal(program(*COMMANDS["card"]), 200))
    one = pubparse.parse_file(SOURCE).publication("tang2025lottery")
    assert one.title
    assert one.venue
    words = " ".join(output.replace("│", " ").split())
    assert f"{one.title} Venue {one.venue.name}, ICLR (acronym), Blogpost Track (track) Year 2025" in words
    assert "Z. Tang (owner)" in words


def test_fields_are_coloured_on_the_source() -> None:
    output = in_a_terminal(program(*COMMANDS["card"]), 200)
    source = output.split("\n")[1]
    assert re.search(r"\x1b\[36mZ\. Tang\x1b\[0m", source)
    assert re.search(r"\x1b\[1;33mThe Lottery", source)


def test_an_id_that_is_not_there() -> None:
    assert "no publication has the id 'nobody1999'" in in_a_terminal(program("show", str(SOURCE), "nobody1999"), 200)


def test_what_would_steer_a_terminal_does_not(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("* **A. Lovelace**, C. B\x1b]0;owned\x07abbage\u202e. \x1b[31mNotes on an engine. In ICML 1999.\n")
    for command in ("show", "stats"):
        output = in_a_terminal(program(command, str(page)), 80)
        assert "\x1b]0" not in output
        assert "\x07" not in output
        assert "\u202e" not in output


def test_stats_as_json() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pubparse", "stats", "--json", str(SOURCE)], capture_output=True, check=True
    )
    page = pubparse.parse_file(SOURCE)
    assert json.loads(done.stdout) == json.loads(json.dumps(pubparse.statistics(page).to_dict()))


def test_progress_is_shown_on_a_terminal_only() -> None:
    files = " ".join([str(SOURCE)] * 3)
    seen = in_a_terminal(f"{program('parse', 'nowhere.md', files)} > /dev/null", 80)
    assert "nowhere.md: No such file or directory" in MOVES.sub("", seen)
    assert "4/4 files 114 entries 1 problems" in MOVES.sub("", seen)
    assert seen.endswith("\x1b[2K"), "the bar goes when all is done"
    quiet = in_a_terminal(f"{program('parse', files)} > /dev/null 2> /dev/null", 80)
    assert not quiet
    one = in_a_terminal(f"{program('parse', str(SOURCE))} > /dev/null", 80)
    assert not one


def test_progress_stays_out_of_what_is_written() -> None:
    command = f"{program('parse', '--to', 'jsonl', *[str(SOURCE)] * 2)} 2> /dev/null | wc -l"
    assert int(in_a_terminal(command, 80)) == 2 * len(pubparse.parse(PAGES["publications"]).publications)
