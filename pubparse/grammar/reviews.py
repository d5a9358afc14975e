"""Lexemes of an entry in, the places out where a review goes on to say of what: `Review of *Emma*, by Jane Austen`.

What is reviewed is the review's title, and who wrote it is none of its authors.
"""

from pubparse.lexer import Lexemes

_NOWHERE = frozenset[int]()
_ENDS = frozenset(".\n")
_BEFORE_BY = frozenset({",", "edited", '"', "”"})


def told_of_review(lexemes: Lexemes) -> frozenset[int]:
    """Where what is reviewed begins, and the comma and "by" behind it."""
    texts = lexemes.texts
    if "Review" not in texts:
        return _NOWHERE
    first = texts.index("Review") + 2
    if texts[first - 1 : first] != ("of",):
        return _NOWHERE
    end = next((at for at in range(first, len(texts)) if texts[at] in _ENDS), len(texts))
    if "by" not in texts[first:end]:
        return frozenset({first})
    last = start = texts.index("by", first)
    while texts[start - 1] in _BEFORE_BY:
        start -= 1
    return frozenset({first, *range(start, last + 1)})
