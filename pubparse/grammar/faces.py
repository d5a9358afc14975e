"""Lexemes in, the places where type face or link changes out: what a page sets in one face is seldom two fields.

A change inside a word is none, nor is one around a mark, nor are those around a word or two that are only stressed,
and around the title of a work in a quoted one: “Character in *Hamlet*, a Play”.
"""

from collections.abc import Iterable
from itertools import pairwise

from pubparse.grammar.stressed import quoted_stretches
from pubparse.lexer.lexemes import ANEW, Lexemes
from pubparse.markdown.runs import FACE

TURNED = frozenset({"turned", "linked"})

_FACE_OR_NEW = FACE | ANEW
_NOWHERE = frozenset[int]()
_STRESSED_WORDS = 2
_LINKED_WORDS = 1  # two may be a name
_WORDS = frozenset("wCMUkimpHhxB")
RANKS = frozenset({"subsp", "ssp", "var"})
"""What stands before the name of a part of a species, with a full stop."""


def face_changes(lexemes: Lexemes, tags: str) -> frozenset[int]:
    """The lexemes that begin another face or link than the one before them has."""
    styles, links = lexemes.styles, lexemes.links
    if len(set(styles)) < 2 and not any(links):
        return _NOWHERE
    edges = [
        at
        for at in range(1, len(styles))
        if (styles[at - 1] ^ styles[at]) & _FACE_OR_NEW or links[at - 1] is not links[at]
    ]
    if not edges:
        return _NOWHERE
    return frozenset(at for at in edges if _is_between_words(lexemes, at)) - _stressed(lexemes, tags, edges)


def face_across(lexemes: Lexemes, last: int, first: int) -> str:
    """How the face or link of one lexeme goes with a later one's.

    "held" as it is, "linked" from one link to another or to none, "turned" to another face, or "" where both are plain.
    """
    link = lexemes.links[first]
    before, after = (lexemes.styles[at] & _FACE_OR_NEW for at in (last, first))
    if lexemes.links[last] is not link:
        return "linked"
    if link is not None:
        return "held"
    return "turned" if before != after else "held" if after else ""


def is_between_faces(lexemes: Lexemes, at: int) -> bool:
    """Whether the type face changes both before and behind a lexeme: `**Title** 73 _Journal_`."""
    faces = [lexemes.styles[place] & FACE if 0 <= place < len(lexemes) else 0 for place in (at - 1, at, at + 1)]
    return faces[0] != faces[1] != faces[2]


def _is_between_words(lexemes: Lexemes, at: int) -> bool:
    if lexemes.kinds[at - 1] in "*^" or lexemes.kinds[at] in "*^":
        return False
    before, after = lexemes.texts[at - 1][-1], lexemes.texts[at][0]
    if not lexemes.glued(at) or (before.islower() and after.isupper()):  # `… Its Applications*Oxford University Press`
        return True
    return not ((before.isalnum() or before in "-–") and (after.isalnum() or after in "-–"))


def _stressed(lexemes: Lexemes, tags: str, edges: Iterable[int]) -> set[int]:
    """Where a word or two in another face begin and end that stand between plain words: stressed, and no field."""
    found: set[int] = set()
    quoted = quoted_stretches(lexemes)
    for first, last in pairwise((0, *edges, len(tags))):
        is_linked = lexemes.links[first] is not None
        if not (lexemes.styles[first] & FACE or is_linked):
            continue
        is_short = last - first <= (_LINKED_WORDS if is_linked else _STRESSED_WORDS)
        is_between = tags[first - 1 : first] in _WORDS and tags[last : last + 1] in _WORDS
        is_stressed = is_short and (is_between or _is_of_species(lexemes.texts, first, last))
        if is_stressed or any(start < first and last < end for start, end in quoted):
            found |= {first, last}
    return found


def _is_of_species(texts: tuple[str, ...], first: int, last: int) -> bool:
    """`*Salmonella enterica* subsp. *enterica* strains`: names of a species and of a part of it are stressed."""
    is_part = first > 1 and texts[first - 1] == "." and texts[first - 2] in RANKS
    return is_part or not RANKS.isdisjoint(texts[last : last + 1])
