r"""A stretch of cells read as the title in, the title's value out.

title := words, without the quotes around it, its closing full stop, and the type letter of GB/T 7714 ("[J]", "[C]")
         Can LLM Simulations Truly Reflect Humanity? A Deep Dive.        "Hot Pluggable Federated Learning."
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.values import PICTURES, Stretch, Value, balance, trim, value_of

_TYPE_LETTER = re.compile(
    r"\s*\[(?:[A-Z]{1,2}(?:/OL)?|online|internet|electronic resource|preprint|текст|электронный ресурс)\]?$", re.I
)

TYPE_LETTER = re.compile(r"\s*[\[［]([A-Z]{1,2})(?:/OL)?[\]］]")
TYPES_OF_LETTERS = {"J": "journal", "C": "conference", "M": "book", "D": "thesis", "P": "patent", "R": "report"}
"""Letters of GB/T 7714 behind a title, and the types they say."""


def title_of(lattice: Lattice, first: int, last: int) -> Value | None:
    """The title in cells [first, last)."""
    text = lattice.text
    start, end = balance(text, *lattice.lexemes.place(lattice.cells[first].first, lattice.cells[last - 1].last))
    if text.find("[", start, end) >= 0 and (match := _TYPE_LETTER.search(text, start, end)):
        end = match.start()
    stretch: Stretch | None = trim(text, start, end)
    if stretch and (pictures := PICTURES.match(text, *stretch)):
        stretch = trim(text, pictures.end(), stretch[1])
    if not stretch or not any(map(str.isalnum, text[slice(*stretch)])):
        return None
    return value_of(text, [stretch])
