"""The files of `tables/` in, weighted choices out: what pages do, and how often."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tools.training.pieces import pick

TABLES = Path(__file__).parent / "tables"
Table = tuple[tuple[float, str], ...]
Pair = tuple[str, str]
_SIGNS = {"␣": " ", "↵": "\n", "∅": ""}


@cache
def load(file: str) -> Mapping[str, Table]:
    """Read a file's tables by their headings."""
    tables: dict[str, list[tuple[float, str]]] = {}
    rows: list[tuple[float, str]] = []
    for line in (TABLES / f"{file}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rows = tables.setdefault(line[1 : line.index("]")], [])
        elif line and not line.startswith("#"):
            weight, value = line.split(maxsplit=1)
            rows.append((float(weight), _decoded(value)))
    return {name: tuple(table) for name, table in tables.items()}


def draw(rng: random.Random, file: str, name: str) -> str:
    """Draw one of the values of a table."""
    return pick(rng, load(file)[name])


def draw_pair(rng: random.Random, file: str, name: str) -> Pair:
    """Draw what stands before and after the thing that is dressed."""
    return pair(draw(rng, file, name))


def pair(value: str) -> Pair:
    """Cut a value into what stands before and after the thing that is dressed."""
    before, _, after = value.partition("…")
    return before, after


def draw_for(rng: random.Random, file: str, name: str, language: str) -> str:
    """Draw one of the values of a language's own table, or of the English one."""
    tables = load(file)
    return pick(rng, tables.get(f"{name} {language}", tables[f"{name} en"]))


def _decoded(value: str) -> str:
    for sign, text in _SIGNS.items():
        value = value.replace(sign, text)
    return value
