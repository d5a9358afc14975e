"""A page's YAML front matter in, plain data out, and the names in it that may be the owner's."""

from datetime import date, datetime
from typing import Any

from pubparse.markdown.blocks import Document
from pubparse.problems import Problem
from pubparse.text.source import Source

_OWNER_KEYS = ("author", "name", "owner", "title")  # a page may be called by its owner


def read_front_matter(source: Source, document: Document) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """The front matter as JSON-like data; a block that is no YAML mapping is a problem, not an error."""
    span = document.front_matter
    if span is None:
        return None, ()
    try:
        data = _load(source.text[span.start : span.end])
    except _unreadable() as error:
        return None, (Problem("front-matter", span, " ".join(str(error).split())),)
    if data is None:
        return {}, ()
    if not isinstance(data, dict):
        return None, (Problem("front-matter", span, "not a mapping"),)
    return {str(key): _plain(value) for key, value in data.items()}, ()


def owner_hints(front_matter: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    """Names in the front matter, each with what tells it."""
    values = [(front_matter or {}).get(key) for key in _OWNER_KEYS]
    values = [value.get("name") if isinstance(value, dict) else value for value in values]
    return tuple((value, "front matter") for value in values if isinstance(value, str))


def _load(text: str) -> object:
    """The YAML as data; aliases are refused, since a few lines of them can stand for gigabytes."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if "*" in text and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, loader)):
        raise ValueError("aliases are not read")
    return yaml.load(text, loader)  # noqa: S506 - a safe loader


def _unreadable() -> tuple[type[Exception], ...]:
    import yaml

    return (yaml.YAMLError, ValueError, OverflowError, RecursionError)


def _plain(value: object) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
