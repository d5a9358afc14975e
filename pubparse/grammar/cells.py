"""Lexemes, tags and atoms of an entry in, its cells out: the stretches between delimiters, and how each two are joined.

A cell is the least that a field can be: an atom, a run of sure names, or the words between two delimiters. Delimiters
belong to no cell: they make the joint between two, and what a joint looks like says which fields may meet there.
"""

import re
from typing import NamedTuple

from pubparse.grammar.atoms import Atom
from pubparse.grammar.faces import RANKS, face_changes
from pubparse.grammar.houses import WITHIN_HOUSES, city_before_house, house_before_city
from pubparse.grammar.joints import Joint, joint_at_end, joint_at_start, joint_of
from pubparse.grammar.lists import find_lists
from pubparse.grammar.name_ends import ABBREVIATIONS, end_of_names, is_trailing_mark
from pubparse.grammar.reviews import told_of_review
from pubparse.grammar.stressed import stressing_quotes
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import words

_DELIMITERS = frozenset(',;:.()[]{}"“”|\n·•…')
_CODE = 2  # letters: MA
_LONGEST_QUOTE = 60  # lexemes: as far as the other end of a single quote is looked for
_GOES_ON = frozenset("CMUkwmBRTAIi&oQ")
_MARKS = frozenset("*^")
_LEGAL_FORMS = frozenset({("Inc",), ("Ltd",), ("LLC",), ("Inc.",), ("Ltd.",)})
_BEFORE_CITY = frozenset(".(")
_CITY = re.compile("[Cwpm]{1,3}+")
_SHORT_CITY = re.compile("C{1,2}")
_PLACES = words("places")
_STATES = frozenset(code.upper() for code in _PLACES if len(code) == _CODE)
_BEHIND_CODE = frozenset(",;)\0y")
_STATE = re.compile(r"(?:k|I|C\.|CC|C):")
_NAMES_AGAIN = re.compile(r"I+C[.,/]")
_PLAIN_WORDS = re.compile(r"[wCMmUkpHhxdo]*+")


class Cell(NamedTuple):
    """Lexemes [first, last); `atom` if it is one; whether it stands in quotes, and how deep in brackets."""

    first: int
    last: int
    atom: Atom | None
    quoted: bool
    depth: int


def cut(lexemes: Lexemes, tags: str, atoms: tuple[Atom, ...]) -> tuple[tuple[Cell, ...], tuple[Joint, ...]]:
    """The cells of an entry, and the joints around them: joint k stands before cell k, the last after all of them."""
    return _Cutter(lexemes, tags, atoms).run()


class _Cutter:
    """Goes through an entry once, lexeme by lexeme, with the one cell that is open and the signs since the last."""

    def __init__(self, lexemes: Lexemes, tags: str, atoms: tuple[Atom, ...]) -> None:
        self.lexemes, self.tags = lexemes, tags
        self.atoms = {atom.first: atom for atom in atoms}
        self.reviewed = told_of_review(lexemes)
        self.within = self.reviewed | stressing_quotes(lexemes)
        self.changes = face_changes(lexemes, tags) - self.reviewed
        self.lists = find_lists(lexemes, tags, self.atoms, self.changes)
        self.cells: list[Cell] = []
        self.joints: list[Joint] = []
        self.signs: list[str] = []  # the delimiters since the last cell
        self.open = -1  # where the cell being read began
        self.quoted, self.single, self.depth = False, False, 0

    def run(self) -> tuple[tuple[Cell, ...], tuple[Joint, ...]]:
        at, count = 0, len(self.lexemes)
        while at < count:
            if atom := self.atoms.get(at):
                self.close(at)
                self.add(at, atom.last, atom)
                at = atom.last
            elif self.open < 0 and (end := self.lists.get(at, at)) > at:
                self.add(at, end, None)
                at = end
            else:
                at = self.step(at)
                if self.open >= 0:
                    at = self.skip(at)
        self.close(count)
        self.joints.append(joint_at_end("".join(self.signs)))
        return tuple(self.cells), tuple(self.joints)

    def skip(self, at: int) -> int:
        """The next lexeme that may end the open cell: plain words of one face do not."""
        end = _PLAIN_WORDS.match(self.tags, at).end()  # type: ignore[union-attr]
        if self.changes:
            return next((change for change in range(at, end) if change in self.changes), end)
        return end

    def step(self, at: int) -> int:
        """Take one lexeme that begins no atom and no list: a delimiter, or a part of a cell."""
        sign = self.delimiter(at)
        if sign:
            if sign in ":," and 0 <= self.open < (anew := self.anew(sign, at)):
                self.close(anew)
                self.open = anew
            self.close(at)
            self.note(sign)
        else:
            if at in self.changes:
                self.close(at)
            if self.open < 0:
                self.open = at
            if self.lexemes.kinds[at] in "?!":
                self.close(at + 1)
                self.note(self.lexemes.kinds[at])
            elif not self.quoted and (end := end_of_names(self.lexemes, self.tags, self.open, at)):
                self.close(end)
                self.note(".")
                return end
            elif is_trailing_mark(self.lexemes, self.tags, self.open, at):
                self.close(at + 1)
        return at + 1

    def anew(self, sign: str, at: int) -> int:
        """Where a city or house begins that no sign sets off from what is before it; 0 if none does."""
        if self.tags[at - 1] not in "CUMk":
            return 0
        return city_before_house(self.lexemes, self.tags, at) if sign == ":" else house_before_city(self.lexemes, at)

    def delimiter(self, at: int) -> str:
        """The delimiter that the lexeme at `at` is, as one sign; "" if it is none."""
        kind = self.lexemes.kinds[at]
        if self.tags[at] in _MARKS or at in self.within:  # `(student)` beside a name
            return ""
        if kind in _DELIMITERS:
            if (
                (kind == "." and self.is_inside_word(at))
                or (kind == ";" and self.goes_on_small(at))
                or (kind == "," and self.is_within_place(at))
                or (kind in ",." and self.is_within_firm(at))
            ):
                return ""
            return self.direction(at) if kind in '"“”' else kind
        if kind in "‘’" and self.is_single_quote(at):
            return "”" if self.quoted else "“"
        if kind in "–-":
            return "–" if not self.lexemes.glued(at) and not self.glued_after(at) else ""
        if kind in "<>" and (at > 0 and self.lexemes.glued(at)) != self.glued_after(at):  # <[Title](…)> by …
            return "(" if kind == "<" else ")"
        if kind == "\\":  # what is left of a line break written `\\\\`, and no `\sqrt{s}`
            return "" if self.quoted and self.glued_after(at) else "\n"
        if kind == "/":  # `//`, and no `and/or`
            texts = self.lexemes.texts
            is_double = "/" in (*texts[at - 1 : at], *texts[at + 1 : at + 2])
            return "/" if is_double or self.ends_title(at) else ""
        return ""

    def direction(self, at: int) -> str:
        """A quote as an opening or closing one; a straight one opens if a word is glued after it and none before."""
        kind = self.lexemes.kinds[at]
        if kind != '"':
            return kind
        opens = self.glued_after(at) and (not self.lexemes.glued(at) or self.lexemes.kinds[at - 1] in "([“\n")
        return "“" if (opens and not self.quoted) or at == 0 else "”"

    def is_single_quote(self, at: int) -> bool:
        """A single mark as a quote and no apostrophe: one that opens is behind a cut or initial, and one closes it."""
        if self.quoted:
            return self.single and self.closes_single(at)
        kinds = self.lexemes.kinds
        ends = range(at + 1, min(at + 1 + _LONGEST_QUOTE, len(kinds)))
        may_open = self.open < 0 or self.tags[at - 1] == "I"
        opens = may_open and (at == 0 or not self.lexemes.glued(at)) and self.glued_after(at)
        self.single = opens and any(kinds[end] == "’" and self.closes_single(end) for end in ends)
        return self.single

    def closes_single(self, at: int) -> bool:
        """Whether a mark is glued to what stands before it, and to no word after it."""
        return self.lexemes.glued(at) and not (self.glued_after(at) and self.lexemes.texts[at + 1][0].isalnum())

    def is_inside_word(self, at: int) -> bool:
        """A full stop before a glued small word or digit (`Node.js`, `2.0`), or of an abbreviation: `Mach. Learn.`."""
        lexemes = self.lexemes
        if not lexemes.glued(at):
            return False
        if self.tags[at - 1] == "I" and lexemes.texts[at - 1] == "Md":  # Md. Nurul Amin
            return True
        if lexemes.texts[at - 1] in RANKS and self.tags[at + 1 : at + 2] == "w":  # subsp. enterica
            return True
        is_known = lexemes.texts[at - 1].lower() in ABBREVIATIONS and self.tags[at - 1] != "k"  # Turing AM.
        abbreviates = self.open >= 0 and is_known
        if abbreviates and self.tags[at + 1 : at + 2] in _GOES_ON:
            return True
        return self.glued_after(at) and (lexemes.texts[at + 1][0].islower() or lexemes.kinds[at + 1] in "dx")

    def goes_on_small(self, at: int) -> bool:
        """`Smoking and carcinoma of the lung; preliminary report`: no field begins small behind a semicolon."""
        return self.open >= 0 and self.tags[at + 1 : at + 2] == "w" and self.lexemes.texts[at + 1].islower()

    def is_within_place(self, at: int) -> bool:
        """`… of Syntax. Cambridge, MA: MIT Press`, `…, Reading, MA, Addison-Wesley`: between a city and its state."""
        if self.open < 0 or not _CITY.fullmatch(self.tags, self.open, at):
            return False
        if _BEFORE_CITY.intersection(self.signs) and _STATE.match(self.tags, at + 1):
            return True
        code, _, after, *_ = (*self.lexemes.texts[at + 1 : at + 4], "", "", "")
        is_last = self.tags[at + 2 : at + 3] in _BEHIND_CODE and after.lower() not in _PLACES  # Seattle, WA, USA
        is_behind_words = "w" in self.tags[: self.open]  # no `Jones, MA, …`
        return code in _STATES and is_last and is_behind_words and bool(_SHORT_CITY.fullmatch(self.tags, self.open, at))

    def is_within_firm(self, at: int) -> bool:
        """Whether a sign is within `John Wiley & Sons, Inc.`, `Methuen & Co. Ltd.`, `Holt, Rinehart and Winston`."""
        if self.open < 0:
            return False
        before, after = self.lexemes.texts[at - 1], self.lexemes.texts[at + 1 : at + 2]
        return after in _LEGAL_FORMS or (before, *after) in WITHIN_HOUSES

    def ends_title(self, at: int) -> bool:
        """`Морфология сказки / В. Я. Пропп.`: who it is by stands behind a title again."""
        if self.open < 0 or self.lexemes.glued(at) or not _NAMES_AGAIN.match(self.tags, at + 1):
            return False
        return "." in self.signs or "w" in self.tags[self.open : at]

    def glued_after(self, at: int) -> bool:
        return self.lexemes.glued(at + 1) and self.lexemes.kinds[at + 1] != "\n"

    def note(self, sign: str) -> None:
        if sign in "([{":
            self.depth += 1
        elif sign in ")]}":
            self.depth = max(0, self.depth - 1)
        elif sign in "“”":
            self.quoted = sign == "“"
        self.signs.append(sign)

    def close(self, at: int) -> None:
        if self.open >= 0:
            first, self.open = self.open, -1
            self.add(first, at, None)

    def add(self, first: int, last: int, atom: Atom | None) -> None:
        self.joints.append(self.joint(first) if self.cells else joint_at_start("".join(self.signs)))
        self.cells.append(Cell(first, last, atom, self.quoted, self.depth))
        self.signs.clear()

    def joint(self, first: int) -> Joint:
        face = "style" if not self.signs and first in self.changes else "none"
        return joint_of("".join(self.signs), face)
