"""What is written stays where it was asked for, whatever a page calls its works and whatever links lie about."""

import os
import re
from pathlib import Path

import pytest
from exporters.works import HARM, publication
from typer.testing import CliRunner, Result

import pubparse
from pubparse.cli.main import app

NOT_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="links are others there")
MANY = [exporter.name for exporter in pubparse.formats() if exporter.many]
NAMES = [
    "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "\\\\server\\share", "a/b", "nul\0name", "con", "CON", "aux.md",
    "lpt1", "..", ".", "", " ", "x" * 300, "日本語", "\u202egnp.exe", "a:b", "a*?<>|b", "-rf", "~root", "%2e%2e%2f",
    "\ud800", *HARM,
]  # fmt: skip
FILE = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z]+)?")
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")  # of Windows, whatever the suffix
PAGE = "# Papers\n\n* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "300"})


@pytest.mark.parametrize("form", MANY)
def test_no_title_name_or_key_chooses_a_path(form: str) -> None:
    works = [publication(id=name, title=name, authors=[]) for name in NAMES]
    works += [publication(id=f"k{at}", title=name) for at, name in enumerate(NAMES)]
    files = pubparse.export(works, form).files
    assert len({name.lower() for name in files}) == len(files) >= len(works)
    for name in files:
        assert len(name) < 120
        for part in name.split("/"):
            assert FILE.fullmatch(part), name
            assert not DEVICE.fullmatch(part)


def test_there_are_such_formats() -> None:
    assert MANY == ["academicpages", "hugo-blox", "meta-tags"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@NOT_WINDOWS
@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("form", "link"),
    [
        ("academicpages", "out/2020-01-01-bee2020learning.md"),
        ("hugo-blox", "out/bee2020learning/index.md"),
        ("hugo-blox", "out/bee2020learning"),
        ("bibtex", "out/publications.bib"),
    ],
)
def test_a_link_in_a_folder_leads_nowhere_else(folder: Path, form: str, link: str, force: list[str]) -> None:
    (folder / link).parent.mkdir(parents=True)
    (folder / link).symlink_to(folder / "elsewhere" / ("" if link.endswith("learning") else "fresh"))
    result = run("export", "page.md", "--to", form, "-o", "out/", *force)
    assert result.exit_code == 2
    assert "a link leads from it out of the folder" in result.stderr
    assert not list((folder / "elsewhere").iterdir())


@NOT_WINDOWS
def test_the_folder_itself_may_be_a_link_and_have_links_inside(folder: Path) -> None:
    (folder / "out").symlink_to("elsewhere")
    (folder / "elsewhere" / "publications.bib").symlink_to("papers.bib")
    assert run("export", "page.md", "--to", "bibtex", "-o", "out/").exit_code == 0
    assert (folder / "elsewhere" / "papers.bib").read_text(encoding="utf-8").startswith("% Made by pubparse")


@NOT_WINDOWS
def test_no_link_out_of_a_folder_is_read(folder: Path) -> None:
    """Of a site or a crawl that somebody else made."""
    (folder / "elsewhere" / "secret.md").write_text("---\ntitle: Secret\n---\n" + PAGE, encoding="utf-8")
    site = folder / "site"
    (site / "deep").mkdir(parents=True)
    (site / "own.md").write_text("---\ntitle: Own\n---\n", encoding="utf-8")
    for link in ("a.md", "deep/b.md"):
        (site / link).symlink_to(folder / "elsewhere" / "secret.md")
    (site / "c.md").symlink_to("own.md")
    (site / "linked").symlink_to(folder / "elsewhere")
    assert {one.title for one in pubparse.parse_folder(site).publications} == {"Own"}
    assert run("parse", "site", "-o", "records").exit_code == 0
    read = (folder / "records" / "part-000000.jsonl").read_text(encoding="utf-8")
    assert "Secret" not in read
    assert "Learning to Read" not in read


@NOT_WINDOWS
def test_a_fresh_file_is_as_the_mask_says_and_an_old_one_as_it_was(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        assert run("export", "page.md", "--to", "bibtex", "-o", "a.bib").exit_code == 0
    finally:
        os.umask(before)
    assert (folder / "a.bib").stat().st_mode & 0o777 == 0o640
    (folder / "a.bib").chmod(0o600)
    assert run("export", "page.md", "--to", "bibtex", "-o", "a.bib").exit_code == 0
    assert (folder / "a.bib").stat().st_mode & 0o777 == 0o600
    assert {path.name for path in folder.iterdir()} == {"page.md", "elsewhere", "a.bib"}


@NOT_WINDOWS
@pytest.mark.usefixtures("folder")
def test_what_is_half_written_is_for_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []

    def look(handle: int) -> None:
        modes.append(os.fstat(handle).st_mode & 0o777)

    monkeypatch.setattr(os, "fsync", look)
    assert run("export", "page.md", "--to", "bibtex", "-o", "a.bib").exit_code == 0
    assert modes == [0o600]


def test_a_folder_of_parts_may_hold_any_names(folder: Path) -> None:
    assert run("parse", "page.md", "-o", "records").exit_code == 0
    (folder / "records" / "part-²").write_text("", encoding="utf-8")
    assert run("parse", "page.md", "-o", "records").exit_code == 0
    assert (folder / "records" / "part-²").exists()
