"""An entry's lexemes and text in, what it says of an earlier version out, as atoms: none of it is said of the work.

version := "(" ["an"] ("earlier" | "preliminary" …) ("version" | "abstract") ("appeared in" | "in" | ":") … ")"
           . Preliminary version in STOC 2003, pp. 12–20.          (an earlier version appeared in CiE, LNCS 3526)
"""

import re
from bisect import bisect_left

from pubparse.grammar.atoms import Atom
from pubparse.lexer.lexemes import Lexemes

_REACH = 120  # lexemes: no version is told of at greater length
_SAID = re.compile(
    r"(?P<cut>\(|[.;]\s)(?:an?\s|the\s)?"
    r"(?:earlier|preliminary|previous|initial|shorter|short|abridged|conference|workshop|proceedings|extended(?=\sabs))\s"
    r"(?:conference\s|workshop\s)?(?:version|abstract)\b(?:\sof\sthis\s(?:paper|work|article))?(?:\s(?:has|was|is|also))?"
    r"(?:\s(?:appeared|appears|published|presented))?(?:\sin\b|\sat\b|\sas\b|:)",
    re.IGNORECASE,
)


def find_versions(lexemes: Lexemes, text: str) -> list[Atom]:
    """What is told of earlier versions, as far as the bracket or line goes; ids of arXiv are the work's own."""
    if "version" not in text and "abstract" not in text:
        return []
    atoms = []
    for said in _SAID.finditer(text):
        first = bisect_left(lexemes.starts, said.end("cut"))
        last = _end_of_bracket(lexemes, first) if said["cut"] == "(" else _end_of_line(lexemes, first)
        if last > first and "arxiv" not in text[slice(*lexemes.place(first, last))].lower():
            atoms.append(Atom("numbers", first, last))
    return atoms


def _end_of_bracket(lexemes: Lexemes, first: int) -> int:
    """The lexeme that closes the bracket that was opened before `first`, or `first` if none does."""
    depth = 1
    for at in range(first, min(first + _REACH, len(lexemes))):
        depth += (lexemes.kinds[at] == "(") - (lexemes.kinds[at] == ")")
        if depth == 0:
            return at
    return first


def _end_of_line(lexemes: Lexemes, first: int) -> int:
    """The line break, link or bracket that comes next."""
    end = min(first + _REACH, len(lexemes))
    return next((at for at in range(first, end) if lexemes.kinds[at] in "\n[" or lexemes.links[at]), end)
