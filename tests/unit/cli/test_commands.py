"""The commands as a person types them: what they print, where, and the exit code."""

import json
from pathlib import Path

import inputs
import pytest
from typer.testing import CliRunner

import pubparse
from pubparse.cli.main import app

SOURCE = str(inputs.SOURCE)
PAGE = pubparse.parse_file(SOURCE)
RUNNER = CliRunner()


def test_json_is_the_record() -> None:
    result = RUNNER.invoke(app, ["parse", SOURCE, "--to", "json"])
    assert result.exit_code == 0
    assert result.stdout == PAGE.to_json() + "\n"


def test_json_is_what_a_pipe_gets() -> None:
    assert RUNNER.invoke(app, ["parse", SOURCE]).stdout == PAGE.to_json() + "\n"


def test_several_files_give_a_page_a_line() -> None:
    pages = [json.loads(line) for line in RUNNER.invoke(app, ["parse", SOURCE, SOURCE]).stdout.splitlines()]
    assert [page["source"]["path"] for page in pages] == [PAGE.source.path] * 2


def test_json_lines_hold_a_publication_each_with_its_file() -> None:
    lines = RUNNER.invoke(app, ["parse", SOURCE, "--to", "jsonl"]).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record.pop("file") for record in records] == [PAGE.source.path] * len(PAGE.publications)
    assert records == PAGE.model_dump(mode="json")["publications"]


def test_table_has_a_row_for_each_publication() -> None:
    result = RUNNER.invoke(app, ["parse", SOURCE, "--to", "table"], env={"COLUMNS": "400"})
    assert result.exit_code == 0
    assert f"{len(PAGE.publications)} publications" in result.stdout
    for publication in PAGE.publications:
        assert (publication.title or "–") in result.stdout


def test_min_confidence_leaves_out_the_unsure() -> None:
    shown = json.loads(RUNNER.invoke(app, ["parse", SOURCE, "--min-confidence", "0.9"]).stdout)["publications"]
    assert [record["id"] for record in shown] == [pub.id for pub in PAGE.publications if pub.confidence >= 0.9]


def test_standard_input_and_what_it_is_told() -> None:
    text = "# Papers\n\n* A. Lovelace‡, C. Babbage‡. Notes on the Engine. In Proc. of Engines, 1843.\n"
    command = ["parse", "-", "--owner", "A. Lovelace", "--legend", "‡=equal"]
    page = json.loads(RUNNER.invoke(app, command, input=text.encode()).stdout)
    assert page == json.loads(pubparse.parse(text, owner="A. Lovelace", legend={"‡": "equal"}).to_json())
    assert page["owner"]["name"] == "A. Lovelace"
    assert [author["roles"] for author in page["publications"][0]["authors"]] == [["equal"], ["equal"]]


def test_sections_can_be_ignored() -> None:
    result = RUNNER.invoke(app, ["parse", SOURCE, "--ignore-section", "Preprint"])
    assert len(json.loads(result.stdout)["publications"]) == len(PAGE.publications) - 2


def test_unreadable_file_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["parse", str(tmp_path / "none.md"), SOURCE])
    assert result.exit_code == 2
    assert result.stdout == PAGE.to_json() + "\n"
    assert "none.md: No such file or directory" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_error_on_the_page_gives_one(monkeypatch: pytest.MonkeyPatch) -> None:
    span = PAGE.source.line_span(7)
    problem = pubparse.Problem(code="lost", message="it is lost", span=span, line=7, severity="error")
    monkeypatch.setattr(pubparse, "parse", lambda *_, **__: PAGE.model_copy(update={"problems": (problem,)}))
    result = RUNNER.invoke(app, ["parse", SOURCE, "--to", "jsonl"])
    assert result.exit_code == 1
    assert result.stderr == f"pubparse: {SOURCE}:7: error: it is lost [lost]\n"


def test_a_warning_does_not() -> None:
    result = RUNNER.invoke(app, ["parse", "-", "--to", "jsonl"], input=b"* A. M\xfcller. On Things. In ICML 2020.\n")
    assert result.exit_code == 0
    assert "pubparse: -:1: warning: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", SOURCE, "--to", "xml"],
        ["parse", SOURCE, "--legend", "‡"],
        ["parse", SOURCE, "--legend", "=equal"],
        ["parse", SOURCE, "--min-confidence", "2"],
        ["explain", SOURCE],
        ["explain", f"{SOURCE}:many"],
        ["explain", f"{SOURCE}:0"],
        ["explain", f"{SOURCE}:100000"],
        ["explain", "none.md:1"],
        ["nonsense"],
    ],
)
def test_misuse_gives_two(arguments: list[str]) -> None:
    result = RUNNER.invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert not result.stdout


def test_explain_shows_every_stage() -> None:
    result = RUNNER.invoke(app, ["explain", f"{SOURCE}:42"])
    assert result.exit_code == 0
    for heading, _rows in pubparse.explain(inputs.SOURCE.read_bytes(), 42):
        assert heading in result.stdout


def test_schema_is_printed() -> None:
    assert json.loads(RUNNER.invoke(app, ["schema"]).stdout) == pubparse.json_schema()


def test_version() -> None:
    assert RUNNER.invoke(app, ["--version"]).stdout == f"pubparse {pubparse.__version__}\n"


@pytest.mark.parametrize("command", ["parse", "explain", "schema"])
def test_help_has_an_example(command: str) -> None:
    result = RUNNER.invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"pubparse {command}" in result.stdout
    assert "For example" in result.stdout


def test_help_of_check_names_the_table_of_its_settings() -> None:
    assert "[tool.pubparse]" in RUNNER.invoke(app, ["check", "--help"]).output


@pytest.mark.parametrize(
    "arguments",
    [
        ["set", "refs.bib", "lecun2015deep", "year=2016"],
        ["add", "refs.bib", "refs.bib"],
        ["restyle", "refs.bib", "--like", SOURCE],
        ["restyle", SOURCE, "--like", "refs.bib"],
        ["check", "refs.bib"],
        ["explain", "refs.bib:1"],
    ],
)
def test_a_bibliography_is_no_markdown_and_that_is_told(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text("@article{lecun2015deep, title={Deep learning}, year=2015}\n", encoding="utf-8")
    result = RUNNER.invoke(app, arguments, env={"COLUMNS": "300"})
    assert result.exit_code == 2
    assert "refs.bib is a bibliography" in result.stderr
