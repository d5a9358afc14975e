"""Lexemes of an entry in, the places out what a review says it is of: `Review of *Emma*, by Jane Austen`.

What is reviewed is the review's title, and who wrote it is none of its authors.
"""

from pubparse.lexer import Lexemes

_NOWHERE = frozenset[int]()
_ENDS = frozenset(".\n")


def told_of_review(lexemes: Lexemes) -> frozenset[int]:
    """All of what is reviewed, to the "by" behind it or else to the end of its face: `*Emma, 1815–1816*`."""
    texts = lexemes.texts
    if "Review" not in texts:
        return _NOWHERE
    first = texts.index("Review") + 2
    if texts[first - 1 : first] != ("of",):
        return _NOWHERE
    end = next((at for at in range(first, len(texts)) if texts[at] in _ENDS), len(texts))
    if "by" in texts[first:end]:
        return frozenset(range(first, texts.index("by", first) + 1))
    style = lexemes.styles[first : first + 1]
    last = next((at for at in range(first, end) if lexemes.styles[at : at + 1] != style), end)
    return frozenset(range(first, last if any(style) else first + 1))
