"""`pubparse restyle`: the difference by default, the file when asked, and what is left or let go is told."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pubparse.cli.main import app

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "publications.md"
OTHER = """\
# Papers

- Vaswani, A., & <u>Parmar, N.</u> (2017). *Attention is all you need*. NIPS, 5998–6008.
- <u>Parmar, N.</u>, & Vaswani, A. (2018). *Image transformer*. ICML, 4055–4064.
"""
MASK = "Mask R-CNN"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    return Path(shutil.copy(EXAMPLE, tmp_path / "publications.md"))


def restyle(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["restyle", *map(str, arguments)], env={"COLUMNS": "300"})


def line_of(text: str, part: str) -> str:
    """The line that says something, as it is now."""
    (line,) = (line for line in text.splitlines() if part in line and not line.startswith("-"))
    return line.removeprefix("+")


def test_like_another_page_the_difference_is_shown_and_the_file_stays(file: Path) -> None:
    result = restyle(file, "--like", file.parent / "other.md")
    assert line_of(result.stdout, MASK).startswith(
        "* <u>He, K.</u>, Gkioxari, G., Dollár, P., & Girshick, R. (2017). *Mask R-CNN*. ICCV, 2961–2969"
    )
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_in_a_citation_style_the_file_is_written(file: Path) -> None:
    result = restyle(file, "--style", "ieee", "--write")
    assert result.stdout == ""
    text = file.read_text("utf-8")
    assert line_of(text, MASK).startswith(
        "* **K. He**, G. Gkioxari, P. Dollár, and R. Girshick, “Mask R-CNN,” in *ICCV*"
    )
    assert [line for line in text.splitlines() if line[:1] != "*"] == [
        line for line in EXAMPLE.read_text("utf-8").splitlines() if line[:1] != "*"
    ]


def test_what_is_left_as_it_is_is_told_with_its_line(file: Path) -> None:
    result = restyle(file, "--style", "apa")
    assert result.exit_code == 1
    assert f"{file}:8: left as it is: the style does not print et_al" in result.stderr
    assert "without given names in full, which the style does not print: line 7, " in result.stderr


def test_what_is_let_go_is_told(file: Path) -> None:
    result = restyle(file, "--style", "apa", "--drop")
    assert "without et_al, which the style does not print: line 8" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say which style"),
        (["--style", "apa", "--like", "other.md"], "say which style"),
        (["--style", "nobody"], "there is no citation style"),
        (["--like", "nowhere.md"], "No such file"),
    ],
)
def test_no_style(file: Path, arguments: list[str], said: str) -> None:
    result = restyle(file, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
