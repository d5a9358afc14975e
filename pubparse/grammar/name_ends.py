"""A lexeme of a cell in, whether a name ends with it out: initials and marks end one where no sign does.

names-end := initials | mark        Turing, A. M. On Computable …        S.-T. Leung* The Google File System
"""

import re

from pubparse.grammar.faces import TURNED, face_across
from pubparse.lexer.lexemes import INITIALS, Lexemes
from pubparse.lexicons.load import words
from pubparse.markdown.runs import FACE

_AFTER_NAMES = frozenset("CMUkmwdyxHh$BA&EQ")
_PARTICLES_AND_WORD = re.compile(r"p{1,3}[CMU](?!,[Iik]|[:&E])")  # no `Roe, R. van Gogh: The Life`
_AFTER_ARTICLE = frozenset("CMUkwx")
_AFTER_MARK = frozenset("CMUkwmxHB")
_SHORT_WORDS = frozenset("AВКОСУ")  # the others are Cyrillic
_NAME_REACH = 12  # lexemes
ABBREVIATIONS = frozenset(words("abbreviations"))
"""Words of journals' names that are cut short, in small letters."""

WORDS_OF_JOURNALS = {*ABBREVIATIONS, "j"}
"""The same, and a lone `J.`."""

# A family name that waits for its initials, and the initials so far: `, Felleisen, M`.
_LONE_FAMILY = re.compile(r"(?:^d?|[,;&E\0\n.–-])p*(k?[CMUm]{1,3}),[Iip]*\Z|^p*(U),[CM]\Z")
_FAMILY_AHEAD = re.compile(r"[CMmU]J?(?:[,;*^.()\[“\"\n|–\0]|\Z|[&E][CMUIikp]|/[CMI]{2})")
# `Robert E. Shostak, Marshall C. Pease: The …`: family names end the names before, and this one.
_LAST_OF_LIST = re.compile(r"[CMm]:")
_FAMILY_BEFORE = re.compile(r"[CM][,&]")
_ALONE = re.compile(r"CI{1,2}p{0,2}C:")  # where an entry begins: `Stephen A. Cook: The Complexity of …`
# `Nussbaum, Martha C. Sex and Social Justice`: behind a name turned round begins no other without a comma.
_TURNED = re.compile(r"[CM],CI{1,2}")
# `Lakatos I., Feyerabend P. For and Against Method`: where initials trail the first name, they trail the others.
_FAMILY_FIRST = re.compile(r"p{0,3}[CMUm]{1,3}(?:I{1,3}|[ik]),")
_FAMILY_AND_INITIALS = re.compile(r"p{0,3}[CMUm]{1,3}I{1,3}")
# `Williams R. Base and Superstructure in …`: a name at the start, its initial, and a pair of things.
_FIRST_AND_PAIR = re.compile(r"p{0,3}[CMU]I{1,2}[CM][&E][CM]{1,2}[wB]")
_PAIR_AHEAD = re.compile(r"[CM](?:[&E][CM]|,[we])")  # … and Social Justice   Walden, a Life in the Woods


def end_of_names(lexemes: Lexemes, tags: str, first: int, at: int) -> int:
    """Where names end with the lexeme `at`, or with particles behind it; 0 if they do not.

    `first` is where the cell began that the lexeme is in.
    """
    if tags[at + 1 : at + 2] != "p" or tags[at] != "I":
        return at + 1 if _is_end(lexemes, tags, first, at) else 0
    behind = _PARTICLES_AND_WORD.match(tags, at + 1)  # Waals, J. D. van der The Law of …
    family = behind and _LONE_FAMILY.search(tags, max(0, at - _NAME_REACH), at)
    return behind.end() - 1 if behind and family and not _is_title(lexemes, family.span(1), at) else 0


def _is_end(lexemes: Lexemes, tags: str, first: int, at: int) -> bool:
    """Initials that end a name and do not begin one: `Turing, A. M. On Computable …`, but not `A. M. Turing, …`."""
    if at + 1 == len(tags) or not _may_follow_names(lexemes, tags, at + 1):
        return False
    while at > first and tags[at] in "*^":  # marks trail the initials
        at -= 1
    if lexemes.kinds[at] != INITIALS or _is_journal(lexemes, tags, first, at):
        return False
    if tags[first] in "CMU" and tags[at - 1] == "i":  # Hua L K. On Exponential Sums
        return True
    family = _LONE_FAMILY.search(tags, max(0, at - _NAME_REACH), at)
    if family and not _is_title(lexemes, family.span(1), at):
        return True
    if first and _FAMILY_AND_INITIALS.fullmatch(tags, first, at + 1) and _FAMILY_FIRST.match(tags):
        return True
    if _TURNED.fullmatch(tags, 0, at + 1) and _PAIR_AHEAD.match(tags, at + 1):
        return True
    if first == 0 and tags[at + 1] != "I" and _FIRST_AND_PAIR.match(tags):
        return True
    begins_name = first == at or tags[at - 1] in "&E" or set(tags[first:at]) <= set("Iip")
    is_last_of_list = _LAST_OF_LIST.match(tags, at + 1) and _FAMILY_BEFORE.match(tags, max(0, first - 2))
    if is_last_of_list or (first == 0 and _ALONE.match(tags)):
        return False
    is_family_ahead = _FAMILY_AHEAD.match(tags, at + 1) or _is_last_of_face(lexemes, tags, at + 1)
    return not begins_name and (not is_family_ahead or is_abbreviation(lexemes, at + 1))


def _may_follow_names(lexemes: Lexemes, tags: str, at: int) -> bool:
    """Whether it begins another field, as initials do that turn the face: `Becquerel, H. *C. R. Acad. Sci.*`."""
    is_turned = tags[at] == "I" and face_across(lexemes, at - 1, at) in TURNED
    return tags[at] in _AFTER_NAMES or is_turned or _is_article(lexemes, tags, at)


def _is_last_of_face(lexemes: Lexemes, tags: str, at: int) -> bool:
    """`Robert E. Kahn [**A Protocol for …**](…)`: a family name in the face of its initials, before another."""
    if tags[at] not in "CM" or at + 1 == len(tags):
        return False
    return face_across(lexemes, at - 1, at) not in TURNED and face_across(lexemes, at, at + 1) in TURNED


def _is_title(lexemes: Lexemes, family: tuple[int, int], at: int) -> bool:
    """`**Lambda Definability**, S. Kleene. Duke …`: words in a face of their own are no family of what follows."""
    first, last = family
    return last - first > 1 and lexemes.styles[last - 1] & ~lexemes.styles[at] & FACE != 0


def _is_journal(lexemes: Lexemes, tags: str, first: int, at: int) -> bool:
    """`Nolley, J. P. *J. Org. Chem.*`: what begins anew behind initials."""
    begins_anew = first == at and tags[at - 1 : at] == "I"
    return begins_anew and lexemes.texts[at] == "J." and is_abbreviation(lexemes, at + 1)


def is_abbreviation(lexemes: Lexemes, at: int) -> bool:
    """`… Graphs I. Publ. Math. Debr.`, `G. Hinton, J. Mach. Learn. Res.`: a journal's word, and no family name."""
    first, *rest = [text.lower() for text in lexemes.texts[at : at + 3]]
    return first in ABBREVIATIONS and rest[:1] == ["."] and rest[-1].rstrip(".") in WORDS_OF_JOURNALS


def _is_article(lexemes: Lexemes, tags: str, at: int) -> bool:
    """The "A" or Russian preposition that a title begins with, and no initial: `Ландау Л. Д. К теории …`."""
    return lexemes.texts[at] in _SHORT_WORDS and tags[at + 1 : at + 2] in _AFTER_ARTICLE


def is_trailing_mark(lexemes: Lexemes, tags: str, first: int, at: int) -> bool:
    """A mark glued to the word before it and set off from one after it: `S.-T. Leung* The Google File System`."""
    return (
        tags[at] in "*^"
        and first < at
        and tags[at + 1 : at + 2] in _AFTER_MARK
        and lexemes.glued(at)
        and not lexemes.glued(at + 1)
    )
