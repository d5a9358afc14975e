"""What an entry says in, field by field, `Found` out: the values, and where all of it stands."""

from dataclasses import dataclass, field

from pubparse.grammar.authors import Names
from pubparse.grammar.marks import roles_beside
from pubparse.grammar.values import Stretch, Value
from pubparse.grammar.venue import VenueParts

_NOBODY = Names((), None)


@dataclass(slots=True)
class Found:
    """The fields of one entry. Places are code points of its visible text."""

    authors: Names = _NOBODY
    editors: Names = _NOBODY
    title: Value | None = None
    venue: VenueParts | None = None
    year: Value | None = None
    date: Value | None = None
    genre: tuple[str, Value] | None = None  # the record's type, the page's words
    plain: dict[str, Value] = field(default_factory=dict)  # volume, issue, pages, publisher …
    ids: dict[str, Value] = field(default_factory=dict)
    awards: list[tuple[str, Value]] = field(default_factory=list)  # kind, text
    statuses: list[tuple[str, Value]] = field(default_factory=list)  # the record's status, the page's words
    notes: list[Value] = field(default_factory=list)
    passed: list[Stretch] = field(default_factory=list)  # labels, pictures, numbers of affiliations, the date again

    def places(self) -> list[Stretch]:
        """Where all that the record tells stands, but for the notes: they are what is left."""
        taken = list(self.passed)
        for name in (*self.authors.names, *self.editors.names):
            taken += name.stretches
            if name.marks:
                taken += [(mark.start, mark.end) for mark in name.marks]
            if name.beside and roles_beside(name.beside.text):
                taken += name.beside.stretches
        if self.authors.et_al:
            taken.append(self.authors.et_al)
        values = (self.title, self.venue and self.venue.name, self.year, self.date, self.genre and self.genre[1])
        for value in (*values, *self.plain.values(), *self.ids.values()):
            if value:
                taken += value.stretches
        for _, value in (*self.awards, *self.statuses[:1]):
            taken += value.stretches
        return taken
