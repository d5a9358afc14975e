"""What the documentation says is so: its examples run, its commands, options, codes and keys are all there are."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from inputs import SOURCE
from typer.main import get_command

import pubparse
from pubparse.cli.main import app
from pubparse.problems import CODES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """Give the commands of console blocks, each with the output shown under it."""
    for block in blocks(text, "console"):
        for turn in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = turn.partition("\n")
            yield command, output


@pytest.mark.parametrize(("command", "output"), list(sessions(README)))
def test_readme_commands(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "pubparse"
    environment = os.environ | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "pubparse", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    shown = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    said = doctest.OutputChecker().check_output(unsure(output), unsure(shown) + "\n", doctest.ELLIPSIS)
    assert said, shown


def unsure(table: str) -> str:
    """Leave out how sure each reading is: that moves with every new weight."""
    return re.sub(r"[01]\.\d\d$", "", table, flags=re.MULTILINE)


def test_readme_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (session,) = blocks(README, "pycon")
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
    said: list[str] = []
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append).failed == 0, "".join(said)


def test_readme_and_ci_agree() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    shell = "".join(blocks(README, "sh")).replace("pip install ", "pip install --quiet ")
    for command in re.split(r" && |\n", shell.strip()):
        assert f"step {command}" in script


def test_quickstart_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(SOURCE, tmp_path / "publications.md")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"text": "* A. Lovelace. Notes on the Engine. In Proc. of Engines, 1843.\n"}
    for block in blocks(page("quickstart"), "python"):
        exec(block, names)  # noqa: S102 (our own documentation)


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_and_their_options(name: str) -> None:
    assert f"\n## pubparse {name}\n" in page("cli")
    for parameter in COMMANDS[name].params:
        if parameter.param_type_name == "option" and "--help" not in parameter.opts:
            assert f"`{parameter.opts[0]}" in page("cli"), parameter.opts


def test_documented_commands_exist() -> None:
    assert re.findall(r"^## pubparse (\w+)$", page("cli"), re.MULTILINE) == list(COMMANDS)


def test_problem_codes() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \|", page("problems"), re.MULTILINE)
    assert rows == [(name, CODES[name].severity) for name in sorted(CODES)]


def test_changelog_names_the_version() -> None:
    assert f"\n## [{pubparse.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    if "_generated" in path.parts:
        return
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        assert "://" in target or (path.parent / target).exists(), target


def test_readme_is_as_sure_as_the_program() -> None:
    shown = re.findall(r" (\d\.\d\d)$", README, re.MULTILINE)
    publications = pubparse.parse_file(ROOT / "tests" / "fixtures" / "publications.md").publications
    assert shown
    assert shown == [f"{one.confidence:.2f}" for one in publications[: len(shown)]]
