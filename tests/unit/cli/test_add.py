"""`pubparse add`: the difference by default, the file when asked, and what could not be added is told."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pubparse.cli.main import app

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "publications.md"
BIB = """\
@inproceedings{he2016deep, title={Deep Residual Learning for Image Recognition}, year={2016}, publisher={IEEE},
  author={He, Kaiming and Zhang, Xiangyu and Ren, Shaoqing and Sun, Jian}, booktitle={CVPR}, pages={770--778}}
@inproceedings{he2017mask, title={Mask {R-CNN}}, author={He, Kaiming}, booktitle={ICCV}, year={2017}}
"""
RESNET = (
    '* **Kaiming He**, Xiangyu Zhang, Shaoqing Ren, Jian Sun. "Deep Residual Learning for Image Recognition." '
    "In CVPR 2016, pages 770–778."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    return Path(shutil.copy(EXAMPLE, tmp_path / "publications.md"))


def add(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["add", *map(str, arguments)], env={"COLUMNS": "300"})


def test_difference_and_what_is_there_already(file: Path) -> None:
    result = add(file, file.parent / "papers.bib")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith(("+*", "-*"))] == [f"+{RESNET}"]
    assert "Mask R-CNN is there already" in result.stderr
    assert "without publisher" in result.stderr
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_the_file_is_written(file: Path) -> None:
    result = add(file, file.parent / "papers.bib", "--after", "he2013guided", "--write")
    assert result.stdout == ""
    lines = file.read_text("utf-8").splitlines()
    assert RESNET in lines
    lines.remove(RESNET)
    assert lines == EXAMPLE.read_text("utf-8").splitlines()


@pytest.mark.parametrize("which", [":5", "#bee2020reading"])
def test_an_entry_of_another_page(file: Path, which: str) -> None:
    other = file.parent / "other.md"
    entry = "- Ada Bee‡, Cy Dee‡. *Reading Twice*. ICML, 2020.\n"
    other.write_text(f"# P\n\n‡ equal contribution\n\n{entry}", encoding="utf-8")
    result = add(file, f"{other}{which}")
    assert '+* Ada Bee\\*, Cy Dee\\*. "Reading Twice." In ICML 2020.' in result.stdout.splitlines()
    assert result.exit_code == 0


def test_before_one_and_after_another_is_no_place(file: Path) -> None:
    result = add(file, file.parent / "papers.bib", "--after", "he2013guided", "--before", "he2017mask")
    assert result.exit_code == 2
    assert "after one entry or before another, not both" in result.stderr


def test_a_file_with_no_paper_in_it_is_told(file: Path) -> None:
    (file.parent / "empty.bib").write_text("nothing to see", encoding="utf-8")
    result = add(file, file.parent / "empty.bib")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "empty.bib:1: error: an entry cannot be read" in result.stderr


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("publications.md", "which entry?"),
        ("publications.md#nobody1900", "there is no such entry"),
        ("papers.doc", "the format of the bibliography is not told"),
    ],
)
def test_no_such_paper(file: Path, paper: str, said: str) -> None:
    (file.parent / "papers.doc").touch()
    result = add(file, file.parent / paper)
    assert result.exit_code == 2
    assert said in result.stderr
