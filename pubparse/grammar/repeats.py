"""An entry's lexemes and text in, what only repeats the rest of it out, as atoms that become notes.

repeats := key names …                     Akerlof (1970): Akerlof, G.: The Market for Lemons
                                           Boltanski, Thévenot 1991 : Luc Boltanski, Laurent Thévenot, …
                                           Lewin et al. 1939: K. Lewin, R. Lippitt, R. K. White, *Patterns of …*
         | title … "Recommended citation:" names (year) title …
"""

import re

from pubparse.grammar.atoms import Atom
from pubparse.lexer.lexemes import Lexemes

_KEY = re.compile(
    r"\**(?:(?:The|[a-z’]{1,3}) ){0,3}(?P<name>[^\W\d_a-z][\w'’-]{2,20}(?: [^\W\d_a-z][\w'’-]{2,20})?)"
    r"[^()\d\n.]{0,60}?(?: et al\.)?[ \u00a0]\(?(?P<year>(?:1[89]|20)\d\d[a-z]?)\)?"
    r"(?:[ \u00a0](?P<sign>[:=])[ \u00a0*]{1,4}(?=[^\n]{0,60}\b(?i:(?P=name))\b(?:[,.;*]| and | & | et ))"
    r"|:?[ \u00a0]?(?=[^\W\d_a-z])(?=[^\n]{0,24}(?:\b|(?<=\d))(?P=name)\b(?:[,.]| and | & | et | [A-Z]\.| Coll)))"
)
_CITATION = re.compile(r"(?:(?:recommended|suggested|preferred)\s)?citation:", re.IGNORECASE)
_LEAST = 12  # code points of a title that is looked for again


def find_repeats(lexemes: Lexemes, text: str) -> list[Atom]:
    """The key before an entry, and of a whole citation behind one its label and the title."""
    atoms = []
    if key := _KEY.match(text):
        atoms.append(_atom(lexemes, 0, key.start("year")))
        if key["sign"] == "=":
            atoms.append(_atom(lexemes, *key.span("sign"))._replace(kind="label"))
    if "itation:" in text and (label := _CITATION.search(text)):
        title = text.partition("\n")[0].strip(" .,")
        again = text.find(title, label.end()) if len(title) >= _LEAST else -1
        atoms.append(_atom(lexemes, *label.span()))
        if again > 0:
            atoms.append(_atom(lexemes, again, again + len(title)))
    return atoms


def _atom(lexemes: Lexemes, start: int, end: int) -> Atom:
    return Atom("repeat", *lexemes.within(start, end))
