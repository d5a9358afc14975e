"""The program as a process: pipes, encodings that know few characters, and pages that would steer a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from inputs import SOURCE

import pubparse


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | environment
    command = [sys.executable, "-m", "pubparse", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=env, check=False)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_in_a_pipe_is_utf_8(encoding: str) -> None:
    done = run("parse", str(SOURCE), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == pubparse.parse_file(SOURCE).to_json() + "\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "shift-jis"])
@pytest.mark.parametrize("arguments", [("parse", str(SOURCE), "--to", "table"), ("explain", f"{SOURCE}:42"), ("-h",)])
def test_poor_consoles_show_what_they_can(arguments: tuple[str, ...], encoding: str) -> None:
    done = run(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode(encoding)
    assert b"Traceback" not in done.stderr


def test_complaints_on_poor_consoles() -> None:
    done = run("parse", "ärger📧.md", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert done.returncode == 2
    assert b"rger?.md: No such file or directory" in done.stderr


def test_windows_newlines_come_through() -> None:
    text = SOURCE.read_bytes().replace(b"\n", b"\r\n")
    page = json.loads(run("parse", "-", given=text).stdout)
    assert page["source"]["newline"] == "\r\n"
    assert len(page["publications"]) == len(pubparse.parse_file(SOURCE).publications)
    assert [record["line"] for record in page["publications"]] == [
        record.line for record in pubparse.parse_file(SOURCE).publications
    ]


@pytest.mark.skipif(os.name == "nt", reason="closes a pipe the POSIX way")
@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_reader_that_leaves_early(form: str) -> None:
    command = [sys.executable, "-m", "pubparse", "parse", "--to", form, *[str(SOURCE)] * 20]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in (said := process.stderr.read())
        assert b"BrokenPipe" not in said
    assert process.returncode == 1


def test_a_page_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.md"
    path.write_bytes("* A. Lovelace. \x1b[2JTitle of the \u202eThing\x07. In ICML 2020.\n".encode())
    for arguments in (("parse", str(path), "--to", "table"), ("explain", f"{path}:1")):
        done = run(*arguments, PYTHONIOENCODING="utf-8")
        assert done.returncode == 0, done.stderr
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout.decode("utf-8"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_a_full_disk_is_said_in_one_line(form: str) -> None:
    command = [sys.executable, "-m", "pubparse", "parse", "--to", form, str(SOURCE)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"pubparse: the output cannot be written: ")


@pytest.mark.skipif(os.name == "nt", reason="closes streams the POSIX way")
@pytest.mark.parametrize(
    ("command", "closed", "code"),
    [
        ("parse", ">&-", 2),
        ("export --to bibtex", ">&-", 2),
        ("duplicates", ">&-", 2),
        ("parse none.md", "2>&-", 2),
        ("parse -", "<&-", 2),
    ],
)
def test_a_closed_stream(command: str, closed: str, code: int) -> None:
    line = f'"{sys.executable}" -m pubparse {command} "{SOURCE}" {closed}'
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == code
