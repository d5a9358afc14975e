"""The names of one entry in, its authors and editors as plain data out: parts, marks, roles, and who is the owner."""

from functools import lru_cache
from typing import Any

from pubparse.grammar.authors import Name
from pubparse.grammar.marks import roles_beside
from pubparse.grammar.names import split_name
from pubparse.grammar.values import Value
from pubparse.layouts import Heading
from pubparse.model.origins import Origins
from pubparse.page.legend import Meaning, roles_of
from pubparse.page.owner import Owner, selves

Record = dict[str, Any]


class People:
    """Whoever one entry names, under the page's legend and its own."""

    def __init__(
        self, origins: Origins, legend: tuple[Meaning, ...], section: tuple[Heading, ...], name_order: str
    ) -> None:
        self.origins, self.legend, self.section, self.name_order = origins, legend, section, name_order

    def authors(self, names: tuple[Name, ...], owner: Owner | None) -> list[Record]:
        """Authors in order, with marks, roles, and who is the owner."""
        people = [self.person(f"authors[{at}]", name) for at, name in enumerate(names)]
        for at in selves(owner, names):
            people[at]["is_self"] = True
        equal = [(person, self._equal_mark(person)) for person in people if "equal" in person.get("roles", ())]
        groups = {mark: number for number, mark in enumerate(dict.fromkeys(mark for _, mark in equal), 1)}
        for person, mark in equal:
            person["equal_group"] = groups[mark]
        return people

    def editors(self, names: tuple[Name, ...]) -> list[Record]:
        """Editors in order, with marks and roles."""
        return [self.person(f"editors[{at}]", name) for at, name in enumerate(names)]

    def person(self, path: str, name: Name) -> Record:
        """One author or editor; what is not there is left to the model's defaults."""
        span = self.origins.note(f"{path}.name", name)
        person = {"name": name.text, "span": span, **_name_parts(name.text, self.name_order)}
        if name.marks or name.beside:
            person |= self._marked(path, name)
        if name.url:
            person["url"] = name.url
            person["orcid"] = name.url.rpartition("/")[2] if "orcid.org/" in name.url else None
        return person

    def _marked(self, path: str, name: Name) -> Record:
        """The marks of a name, and the roles that they and the words in brackets beside it give."""
        marked = {
            "marks": tuple(mark.glyph for mark in name.marks),
            "mark_spans": tuple(self.origins.visible.span(mark.start, mark.end) for mark in name.marks),
        }
        beside = name.beside or Value("", ())
        said = roles_beside(beside.text)
        of_marks = (role for mark in name.marks for role in self._roles(mark.glyph))
        roles = tuple(dict.fromkeys((*of_marks, *said)))
        for role in said:
            self.origins.note(f"{path}.roles[{roles.index(role)}]", Value(role, beside.stretches, "wording"))
        return {**marked, "roles": roles}

    def _roles(self, glyph: str) -> tuple[str, ...]:
        return roles_of(self.legend, glyph, self.section)

    def _equal_mark(self, person: Record) -> str:
        return next((mark for mark in person["marks"] if "equal" in self._roles(mark)), "")


@lru_cache(maxsize=8192)
def _name_parts(text: str, order: str) -> Record:
    return {part: value for part, value in split_name(text, order)._asdict().items() if value}
