"""The date atoms of an entry in, its date out: the one that counts, where it stands, and where it is said again."""

from collections.abc import Iterable
from typing import NamedTuple

from pubparse.grammar.atoms import Atom
from pubparse.grammar.dates import AHEAD_OF_PRINT, iso
from pubparse.grammar.values import Stretch, Value
from pubparse.lexer.lexemes import Lexemes

_FULL_YEAR = 4  # digits
_LOOKED_AT = frozenset(
    "accessed visited retrieved abgerufen zugriff aufgerufen besucht consulté consultado consultato acesso acessado "
    "accesso обращения".split()
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

    When it came out ahead of print (`Epub 2022 Sep 27`), was numbered, or an address was looked at, counts only where
    nothing else is said.
    """
    if not atoms:
        return None
    if len(atoms) > 1:
        atoms = [one for one in atoms if not (_is_another(lexemes, one) or _is_of_a_visit(lexemes, one))] or atoms
    place, dates = lexemes.place, [_read(lexemes, atom) for atom in atoms]
    year = next((one for one in dates if len(one.year) >= _FULL_YEAR), dates[0]).written[:_FULL_YEAR]
    same = [one for one in dates if one.written.startswith(year)]
    chosen = max(same, key=_exactness)
    start, end = place(chosen.at, chosen.at + 1)
    end -= chosen.year[-1].isalpha()  # 2019a
    is_short = len(chosen.year) < _FULL_YEAR and len(chosen.atom.parts) == 1
    whole = place(chosen.atom.first + (lexemes.texts[chosen.atom.first] == AHEAD_OF_PRINT), chosen.atom.last)
    again = [one for one in same if one is not chosen and chosen.written.startswith(one.written)]
    # The transform holds where the value is not what stands there: "two-digit year" for '19, none for 2019.
    return When(
        Value(year, ((start, end),), "two-digit year" if chosen.year.isascii() else "ISO 8601"),
        Value(chosen.written, (whole,), "two-digit year" if is_short else "ISO 8601"),
        [place(one.atom.first, one.atom.last) for one in same],
        [place(one.atom.first, one.atom.last) for one in again if not _says_more(lexemes, one)],
    )


def _is_of_a_visit(lexemes: Lexemes, atom: Atom) -> bool:
    return looked_at(lexemes.texts[max(0, atom.first - _BEFORE) : atom.first])


def looked_at(words: Iterable[str]) -> bool:
    """Whether words before a date say that an address was looked at then: `visited on 3 March 2024`."""
    return any(word.lower() in _LOOKED_AT for word in words)


def _is_another(lexemes: Lexemes, atom: Atom) -> bool:
    """Whether it is no date of the publication where there is one: that of `Epub`, or within 2021.06.06.446826."""
    after = lexemes.texts[atom.last : atom.last + 2]
    is_of_number = len(after) > 1 and after[0] == "." and after[1].isdigit() and lexemes.glued(atom.last + 1)
    return is_of_number or lexemes.texts[atom.first] == AHEAD_OF_PRINT


def _read(lexemes: Lexemes, atom: Atom) -> _Date:
    places = {part.field: part.first for part in atom.parts}
    said = {name: lexemes.texts[at] for name, at in places.items()}
    return _Date(atom, places["year"], said["year"], iso(said["year"], said.get("month"), said.get("day")))


def _says_more(lexemes: Lexemes, date: _Date) -> bool:
    """Whether a date says more than its day, month and year: `2019a`, `5–7 Sept. 2019`."""
    parts = {part.first for part in date.atom.parts}
    places = range(date.atom.first, date.atom.last)
    return any(at not in parts and lexemes.texts[at][0].isalnum() for at in places) or date.year[-1].isalpha()


def _exactness(date: _Date) -> tuple[int, bool, int]:
    """How much a date says (`2006`, `Dec'06`); of two that say as much, the later one counts."""
    return len(date.atom.parts), len(date.year) >= _FULL_YEAR, date.atom.first
