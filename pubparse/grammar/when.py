"""The date atoms of an entry in, its date out: the one that counts, where it stands, and where it is said again."""

from collections.abc import Iterable
from typing import NamedTuple

from pubparse.grammar.atoms import Atom
from pubparse.grammar.dates import iso
from pubparse.grammar.values import Stretch, Value
from pubparse.lexer.lexemes import Lexemes

_FULL_YEAR = 4  # digits
_LOOKED_AT = frozenset(
    "accessed visited retrieved abgerufen zugriff aufgerufen besucht consulté consultado consultato".split()
)
_BEFORE = 3  # lexemes: `accessed on the`, `Zugriff am:`


class When(NamedTuple):
    """An entry's year and date; `places` are its own and of all dates that agree, `again` those that say no more."""

    year: Value
    date: Value
    places: list[Stretch]
    again: list[Stretch]


class _Date(NamedTuple):
    """A date of an entry: the lexeme that is its year, what stands there, and all of it in ISO 8601."""

    atom: Atom
    at: int
    year: str
    written: str


def when(lexemes: Lexemes, atoms: list[Atom]) -> When | None:
    """The most exact of the dates that agree with the first full year; a short year only if none is full.

    When an address was looked at tells of the work only where nothing else does.
    """
    if not atoms:
        return None
    own = [atom for atom in atoms if not _is_of_a_visit(lexemes, atom)]
    place, dates = lexemes.place, [_read(lexemes, atom) for atom in own or atoms]
    year = next((one for one in dates if len(one.year) >= _FULL_YEAR), dates[0]).written[:_FULL_YEAR]
    same = [one for one in dates if one.written.startswith(year)]
    chosen = max(same, key=_exactness)
    start, end = place(chosen.at, chosen.at + 1)
    end -= chosen.year[-1].isalpha()  # 2019a
    is_short = len(chosen.year) < _FULL_YEAR and len(chosen.atom.parts) == 1
    whole = place(chosen.atom.first, chosen.atom.last)
    again = [one for one in same if one is not chosen and chosen.written.startswith(one.written)]
    # The transform holds where the value is not what stands there: "two-digit year" for '19, none for 2019.
    return When(
        Value(year, ((start, end),), "two-digit year"),
        Value(chosen.written, (whole,), "two-digit year" if is_short else "ISO 8601"),
        [place(one.atom.first, one.atom.last) for one in same],
        [place(one.atom.first, one.atom.last) for one in again if not _says_more(lexemes, one)],
    )


def _is_of_a_visit(lexemes: Lexemes, atom: Atom) -> bool:
    return looked_at(lexemes.texts[max(0, atom.first - _BEFORE) : atom.first])


def looked_at(words: Iterable[str]) -> bool:
    """Whether words before a date say that an address was looked at then: `visited on 3 March 2024`."""
    return any(word.lower() in _LOOKED_AT for word in words)


def _read(lexemes: Lexemes, atom: Atom) -> _Date:
    places = {part.field: part.first for part in atom.parts}
    said = {name: lexemes.texts[at] for name, at in places.items()}
    return _Date(atom, places["year"], said["year"], iso(said["year"], said.get("month"), said.get("day")))


def _says_more(lexemes: Lexemes, date: _Date) -> bool:
    """Whether a date says more than its day, month and year: `2019a`, `5–7 Sept. 2019`."""
    parts = {part.first for part in date.atom.parts}
    places = range(date.atom.first, date.atom.last)
    return any(at not in parts and lexemes.texts[at][0].isalnum() for at in places) or date.year[-1].isalpha()


def _exactness(date: _Date) -> tuple[bool, int, int]:
    """How much a date says; of two that say as much, the later one counts."""
    return len(date.year) >= _FULL_YEAR, len(date.atom.parts), date.atom.first
