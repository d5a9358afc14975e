"""A lattice and the path chosen through it in, the entry's fields out, each as a place in its visible text."""

import re
from dataclasses import dataclass, field
from functools import cache

from pubparse import markers
from pubparse.grammar.atoms import Atom
from pubparse.grammar.authors import Names, end_of_names, read_names
from pubparse.grammar.dates import iso, year_of
from pubparse.grammar.identifiers import trim_doi
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.title import title_of
from pubparse.grammar.values import Value, balance, trim, value_of
from pubparse.grammar.venue import VenueParts, suffix_year, venue_of
from pubparse.grammar.weights import AUTHORS, EDITORS, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.registry import collect

_PLAIN = {PUBLISHER: "publisher", PLACE: "place"}
_CONNECTIVES = re.compile(
    r"[\s\W_]*(?:\b(?:and|und|et|y|i|in|with|by|of|the|at|to|on|for|from|pp?|pages?|vol(?:ume)?|no|nr|eds?|doi|https?|arxiv|url|"
    r"available|online|preprint|published|accepted|appear|presented|proceedings)\b[\s\W_]*)*",
    re.I,
)


@dataclass(slots=True)
class Found:
    """The fields of one entry. Places are code points of its visible text."""

    authors: Names = Names((), None)
    editors: Names = Names((), None)
    title: Value | None = None
    venue: VenueParts | None = None
    year: Value | None = None
    date: Value | None = None
    genre: str | None = None
    plain: dict[str, Value] = field(default_factory=dict)  # volume, issue, pages, publisher …
    ids: dict[str, Value] = field(default_factory=dict)
    awards: list[tuple[str, Value]] = field(default_factory=list)  # kind, text
    statuses: list[tuple[str, Value]] = field(default_factory=list)  # the record's status, the page's words
    notes: list[Value] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)  # what belongs to a field, a mark or a connective


def gather(lattice: Lattice, reading: Reading, authors: Names) -> Found:
    """Take every field out of the path, and make notes of what is left; `authors` are the names on it, read before."""
    found = Found(authors)
    dates: list[Atom] = []
    for step in reading.steps:
        if step.field == ATOM:
            _atom(lattice, lattice.cells[step.first].atom, found, dates)
        else:
            _field(lattice, step, found, dates)
    _date(lattice, found, dates)
    _leftovers(lattice, found)
    return found


def _field(lattice: Lattice, step: Step, found: Found, dates: list[Atom]) -> None:
    start, end = _extent(lattice, step)
    if step.field in (AUTHORS, EDITORS):
        first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
        last = end_of_names(lattice.tags, last)
        if step.field == EDITORS:
            found.editors = read_names(lattice.text, lattice.lexemes[first:last], lattice.tags[first:last])
        found.taken.append((start, max(end, lattice.lexemes[last - 1].end)))
    elif step.field == TITLE:
        found.title = title_of(lattice, step.first, step.last)
        found.taken += found.title.stretches if found.title else ()
    elif step.field == VENUE:
        found.venue = venue_of(lattice, step.first, step.last)
        found.taken.append((start, end))
        for cell in lattice.cells[step.first : step.last]:
            _atom(lattice, cell.atom, found, dates)
    elif step.field in _PLAIN:
        _set(found.plain, _PLAIN[step.field], _value(lattice.text, start, end), found)
    # NOTE: what no field takes is found by `_leftovers`.


def _extent(lattice: Lattice, step: Step) -> tuple[int, int]:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last - 1
    return balance(lattice.text, lattice.lexemes[first].start, lattice.lexemes[last].end)


def _value(text: str, start: int, end: int) -> Value | None:
    stretch = trim(text, start, end)
    return value_of(text, [stretch]) if stretch else None


def _set(table: dict[str, Value], name: str, value: Value | None, found: Found) -> None:
    """The first value of a name stands; a second one stays free, and becomes a note."""
    if value and name not in table:
        table[name] = value
        found.taken += value.stretches


def _atom(lattice: Lattice, atom: Atom | None, found: Found, dates: list[Atom]) -> None:
    if atom is None:
        return
    text, lexemes = lattice.text, lattice.lexemes
    if atom.kind == "date":
        dates.append(atom)
        return
    whole = (lexemes[atom.first].start, lexemes[atom.last - 1].end)
    if atom.kind == "etal" and found.authors.names:
        found.authors = found.authors._replace(et_al=trim(text, *whole, ", \n"))
    if atom.kind in ("award", "status"):
        part = atom.parts[0]
        place = (lexemes[part.first].start, lexemes[part.last - 1].end)
        _award(text, *place, found) if atom.kind == "award" else _status(text, *place, found)
        found.taken.append(whole)
        return
    if atom.kind == "genre":
        found.genre = next((genre.type for genre in collect_genres() if re.fullmatch(rf"\W*(?:{genre.words})\W*", text[slice(*whole)], re.I)), None)
        found.taken.append(whole)
        return
    fresh = True
    for part in atom.parts:
        value = _value(text, lexemes[part.first].start, lexemes[part.last - 1].end)
        table = found.ids if atom.kind == "id" else found.plain
        if value and atom.kind == "id" and part.field == "doi":
            value = _value(text, value.stretches[0][0], value.stretches[0][0] + len(trim_doi(value.text)))
        fresh = fresh and part.field not in table
        _set(table, part.field, value, found)
    if atom.kind == "edition":
        _set(found.plain, "edition", _value(text, lexemes[atom.first].start, lexemes[atom.first].end), found)
        found.taken.append(whole)
    elif fresh:
        found.taken.append(whole)


def _award(text: str, start: int, end: int, found: Found) -> None:
    value = _value(text, start, end)
    if value:
        kind = next((award.kind for award in collect_awards() if re.fullmatch(award.words, value.text, re.I)), "award")
        found.awards.append((kind, value))
        found.taken += value.stretches


def _status(text: str, start: int, end: int, found: Found) -> None:
    value = _value(text, start, end)
    if value:
        status = next((one.status for one in collect_statuses() if re.match(one.words, value.text, re.I)), None)
        if status:
            found.statuses.append((status, value))
            found.taken += value.stretches


@cache
def collect_awards() -> tuple[markers.Award, ...]:
    """All awards that markers declare."""
    return collect(markers, markers.Award)


@cache
def collect_genres() -> tuple[markers.Genre, ...]:
    """All genres that markers declare."""
    return collect(markers, markers.Genre)


@cache
def collect_statuses() -> tuple[markers.Status, ...]:
    """All statuses that markers declare."""
    return collect(markers, markers.Status)


def _date(lattice: Lattice, found: Found, dates: list[Atom]) -> None:
    """The entry's date: the most exact of those that agree with the first full year; a glued short year only if no other."""
    full = [atom for atom in dates if any(part.field == "year" and len(lattice.lexemes[part.first].text) >= 4 for part in atom.parts)]
    if full:
        years = {id(atom): _year_text(lattice, atom) for atom in full}
        first = years[id(full[0])]
        chosen = max((atom for atom in full if years[id(atom)] == first), key=lambda atom: len(atom.parts))
    elif dates:
        chosen = dates[0]
    else:
        if found.venue and (split := suffix_year(lattice, found.venue.name)):
            name, place = split
            found.venue = found.venue._replace(name=name)
            found.year = found.date = Value(str(year_of(lattice.text[place[0] : place[1]])), (place,), "two-digit year")
        return
    parts = {part.field: lattice.lexemes[part.first] for part in chosen.parts}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    end = year.end - 1 if year.text[-1].isalpha() else year.end  # 2019a
    found.year = Value(str(year_of(year.text)), ((year.start, end),), "two-digit year" if len(year.text) < 4 else None)
    found.date = Value(
        iso(year.text, month.text if month else None, day.text if day else None),
        ((lattice.lexemes[chosen.first].start, lattice.lexemes[chosen.last - 1].end),),
        "ISO 8601",
    )
    for atom in dates:
        if _year_text(lattice, atom) == year_of(year.text):
            found.taken.append((lattice.lexemes[atom.first].start, lattice.lexemes[atom.last - 1].end))


def _year_text(lattice: Lattice, atom: Atom) -> int:
    return next(year_of(lattice.lexemes[part.first].text) for part in atom.parts if part.field == "year")


def _leftovers(lattice: Lattice, found: Found) -> None:
    """Whatever belongs to no field, in stretches between what does; signs and joining words alone are no note."""
    free_from = 0
    for start, end in [*sorted(found.taken), (len(lattice.text), len(lattice.text))]:
        if start > free_from:
            _note(lattice, free_from, start, found)
        free_from = max(free_from, end)


def _note(lattice: Lattice, start: int, end: int, found: Found) -> None:
    text = lattice.text
    for piece in re.finditer(r"[^\n]+", text[start:end]):
        left, right = start + piece.start(), start + piece.end()
        if _CONNECTIVES.fullmatch(text, left, right):
            continue
        stretch = trim(text, left, right, " \t\n\u00a0\u3000,;:.|–—-/()[]“”\"'’‘")
        if stretch:
            stretch = balance(text, *stretch)
            value = value_of(text, [stretch])
            if value:
                found.notes.append(value)
