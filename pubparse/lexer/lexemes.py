"""What the lexer gives: `Lexeme`, and the one-letter kinds that make an entry's shape a string that patterns can read."""

from typing import NamedTuple

from pubparse.markdown.runs import Link

# Words, by their letters alone.
LOWER = "w"  # learning, of, iPhone
CAPITALISED = "C"  # Learning, García-Molina
MIXED = "M"  # FedAvg, LLMs, McDonald
UPPER = "U"  # IEEE, ACM
LETTER = "i"  # one capital without its full stop: Jonathan K Kummerfeld
INITIALS = "I"  # K.  A.C.  J.-P.
DOTTED = "e"  # e.g.  i.e.
IDEOGRAPHS = "H"  # Han, kana or hangul, which need no spaces between words
# Numbers.
DIGITS = "d"
ORDINAL = "o"  # 39th
ALNUM = "x"  # 3D, 2nd-order
SHORT_YEAR = "s"  # '19
# Things that are read as a whole.
URL = "u"
DOI = "D"
EPRINT = "X"  # 2003.06307, hep-th/9711200
MATH = "$"  # $\alpha$
SYMBOL = "*"  # a glyph: asterisk, dagger, emoji …
RAISED = "^"  # whatever stands in superscript
BREAK = "\n"  # the end of a line that the page asks for
# Punctuation is its own kind, but for these, which have many glyphs.
OPEN_QUOTE, CLOSE_QUOTE, QUOTE = "“", "”", '"'
DASH = "–"  # – — ―, and a hyphen between spaces
ELLIPSIS = "…"
OTHER = "?"  # a character that is none of these, and the question mark

WORDS = frozenset({LOWER, CAPITALISED, MIXED, UPPER, LETTER, INITIALS, DOTTED, IDEOGRAPHS, ORDINAL, ALNUM})


class Lexeme(NamedTuple):
    """One word, number, mark or sign of an entry.

    `start` and `end` are code points of the entry's visible text; `glued` tells that no white space stands before it.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    styles: int
    link: Link | None
