"""Where others run `pubparse check`: as a GitHub Action and as a hook of pre-commit, in a repository of their own."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PARTS = ["pubparse", "tools", "pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml"]
CLEAN = "* **Ada Bee**, Carl Dee. On Things. In ICML 2020.\n"
PAGE = CLEAN.replace("**,", "** ,")
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_GIVEN = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
GIT = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | GIT, check=True, capture_output=True)


def committed(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Files")
    return folder


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our repository, as whoever uses it gets it."""
    folder = tmp_path_factory.mktemp("ours") / "pubparse"
    folder.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    return committed(folder)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A repository with a list of publications, and a page that is none."""
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv" / "my papers.md").write_text(PAGE, "utf-8")
    (tmp_path / "clean.md").write_text(CLEAN, "utf-8")
    return committed(tmp_path)


def act(ours: Path, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run what the action runs, its inputs filled in."""
    values = {f"inputs.{name}": inputs.get(name, one.get("default", "")) for name, one in ACTION["inputs"].items()}
    values["steps.python.outputs.python-path"] = sys.executable
    (step,) = (step for step in ACTION["runs"]["steps"] if "run" in step)
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {name: _GIVEN.sub(lambda found: values[found[1]], value) for name, value in step["env"].items()}
    env |= {"GITHUB_ACTION_PATH": str(ours), "GITHUB_OUTPUT": str(folder / "outputs")}
    return subprocess.run(["bash", "-c", step["run"]], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_action_is_as_github_wants_it() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_action_is_documented() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", (ROOT / "docs" / "continuous-integration.md").read_text("utf-8"), re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(ACTION["inputs"])


def test_action_that_finds_no_file(theirs: Path) -> None:
    done = act(ROOT, theirs, files="papers/*.md\nnone.md")
    assert (done.returncode, done.stdout) == (2, "::error title=pubparse::no file is one of papers/*.md, none.md\n")
    done = act(ROOT, theirs, files="clean.md", format="xml")
    assert (done.returncode, done.stdout) == (2, "::error title=pubparse::there is no format 'xml'\n")


@pytest.mark.network
def test_action(ours: Path, theirs: Path) -> None:
    done = act(ours, theirs, files="**/*.md\nclean.md\n")
    assert done.returncode == 1, done.stderr
    assert re.findall("^::(.*)::(.*)$", done.stdout, re.MULTILINE) == [
        ("warning file=cv/my papers.md,line=1,col=14,title=T703 space-before-comma", "a blank before a comma")
    ]
    assert not (theirs / "outputs").exists()
    assert act(ours, theirs, files="**/*.md", ignore="T703,T709").returncode == 0
    harm = "$(touch harm); touch harm"
    assert act(ours, theirs, files="**/*.md", select=harm).returncode == 2
    assert not (theirs / "harm").exists()


@pytest.mark.network
def test_action_that_writes_a_log(ours: Path, theirs: Path) -> None:
    done = act(ours, theirs, files="cv/*.md", format="sarif", output="log.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    (run,) = json.loads((theirs / "log.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["T703"]
    assert (theirs / "outputs").read_text("utf-8") == "sarif=log.sarif\n"


@pytest.mark.network
def test_hook(ours: Path, theirs: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ours), "pubparse-check", "--files"]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | GIT
    env["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("hooks"))

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *files], cwd=theirs, env=env, capture_output=True, text=True, check=False)

    done = hook("cv/my papers.md", "clean.md")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "cv/my papers.md:1:14: T703 a blank before a comma" in done.stdout
    assert "clean.md" not in done.stdout
    assert hook("clean.md").returncode == 0
