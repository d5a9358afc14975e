"""`pubparse duplicates` and `pubparse export --merge`: what they print, and where."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pubparse.cli.main import app

RUNNER = CliRunner()
WORK = "A. Lovelace, C. Babbage. Weaving Algebra with Looms."
PAGES = {
    "a.md": f"# Papers\n\n* {WORK} In ICML, 2020.\n* A. Lovelace. Notes of Her Own. In ICML, 2019.\n",
    "b.md": f"# Papers\n\n* {WORK} arXiv:1912.00001, 2019.\n* {WORK} In Workshop on Looms at ICML, 2020.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_json_of_pairs() -> None:
    result = RUNNER.invoke(app, ["duplicates", "a.md", "b.md"])
    assert result.exit_code == 0
    same, alike = json.loads(result.stdout)
    assert same["sure"]
    assert (same["first"]["file"], same["first"]["line"]) == ("a.md", 3)
    assert (same["second"]["file"], same["second"]["line"]) == ("b.md", 3)
    assert (same["title"], same["authors"], same["years"]) == (100, ["A. Lovelace", "C. Babbage"], -1)
    assert not alike["sure"]
    assert alike["second"]["line"] == 4
    assert "one is of type conference, the other workshop" in alike["conflicts"]


def test_a_page_beside_a_bibliography(folder: Path) -> None:
    """By its suffix, whatever else it is asked for."""
    entry = "@misc{looms,\n  author = {Lovelace, A. and Babbage, C.},\n  title = {Weaving Algebra with Looms},\n}\n"
    (folder / "refs.bib").write_text(f"\n{entry}", encoding="utf-8")
    (pair,) = json.loads(RUNNER.invoke(app, ["duplicates", "b.md", "refs.bib"]).stdout)[-1:]
    assert pair["second"] == {"file": "refs.bib", "line": 2, "key": "looms", "title": "Weaving Algebra with Looms"}
    exported = RUNNER.invoke(app, ["export", "refs.bib", "--to", "ris"])
    assert "ID  - looms\n" in exported.stdout


@pytest.mark.usefixtures("folder")
def test_table() -> None:
    result = RUNNER.invoke(app, ["duplicates", "a.md", "b.md", "--to", "table"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    words = result.stdout
    assert words.index("the same work") < words.index("b.md:3") < words.index("looks alike") < words.index("b.md:4")
    assert "one is of type conference, the other workshop" in words


@pytest.mark.usefixtures("folder")
def test_export_merges_and_tells() -> None:
    result = RUNNER.invoke(app, ["export", "a.md", "b.md", "--to", "jsonl", "--merge"])
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    places = [(record["file"], record["line"]) for record in records]
    assert places == [("a.md", 3), ("a.md", 4), ("b.md", 4)]
    assert records[0]["ids"]["arxiv"] == "1912.00001"
    joined, alike = result.stderr.splitlines()
    assert joined.startswith("pubparse: a.md:3: joined with b.md:3; ids.arxiv from b.md:3")
    assert alike.startswith("pubparse: a.md:3: not joined with b.md:4, which looks alike: one is of type conference")
    assert len(RUNNER.invoke(app, ["export", "a.md", "b.md", "--to", "jsonl"]).stdout.splitlines()) == 4


@pytest.mark.usefixtures("folder")
def test_misuse(monkeypatch: pytest.MonkeyPatch) -> None:
    assert RUNNER.invoke(app, ["duplicates", "none.md"]).exit_code == 2
    for module in ("rapidfuzz", "rapidfuzz.utils"):
        monkeypatch.setitem(sys.modules, module, None)
    result = RUNNER.invoke(app, ["export", "a.md", "--to", "jsonl", "--merge"])
    assert result.exit_code == 2
    assert "pubparse[dedupe]" in result.stderr


SITE = {
    "_publications/2019-notes.md": "---\ntitle: Notes of Her Own\nauthors: [A. Lovelace]\ndate: 2019\n---\n",
    "_publications/2020-looms.md": "---\ntitle: Weaving Algebra with Looms\nauthors: [A. Lovelace, C. Babbage]\n"
    "category: conferences\nvenue: ICML\ndate: 2020\n---\n",
}


def test_an_entry_of_a_folder_is_told_by_its_file(folder: Path) -> None:
    for name, text in SITE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = RUNNER.invoke(app, ["duplicates", "a.md", "_publications"])
    assert found.exit_code == 0, found.stderr
    second = [pair["second"] for pair in json.loads(found.stdout)]
    at = str(Path("_publications", "2020-looms.md"))
    assert (at, 2) in [(one["file"], one["line"]) for one in second]
    assert f"{at}:2" in RUNNER.invoke(app, ["duplicates", "a.md", "_publications", "--to", "table"]).stdout
    merged = RUNNER.invoke(app, ["export", "a.md", "_publications", "--to", "jsonl", "--merge"])
    assert f"{at}:2: joined with a.md:3" in merged.stderr
