"""The authors that a front matter names, and what was read of them, in, authors as plain data out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pubparse import markers
from pubparse.folders.facts import Facts
from pubparse.folders.files import OWNERS
from pubparse.folders.places import Places
from pubparse.folders.readings import Reading, called
from pubparse.folders.sheet import shown
from pubparse.grammar.names import name_key, split_name
from pubparse.registry import collect
from pubparse.text.span import Span, hull
from pubparse.text.visible import Visible

Record = dict[str, Any]
_BETWEEN = re.compile(r"\s*;\s*|,?\s+(?:and|&)\s+|\s*,\s*")
_GROUP = re.compile(r"\((\d)\)")


def authors_of(places: Places, facts: Facts, told: Reading | None, cited: Reading | None, owner: str) -> list[Record]:
    """Who the front matter names: in its list, or in its citation."""
    if facts.authors:
        names = [shown(called(author, owner)) for author in facts.authors]
        read = [_carried(places, told, at) for at in range(len(names))] if told and _agree(names, told) else []
        as_read = bool(read) and all(read)
        people = read if as_read else [_as_it_stands(places, at, name) for at, name in enumerate(names)]
        _mark_owner(places, people, facts, cited, owner)
        return _with_notes(places, people, facts)
    reading = told if facts.names else cited
    people = [person for at in range(_count(reading)) if reading and (person := _carried(places, reading, at))]
    if people or not facts.names:
        return people
    return [_as_it_stands(places, at, name) for at, name in enumerate(_parted(facts.names.visible))]


def _count(reading: Reading | None) -> int:
    return len(reading.publication.authors) if reading else 0


def _agree(names: list[Visible], told: Reading) -> bool:
    """Whether the names were read as the front matter parts them, but for marks."""
    read = told.publication.authors
    return len(read) == len(names) and all(
        one.name in name.text and not any(map(str.isalnum, name.text.replace(one.name, "", 1)))
        for one, name in zip(read, names, strict=True)
    )


def _carried(places: Places, reading: Reading, at: int) -> Record:
    """An author as read, with the places in the source; empty where the source does not have the name."""
    author = reading.publication.authors[at]
    span = places.carried(f"authors[{at}].name", reading, author.name)
    if span is None:
        return {}
    spans = tuple(hull(pieces) if (pieces := reading.sheet.back(Span(*mark))) else span for mark in author.mark_spans)
    return author.model_dump() | {"span": span, "mark_spans": spans}


def _as_it_stands(places: Places, at: int, name: Visible) -> Record:
    text = places.value(f"authors[{at}].name", name)
    parts = {part: value for part, value in split_name(text)._asdict().items() if value}
    return {"name": text, "span": places.fields[f"authors[{at}].name"]["span"], **parts}


def _parted(names: Visible) -> Iterator[Visible]:
    seen = shown(names)
    for name in filter(None, _BETWEEN.split(seen.text)):
        start = seen.text.index(name)
        yield Visible.join([(name, seen.span(start, start + len(name)), False)])


def _mark_owner(places: Places, people: list[Record], facts: Facts, cited: Reading | None, owner: str) -> None:
    """The owner is who the site calls so; else who is set off in the list or in the citation, or bears the name."""
    called_so = [author.text in OWNERS for author in facts.authors]
    citation = cited.publication.authors if cited else ()
    same = [one.name for one in citation] == [person["name"] for person in people]
    for at, person in enumerate(people):
        if called_so[at]:
            places.fields[f"authors[{at}].name"]["transform"] = "wording"
        if any(called_so):
            person["is_self"] = called_so[at]
        elif same:
            person["is_self"] = citation[at].is_self
        elif owner and "is_self" not in person:
            person["is_self"] = name_key(person["name"]) == name_key(owner)


def _with_notes(places: Places, people: list[Record], facts: Facts) -> list[Record]:
    for at, (person, note) in enumerate(zip(people, facts.notes, strict=True)):
        if note is None:
            continue
        found = ((pattern.search(note.text), slug) for slug, pattern in _roles())
        said = [slug for _, slug in sorted((match.start(), slug) for match, slug in found if match)]
        person["roles"] = tuple(dict.fromkeys((*person.get("roles", ()), *said)))
        for role in said:
            places.said(f"authors[{at}].roles[{person['roles'].index(role)}]", note.visible, role)
        if "equal" in said:
            group = _GROUP.search(note.text)
            person["equal_group"] = int(group[1]) if group else 1
    return people


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    roles = collect(markers, markers.Role)
    return tuple((role.slug, re.compile(role.legend, re.I)) for role in roles)
