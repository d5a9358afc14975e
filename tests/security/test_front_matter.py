"""Front matter that wants to do harm is a problem of the page; the list below it is read all the same."""

import json
from pathlib import Path

import pytest
import yaml

import pubparse

ENTRY = "* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]"
REFUSED = {
    "aliases that stand for gigabytes": (BOMB, "aliases are not read"),
    "a tag that runs a program": ("a: !!python/object/apply:os.system ['touch owned']", "tags are not read"),
    "a tag that names code": ("a: !!python/name:os.system", "tags are not read"),
    "a tag of its own": ("a: !thing {b: c}", "tags are not read"),
    "a tag on what it is not": ("a: !!timestamp 99999-01-01", "tags are not read"),
    "a million lists in each other": (f"a: {'[' * 1_000_000}{']' * 1_000_000}", ""),
    "lists deep enough for whoever reads the record": (f"a: {'[' * 400}{']' * 400}", "it is nested too deep"),
    "mappings in each other": ("\n".join(" " * at + "a:" for at in range(500)), "it is nested too deep"),
    "keys in each other": ("? " * 500 + "a", "it is nested too deep"),
    "a number of 5000 digits": ("a: " + "9" * 5000, ""),
    "one in another base": ("a: 0x" + "f" * 5000, "a number has too many digits"),
    "one in base sixty": ("a: " + ":".join(["59"] * 5000), "a number has too many digits"),
    "a date that is none": ("a: 2020-99-99", "month must be in 1..12"),
    "a key that is a list": ("? [a]\n: b", "unhashable key"),
}


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the YAML library in C, and where there is only the one in Python."""
    if request.param == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_is_a_problem(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given, why = REFUSED[name]
    assert_refused(f"---\n{given}\n---\n", why)
    assert not list(tmp_path.iterdir())


REFUSED_TOML = {
    "lists deep enough for whoever reads the record": (f"a = {'[' * 400}{']' * 400}", "nest"),
    "a list that breaks the reader": (f"a = {'[' * 100_000}{']' * 100_000}", "nest"),
    "tables in each other": (f"[{'.'.join('a' * 400)}]\nb = 1", "it is nested too deep"),
    "a number of 5000 digits": ("a = " + "9" * 5000, "digits"),
    "one in another base": ("a = 0x" + "f" * 5000, "a number has too many digits"),
    "no TOML": ("a: b", "after a key"),
}


@pytest.mark.parametrize("name", REFUSED_TOML)
def test_what_could_harm_in_toml_is_a_problem(name: str) -> None:
    given, why = REFUSED_TOML[name]
    assert_refused(f"+++\n{given}\n+++\n", why)


def assert_refused(block: str, why: str) -> None:
    """Such a block is told, with the reason, and the list below it is read all the same."""
    page = pubparse.parse(block + ENTRY)
    assert page.front_matter is None
    (problem,) = page.problems
    assert problem.code == "front-matter"
    assert why in problem.message
    assert [one.title for one in page.publications] == ["Learning to Read"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_toml_is_data(newline: str) -> None:
    text = "+++\ntitle = 'Papers'\ndate = 2020-01-02\nat = 07:32:00\nbig = inf\n[author]\nname = 'C. Dee'\n+++\n"
    page = pubparse.parse((text + ENTRY).replace("\n", newline))
    assert page.front_matter == {
        "title": "Papers",
        "date": "2020-01-02",
        "at": "07:32:00",
        "big": None,
        "author": {"name": "C. Dee"},
    }
    assert page.owner is not None
    assert (page.owner.name, page.owner.evidence) == ("C. Dee", "front matter")


def test_what_json_has_no_number_for_is_null() -> None:
    page = pubparse.parse(f"---\na: .inf\nb: -.inf\nc: .nan\nd: 1e3\n---\n{ENTRY}")
    assert page.front_matter == {"a": None, "b": None, "c": None, "d": "1e3"}
    assert json.loads(page.to_json())["front_matter"] == page.front_matter


def test_half_a_character_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)  # the one in C refuses it
    page = pubparse.parse(f'---\n"\\ud800": "x\\udc00"\n---\n{ENTRY}')
    assert page.front_matter == {"\ufffd": "x\ufffd"}
    assert page.to_json()


@pytest.mark.parametrize("given", [BOMB, "a: &a [*a]", f"a: {'[' * 100_000}"])
def test_in_a_folder_too(given: str, tmp_path: Path) -> None:
    (tmp_path / "bee.md").write_text(f"---\n{given}\n---\n", encoding="utf-8")
    page = pubparse.parse_folder(tmp_path)
    assert [problem.code for problem in page.problems] == ["front-matter"]
    assert page.publications == ()


def test_a_tag_in_a_folder_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "bee.md").write_text("---\ntitle: !!python/name:os.system x\n---\n", encoding="utf-8")
    assert [one.title for one in pubparse.parse_folder(tmp_path).publications] == ["x"]
