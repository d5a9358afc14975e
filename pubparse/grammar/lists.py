"""Lexemes, tags and atoms of an entry in, the stretches that are one cell out, whatever delimiters stand in them.

They are lists of names so plain that nothing else looks like them, editors where words tell of those, and journals'
names whose every word is cut short. Each is told by where it begins and where it ends.
"""

from collections.abc import Set as AbstractSet

from pubparse.grammar.atoms import Atom
from pubparse.grammar.name_ends import ABBREVIATIONS, is_abbreviation
from pubparse.grammar.shapes import (
    ABBREVIATED_NAME,
    BRACKETED_LIST,
    EDITORS_BEHIND,
    EDITORS_BETWEEN,
    LEADING_LIST,
    SURE_LIST,
)
from pubparse.lexer.lexemes import Lexemes

_LONGEST_ABBREVIATION = 7  # letters: `Fortsch.`, and not the title `Loudness.`
_COUNTED = ("numbers", "status")  # what stands behind a journal's name, if a volume is before it

Lists = dict[int, int]


def find_lists(lexemes: Lexemes, tags: str, atoms: dict[int, Atom], changes: AbstractSet[int]) -> Lists:
    """All such stretches; `atoms` are by the lexeme that they begin with, `changes` where type face or link turns."""
    lists = {match.start(): _end_of_names(lexemes, tags, changes, *match.span()) for match in SURE_LIST.finditer(tags)}
    ins = [atom.last for atom in atoms.values() if atom.kind == "in"]
    lists |= _editors(tags, atoms, ins) | _abbreviated_names(lexemes, tags, atoms)
    leading = [(at, LEADING_LIST.match(tags, at)) for at in (0, *ins)]
    leading.append((0, BRACKETED_LIST.match(tags)))
    return lists | {at: names.end() for at, names in leading if names}


def _end_of_names(lexemes: Lexemes, tags: str, changes: AbstractSet[int], first: int, last: int) -> int:
    """Where a list of names ends; `J. Mach. Learn. Res.` is no name, nor `*J.*` or `*Q. J.*` behind `Nolley, J. P.`."""
    initials = last - 1
    while tags[initials] == "I" and initials not in changes:
        initials -= 1
    if tags[initials] == "I":
        last = initials
    if is_abbreviation(lexemes, last - 1):
        return max(first, tags.rfind(",", first, last))
    return last


def _editors(tags: str, atoms: dict[int, Atom], ins: list[int]) -> Lists:
    """Full names behind "edited by", or between "In" and "(Hg.)" or "editors"."""
    places = {atom.first for atom in atoms.values() if atom.kind == "editors"}
    if not places:
        return {}
    behind = [EDITORS_BEHIND.match(tags, atoms[place].last) for place in places]
    between = [match.span() for match in EDITORS_BETWEEN.finditer(tags)]
    return {match.start(): match.end() for match in behind if match} | {
        first: last for first, last in between if first in ins and places & {last + 1, last + 2}
    }


def _are_abbreviated(lexemes: Lexemes, first: int, last: int) -> bool:
    """`N. Engl. J. Med. 1993`: whether all words are known as cut short; none are initials, as in `Nash, J. F.`."""
    words = [text.lower() for text in lexemes.texts[first:last] if text.isalpha() and len(text) > 1]
    is_behind_family = lexemes.kinds[first - 1] == "," or len(set(lexemes.styles[first:last])) > 1
    return len(words) > 1 and ABBREVIATIONS.issuperset(words) and not is_behind_family


def _abbreviated_names(lexemes: Lexemes, tags: str, atoms: dict[int, Atom]) -> Lists:
    """`, Fortsch. Phys. 55, 644`, `35 U. Chi. L. Rev. 14`; before it may stand a title of one word."""
    found: Lists = {}
    for match in ABBREVIATED_NAME.finditer(tags):
        first, last = match.span()
        if len(lexemes.texts[first]) > _LONGEST_ABBREVIATION:
            first += 2
        is_short = first + 2 < last and max(map(len, lexemes.texts[first:last])) <= _LONGEST_ABBREVIATION
        kind = atoms[tags.index("\0", last)].kind
        if is_short and (kind in _COUNTED or (kind == "date" and _are_abbreviated(lexemes, first, last))):
            found[first] = last - (tags[last - 1] == ".")
    return found
