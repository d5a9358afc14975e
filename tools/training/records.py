"""The files of `records/` in, works with typed fields out.

The files are CSL-JSON, with a few keys of ours in `custom`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

RECORDS = Path(__file__).parent / "records"
OUTLETS = "outlets"


class Person(NamedTuple):
    """A name as its parts; `family` has its particle; a group has only a `family`."""

    given: str
    family: str
    suffix: str = ""

    @property
    def group(self) -> bool:
        """Whether it is no person, or one whose name should not be split."""
        return not self.given

    @property
    def split_family(self) -> tuple[str, str]:
        """The particle that `family` begins with, in small letters, and the rest."""
        words = self.family.split(" ")
        place = next((place for place, word in enumerate(words) if not word[0].islower()), len(words) - 1)
        return " ".join(words[:place]), " ".join(words[place:])


class Outlet(NamedTuple):
    """How a conference or journal is called."""

    acronyms: tuple[str, ...]
    conference: str = ""
    abbreviation: str = ""
    counted_from: int = 0


class Work(NamedTuple):
    """A record: `kind` is its type in CSL, `file` where it stands, `csl` all of it."""

    id: str
    kind: str
    file: str
    language: str
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    title: str
    year: int
    container: str
    outlet: str
    csl: dict[str, Any]

    def text(self, key: str) -> str:
        """Give a plain value of the record, or of its `custom` part."""
        return str(self.csl.get(key) or self.csl.get("custom", {}).get(key) or "")


@cache
def load_works() -> tuple[Work, ...]:
    """Read all works, in the order of the files' names and then of the files."""
    return tuple(
        _work(record, path.stem)
        for path in sorted(RECORDS.glob("*.json"))
        if path.stem != OUTLETS
        for record in json.loads(path.read_text("utf-8"))
    )


@cache
def load_outlets() -> dict[str, Outlet]:
    """Read conferences by acronym and journals by title."""
    table = json.loads((RECORDS / f"{OUTLETS}.json").read_text("utf-8"))
    return {
        name: Outlet(
            tuple(entry["acronyms"]),
            entry.get("conference", ""),
            entry.get("abbreviation", ""),
            entry.get("counted-from", 0),
        )
        for name, entry in table.items()
    }


def _work(record: dict[str, Any], file: str) -> Work:
    custom = record.get("custom", {})
    container = record.get("container-title", "")
    return Work(
        record["id"],
        "workshop" if custom.get("venue") == "workshop" else record["type"],
        file,
        record.get("language", "en"),
        tuple(_person(person) for person in record["author"]),
        tuple(_person(person) for person in record.get("editor", ())),
        record["title"],
        record["issued"]["date-parts"][0][0],
        container,
        custom.get("venue", container),
        record,
    )


def _person(name: dict[str, str]) -> Person:
    if "literal" in name:
        return Person("", name["literal"])
    particle = name.get("non-dropping-particle", "")
    return Person(name["given"], f"{particle} {name['family']}".strip(), name.get("suffix", ""))
