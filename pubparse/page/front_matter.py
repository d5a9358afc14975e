"""A page's front matter in, YAML or TOML, plain data out, and the names in it that may be the owner's."""

from collections.abc import Iterable
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from pubparse.layouts import Listing
from pubparse.layouts.lines import text_of
from pubparse.markdown.blocks import Document
from pubparse.markdown.front_matter import TOML_FENCE
from pubparse.problems import Problem
from pubparse.text.source import Source, carried

_DEEPEST = 100
_TOO_DEEP = "it is nested too deep"
"""Collections within each other; what reads the record recurses into them."""
_WIDEST = 10_000
"""Bits of a number: Python refuses to write one of more than 4300 digits."""
_OWNER_KEYS = ("author", "name", "owner", "title")  # a page may be called by its owner


def read_front_matter(source: Source, document: Document) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """The front matter as JSON-like data; a block that is no mapping is a problem, not an error."""
    span = document.front_matter
    if span is None:
        return None, ()
    try:
        load = _load_toml if source.text.startswith(TOML_FENCE) else _load_yaml
        data = _plain(load(source.text[span.start : span.end]))
    except _unreadable() as error:
        return None, (Problem("front-matter", span, " ".join(str(error).split())),)
    if data is None:
        return {}, ()
    if not isinstance(data, dict):
        return None, (Problem("front-matter", span, "not a mapping"),)
    return data, ()


def owner_hints(front_matter: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    """Names in the front matter, each with what tells it."""
    values = [(front_matter or {}).get(key) for key in _OWNER_KEYS]
    values = [value.get("name") if isinstance(value, dict) else value for value in values]
    return tuple((value, "front matter") for value in values if isinstance(value, str))


def title_of(front_matter: dict[str, Any] | None, listing: Listing) -> str:
    """What the page is called, in its front matter or by a heading of some words above all entries; or ""."""
    title = (front_matter or {}).get("title")
    if isinstance(title, str):
        return title
    first = next((one for one in listing.prose if one.kind == "heading"), None)
    if first is None or first.section or (listing.entries and listing.entries[0].span.start < first.span.start):
        return ""
    text = text_of(first.runs).strip()
    return text if len(text.split()) > 1 else ""


def _load_toml(text: str) -> object:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


def _load_yaml(text: str) -> object:
    """The YAML as data; ValueError where it holds what no facts about a page need, and what could do harm."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if harm := _harm(yaml.parse(text, loader)):
        raise ValueError(harm)
    return yaml.load(text, loader)  # noqa: S506 - a safe loader


def _harm(events: Iterable[Any]) -> str:
    """What a YAML holds that no facts about a page need, and that could do harm."""
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):  # a few lines of them can stand for gigabytes
            return "aliases are not read"
        if getattr(event, "tag", None):  # what a tag stands for is made by code
            return "tags are not read"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return _TOO_DEEP
    return ""


def _unreadable() -> tuple[type[Exception], ...]:
    import yaml

    return (yaml.YAMLError, ValueError, OverflowError, RecursionError)


def _plain(value: object, depth: int = 0) -> Any:
    """The data as JSON can carry it: what is no number there, `.inf` say, is null."""
    if depth > _DEEPEST:
        raise ValueError(_TOO_DEEP)
    match value:
        case dict():
            return {carried(str(key)): _plain(inner, depth + 1) for key, inner in value.items()}
        case list():
            return [_plain(inner, depth + 1) for inner in value]
        case str():
            return carried(value)
        case int() if value.bit_length() > _WIDEST:
            raise ValueError("a number has too many digits")
        case float() if not isfinite(value):
            return None
        case datetime() | date() | time():
            return value.isoformat()
    return value
