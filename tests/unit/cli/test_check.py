"""`pubparse check` as a user meets it: what it prints, what it writes, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (
    "* **Ada Bee** , Carl Dee. On Things. In ICML 2020.\n* **Ada Bee**, Eve Fox. A Theory of of Ways. In ICML 2019.\n"
)
CLEAN = "* **Ada Bee**, Carl Dee. On Things. In ICML 2020.\n"
SAFE = PAGE.replace("** ,", "**,")
MENDED = SAFE.replace("of of", "of")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8", newline="")
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8", newline="")
    return tmp_path


def run(folder: Path, *arguments: str, given: str = "", code: int = 1) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "pubparse", "check", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        check=False,
    )
    assert done.returncode == code, done.stderr + done.stdout
    return done


def text(folder: Path, name: str = "page.md") -> str:
    return (folder / name).read_bytes().decode()


def test_text(folder: Path) -> None:
    lines = run(folder, "page.md", "clean.md").stdout.splitlines()
    assert lines[:3] == [
        "page.md:1:14: T703 a blank before a comma [--fix]",
        f"  | {PAGE.splitlines()[0]}",
        "  |" + " " * 14 + "^",
    ]
    assert lines[3] == "page.md:2:34: T709 of stands twice [--suggested]"
    assert len(lines) == 6


def test_a_long_line_is_shortened(folder: Path) -> None:
    (folder / "long.md").write_text(PAGE.replace("On Things", "On Things " * 40), encoding="utf-8")
    _, line, carets, *_ = run(folder, "long.md").stdout.splitlines()
    assert len(line) < 150
    assert line[carets.index("^") :].startswith(" , Carl")


def test_clean(folder: Path) -> None:
    assert run(folder, "clean.md", code=0).stdout == ""


def test_standard_input(folder: Path) -> None:
    assert run(folder, "-", given=PAGE).stdout.startswith("-:1:14: T703 ")
    assert run(folder, "-", "--suggested", given=PAGE, code=0).stdout == MENDED


def test_a_file_that_cannot_be_read_hides_no_other(folder: Path) -> None:
    done = run(folder, "none.md", "page.md", code=2)
    assert done.stdout.startswith("page.md:1:14: T703 ")
    assert done.stderr.splitlines() == ["pubparse: none.md: No such file or directory"]


def test_json(folder: Path) -> None:
    first, second = json.loads(run(folder, "page.md", "--format", "json").stdout)
    assert first == {
        "file": "page.md", "span": [13, 14], "code": "T703", "name": "space-before-comma",
        "message": "a blank before a comma", "line": 1, "column": 14, "end_line": 1, "end_column": 15,
        "severity": "warning", "safety": "safe", "fix": [{"span": [13, 14], "new": ""}],
    }  # fmt: skip
    assert second["fix"][0]["new"] == "of"
    assert json.loads(run(folder, "clean.md", "--format", "json", code=0).stdout) == []


def test_github(folder: Path) -> None:
    first, _ = run(folder, "page.md", "--format", "github").stdout.splitlines()
    assert first == "::warning file=page.md,line=1,col=14,title=T703 space-before-comma::a blank before a comma"


def test_sarif(folder: Path) -> None:
    log = json.loads(run(folder, "page.md", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    assert "sarif-2.1.0" in log["$schema"]
    (ran,) = log["runs"]
    rules = ran["tool"]["driver"]["rules"]
    assert ran["tool"]["driver"]["name"] == "pubparse"
    first = ran["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "T703"
    assert first["message"]["text"]
    assert first["level"] == "warning"
    (place,) = first["locations"]
    region = {"startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 15}
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "page.md"}, "region": region}
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == region


def test_fix(folder: Path) -> None:
    done = run(folder, "page.md", "--fix")
    assert done.stdout.startswith("page.md:2:34: T709 ")
    assert "page.md:1:14: mended: T703" in done.stderr
    assert text(folder) == SAFE
    assert run(folder, "page.md", "--suggested", code=0).stdout == ""
    assert text(folder) == MENDED
    assert sorted(path.name for path in folder.iterdir()) == ["clean.md", "page.md"]


def test_a_fix_keeps_every_other_byte(folder: Path) -> None:
    before = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode() + b"\r\n\xff \r"
    (folder / "page.md").write_bytes(before)
    run(folder, "page.md", "--suggested", code=0)
    assert (folder / "page.md").read_bytes() == before.replace(b"** ,", b"**,").replace(b"of of", b"of")


def test_diff(folder: Path) -> None:
    done = run(folder, "page.md", "--fix", "--diff")
    assert [line for line in done.stdout.splitlines() if line[0] in "+-"][2:] == [
        f"-{PAGE.splitlines()[0]}",
        f"+{SAFE.splitlines()[0]}",
    ]
    assert text(folder) == PAGE
    assert "-* **Ada Bee**, Eve Fox. A Theory of of" in run(folder, "page.md", "--suggested", "--diff", code=0).stdout


def test_rules_are_chosen(folder: Path) -> None:
    assert "T703" not in run(folder, "page.md", "--ignore", "T703,D").stdout
    assert "T709" not in run(folder, "page.md", "--select", "space-before-comma").stdout
    assert "there is no rule 'Z9'" in run(folder, "page.md", "--select", "Z9", code=2).stderr


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("pyproject.toml", '[tool.pubparse]\nignore = ["T7"]\n'),
        (".pubparse.toml", 'ignore = ["T7"]\n'),
        (".pubparse.toml", '[tool.pubparse]\nignore = ["T703", "repeated-word"]\n'),
    ],
)
def test_settings(folder: Path, name: str, settings: str) -> None:
    (folder / name).write_text(settings, encoding="utf-8")
    assert run(folder, "page.md", code=0).stdout == ""
    assert run(folder, "page.md", "--ignore", "M").stdout.count("T70") == 2
    (folder / "sub").mkdir()
    run(folder / "sub", "../page.md", code=0)


@pytest.mark.parametrize(
    "settings", ["ignored = []\n", 'ignore = "T"\n', "ignore = [1]\n", "[tool]\npubparse = 1\n", "ignore = [\n"]
)
def test_settings_that_make_no_sense(folder: Path, settings: str) -> None:
    (folder / ".pubparse.toml").write_text(settings, encoding="utf-8")
    assert ".pubparse.toml: " in run(folder, "page.md", code=2).stderr.replace("\n", "").replace("│", "").replace(
        " ", ""
    ).replace(".toml:", ".toml: ")


def test_misuse(folder: Path) -> None:
    assert "nowhere.md: No such file" in run(folder, "nowhere.md", code=2).stderr
    run(folder, "page.md", "--format", "xml", code=2)
    run(folder, code=2)
