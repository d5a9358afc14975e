"""A publication in, its values out by name; what no format takes out of it is what that format loses."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pubparse.bibliography.listed import Listed
from pubparse.model.person import Author
from pubparse.model.publication import Ids, Publication

NO_PLACE = "the format has no place for it"

_CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_BLANKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_INDEX = re.compile(r"\[\d+\]")
_PLAIN = (
    "title year date volume issue number series pages article_number publisher place edition et_al status type".split()
)


class Loss(NamedTuple):
    """Something that a record says and an export does not, or not as exactly."""

    key: str
    """The citation key of the work."""
    path: str
    """What it is: `authors[2].roles`, `awards[0]`; a key of the record for what is missing there."""
    text: str
    """What the record says; empty for what is missing."""
    why: str


class Work:
    """One publication on its way into a format.

    A format takes values with `text`, `people` and `take`; each is noted, and whatever is left is a loss. It reads
    `publication` itself to decide on something without writing it.
    """

    __slots__ = ("_all", "_said", "_taken", "file", "key", "publication", "sha256")

    def __init__(self, one: Listed) -> None:
        self.key, self.publication, self.file, self.sha256 = one
        self._all = False
        self._taken: set[str] = set()
        self._said: list[tuple[str, str]] = []

    def afresh(self) -> "Work":
        """The same publication with nothing taken, for a file beside the one whose losses are told."""
        return Work(Listed(self.key, self.publication, self.file, self.sha256))

    def text(self, path: str) -> str:
        """Take a value as one clean line of plain text, empty where the record has none."""
        self._taken.add(path)
        return text_of(self.publication, path)

    def people(self, path: str = "authors") -> tuple[Author, ...]:
        """Take the names of the `authors` or `editors`; what else is said of a person is taken by `take`."""
        self._taken.add(f"{path}.name")
        return self.publication.authors if path == "authors" else self.publication.editors

    def take(self, *paths: str) -> None:
        """Note that values are written: `authors.marks` is everybody's, `links[2]` just that one."""
        self._taken.update(paths)

    def take_all(self) -> None:
        """Note that everything is written."""
        self._all = True

    def lose(self, path: str, why: str) -> None:
        """Note what is written otherwise than the record says, or cannot be written since the record lacks it."""
        self._said.append((path, why))

    def losses(self) -> Iterator[Loss]:
        """Everything that was said to be lost, and all that was never taken."""
        told = dict(told_by(self.publication))
        yield from (Loss(self.key, path, told.get(path, ""), why) for path, why in self._said)
        written = self._taken.union(path for path, _ in self._said)
        for path, text in told.items():
            if not (self._all or path in written or _INDEX.sub("", path) in written):
                yield Loss(self.key, path, text, NO_PLACE)


def text_of(publication: Publication, path: str) -> str:
    """A value as one clean line of plain text, empty where the record has none: `title`, `venue.name`."""
    name, _, part = path.partition(".")
    value = getattr(publication, name)
    if part and value is not None:
        value = getattr(value, part)
    return "" if value is None else one_line(str(value))


def told_by(publication: Publication) -> Iterator[tuple[str, str]]:
    """All that a record says of a work, by path; where on the page it says so is another matter."""
    for name in _PLAIN:
        value = getattr(publication, name)
        if value and not (name == "date" and value == str(publication.year)) and (name, value) != ("type", "other"):
            yield name, str(value)
    if venue := publication.venue:
        yield "venue.name", venue.name
        for name in ("acronym", "track"):
            if (part := getattr(venue, name)) and part not in venue.name:
                yield f"venue.{name}", part
    for group in ("authors", "editors"):
        yield from _told_of_people(group, getattr(publication, group))
    for scheme in Ids.model_fields:
        if value := getattr(publication.ids, scheme):
            yield f"ids.{scheme}", value
    yield from ((f"links[{at}]", link.url) for at, link in enumerate(publication.links))
    yield from ((f"awards[{at}]", award.text) for at, award in enumerate(publication.awards))
    yield from ((f"notes[{at}]", note.text) for at, note in enumerate(publication.notes))


def _told_of_people(group: str, people: tuple[Author, ...]) -> Iterator[tuple[str, str]]:
    groups = {person.equal_group for person in people} - {None}
    for at, person in enumerate(people):
        path = f"{group}[{at}]"
        yield f"{path}.name", person.name
        if person.is_self:
            yield f"{path}.is_self", person.name
        if person.roles:
            yield f"{path}.roles", ", ".join(person.roles)
        elif person.marks:
            yield f"{path}.marks", " ".join(person.marks)
        if person.equal_group and len(groups) > 1:
            yield f"{path}.equal_group", str(person.equal_group)
        for name in ("url", "orcid"):
            if value := getattr(person, name):
                yield f"{path}.{name}", value


def one_line(text: str) -> str:
    """Plain text on one line: blanks and line breaks are one blank, what no format can hold is U+FFFD."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", text).strip().translate(_CONTROL)
