"""A lexicon's name in, its rows out: the lines of `<name>.txt`, read once, without blank lines and `#` comments."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[str, ...]:
    """Lines of the lexicon `name`, stripped."""
    text = (files("pubparse.lexicons") / f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def columns(name: str) -> tuple[tuple[str, ...], ...]:
    """A lexicon of lines `one | another | …` as rows of stripped cells."""
    return tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows(name))


@cache
def words(name: str) -> dict[str, str]:
    """A lexicon of lines `class: word word …` as {word: class}; words with spaces are joined by `_` in the file."""
    table: dict[str, str] = {}
    for row in rows(name):
        kind, _, members = row.partition(":")
        table.update(dict.fromkeys((word.replace("_", " ") for word in members.split()), kind.strip()))
    return table


@cache
def members(name: str, kinds: str) -> tuple[str, ...]:
    """The words of some classes of a lexicon, the classes separated by spaces."""
    return tuple(word for word, kind in words(name).items() if kind in kinds.split())
