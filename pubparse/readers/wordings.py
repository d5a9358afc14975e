"""Notes of an entry in, what they say out: how far a work has come, distinctions, and what is left."""

import re
from collections.abc import Iterable
from functools import cache
from typing import get_args

from pubparse import markers
from pubparse.model.publication import Status
from pubparse.readers.contract import Record
from pubparse.readers.records import NOWHERE
from pubparse.registry import collect

_STATES = frozenset(get_args(Status))


def status_of(text: str) -> str | None:
    """The state that some words are, if they are one."""
    said = text.strip().lower()
    if said in _STATES:
        return said
    return next((one.status for one in collect(markers, markers.Status) if one.matches(text)), None)


def award(text: str) -> Record:
    """A distinction, whatever its words are."""
    return {"text": text, "kind": _kind_of_award(text) or "prize", "span": NOWHERE}


def read_notes(texts: Iterable[str]) -> Record:
    """What notes say of a work; a semicolon parts two."""
    awards: list[Record] = []
    notes: list[Record] = []
    status = None
    for note in (part.strip() for text in texts for part in text.split(";")):
        if state := status_of(note):
            status = status or state
        elif _kind_of_award(note):
            awards.append(award(note))
        elif note:
            notes.append({"text": note, "span": NOWHERE})
    return {"status": status, "awards": awards, "notes": notes}


def role_of(text: str) -> str:
    """The role that the words of a legend say; else a slug of the words."""
    known = next((slug for slug, pattern in _roles() if pattern.search(text)), None)
    return known or "-".join(text.lower().split())


def _kind_of_award(text: str) -> str | None:
    return next((one.kind for one in collect(markers, markers.Award) if one.matches(text)), None)


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((role.slug, re.compile(role.legend, re.I)) for role in collect(markers, markers.Role))
