r"""A stretch of cells read as the title in, the title's value out.

title := words, without the quotes around it, its closing full stop, and the type letter of GB/T 7714 ("[J]", "[C]")
         Can LLM Simulations Truly Reflect Humanity? A Deep Dive.        "Hot Pluggable Federated Learning."
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.values import Stretch, Value, balance, trim, value_of
from pubparse.text.pictures import behind_pictures

_LETTERS = (
    r"\s*[\[［](?:([A-Z]{1,2})(?:/OL)?|online|internet|electronic resource|preprint|текст|электронный ресурс)[\]］]"
)
_LETTERS_AT_END = re.compile(rf"{_LETTERS}?$", re.I)

TYPE_LETTER = re.compile(_LETTERS, re.I)
TYPES_OF_LETTERS = {"J": "journal", "C": "conference", "M": "book", "D": "thesis", "P": "patent", "R": "report"}
"""Letters of GB/T 7714 behind a title, and the types they say."""


def title_of(lattice: Lattice, first: int, last: int) -> Value | None:
    """The title in cells [first, last)."""
    text = lattice.text
    start, end = balance(text, *lattice.lexemes.place(lattice.cells[first].first, lattice.cells[last - 1].last))
    if text.find("[", start, end) >= 0 and (match := _LETTERS_AT_END.search(text, start, end)):
        end = match.start()
    stretch: Stretch | None = trim(text, start, end)
    if stretch:
        stretch = trim(text, behind_pictures(text, *stretch), stretch[1])
    if not stretch or not any(map(str.isalnum, text[slice(*stretch)])):
        return None
    return value_of(text, [stretch])
