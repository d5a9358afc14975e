"""`pubparse set`: the difference by default, the file when asked, nothing at all where a change is refused."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import pubparse
from pubparse.cli.main import app

FOLDERS = Path(__file__).parents[2] / "fixtures" / "folders"
EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "publications.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "publications.md"))


def change(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["set", *map(str, arguments)], env={"COLUMNS": "300"})


def test_difference(file: Path) -> None:
    result = change(file, "he2017mask", "year=2018", "venue.name=ECCV")
    assert result.exit_code == 0
    assert "+* **Kaiming He**, Georgia Gkioxari" in result.stdout
    assert "In ECCV 2018, pages" in result.stdout
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_one_more_and_none(file: Path) -> None:
    result = change(file, "he2017mask", "links+=code https://example.org/code", "ids.doi=", "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    one = next(one for one in pubparse.parse_file(file).publications if one.id == "he2017mask")
    assert [(link.text, link.url) for link in one.links] == [("code", "https://example.org/code")]
    assert one.ids.doi is None


def test_file_is_changed_and_keeps_its_mode(file: Path) -> None:
    file.chmod(0o640)
    result = change(file, "he2017mask", "year=2018", "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes() == EXAMPLE.read_bytes().replace(b"ICCV 2017,", b"ICCV 2018,")
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_standard_input() -> None:
    result = CliRunner().invoke(app, ["set", "-", "he2017mask", "year=2018", "--write"], input=EXAMPLE.read_bytes())
    assert result.stdout_bytes == EXAMPLE.read_bytes().replace(b"ICCV 2017,", b"ICCV 2018,")


def test_what_the_page_was_told_is_told_again(file: Path) -> None:
    file.write_text("# Papers\n\n* A. Bee‡, C. Dee‡. Reading in Three Days. In ICML 2020.\n", encoding="utf-8")
    result = change(file, "bee2020reading", "year=2021", "--legend", "‡=equal", "--owner", "C. Dee")
    assert result.exit_code == 0
    assert "+* A. Bee‡, C. Dee‡. Reading in Three Days. In ICML 2021." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["he2017mask", "year=soon"], 1, "year cannot become 'soon'"),
        (["he2017mask", "year"], 2, "'year' is not FIELD=VALUE"),
        (["he2017mask", "colour=red"], 2, "a publication has no 'colour'"),
        (["nobody", "year=2018"], 2, "no publication of the page has the id 'nobody'"),
    ],
)
def test_refused(file: Path, arguments: list[str], code: int, said: str) -> None:
    result = change(file, *arguments, "--write")
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_no_file(tmp_path: Path) -> None:
    assert change(tmp_path / "none.md", "x", "year=2018").exit_code == 2


@pytest.mark.parametrize(("name", "rest"), [("set", ["he2017mask", "year=2018", "--write"]), ("check", ["--fix"])])
def test_file_that_is_written_meanwhile_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, rest: list[str]
) -> None:
    read, other = file.read_bytes().replace(b"In ICCV", b"In  ICCV"), b"what somebody else wrote"
    file.write_bytes(other)
    monkeypatch.setattr(import_module(f"pubparse.cli.{name}"), "read", lambda _: read)
    result = CliRunner().invoke(app, [name, str(file), *rest])
    assert result.exit_code == 2
    assert "has been written meanwhile" in result.stderr
    assert file.read_bytes() == other


def test_page_of_a_folder_is_not_edited() -> None:
    with pytest.raises(pubparse.UsageError, match="folder"):
        pubparse.parse_folder(FOLDERS / "academicpages").edit()
