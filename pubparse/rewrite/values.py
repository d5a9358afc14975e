"""A publication in, all its values by path out: for finding one, and for telling what an edit changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pubparse.house_style.slots import label_of
from pubparse.model.person import Author
from pubparse.model.publication import Award, Link, Publication

_WHERE = frozenset("id line end_line span section raw fields confidence mark_spans year_from equal_group".split())
"""Keys that say where and how sure something was read, which moves with every edit, or count others."""

_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_INDEX = re.compile(r"\[\d+\]")
_DERIVED = {
    "year": ("date",),
    "date": ("year",),
    "venue.name": ("venue.acronym", "venue.track", "venue.kind", "type", "status", "series"),
    "name": ("given", "family", "particle", "suffix", "literal", "is_self"),
    "marks": ("roles",),
    "text": ("kind",),
    "url": ("kind",),
    "ids": ("ids", "links", "year", "date"),
    "authors": ("links",),
    "links": ("ids", "year", "date"),
    "links.url": ("ids", "year", "date", "status", "type"),
}
"""What is read out of a value changes with it."""


def value_at(publication: Publication, path: str) -> Any:
    """Give the value at a path: `title`, `venue.name`, `authors[3].name`; KeyError where a record has no such path."""
    value: Any = publication
    try:
        for name, index in _STEP.findall(path):
            value = getattr(value, name) if name else value[int(index)]
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        raise KeyError(path) from error
    return value


def printed(value: Any) -> str:
    """A value as it is given to be set: names with a semicolon between them, marks with a blank."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Author):
            return "; ".join(one.name for one in value)
        return together(items_of(value)) if value and isinstance(value[0], Award | Link) else " ".join(map(str, value))
    return "" if value is None else str(value)


def items_of(value: Sequence[Award | Link]) -> list[str]:
    """What awards say; of links what they show, without brackets, and where they lead."""
    return [one.text if isinstance(one, Award) else f"{label_of(one)} {one.url}" for one in value]


def together(items: Iterable[str]) -> str:
    """Awards or links as one value, in whatever order they stand."""
    return "; ".join(sorted(items))


def as_printed(path: str, value: str | int) -> str:
    """A value that a user gives, in the form of `printed`."""
    text = " ".join(str(value).split())
    return "; ".join(names_in(text)) if path == "authors" else text


def names_in(text: str) -> list[str]:
    """The names of a list that semicolons part."""
    return [name.strip() for name in text.split(";") if name.strip()]


def place_of(publication: Publication, path: str) -> str | None:
    """What part of the page says the value at a path: `entry`, `heading` …; None where none does."""
    if path.startswith("links["):
        return "entry"
    path = "authors[0].name" if path == "authors" else path.replace(".marks", ".name")
    return publication.fields[path].origin if path in publication.fields else None


def values_of(publication: Publication) -> dict[str, Any]:
    """All values of a record that an edit elsewhere must leave alone, by path."""
    return dict(_flat("", publication.model_dump()))


def derived(path: str) -> tuple[str, ...]:
    """The beginnings of the paths whose values are read out of the value at `path`."""
    head, _, name = path.rpartition(".")
    field = _INDEX.sub("", path)
    own = _DERIVED["ids"] if field.startswith("ids.") else _DERIVED.get(field, ())
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
