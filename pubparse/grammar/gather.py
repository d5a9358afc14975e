"""A lattice and the path chosen through it in, the entry's fields out, each as a place in its visible text."""

import re

from pubparse import markers
from pubparse.grammar.acronyms import is_written_out
from pubparse.grammar.atoms import Atom
from pubparse.grammar.authors import Names, lexemes_of_names, names_of
from pubparse.grammar.dates import year_of
from pubparse.grammar.found import Found
from pubparse.grammar.houses import is_press, without_house
from pubparse.grammar.identifiers import trim_doi
from pubparse.grammar.labels import are_labels
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.leftovers import leftovers
from pubparse.grammar.marks import MARK_KINDS, mark_of
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.series import is_series
from pubparse.grammar.settle import settled
from pubparse.grammar.theses import is_school
from pubparse.grammar.title import TYPE_LETTER, TYPES_OF_LETTERS, title_of
from pubparse.grammar.values import Stretch, Value, balance, trim, value_of
from pubparse.grammar.venue import VenueParts, about, is_no_outlet, suffix_year, venue_of
from pubparse.grammar.weights import AUTHORS, EDITORS, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.grammar.when import When, when
from pubparse.lexer.lexemes import MATH, RAISED, URL
from pubparse.registry import collect

_PLAIN = {PUBLISHER: "publisher", PLACE: "place"}
_PAGED = ("pages", "article_number")
_PAGE_SIGN = re.compile(r"pp?\.?\s?(?=\d)")  # glued to its number
_NUMBER_SIGN = re.compile(r"\W*(?:no|nr|number)?\W*\Z", re.I)
_ARXIV_BEFORE = re.compile(r"\b(arxiv):?\s*\Z", re.I)
_SIGNS_OF_AT = " \t\n@-–—:,;."
_PREPRINT = re.compile(r"\bpre-?prints?\b", re.I)


def gather(lattice: Lattice, reading: Reading, authors: Names) -> Found:
    """Take every field out of the path, and make notes of what is left; `authors` are the names on it, read before."""
    gatherer = _Gatherer(lattice, Found(authors))
    atoms = []
    for field_of_atoms in (ATOM, VENUE):  # a date of its own counts before one in the venue's name
        for step in reading.steps:
            if step.field == field_of_atoms:
                atoms += [cell.atom for cell in lattice.cells[step.first : step.last] if cell.atom]
    gatherer.date(when(lattice.lexemes, [atom for atom in atoms if atom.kind == "date"]))
    for atom in atoms:
        gatherer.atom(atom)
    steps = settled(lattice, reading.steps)
    gatherer.is_book = {PUBLISHER, PLACE} <= {step.field for step in steps} and "issue" not in gatherer.found.plain
    for step in steps:
        gatherer.step(step)
    gatherer.school()
    gatherer.arxiv()
    gatherer.pass_addresses()
    gatherer.notes()
    return gatherer.found


class _Gatherer:
    """Fields in the making."""

    def __init__(self, lattice: Lattice, found: Found) -> None:
        self.lattice, self.found = lattice, found
        self.text, self.lexemes = lattice.text, lattice.lexemes
        self.is_book = False  # or a chapter of one: it has a house and its place
        self.dates: list[Stretch] = []  # the places of the entry's date
        self.ranks: list[Value] = []  # of the venue, and other notes that no field takes

    def date(self, date: When | None) -> None:
        """The date; where else it stands says nothing new."""
        if date:
            self.found.year, self.found.date, self.dates, again = date
            self.found.passed += again

    def step(self, step: Step) -> None:
        """Take the field that a step reads; a note is what no field takes."""
        found, lattice = self.found, self.lattice
        if step.field == AUTHORS:
            self.pass_affiliations(step)
        elif step.field == TITLE:
            found.title = title_of(lattice, step.first, step.last)
            self.type_letter()
        elif step.field == VENUE:
            self.venue(step)
        elif step.field == EDITORS:
            found.editors = names_of(lattice, step.first, step.last)
            self.pass_affiliations(step)
        elif step.field in _PLAIN:
            value = self.value(*self.extent(step))
            if value and not is_no_outlet(value.text):
                self.set(found.plain, _PLAIN[step.field], value)

    def type_letter(self) -> None:
        """`题目[J]`: what sort of work it is, by the letters of GB/T 7714."""
        if (title := self.found.title) and (said := TYPE_LETTER.match(self.text, title.stretches[-1][1])):
            self.found.passed.append(said.span())
            if kind := TYPES_OF_LETTERS.get(said[1]):
                self.found.genre = self.found.genre or (kind, Value(said[1], (said.span(1),)))

    def extent(self, step: Step) -> Stretch:
        """Where a step's cells stand, with the brackets that belong to them."""
        cells = self.lattice.cells
        return balance(self.text, *self.lexemes.place(cells[step.first].first, cells[step.last - 1].last))

    def pass_affiliations(self, names: Step) -> None:
        """Pass over what is set like a mark and is none: the number of an affiliation."""
        kinds, tags = self.lexemes.kinds, self.lattice.tags
        if RAISED in kinds or MATH in kinds or "^" in tags:
            places = range(*lexemes_of_names(self.lattice, names.first, names.last))
            lexemes = [self.lexemes[at] for at in places if kinds[at] in MARK_KINDS or tags[at] == "^"]
            numbers = [one for one in lexemes if one.text.isdigit() or (one.text != "$" and not mark_of(one).glyph)]
            self.found.passed += [(one.start, one.end) for one in numbers]

    def pass_addresses(self) -> None:
        """An address is a link, whatever else it is."""
        place, kinds = self.lexemes.place, self.lexemes.kinds
        if URL in kinds:
            self.found.passed += [place(at, at + 1) for at, kind in enumerate(kinds) if kind == URL]

    def venue(self, step: Step) -> None:
        """The venue; `IJCAI-19` gives its year only where nothing else does."""
        found = self.found
        found.venue = venue_of(self.lattice, step.first, step.last, self.dates)
        if found.venue is None:
            return
        if self.is_book and is_series(self.lattice, step):
            self.set(found.plain, "series", found.venue.name)
            found.venue = None
            return
        is_journal = found.venue.kind == "journal" or "issue" in found.plain  # Philosophical Books 51(4)
        if not is_journal and is_press(found.venue.name.text) and "publisher" not in found.plain:
            found.plain["publisher"], found.venue = found.venue.name, None
            return
        self.said_before(step, found.venue.name.stretches[0][0])
        if split := without_house(self.text, found.venue.name):
            found.venue = VenueParts(split[0], *about(split[0].text))
            self.set(found.plain, "publisher", self.value(*split[1]))
        if found.venue.kind == "preprint" and (
            said := _PREPRINT.search(self.text, found.venue.name.stretches[-1][1], self.extent(step)[1])
        ):
            found.statuses.append(("preprint", Value(said.group(), (said.span(),))))
        if found.year is None and (split := suffix_year(self.lattice, found.venue.name)):
            found.venue = VenueParts(split[0], *about(split[0].text))
            found.year = found.date = Value(str(year_of(self.text[slice(*split[1])])), (split[1],), "two-digit year")

    def said_before(self, step: Step, name: int) -> None:
        """An award or a state before the name of the venue: `Best Paper Award @ …`, `In review – …`."""
        before = self.lattice.cells[step.first - 1] if step.first else None
        start = self.extent(step)[0]
        if before and before.atom and before.atom.kind == "in":  # In review
            start = self.lexemes.starts[before.first]
        if start < name and (stretch := trim(self.text, start, name, _SIGNS_OF_AT)):
            self.said(*stretch)

    def notes(self) -> None:
        """How the venue is rated, and whatever is left, but for labels of links and the venue said once more."""
        ranked = [stretch for rank in self.ranks for stretch in rank.stretches]
        left = leftovers(self.text, [*self.found.places(), *ranked])
        told = [note for note in left if self.is_venue_again(note.text) or are_labels(self.lexemes, *note.stretches[0])]
        untold = (note for note in left if note not in told)
        self.found.notes = sorted([*self.ranks, *untold], key=lambda note: note.stretches)
        self.found.passed += [stretch for note in told for stretch in note.stretches]

    def is_venue_again(self, said: str) -> bool:
        """Whether something is the venue's name or acronym; one that its name writes out becomes its acronym."""
        venue = self.found.venue
        if venue and not venue.acronym and is_written_out(said, venue.name.text):
            self.found.venue = venue = venue._replace(acronym=said)
        return venue is not None and said.lower() in (venue.name.text.lower(), (venue.acronym or "").lower())

    def arxiv(self) -> None:
        """`arXiv:math/0211159` names arXiv, too."""
        identifier = self.found.ids.get("arxiv")
        said = identifier and _ARXIV_BEFORE.search(self.text, 0, identifier.stretches[0][0])
        if said and not self.found.venue:
            self.found.venue = VenueParts(Value(said[1], (said.span(1),)), None, None, "preprint")

    def school(self) -> None:
        """The house of a thesis is its university, beside a department, too: `Zürich: Eidgenössische …, PhD thesis`."""
        found, plain = self.found, self.found.plain
        house, venue = plain.get("publisher"), found.venue and found.venue.name.text
        if house and found.genre and found.genre[0] == "thesis" and is_school(house.text, venue):
            found.venue = VenueParts(plain.pop("publisher"), *about(house.text))

    def value(self, start: int, end: int) -> Value | None:
        """A stretch without the signs at its ends."""
        stretch = trim(self.text, start, end)
        return value_of(self.text, [stretch]) if stretch else None

    def set(self, table: dict[str, Value], name: str, value: Value | None) -> None:
        """The first value of a name is taken: a second one stays free, and becomes a note."""
        if value:
            table.setdefault(name, value)

    def atom(self, atom: Atom) -> None:
        """Take the values in an atom."""
        found, whole = self.found, self.lexemes.place(atom.first, atom.last)
        if atom.kind == "etal":
            found.authors = found.authors._replace(et_al=trim(self.text, *whole, ", \n"))
        elif atom.kind == "label":
            found.passed += [self.lexemes.place(part.first, part.last) for part in atom.parts] or [whole]
        elif atom.kind == "editors":
            found.passed.append(whole)
        elif atom.kind in ("rank", "translated"):
            self.ranks += [value] if (value := self.value(*whole)) else []
        elif atom.kind == "edition":
            self.set(found.plain, "edition", self.value(*self.lexemes.place(atom.first, atom.first + 1)))
        elif atom.kind in ("award", "status"):
            self.said(*self.lexemes.place(atom.parts[0].first, atom.parts[0].last))
        elif atom.kind == "genre":
            self.genre(atom)
        elif atom.kind != "date":
            for part in atom.parts:
                self.set(*self.part(atom, part.field, part.first, part.last))

    def genre(self, atom: Atom) -> None:
        """What sort of work it says it is, and a report's or patent's number."""
        part, *house = atom.parts
        start, end = self.lexemes.place(part.first, part.last)
        for one in house:
            self.set(*self.part(atom, *one))
        if part.field == "number":
            self.set(*self.part(atom, *part))
            start = self.lexemes.starts[atom.first]
            said = _NUMBER_SIGN.search(self.text, start, self.lexemes.starts[part.first])
            end = said.start() if said else self.lexemes.starts[part.first]
        kind = next((one.type for one in collect(markers, markers.Genre) if one.matches(self.text[start:end])), None)
        if kind and (value := self.value(start, end)):
            self.found.genre = (kind, value)

    def part(self, atom: Atom, name: str, first: int, last: int) -> tuple[dict[str, Value], str, Value | None]:
        """A part of an atom, and the table it belongs in."""
        value = self.value(*self.lexemes.place(first, last))
        if value and name in _PAGED and (sign := _PAGE_SIGN.match(value.text)):
            value = self.value(value.stretches[0][0] + sign.end(), value.stretches[-1][1])
        if atom.kind != "id":
            return self.found.plain, name, value
        if value and name == "doi":
            start = value.stretches[0][0]
            value = self.value(start, start + len(trim_doi(value.text)))
        return self.found.ids, name, value

    def said(self, start: int, end: int) -> None:
        """An award, or words that say how far the work has come."""
        if value := self.value(start, end):
            awards = [(one.kind, value) for one in collect(markers, markers.Award) if one.matches(value.text)]
            states = [(one.status, value) for one in collect(markers, markers.Status) if one.matches(value.text)]
            self.found.awards += awards[:1]
            self.found.statuses += () if awards else states[:1]
