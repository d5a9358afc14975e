"""An entry's lexemes and text in, who translated it out, as atoms: they are neither authors nor editors.

translators := ("Translated by" | "trans." | "Aus dem … übersetzt von" | "Traduit par" …) name (", " name)*
               Translated by Robert Hurley, Helen R. Lane, and Mark Seem
"""

import re

from pubparse.grammar.atoms import Atom, atoms_of
from pubparse.lexer.lexemes import Lexemes

_STEMS = ("ranslated", "rans.", "(tr.", "rad", "bersetzt", "ertaald")
_SAID = (
    r"(?:[Tt]ranslated(?: from(?: the)? [A-Z]\w++)?|trans\.|(?<=\()tr\.(?= [A-Z])"
    # and not `IEEE Trans. Information Theory`
    r"|(?<!\w )(?<!Phil\. )Trans\.(?= by|(?: [A-Z][\w'’-]++){2}|(?: [A-Z]\.){1,3} [A-Z][\w'’-]++[.,])"
    r"|(?:[Aa]us dem \w++ )?[ÜüU]bersetzt|[Tt]raduit(?: de l['’]\w++)?|[Tt]raduction|[Tt]rad(?:\.(?: fr\.)?| fr\.)"
    r"|[Tt]raducci[óo]n|[Tt]raduzione|[Tt]radotto|[Vv]ertaald)(?: (?:by|von|par|de|di|da|por|door))?"
)
_WORD = r"(?:[^\W\d_a-z]\.(?: ?[^\W\d_a-z]\.)*+|[^\W\d_a-z][\w'’-]*+|von|van|de|der|di|la|du)(?=[ ,.;:)\n]|$)"
_TRANSLATORS = re.compile(
    rf"\b{_SAID}(?:(?:,? (?:and|&|et|und|y|e)|,)? {_WORD})++"
    rf"|(?<=, ){_WORD}(?:(?: and| &)? {_WORD}){{1,5}} \(transl?\.\)"  # Robert Hurley (trans.)
)


def find_translators(lexemes: Lexemes, text: str) -> list[Atom]:
    """Who translated, and the words that say so."""
    if not any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        return []
    return atoms_of("translated", _TRANSLATORS, lexemes, text)
