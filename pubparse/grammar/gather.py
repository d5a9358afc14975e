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
from pubparse.grammar.values import Stretch, Value, balance, trim, value_of
from pubparse.grammar.venue import VenueParts, suffix_year, venue_of
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.registry import collect

_PLAIN = {PUBLISHER: "publisher", PLACE: "place"}
# What may stand between fields and says nothing that the fields do not say.
_CONNECTIVES = re.compile(
    r"[\s\W_]*+(?:(?:and|und|et|y|i|in|with|by|of|the|at|to|on|for|from|pp?|pages?|vol(?:ume)?|no|nr|eds?|doi|https?|arxiv|url|"
    r"available|online|published|accepted|appear|presented|proceedings|patent)\b[\s\W_]*+)*+",
    re.I,
)
_EDGES = " \t\n\u00a0\u3000,;:.|–—-/()[]“”\"'’‘"


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
    taken: list[Stretch] = field(default_factory=list)  # what belongs to a field, a mark or a connective


def gather(lattice: Lattice, reading: Reading, authors: Names) -> Found:
    """Take every field out of the path, and make notes of what is left; `authors` are the names on it, read before."""
    gatherer = _Gatherer(lattice, Found(authors))
    atoms = []
    for field_of_atoms in (ATOM, VENUE):  # a date of its own counts before one in the venue's name
        for step in reading.steps:
            if step.field == field_of_atoms:
                atoms += [cell.atom for cell in lattice.cells[step.first : step.last] if cell.atom]
    gatherer.date([atom for atom in atoms if atom.kind == "date"])
    for atom in atoms:
        gatherer.atom(atom)
    for step in _settled(lattice, reading.steps):
        gatherer.step(step)
    gatherer.arxiv()
    gatherer.leftovers()
    return gatherer.found


def _settled(lattice: Lattice, steps: tuple[Step, ...]) -> list[Step]:
    """Join what two steps tell together that neither tells alone."""
    kept: list[Step] = []
    for step in steps:
        kept.append(step)
        if step.field not in (NOTE, PLACE):
            continue
        fields = [one.field for one in kept[-3:]]
        # `EMNLP 2020 Findings`: a track behind the venue's year is a part of its name.
        if fields == [VENUE, ATOM, NOTE] and _TRACK in lattice.features[step.first] and _is_between(lattice, kept[-2].first):
            kept[-3:] = [Step(kept[-3].first, step.last, VENUE)]
        # `Lausanne, Switzerland`: what stands before a country, and calls itself no publisher, is its city.
        elif fields[-2:] == [PUBLISHER, PLACE] and lattice.joints[step.first].between == "comma" and not _is_publisher(lattice, kept[-2]):
            kept[-2:] = [Step(kept[-2].first, step.last, PLACE)]
    return kept


def _is_publisher(lattice: Lattice, step: Step) -> bool:
    said = {text.lower() for cell in lattice.cells[step.first : step.last] for text in lattice.lexemes.texts[cell.first : cell.last]}
    return "publisher" in lattice.features[step.first] or bool(said & _PUBLISHER_WORDS)


def _is_between(lattice: Lattice, cell: int) -> bool:
    return any(feature.endswith(":between") for feature in lattice.features[cell])


class _Gatherer:
    """Fields in the making."""

    def __init__(self, lattice: Lattice, found: Found) -> None:
        self.lattice, self.found = lattice, found
        self.text, self.lexemes = lattice.text, lattice.lexemes
        self.dates: list[Stretch] = []  # the places of the entry's date

    def step(self, step: Step) -> None:
        """Take the field that a step reads; a note is what no field takes."""
        found, lattice = self.found, self.lattice
        if step.field == AUTHORS:
            found.taken.append(self.names_place(step))
        elif step.field == TITLE:
            found.title = title_of(lattice, step.first, step.last)
            found.taken += found.title.stretches if found.title else ()
        elif step.field == VENUE:
            self.venue(step)
        elif step.field == EDITORS:
            first, last = lattice.cells[step.first].first, end_of_names(lattice.tags, lattice.cells[step.last - 1].last)
            found.editors = read_names(self.text, self.lexemes, lattice.tags, first, last)
            found.taken.append(self.names_place(step))
        elif step.field in _PLAIN:
            self.set(found.plain, _PLAIN[step.field], self.value(*self.extent(step)))

    def extent(self, step: Step) -> Stretch:
        """Where a step's cells stand, with the brackets that belong to them."""
        cells = self.lattice.cells
        return balance(self.text, *self.lexemes.place(cells[step.first].first, cells[step.last - 1].last))

    def names_place(self, step: Step) -> Stretch:
        """Where a list of names stands, with the marks that trail it."""
        start, end = self.extent(step)
        last = end_of_names(self.lattice.tags, self.lattice.cells[step.last - 1].last)
        return start, max(end, self.lexemes.ends[last - 1])

    def venue(self, step: Step) -> None:
        """The venue; `IJCAI-19` gives its year only where nothing else does."""
        found = self.found
        found.taken.append(self.extent(step))
        found.venue = venue_of(self.lattice, step.first, step.last, self.dates)
        if found.venue is None:
            return
        if found.venue.kind == "preprint" and (said := _PREPRINT.search(self.text, found.venue.name.stretches[-1][1], self.extent(step)[1])):
            found.statuses.append(("preprint", Value(said.group(), (said.span(),))))
        if found.year is None and (split := suffix_year(self.lattice, found.venue.name)):
            found.venue = found.venue._replace(name=split[0])
            found.year = found.date = Value(str(year_of(self.text[slice(*split[1])])), (split[1],), "two-digit year")

    def arxiv(self) -> None:
        """`arXiv:math/0211159` names arXiv, too."""
        identifier = self.found.ids.get("arxiv")
        if self.found.venue or identifier is None:
            return
        if said := _ARXIV_BEFORE.search(self.text, 0, identifier.stretches[0][0]):
            self.found.venue = VenueParts(Value(said[1], (said.span(1),)), None, None, "preprint")
            self.found.taken.append(said.span(1))

    def value(self, start: int, end: int) -> Value | None:
        """A stretch without the signs at its ends."""
        stretch = trim(self.text, start, end)
        return value_of(self.text, [stretch]) if stretch else None

    def set(self, table: dict[str, Value], name: str, value: Value | None) -> bool:
        """Whether the value is the first of its name: a second one stays free, and becomes a note."""
        if value is None or name in table:
            return False
        table[name] = value
        self.found.taken += value.stretches
        return True

    def atom(self, atom: Atom) -> None:
        """Take the values in an atom."""
        found, whole = self.found, self.lexemes.place(atom.first, atom.last)
        if atom.kind == "date":
            return
        if atom.kind == "etal":
            found.authors = found.authors._replace(et_al=trim(self.text, *whole, ", \n"))
        elif atom.kind == "genre" and atom.parts[0].field == "genre":
            found.genre = next((genre.type for genre in _genres() if genre.matches(self.text[slice(*whole)])), None)
        elif atom.kind in ("award", "status"):
            self.said(atom.kind, *self.lexemes.place(atom.parts[0].first, atom.parts[0].last))
        elif atom.kind == "edition":
            self.set(found.plain, "edition", self.value(*self.lexemes.place(atom.first, atom.first + 1)))
        elif atom.kind == "genre":
            self.set(found.plain, "number", self.value(*self.lexemes.place(atom.parts[0].first, atom.parts[0].last)))
            said = self.text[whole[0] : self.lexemes.starts[atom.parts[0].first]]
            found.genre = next((genre.type for genre in _genres() if genre.matches(_NUMBER_SIGN.sub("", said))), found.genre)
        elif not all([self.set(*self.part(atom, part.field, part.first, part.last)) for part in atom.parts]):
            return
        found.taken.append(whole)

    def part(self, atom: Atom, name: str, first: int, last: int) -> tuple[dict[str, Value], str, Value | None]:
        """A part of an atom, and the table it belongs in."""
        value = self.value(*self.lexemes.place(first, last))
        if atom.kind != "id":
            return self.found.plain, name, value
        if value and name == "doi":
            start = value.stretches[0][0]
            value = self.value(start, start + len(trim_doi(value.text)))
        return self.found.ids, name, value

    def said(self, kind: str, start: int, end: int) -> None:
        """An award, or words that say how far the work has come."""
        value = self.value(start, end)
        if value and kind == "award":
            self.found.awards.append((next((award.kind for award in _awards() if award.matches(value.text)), "award"), value))
        elif value:
            self.found.statuses += [(status.status, value) for status in _statuses() if status.matches(value.text)][:1]

    def date(self, dates: list[Atom]) -> None:
        """The most exact of the dates that agree with the first full year; a short year only if there is no full one."""
        full = [atom for atom in dates if len(self.year(atom)) >= 4]
        if not dates:
            return
        year = year_of(self.year((full or dates)[0]))
        same = [atom for atom in dates if year_of(self.year(atom)) == year]
        self.dates = [self.lexemes.place(atom.first, atom.last) for atom in same]
        self.found.taken += self.dates
        chosen = max([atom for atom in same if atom in full] or same, key=lambda atom: (len(atom.parts), atom.first))
        parts = {part.field: self.lexemes[part.first] for part in chosen.parts}
        said, month, day = parts["year"], parts.get("month"), parts.get("day")
        end = said.end - 1 if said.text[-1].isalpha() else said.end  # 2019a
        self.found.year = Value(str(year), ((said.start, end),), "two-digit year")
        written = iso(said.text, month.text if month else None, day.text if day else None)
        self.found.date = Value(written, (self.lexemes.place(chosen.first, chosen.last),), "ISO 8601")

    def year(self, atom: Atom) -> str:
        """The year as a date writes it."""
        return next(self.lexemes.texts[part.first] for part in atom.parts if part.field == "year")

    def leftovers(self) -> None:
        """Whatever belongs to no field, in stretches between what does; signs and joining words alone are no note."""
        free = 0
        for start, end in [*sorted(self.found.taken), (len(self.text), len(self.text))]:
            if start > free and not _CONNECTIVES.fullmatch(self.text, free, start):
                self.found.notes += self.notes(free, start)
            free = max(free, end)

    def notes(self, start: int, end: int) -> list[Value]:
        """What a stretch leaves to note, line by line."""
        lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(self.text[start:end])]
        free = [trim(self.text, *line, _EDGES) for line in lines if not _CONNECTIVES.fullmatch(self.text, *line)]
        return [value for stretch in free if stretch and (value := value_of(self.text, [balance(self.text, *stretch)]))]


_NUMBER_SIGN = re.compile(r"\W*(?:no|nr|number)?\W*$", re.I)
_ARXIV_BEFORE = re.compile(r"\b(arxiv):?\s*\Z", re.I)
_TRACK = "venue:track"
_PUBLISHER_WORDS = frozenset("press university verlag books publishing publishers publisher inc ltd co editora éditions edizioni издательство 出版社".split())
_LINE = re.compile(r"[^\n]+")
_PREPRINT = re.compile(r"\bpre-?prints?\b", re.I)


@cache
def _awards() -> tuple[markers.Award, ...]:
    return collect(markers, markers.Award)


@cache
def _genres() -> tuple[markers.Genre, ...]:
    return collect(markers, markers.Genre)


@cache
def _statuses() -> tuple[markers.Status, ...]:
    return collect(markers, markers.Status)
