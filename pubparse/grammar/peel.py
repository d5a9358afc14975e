"""Lexemes and their tags in, atoms out: everything whose look alone says what it is, each lexeme in at most one atom."""

import re
from collections.abc import Iterable

from pubparse.grammar.atoms import Atom
from pubparse.grammar.dates import find_dates
from pubparse.grammar.identifiers import find_ids
from pubparse.grammar.numbers import find_numbers
from pubparse.lexer.lexemes import Lexeme
from pubparse.lexicons.load import words
from pubparse.markdown.runs import IMAGE

MASK = "\0"  # stands in the tags for a lexeme that an atom has claimed

_LINK_LABELS = words("link_labels")
_LABEL_EDGES = "[]()|·•/,;:"

# Words that join, over tags. Each is an atom of its kind; the search decides whether it joins or is text.
_JOINTS = re.compile(
    r"(?P<etal>&?,?E\.?L\.?|[&,]+L\.?(?=[.,;:)\n]|$))"  # et al.  and others
    r"|(?P<edition>[od]\.?(?:[RO])\.?)"  # 3rd ed.  2. Aufl.
    r"|(?P<editors>\(R\.?\)|R\.)"  # (Eds.)  eds.
    r"|(?P<in>B:|B)"  # In  In:
)
_CUT_BEFORE = frozenset('.,;:()[]"“”‘’?!|–\n/…')


def peel(lexemes: tuple[Lexeme, ...], tags: str, text: str) -> tuple[tuple[Atom, ...], str]:
    """The atoms of an entry in order, and the tags with what they claim masked."""
    claimed = _Claims(tags)
    claimed.add(_link_labels(lexemes))
    claimed.add(find_ids(lexemes, text))
    claimed.add(find_numbers(lexemes, claimed.tags()))
    claimed.add(find_dates(lexemes, claimed.tags()))
    claimed.add(_joints(lexemes, claimed.tags()))
    return tuple(sorted(claimed.atoms, key=lambda atom: atom.first)), claimed.tags()


class _Claims:
    """Atoms so far; a later one that overlaps an earlier one is dropped."""

    def __init__(self, tags: str) -> None:
        self.letters = list(tags)
        self.atoms: list[Atom] = []

    def tags(self) -> str:
        return "".join(self.letters)

    def add(self, atoms: Iterable[Atom]) -> None:
        for atom in atoms:
            stretch = self.letters[atom.first : atom.last]
            if MASK not in stretch:
                self.atoms.append(atom)
                self.letters[atom.first : atom.last] = [MASK] * len(stretch)


def _link_labels(lexemes: tuple[Lexeme, ...]) -> list[Atom]:
    """Links whose text only says what is behind them ("pdf", "[code]"), with their brackets; and pictures, with none."""
    atoms = []
    at = 0
    while at < len(lexemes):
        link = lexemes[at].link
        if link is None and not lexemes[at].styles & IMAGE:
            at += 1
            continue
        last = at
        while last < len(lexemes) and lexemes[last].link is link and bool(lexemes[last].styles & IMAGE) == bool(lexemes[at].styles & IMAGE):
            last += 1
        label = " ".join(lexeme.text for lexeme in lexemes[at:last] if lexeme.text not in _LABEL_EDGES).lower()
        if lexemes[at].styles & IMAGE or label in _LINK_LABELS:
            atoms.append(Atom("label", at, last))
        at = last
    return atoms


def _joints(lexemes: tuple[Lexeme, ...], tags: str) -> list[Atom]:
    atoms = []
    for match in _JOINTS.finditer(tags):
        kind, first, last = match.lastgroup or "", match.start(), match.end()
        if kind == "in" and not _opens(lexemes, tags, first):
            continue
        atoms.append(Atom(kind, first, last))
    return atoms


def _opens(lexemes: tuple[Lexeme, ...], tags: str, at: int) -> bool:
    """"In" joins only after a cut: "… Models. In NeurIPS", not "Advances in Neural …"; a capital one also after a blank."""
    return at == 0 or tags[at - 1] in _CUT_BEFORE or tags[at - 1] == MASK or lexemes[at].text[0].isupper()
