"""Files that cannot be written: one line says why, the exit code is that of misuse, and the file is as it was."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest
from inputs import SOURCE
from typer.testing import CliRunner, Result

from pubparse.cli.main import app

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "publications.md"
PAGE = EXAMPLE.read_bytes().replace(b"In ICCV", b"In  ICCV")
COMMANDS = {
    "set": ["set", "page.md", "he2017mask", "year=2018", "--write"],
    "check": ["check", "page.md", "--fix"],
    "export": ["export", str(SOURCE), "--to", "bibtex", "-o", "page.md", "--force"],
}
WRITERS = [pytest.param(arguments, id=name) for name, arguments in COMMANDS.items()]
NOT_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="links and modes are others there")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "page.md").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "page.md"


def run(arguments: list[str]) -> Result:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "300"})


def is_refused(result: Result, said: str) -> bool:
    return result.exit_code == 2 and result.stderr.count("\n") == 1 and said in result.stderr and not result.stdout


def failing(code: int) -> Any:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("arguments", WRITERS)
@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("tempfile.mkstemp", errno.EACCES),  # a folder that is read-only
        ("tempfile.mkstemp", errno.EROFS),
        ("os.fsync", errno.ENOSPC),
        ("shutil.copymode", errno.EPERM),
        ("pathlib.Path.replace", errno.EBUSY),
        ("pathlib.Path.replace", errno.EXDEV),
    ],
)
def test_every_step_may_fail(
    file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], step: str, code: int
) -> None:
    monkeypatch.setattr(step, failing(code))
    result = run(arguments)
    assert is_refused(result, os.strerror(code)), result.stderr
    assert result.stderr.startswith("pubparse: page.md: ")
    assert file.read_bytes() == PAGE
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
@pytest.mark.parametrize("arguments", WRITERS)
def test_a_full_disk(file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    make = tempfile.mkstemp

    def on_a_full_disk(**options: Any) -> tuple[int, str]:
        handle, name = make(**options)
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, handle)
        os.close(full)
        return handle, name

    monkeypatch.setattr(tempfile, "mkstemp", on_a_full_disk)
    result = run(arguments)
    assert is_refused(result, os.strerror(errno.ENOSPC)), result.stderr
    assert file.read_bytes() == PAGE
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("arguments", WRITERS)
def test_a_file_that_may_only_be_read(file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # whom no mode stops
        monkeypatch.setattr(os, "access", lambda path, mode: (Path(path), mode) != (file, os.W_OK))
    file.chmod(0o444)
    result = run(arguments)
    assert is_refused(result, f"page.md: {os.strerror(errno.EACCES)}"), result.stderr
    assert file.read_bytes() == PAGE
    file.chmod(0o644)


@NOT_WINDOWS
@pytest.mark.parametrize("arguments", WRITERS)
def test_a_link_stays_and_what_it_leads_to_is_changed(file: Path, arguments: list[str]) -> None:
    target = file.rename(file.with_name("target.md"))
    file.symlink_to("target.md")
    assert run(arguments).exit_code == 0
    assert file.readlink() == Path("target.md")
    assert target.read_bytes() != PAGE
    assert {path.name for path in file.parent.iterdir()} == {"page.md", "target.md"}


@NOT_WINDOWS
@pytest.mark.parametrize("arguments", WRITERS)
def test_a_link_that_leads_to_itself(file: Path, arguments: list[str]) -> None:
    file.unlink()
    file.symlink_to("page.md")
    result = run(arguments)
    assert is_refused(result, f"page.md: {os.strerror(errno.ELOOP)}"), result.stderr
    assert file.readlink() == Path("page.md")


@pytest.mark.parametrize("arguments", WRITERS)
def test_a_folder_is_no_file(file: Path, arguments: list[str]) -> None:
    file.unlink()
    file.mkdir()
    if arguments[0] == "export":
        arguments = [*arguments[:-3], "-o", "page.md/", "--force"]
        (file / "publications.bib").mkdir()
    result = run(arguments)
    assert result.exit_code == 2
    assert os.strerror(errno.EISDIR) in result.stderr or os.name == "nt"
    assert result.stderr.count("\n") == 1


@NOT_WINDOWS
def test_a_pipe_is_written_to_and_stays_one(file: Path) -> None:
    command = f'"{sys.executable}" -m pubparse export "{SOURCE}" --to bibtex -o /dev/stdout | head -1'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"% Made by pubparse\n", b"")
    os.mkfifo(file.with_name("pipe"))
    with subprocess.Popen(["/bin/cat", "pipe"], stdout=subprocess.PIPE) as reader:
        assert run(["export", str(SOURCE), "--to", "bibtex", "-o", "pipe"]).exit_code == 0
        assert reader.communicate(timeout=60)[0].startswith(b"% Made by pubparse\n")
    assert file.with_name("pipe").is_fifo()
