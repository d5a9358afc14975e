"""An entry's words and signs in, `Lexemes` out: columns, and a string of one-letter kinds that patterns can read."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, overload

from pubparse.markdown.runs import Link

# Words, by their letters alone.
LOWER = "w"  # learning, of, iPhone
CAPITALISED = "C"  # Learning, García-Molina
MIXED = "M"  # FedAvg, LLMs, McDonald
UPPER = "U"  # IEEE, ACM
LETTER = "i"  # one capital without its full stop: Donald E Knuth
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
PICTURE = "☺"  # :trophy:
RAISED = "^"  # whatever stands in superscript
BREAK = "\n"  # the end of a line that the page asks for
# Punctuation is its own kind, but for these, which have many glyphs.
OPEN_QUOTE, CLOSE_QUOTE, QUOTE = "“", "”", '"'
DASH = "–"  # – — ―, and a hyphen between spaces
ELLIPSIS = "…"
OTHER = "?"  # a character that is none of these, and the question mark

ANEW = 1 << 16
"""Among the styles of words that a page sets in the same face as those before them, and apart: `**CVPR** **Title**`."""


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


class Lexemes(Sequence[Lexeme]):
    """An entry's lexemes in columns, one item a lexeme: pages hold many thousands, and objects are dear.

    Asked for one, or iterated over, it makes `Lexeme`s.
    """

    __slots__ = ("ends", "kinds", "links", "starts", "styles", "texts")

    def __init__(
        self,
        kinds: str,
        texts: tuple[str, ...],
        starts: tuple[int, ...],
        ends: tuple[int, ...],
        styles: tuple[int, ...],
        links: tuple[Link | None, ...],
    ) -> None:
        self.kinds, self.texts = kinds, texts
        self.starts, self.ends = starts, ends
        self.styles, self.links = styles, links

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Lexeme: ...
    @overload
    def __getitem__(self, at: slice) -> list[Lexeme]: ...
    def __getitem__(self, at: int | slice) -> Lexeme | list[Lexeme]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        return Lexeme(
            self.kinds[at],
            self.texts[at],
            self.starts[at],
            self.ends[at],
            self.glued(at),
            self.styles[at],
            self.links[at],
        )

    def glued(self, at: int) -> bool:
        """Whether no white space stands before lexeme `at`, which need not exist."""
        return 0 <= at < len(self.starts) and self.starts[at] == (self.ends[at - 1] if at else 0)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where lexemes [first, last) stand."""
        return self.starts[first], self.ends[last - 1]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The lexemes [first, last) that begin in the visible text from `start` to `end`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)
