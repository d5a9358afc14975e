"""A page's YAML front matter in, plain data out, and the names in it that may be the owner's."""

from datetime import date, datetime
from typing import Any

from pubparse.markdown.blocks import Document
from pubparse.problems import Problem
from pubparse.text.source import Source

_OWNER_KEYS = ("author", "name", "owner")


def read_front_matter(source: Source, document: Document) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """The front matter as JSON-like data; a block that is no YAML mapping is a problem, not an error."""
    span = document.front_matter
    if span is None:
        return None, ()
    from ruamel.yaml import YAML, YAMLError  # noqa: PLC0415 - only pages with front matter pay for it

    try:
        data = YAML(typ="safe", pure=True).load(source.text[span.start : span.end])
    except (YAMLError, ValueError, RecursionError) as error:
        return None, (Problem("front-matter", span, str(error).partition("\n")[0]),)
    if data is None:
        return {}, ()
    if not isinstance(data, dict):
        return None, (Problem("front-matter", span, "not a mapping"),)
    return {str(key): _plain(value) for key, value in data.items()}, ()


def _plain(value: object) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def owner_hints(front_matter: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    """Names in the front matter, each with what tells it."""
    values = [(front_matter or {}).get(key) for key in _OWNER_KEYS]
    return tuple((value, "front matter") for value in values if isinstance(value, str) and " " in value.strip())
