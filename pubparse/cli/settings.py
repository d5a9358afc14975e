"""A folder in, the rules that its settings choose out: `[tool.pubparse]` of a TOML file."""

import tomllib
from pathlib import Path
from typing import Any, TypedDict

import pubparse

_FILES = (".pubparse.toml", "pyproject.toml")
_KEYS = ("select", "ignore")


class Chosen(TypedDict):
    """The keyword arguments of `pubparse.check` that choose rules."""

    select: list[str]
    ignore: list[str]


def settings(select: list[str] | None, ignore: list[str] | None, folder: Path | None = None) -> Chosen:
    """Give the rules that were asked for; what was not said is as the settings have it.

    Settings are those of the nearest folder that has any, from `folder` up, which is the working folder where none is
    given; `.pubparse.toml` comes before `pyproject.toml`. UsageError where they make no sense, OSError where a file
    cannot be read.
    """
    found = _nearest(folder or Path.cwd())
    return Chosen(
        select=found.get("select", []) if select is None else select,
        ignore=found.get("ignore", []) if ignore is None else ignore,
    )


def _nearest(folder: Path) -> dict[str, list[str]]:
    for place in (folder, *folder.parents):
        for name in _FILES:
            if (place / name).is_file() and (found := _settings(place / name)) is not None:
                return found
    return {}


def _settings(path: Path) -> dict[str, list[str]] | None:
    """Give what a file says; None where it says nothing of pubparse."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        if path.name == "pyproject.toml":
            return None  # other tools tell
        raise pubparse.UsageError(f"{path}: {error}") from error
    tool = told.get("tool")
    table = tool.get("pubparse") if isinstance(tool, dict) else None
    if path.name != "pyproject.toml" and table is None:
        table = told
    return None if table is None else _checked(path, table)


def _checked(path: Path, table: Any) -> dict[str, list[str]]:
    if not isinstance(table, dict):
        raise pubparse.UsageError(f"{path}: tool.pubparse is no table")
    for key, value in table.items():
        if key not in _KEYS:
            raise pubparse.UsageError(f"{path}: there is no setting {key!r}: it is one of {', '.join(_KEYS)}")
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise pubparse.UsageError(f"{path}: {key} is a list of rules")
    return table
