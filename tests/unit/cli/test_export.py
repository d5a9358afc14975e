"""`pubparse export` and `pubparse formats`: what is written, where, which works, and what is refused."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from inputs import SOURCE
from typer.testing import CliRunner, Result

import pubparse
from pubparse.cli.files import save
from pubparse.cli.main import app

PAGE = pubparse.parse_file(SOURCE)


def export(*arguments: object, to: str = "json", **more: Any) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments), "--to", to], **more)


def works(*arguments: object) -> list[pubparse.Publication]:
    result = export(SOURCE, *arguments)
    assert result.exit_code == 0, result.stderr
    return [PAGE.publication(record["id"]) for record in json.loads(result.stdout)]


def test_standard_output_is_what_the_library_gives() -> None:
    assert export(SOURCE).stdout == PAGE.export("json").text


def test_standard_input() -> None:
    assert [one["file"] for one in json.loads(export("-", input=SOURCE.read_bytes()).stdout)] == [None] * 38


def test_many_files_are_one_bibliography() -> None:
    assert len({one["id"] for one in json.loads(export(SOURCE, SOURCE).stdout)}) == 2 * 38


def test_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "new" / "papers.json"
    result = export(SOURCE, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == PAGE.export("json").text
    assert list(target.parent.iterdir()) == [target]


def test_a_slash_makes_it_a_folder(tmp_path: Path) -> None:
    assert export(SOURCE, "-o", f"{tmp_path}/new/").exit_code == 0
    assert (tmp_path / "new" / "publications.json").is_file()


def test_our_file_is_written_anew_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "papers.json"
    target.write_text(PAGE.export("json").text[:500], encoding="utf-8")
    target.chmod(0o640)
    assert export(SOURCE, "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8") == PAGE.export("json").text
    assert os.name == "nt" or stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "papers.json"
    target.write_text("mine", encoding="utf-8")
    result = export(SOURCE, "-o", target)
    assert result.exit_code == 2
    assert "papers.json: it is there already" in result.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert export(SOURCE, "-o", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") == PAGE.export("json").text


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("csl-json", '[{"id": "mine", "type": "book"}]'),
        ("json", '[{"file":"mine"}]'),
        ("jsonl", '{"file":"mine"}'),
        ("json-ld", '{"@graph": [\n{"@id": "#mine"}]}'),
        ("academicpages-tsv", "pub_date\ttitle\tvenue\texcerpt\tcitation\turl_slug\tpaper_url\n"),
    ],
)
def test_a_file_of_the_same_format_may_be_somebody_elses(tmp_path: Path, to: str, text: str) -> None:
    target = tmp_path / "mine"
    target.write_text(text, encoding="utf-8")
    assert export(SOURCE, "-o", target, to=to).exit_code == 2
    assert target.read_text(encoding="utf-8") == text


def test_a_file_that_quotes_a_sign_is_somebody_elses(tmp_path: Path) -> None:
    """Only the beginning tells: a page about an export has it further down."""
    target = tmp_path / "mine"
    for exporter in pubparse.formats():
        for content in PAGE.export(exporter.name).files.values():
            quoted = b"Mine: " + (content if isinstance(content, bytes) else content.encode())
            target.write_bytes(quoted)
            with pytest.raises(FileExistsError):
                save({target: b"new"}, exporter.begins)
            assert target.read_bytes() == quoted


def test_a_page_may_become_empty_and_full_again(tmp_path: Path) -> None:
    (empty := tmp_path / "empty.md").touch()
    for exporter in pubparse.formats():
        for page in (SOURCE, empty, SOURCE):
            assert export(page, "-o", tmp_path / exporter.name, to=exporter.name).exit_code == 0, exporter.name


def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "papers.json"
    target.write_text("", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = export(SOURCE, "-o", target)
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b""


def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "papers.json", tmp_path / "link.json"
    target.touch()
    link.symlink_to(target)
    assert export(SOURCE, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == PAGE.export("json").text


def test_works_are_chosen() -> None:
    assert works() == list(PAGE.publications)
    assert works("--type", "journal") == [one for one in PAGE.publications if one.type == "journal"] != []
    both = works("--type", "journal", "--type", "preprint")
    assert both == [one for one in PAGE.publications if one.type in ("journal", "preprint")]
    assert works("--year", "2020-2021") == [one for one in PAGE.publications if one.year in (2020, 2021)] != []
    assert works("--year", "2024-") == [one for one in PAGE.publications if (one.year or 0) >= 2024] != []
    assert works("--section", "preprint") == [one for one in PAGE.publications if len(one.section) > 1] != []
    assert works("--min-confidence", "0.97") == [one for one in PAGE.publications if one.confidence >= 0.97] != []


def test_only_self_first() -> None:
    chosen = works("--only-self-first")
    alone = [one for one in chosen if one.authors[0].is_self]
    assert alone == [one for one in PAGE.publications if one.authors[0].is_self] != []
    shared = [one for one in chosen if not one.authors[0].is_self]
    assert shared
    for one in shared:
        assert one.authors[0].equal_group == next(author.equal_group for author in one.authors if author.is_self) == 1


def test_losses_are_told_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    loss = pubparse.Loss("tang2024fusefl", "authors[0].roles", "equal", "no place")
    monkeypatch.setattr(pubparse.Export, "losses", (loss,))
    assert export(SOURCE).stderr == ""
    assert export(SOURCE, "--report").stderr == "pubparse: tang2024fusefl: authors[0].roles: equal: no place\n"


def test_keys() -> None:
    keys = [one["id"] for one in json.loads(export(SOURCE, "--keys", "{family}:{year}").stdout)]
    assert len(set(keys)) == 38
    assert all(key.startswith("lai:2025") for key in keys[:1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "papyrus"], "no format 'papyrus'"),
        (["--colour", "red"], "no option 'colour'"),
        (["--keys", "{colour}"], "a key has no {colour}"),
        (["--keys", "{year"], "no template for keys"),
        (["--keys", "{year}/"], "a key is made of letters"),
        (["--year", "soon"], "'soon' is no year"),
        (["--year", "2021-2018"], "it ends before it begins"),
        (["--type", "jurnal"], "'jurnal' is no type"),
        (["none.md"], "none.md: No such file"),
    ],
)
def test_misuse(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["export", str(SOURCE), "--to", "json", *arguments], env={"COLUMNS": "300"})
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_formats_are_listed() -> None:
    shown = CliRunner().invoke(app, ["formats"]).stdout
    assert all(exporter.name in shown for exporter in pubparse.formats())


@pytest.mark.parametrize("exporter", pubparse.formats(), ids=lambda exporter: exporter.name)
def test_a_format_is_told_in_full(exporter: pubparse.Exporter) -> None:
    shown = CliRunner().invoke(app, ["formats", exporter.name], env={"COLUMNS": "300"}).stdout
    assert exporter.label in shown
    assert exporter.doc.split()[-1] in shown
    for name in exporter.options.model_fields:
        assert f"--{name.replace('_', '-')}" in shown


def test_unknown_format_is_misuse() -> None:
    assert CliRunner().invoke(app, ["formats", "papyrus"]).exit_code == 2


@pytest.mark.parametrize("option", [["--bom"], ["--bom", "true"], ["--bom=true"]])
def test_a_format_has_options_of_its_own(option: list[str]) -> None:
    result = CliRunner().invoke(app, ["export", "--to", "csv", *option, str(SOURCE)])
    assert result.exit_code == 0, result.stderr
    assert result.stdout == PAGE.export("csv", bom=True).text
