"""The names of a .bib entry in, authors as plain data out: parts, marks, and what annotations say of them."""

import re

from pubparse.readers.contract import Record
from pubparse.readers.latex import plain
from pubparse.readers.people import give_role, person
from pubparse.readers.records import NOWHERE
from pubparse.readers.wordings import role_of

_OTHERS = frozenset({"others", "et al.", "et al"})
_SIGNS = "*∗†‡§¶‖"
_MARKS = re.compile(rf"\s*\^?([{_SIGNS}]+)$")
_SUFFIX = re.compile(r"(.*?) ?(Jr\.?|Sr\.?|II|III|IV)")
_LEGEND = re.compile(rf"([{_SIGNS}])\s*([^{_SIGNS}]+)")
# 1=self,equal   2:family=misspelled   1="0000-0002-1825-0097"
_SPEC = re.compile(r'(\d+)(?::\w+)*\s*=\s*((?:"[^"]*"|[^";])*)')
_EQUAL = re.compile(r"(equal)(\d+)")


def read_names(value: str) -> tuple[list[Record], bool]:
    """The people of a field, and whether there are others. A name in braces is whole."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    names = split_multiple_persons_names(value)
    people = [one for name in names if plain(name) not in _OTHERS and (one := _read_name(name))]
    return people, any(plain(name) in _OTHERS for name in names)


def _read_name(name: str) -> Record | None:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(name, strict=False)
    given, family, particle, suffix = (
        plain(" ".join(words)) for words in (parts.first, parts.last, parts.von, parts.jr)
    )
    if parts.von and parts.von[0][0].isupper():  # `Agüera y Arcas, Blaise`: no particle begins so
        family, particle = f"{particle} {family}", ""
    marks = _MARKS.search(family)
    if marks:
        family = family[: marks.start()]
    if found := _SUFFIX.fullmatch(family):  # `Frederick P. Brooks Jr.`: BibTeX takes the last word for the family name
        family, suffix = found[1], found[2]
        if not family:
            given, _, family = given.rpartition(" ")
    one = person(given, family, particle, suffix)
    if marks:
        one |= {"marks": tuple(marks[1]), "mark_spans": (NOWHERE,) * len(marks[1])}
    return one if one["name"] else None


def annotate(people: list[Record], roles: str, orcids: str) -> None:
    """Give people what biblatex's data annotations say: `1=self,equal;4=corresponding`."""
    for item, said in _SPEC.findall(roles):
        for name in filter(None, map(str.strip, said.split(","))):
            group = _EQUAL.fullmatch(name)
            give_role(_item(people, item), *((group[1], int(group[2])) if group else (name.strip('"'),)))
    for item, said in _SPEC.findall(orcids):
        for one in _item(people, item):
            one["orcid"] = said.strip().strip('"')


def _item(people: list[Record], item: str) -> list[Record]:
    """The people of an item, counted from 1: one, or none where the list is shorter."""
    at = int(item) - 1 if len(item) < 6 else -1
    return people[at : at + 1] if at >= 0 else []


def is_legend(people: list[Record], text: str) -> bool:
    """Whether a text tells what a mark of somebody means."""
    return any(text.startswith(one.get("marks", ())) for one in people)


def explain_marks(people: list[Record], legend: str) -> None:
    """Give people the roles that their marks mean: `* Equal contribution, † Corresponding author`."""
    groups = 0
    for mark, words in _LEGEND.findall(legend):
        role = role_of(words.strip(" ,;."))
        groups += role == "equal"
        give_role((one for one in people if mark in one.get("marks", ())), role, groups)
