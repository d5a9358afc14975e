"""An entry's lexemes and text in, who translated it out, as atoms: they are neither authors nor editors.

translators := ("Translated by" | "trans." | "Aus dem … übersetzt von" | "Traduit par" …) name (", " name)*
               Translated by Robert Hurley, Helen R. Lane, and Mark Seem
"""

import re

from pubparse.grammar.atoms import Atom, atoms_of
from pubparse.lexer.lexemes import Lexemes

_STEMS = ("ranslated", "rans.", "rad", "bersetzt", "ertaald")
_SAID = (
    r"(?:[Tt]ranslated(?: from(?: the)? [A-Z]\w++)?|trans\."
    r"|(?<!\w )(?<!Phil\. )Trans\.(?= by|(?: [A-Z][\w'’-]++){2})"  # and not `IEEE Trans. Information Theory`
    r"|(?:[Aa]us dem \w++ )?[Üü]bersetzt|[Tt]raduit(?: de l['’]\w++)?|[Tt]raduction|[Tt]rad\."
    r"|[Tt]raducci[óo]n|[Tt]raduzione|[Tt]radotto|[Vv]ertaald)(?: (?:by|von|par|de|di|da|por|door))?"
)
_WORD = r"(?:[^\W\d_a-z]\.(?: ?[^\W\d_a-z]\.)*+|[^\W\d_a-z][\w'’-]*+|von|van|de|der|di|la|du)(?=[ ,.;:)\n]|$)"
_TRANSLATORS = re.compile(rf"\b{_SAID}(?:(?:,? (?:and|&|et|und|y|e)|,)? {_WORD})++")


def find_translators(lexemes: Lexemes, text: str) -> list[Atom]:
    """Who translated, and the words that say so."""
    if not any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        return []
    return atoms_of("translated", _TRANSLATORS, lexemes, text)
