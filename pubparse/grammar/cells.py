"""Lexemes, tags and atoms of an entry in, its cells out: the stretches between delimiters, and how each two are joined.

A cell is the least that a field can be: an atom, a run of sure names, or the words between two delimiters. Delimiters
belong to no cell: they make the joint between two, and what a joint looks like says which fields may meet there.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from pubparse.grammar.atoms import Atom
from pubparse.grammar.joints import Joint, joint_at_end, joint_at_start, joint_of
from pubparse.grammar.shapes import SURE_LIST
from pubparse.lexer.lexemes import INITIALS, Lexemes
from pubparse.lexicons.load import words
from pubparse.markdown.runs import BOLD, CODE, ITALIC, UNDERLINE

_FACE = BOLD | ITALIC | CODE | UNDERLINE
_DELIMITERS = frozenset(',;:.()[]{}"“”|\n·•…')
_LONGEST_QUOTE = 60  # lexemes: as far as the other end of a single quote is looked for
_AFTER_NAMES = frozenset("CMUkmwdyxHh$BA&E")
_ABBREVIATIONS = words("abbreviations")
_GOES_ON = frozenset("CMUkwmBRTAIi&o")
_AFTER_ARTICLE = frozenset("CMUkwx")
_AFTER_MARK = frozenset("CMUkwmxHB")
_PLAIN_WORDS = re.compile(r"[wCMmUkpHhxdo]*+")
_STRESSED_WORDS = 2
_WORDS = frozenset("wCMUkimpHhxB")
_NAME_REACH = 12  # lexemes
# A family name that waits for its initials, and the initials so far: `, Felleisen, M`.
_LONE_FAMILY = re.compile(r"(?:^|[,;&E\0\n.])p*[CMUm]{1,3},[Iip]*\Z")
_FAMILY_AHEAD = re.compile(r"[CMm](?:[,;*^.(\[“\"\n|–\0]|\Z|[&E][CMUIikp])")


class Cell(NamedTuple):
    """Lexemes [first, last); `atom` if it is one; whether it stands in quotes, and how deep in brackets."""

    first: int
    last: int
    atom: Atom | None
    quoted: bool
    depth: int


def cut(lexemes: Lexemes, tags: str, atoms: tuple[Atom, ...]) -> tuple[tuple[Cell, ...], tuple[Joint, ...]]:
    """The cells of an entry, and the joints around them: joint k stands before cell k, the last one after the last cell."""
    cutter = _Cutter(lexemes, tags, atoms)
    return cutter.run()


class _Cutter:
    def __init__(self, lexemes: Lexemes, tags: str, atoms: tuple[Atom, ...]) -> None:
        self.lexemes, self.tags = lexemes, tags
        self.atoms = {atom.first: atom for atom in atoms}
        self.lists = {match.start(): match.end() for match in SURE_LIST.finditer(tags)}
        self.cells: list[Cell] = []
        self.joints: list[Joint] = []
        self.uniform = len(set(lexemes.styles)) < 2 and not any(lexemes.links)
        self.stressed = frozenset[int]() if self.uniform else _stressed(lexemes, tags)
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
            elif self.open < 0 and (end := self.lists.get(at)):
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
        if self.uniform:
            return end
        return next((change for change in range(at, end) if self.changes_face(change)), end)

    def step(self, at: int) -> int:
        """Take one lexeme that begins no atom and no list: a delimiter, or a part of a cell."""
        sign = self.delimiter(at)
        if sign:
            self.close(at)
            self.note(sign)
        else:
            if self.open >= 0 and not self.uniform and self.changes_face(at):
                self.close(at)
            if self.open < 0:
                self.open = at
            if self.lexemes.kinds[at] in "?!":
                self.close(at + 1)
                self.note(self.lexemes.kinds[at])
            elif self.is_end_of_names(at):
                self.close(at + 1)
                self.note(".")
            elif self.is_trailing_mark(at):
                self.close(at + 1)
        return at + 1

    def delimiter(self, at: int) -> str:
        """The delimiter that the lexeme at `at` is, as one sign; "" if it is none."""
        kind = self.lexemes.kinds[at]
        if kind in _DELIMITERS:
            return self.direction(at) if kind in '"“”' else "" if kind == "." and self.is_inside_word(at) else kind
        if kind in "‘’" and self.is_single_quote(at):
            return "”" if self.quoted else "“"
        if kind == "–" or kind == "-":
            return "–" if not self.lexemes.glued(at) and not self.glued_after(at) else ""
        if kind == "\\":  # what is left of a line break written `\\\\`
            return "\n"
        if kind == "/":
            return (
                "/"
                if (at + 1 < len(self.lexemes) and self.lexemes.texts[at + 1] == "/")
                or self.lexemes.texts[at - 1] == "/"
                else ""
            )
        return ""

    def direction(self, at: int) -> str:
        """A quote as an opening or closing one; a straight one opens if a word is glued after it and none before."""
        kind = self.lexemes.kinds[at]
        if kind != '"':
            return kind
        opens = self.glued_after(at) and (not self.lexemes.glued(at) or self.lexemes.kinds[at - 1] in "([“\n")
        return "“" if (opens and not self.quoted) or at == 0 else "”"

    def is_single_quote(self, at: int) -> bool:
        """A single mark as a quote and not an apostrophe: one that opens stands after a cut, and has its closing one further on."""
        glued = self.lexemes.glued
        if self.quoted:
            return self.single and glued(at) and not self.glued_after(at, words_only=True)
        ends = range(at + 1, min(at + 1 + _LONGEST_QUOTE, len(self.lexemes)))
        self.single = (
            self.open < 0
            and not glued(at)
            and self.glued_after(at)
            and any(
                self.lexemes.kinds[end] == "’" and glued(end) and not self.glued_after(end, words_only=True)
                for end in ends
            )
        )
        return self.single

    def is_inside_word(self, at: int) -> bool:
        """A full stop glued to a lower-case word or digit after it (`Node.js`, `2.0`), or within a name: `Mach. Learn.`."""
        if not self.lexemes.glued(at):
            return False
        if (
            self.lexemes.texts[at - 1].lower() in _ABBREVIATIONS
            and self.tags[at + 1 : at + 2] in _GOES_ON
            and self.open >= 0
        ):
            return True
        if not self.glued_after(at):
            return False
        return self.lexemes.texts[at + 1][0].islower() or self.lexemes.kinds[at + 1] in "dx"

    def glued_after(self, at: int, *, words_only: bool = False) -> bool:
        lexemes, after = self.lexemes, at + 1
        return (
            lexemes.glued(after)
            and lexemes.kinds[after] != "\n"
            and (not words_only or lexemes.texts[after][0].isalnum())
        )

    def is_end_of_names(self, at: int) -> bool:
        """Initials that end a name and do not begin one: `Davenport, E. R. Lack of …`, but not `E. R. Davenport, …`."""
        tags = self.tags
        if at + 1 == len(tags) or (tags[at + 1] not in _AFTER_NAMES and not self.is_article(at + 1)):
            return False
        while at > self.open and tags[at] in "*^":  # marks trail the initials
            at -= 1
        if self.lexemes.kinds[at] != INITIALS:
            return False
        if _LONE_FAMILY.search(tags, max(0, at - _NAME_REACH), at):
            return True
        begins_name = self.open == at or set(tags[self.open : at]) <= set("Iip")
        return not begins_name and not _FAMILY_AHEAD.match(tags, at + 1)

    def is_article(self, at: int) -> bool:
        """The "A" that a title begins with, and no initial."""
        return self.lexemes.texts[at] == "A" and self.tags[at + 1 : at + 2] in _AFTER_ARTICLE

    def is_trailing_mark(self, at: int) -> bool:
        """A mark glued to the word before it and set off from one after it: `S.-T. Leung* The Google File System`."""
        after = self.tags[at + 1 : at + 2]
        return (
            self.tags[at] in "*^"
            and self.open < at
            and after in _AFTER_MARK
            and self.lexemes.glued(at)
            and not self.lexemes.glued(at + 1)
        )

    def changes_face(self, at: int) -> bool:
        """Type face or link changes here, and not within a word."""
        lexemes = self.lexemes
        if at in self.stressed:
            return False
        if not (lexemes.styles[at - 1] ^ lexemes.styles[at]) & _FACE and lexemes.links[at - 1] is lexemes.links[at]:
            return False
        if lexemes.kinds[at - 1] in "*^" or lexemes.kinds[at] in "*^":
            return False
        before, after = lexemes.texts[at - 1][-1], lexemes.texts[at][0]
        return not (lexemes.glued(at) and (before.isalnum() or before in "-–") and (after.isalnum() or after in "-–"))

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
        face = "style" if not self.signs and not self.uniform and self.changes_face(first) else "none"
        return joint_of("".join(self.signs), face)


def _stressed(lexemes: Lexemes, tags: str) -> frozenset[int]:
    """Where a word or two in another face begin and end that stand between plain words: stressed, and no field."""
    found: set[int] = set()
    looks = [(styles & _FACE, link) for styles, link in zip(lexemes.styles, lexemes.links, strict=True)]
    edges = [0, *(at for at in range(1, len(looks)) if looks[at] != looks[at - 1]), len(looks)]
    for first, last in pairwise(edges):
        face, link = looks[first] if first < len(looks) else (0, None)
        if (
            face
            and not link
            and last - first <= _STRESSED_WORDS
            and tags[first - 1 : first] in _WORDS
            and tags[last : last + 1] in _WORDS
        ):
            found |= {first, last}
    return frozenset(found)
