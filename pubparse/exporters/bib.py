"""Works and a dialect in, a .bib file out: which type an entry has, and what that type has a place for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import Field

from pubparse.exporters import latex
from pubparse.exporters.bib_fields import MAKERS, PATHS, Maker, Pen, has, plain
from pubparse.exporters.contract import SIGN, Options
from pubparse.exporters.kinds import kind_of
from pubparse.exporters.work import Work
from pubparse.model.keys import distinct

LONE_BRACE = "a brace without a partner, which not every program reads"
BIBER_NUMBER = re.compile(r"\d+")
"""What biber takes as an integer: biblatex's own model has volumes as such."""
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:_-]+")


class BibOptions(Options):
    """What can be chosen for every dialect of BibTeX."""

    protect: latex.Protect = Field(
        "whole",
        description="What keeps its capitals whatever a style does: `whole` titles, `words` with capitals inside, "
        "or `none`.",
    )


class Form(NamedTuple):
    """A type of entry."""

    name: str
    needs: tuple[tuple[str, ...], ...]
    """The fields that it asks for; of several in one place, one."""
    has: tuple[str, ...]
    """Those that it has a place for besides."""
    exact: bool
    """Whether it says all that the record's type says."""
    type: str
    """The value of its field `type`."""


@dataclass(frozen=True)
class Dialect:
    """How one program wants its .bib file."""

    forms: Mapping[str, Sequence[Form]]
    """For each kind of work its type, and those for works that lack what it asks for."""
    first: tuple[str, ...]
    """The fields that every entry begins with."""
    last: tuple[str, ...]
    """The fields that every entry can end with."""
    escape: latex.Escape = latex.escape
    makers: Mapping[str, Maker] = field(default_factory=dict)
    """How fields are made that are made otherwise than usual."""
    head: str = f"% {SIGN}"
    subtype: str = ""
    """The field that tells the record's type, where that of the entry is less exact."""


def form(name: str, needs: str, has: str = "", *, exact: bool = True, type: str = "") -> Form:  # noqa: A002
    """A type of entry, its fields in words: `a|b` is either."""
    return Form(name, tuple(tuple(need.split("|")) for need in needs.split()), tuple(has.split()), exact, type)


def write_bib(works: Sequence[Work], dialect: Dialect, protect: latex.Protect) -> str:
    """Write the works into one file, an entry each."""
    return "\n".join((f"{dialect.head}\n", *entries_of(works, dialect, protect)))


def entries_of(works: Sequence[Work], dialect: Dialect, protect: latex.Protect) -> list[str]:
    """The entries of works; their keys are of the letters and signs that BibTeX takes."""
    pen = Pen(dialect.escape, protect)
    plans = {one: _plan(one, dialect) for forms in dialect.forms.values() for one in forms}
    keys = [_NOT_IN_KEY.sub("-", work.key) or "anon" for work in works]
    entries: list[str] = []
    for key, work in zip(distinct(keys, [work.publication.title for work in works]), works, strict=True):
        chosen = _choose(work, dialect)
        fields = _fields(work, pen, plans[chosen])
        _tell_type(work, dialect, chosen, fields)
        lines = "".join([f"  {name} = {value},\n" for name, value in fields.items()])
        entries.append(f"@{chosen.name}{{{key},\n{lines}}}\n")
    return entries


def _plan(chosen: Form, dialect: Dialect) -> dict[str, Maker]:
    """The fields of a type in order, and what makes them."""
    needed = (name for need in chosen.needs for name in need)
    names = (*dialect.first, *needed, *chosen.has, *dialect.last)
    return {name: dialect.makers.get(name) or MAKERS.get(name) or plain(PATHS[name]) for name in names}


def _choose(work: Work, dialect: Dialect) -> Form:
    """The type that lacks the least; what the record lacks for the most exact one is told.

    Programs warn of a field that is missing and read on; a type without a place for the others would lose them.
    """
    forms = dialect.forms[kind_of(work.publication)]
    best = forms[0]
    missing = _missing(work, best)
    if not missing:
        return best
    chosen = min(forms, key=lambda one: len(_missing(work, one)))
    still_missing = _missing(work, chosen)
    for need in missing:
        work.lose(PATHS[need], f"missing: written {'without it' if need in still_missing else f'as {chosen.name}'}")
    return chosen


def _missing(work: Work, wanted: Form) -> list[str]:
    return [need[0] for need in wanted.needs if not any(has(work.publication, name) for name in need)]


def _fields(work: Work, pen: Pen, plan: Mapping[str, Maker]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, make in plan.items():
        if "+" in name and name.partition("+")[0] not in fields:
            continue
        if value := make(work, pen):
            fields[name] = value if name == "month" else f"{{{value}}}"
            if "\\textbrace" in value and latex.has_lone_brace(value):
                work.lose(PATHS.get(name, name), LONE_BRACE)
    return fields


def _tell_type(work: Work, dialect: Dialect, chosen: Form, fields: dict[str, str]) -> None:
    if chosen.type:
        fields["type"] = f"{{{chosen.type}}}"
    if chosen.exact or dialect.subtype:
        work.take("type")
    elif work.publication.type != "other":
        work.lose("type", f"written as {chosen.name}")
    if not chosen.exact and dialect.subtype and work.publication.type != "other":
        fields[dialect.subtype] = f"{{{work.publication.type}}}"
