"""A publication in, all its values by path out: for finding one, and for telling what an edit changed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pubparse.model.publication import Publication

_WHERE = frozenset("id line end_line span section raw fields confidence mark_spans year_from".split())
"""Keys that say where and how sure something was read, which moves with every edit."""

_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_DERIVED = {
    "year": ("date",),
    "date": ("year",),
    "venue.name": ("venue.acronym", "venue.track", "venue.kind", "type", "status", "series"),
    "name": ("given", "family", "particle", "suffix", "literal", "is_self"),
    "text": ("kind",),
    "ids": ("ids", "links", "year", "date"),
}
"""What is read out of a value changes with it."""


def value_at(publication: Publication, path: str) -> Any:
    """Give the value at a path: `title`, `venue.name`, `authors[3].name`; KeyError where a record has no such path."""
    value: Any = publication
    try:
        for name, index in _STEP.findall(path):
            value = getattr(value, name) if name else value[int(index)]
    except (AttributeError, IndexError, TypeError) as error:
        raise KeyError(path) from error
    return value


def values_of(publication: Publication) -> dict[str, Any]:
    """All values of a record that an edit elsewhere must leave alone, by path."""
    return dict(_flat("", publication.model_dump()))


def derived(path: str) -> tuple[str, ...]:
    """The beginnings of the paths whose values are read out of the value at `path`."""
    head, _, name = path.rpartition(".")
    own = _DERIVED.get(path) or _DERIVED.get(path.partition(".")[0]) or ()
    beside = tuple(f"{head}.{other}" for other in _DERIVED.get(name, ())) if head and "[" in head else ()
    return (path, *own, *beside)


def _flat(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name not in _WHERE:
                yield from _flat(f"{path}.{name}" if path else name, part)
    elif isinstance(value, tuple | list) and value and isinstance(value[0], Mapping):
        for at, part in enumerate(value):
            yield from _flat(f"{path}[{at}]", part)
    else:
        yield path, value
