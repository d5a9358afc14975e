"""What the command line prints of hostile pages, and of files with hostile names, gives commands to nobody."""

import json
import os
import re
from pathlib import Path

import pytest
from effort import effort
from typer.testing import CliRunner

import pubparse
from pubparse.cli.findings import FORMATS, as_github, as_sarif
from pubparse.cli.main import app
from pubparse.cli.streams import printable

STEERING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\x00\x7f"
COMMANDS = "::error file=x::owned\n::stop-commands::x\r::add-mask::e\u2028##[error]owned"
PAGE = f"""# {STEERING}

* A. Bee {STEERING}, C. Dee\\*. Learning {STEERING} of of Things , ##[error]owned. In ICML {STEERING}, 2020.
  ::warning::owned , of of x
* A. Bee, C. Dee\\*. Learning {STEERING} of of Things , ##[error]owned. In ICML {STEERING}, 2020.
"""
NAMES = [
    "a,title=x::owned.md",
    "a%0A::error::owned.md",
    "javascript:alert(1).md",
    "a b?c#d.md",
    f"{STEERING}.md",
    COMMANDS,
]


def checked(name: str) -> list[tuple[str, pubparse.Page, tuple[pubparse.Finding, ...]]]:
    page = pubparse.parse(PAGE, path=name)
    found = page.check()
    assert found
    return [(name, page, found)]


@pytest.mark.parametrize("name", NAMES)
def test_a_github_annotation_is_one_command(name: str) -> None:
    given = checked(name)
    lines = re.split(r"[\r\n]", as_github(given, colour=False))
    assert len(lines) == len(given[0][2]) + 1
    for line in lines[:-1]:
        assert re.fullmatch(r"::(?:error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[A-Z]\d+ [a-z-]+::.*", line)


@pytest.mark.parametrize("name", NAMES)
def test_sarif_names_files_by_addresses_that_are_relative(name: str) -> None:
    log = json.loads(as_sarif(checked(name), colour=False))
    for result in log["runs"][0]["results"]:
        (place,) = result["locations"]
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", place["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_text_is_the_pages_own(name: str) -> None:
    text = FORMATS["text"](checked(name), colour=False)
    assert text.isprintable() or set(filter(lambda sign: not sign.isprintable(), text)) <= {"\n", "\u200b", "\u2028"}
    assert "##[" not in text
    for line in text.splitlines():
        assert not line.lstrip().startswith("::")


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_no_text(form: str) -> None:
    assert FORMATS[form](checked("caf\udce9.md"), colour=False).encode("utf-8", "replace")


@pytest.mark.parametrize(
    "arguments", ["show page.md", "stats page.md", "parse page.md --to table", "duplicates page.md --to table",
                  "explain page.md:3", "check page.md", "set page.md none title=x"],
)  # fmt: skip
def test_nothing_steers_the_terminal(arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, arguments.split(), env={"COLUMNS": "200"})
    assert result.exit_code in (0, 1, 2)
    assert result.output
    assert not set(STEERING) - set("]0;owned[2J31m") & set(result.output)


def test_what_steers_is_replaced() -> None:
    assert printable(STEERING) == "\ufffd]0;owned\ufffd\ufffd[2J\ufffd31m\ufffd\ufffd\ufffd\ufffd"
    assert printable("caf\udce9") == "caf\ufffd"


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
@pytest.mark.parametrize(
    "arguments", [["parse", "page.md", "--owner", "A\udcff"], ["parse", "page.md", "--legend", "\udcff=equal"],
                  ["set", "page.md", "bee2020learning", "title=A\udcff"], ["check", "\udcff.md"]],
)  # fmt: skip
def test_arguments_that_are_no_text(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text("* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n", encoding="utf-8")
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_what_is_told_and_set_is_text() -> None:
    page = pubparse.parse("* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n")
    for told in ({"owner": "\ud800"}, {"legend": {"\ud800": "equal"}}):
        with pytest.raises(pubparse.UsageError, match="half a character"):
            pubparse.parse("", **told)  # type: ignore[arg-type]
    with pytest.raises(pubparse.UsageError, match="half a character"):
        page.edit().set("bee2020learning", "title", "\ud800")
    with pytest.raises(pubparse.UsageError, match="a publication has no"):
        page.edit().set("bee2020learning", f"authors[{'9' * 5000}].name", "A. Bee")


@pytest.mark.parametrize("word", ["a", "A", "the", "é", "1", "A.", "\u200b", "::"])
def test_a_check_of_a_long_word_takes_no_longer_than_it_is(word: str) -> None:
    def check(text: str) -> object:
        return pubparse.parse(text).check()

    check("* A. Bee, C. Dee. Learning runtogetherwords. In ICML 2020.\n")  # what is loaded once
    few, many = (effort(check, f"* A. Bee, C. Dee. Learning {word * count}. In ICML 2020.\n") for count in (100, 800))
    assert many < 12 * few
