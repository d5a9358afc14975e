"""An entry's lexemes and tags in, what it says of other versions of the work out, as atoms: none of it is of this one.

version := ["an"] ("preliminary" | "extended" | "conference" …) ("version" | "abstract" …) ("in" | "appeared" …) rest
         | ("also" | "reprinted" …) ("in" | "published" …) rest
           … J. ACM 45(4), 1998. (A preliminary version appeared in STOC 1996, ACM, pp. 314–318.)
"""

import re
from bisect import bisect_left

from pubparse.grammar.atoms import Atom
from pubparse.lexer.lexemes import Lexemes

_HINT = re.compile(r"version|bstract|lso |eprinted|epr\. ")
_SAID = re.compile(
    r"(?:an? |the )?"
    r"(?:(?:earlier|preliminary|previous|extended|short|shorter|long|longer|full|abridged|conference|workshop|journal)"
    r" (?:version|abstract)(?: of this (?:paper|work|article))?"
    r"(?::|,? (?:in|at|was|has|had|is|appears|appeared|to|published|presented|accepted|available|under)\b)"
    r"|(?:re-?printed|repr\.) (?:in|as)\b"
    r"|also (?:appeared|appears|published|reprinted|presented) (?:in|as|at)\b)",
    re.I,
)
_BEFORE = frozenset("([.;,\n")
_BRACKETS = {"(": ")", "[": "]"}


def find_versions(lexemes: Lexemes, tags: str, text: str) -> list[Atom]:
    """Where the entry, once it has named its own year, turns to another version: to the end of the bracket or line."""
    if not _HINT.search(text) or "y" not in tags:
        return []
    atoms: list[Atom] = []
    for found in _SAID.finditer(text, lexemes.starts[tags.index("y")]):
        first = bisect_left(lexemes.starts, found.start())
        if found.start() in lexemes.starts[first : first + 1] and lexemes.kinds[first - 1] in _BEFORE:
            atoms.append(Atom("version", first, _end(lexemes.kinds, tags, first)))
    return atoms


def _end(kinds: str, tags: str, first: int) -> int:
    """Before the bracket that closes the one it stands in, the end of the line, or a lexeme that is claimed."""
    opening = kinds[first - 1]
    closing = _BRACKETS.get(opening)
    depth = 0
    for at in range(first, len(kinds)):
        if closing and kinds[at] == closing and not depth:
            return at
        depth += (kinds[at] == opening) - (kinds[at] == closing)
        if (not closing and kinds[at] == "\n") or tags[at] == "\0":
            return at
    return len(kinds)
