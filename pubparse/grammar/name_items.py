r"""A stretch of lexemes read as names in, what stands between its separators out, each with the marks beside it.

items := item (separator item)*        item := words with marks before, inside or after, and words in brackets
         K. Lai\*, **Z. Tang**\*💡, X.📧 Chu (student) and …        Tang, Z.; Brooks, F. P., Jr.
"""

import re
from dataclasses import dataclass, field

from pubparse.grammar.affiliations import names_institution
from pubparse.grammar.marks import MARK_KINDS, Mark, mark_of
from pubparse.grammar.names import FAMILY_JOINERS, OF_GROUPS, PARTICLES
from pubparse.grammar.shapes import BRACKETED_LIST
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members, words

_SEPARATORS = frozenset(",;\n、·|/\\")
_LEADS = frozenset(members("leads", "names"))
_BRACKETS = frozenset("()[]")
_OF_NAMES = frozenset("CMIip")
_GROUPS = frozenset(words("groups"))
_WORDS_OF_GROUP = re.compile("[CMUkw]{1,6}(?=[^CMUkw]|$)")
_LONE_WORDS = frozenset("CMUk")
_OF_A_PERSON = 2  # words
_ON_BEHALF = ("on", "behalf", "of")
_BEFORE_GROUP = frozenset({"behalf", "of", "for"})
_GIVEN_BEHIND = re.compile(r"C(?:,?[Ii]|k|,C(?:[.:(]|$))")
_PASSED_OVER = frozenset('L.:…“”"')


@dataclass(slots=True)
class Item:
    """What stands between two separators: the places of its words among the lexemes, and their tags."""

    words: list[int] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    after: str = ""  # the separator that ends it: ","  ";" (or "/")  "&"

    @property
    def tags(self) -> str:
        """The tags of its words as a string."""
        return "".join(self.letters)


def items_of(lexemes: Lexemes, tags: str, first: int, last: int) -> list[Item]:
    """Cut lexemes [first, last) at every separator; marks go to the name they stand beside."""
    items: list[Item] = []
    item = Item()
    depth = 0
    kinds = lexemes.kinds
    detached = _detached(lexemes, first, last)
    are_linked = any(lexemes.links[first:last])
    are_bracketed = "(" in tags[first:last] and bool(BRACKETED_LIST.match(tags, first, last))
    are_bracketed = are_bracketed and not names_institution(" ".join(lexemes.texts[first:last]))
    for at in range(first, _end_of_bracket(tags, first, last)):
        kind, letter = kinds[at], tags[at]
        if letter in _OF_NAMES and item.words and not depth:  # most are
            if are_linked and _begins_link(lexemes, item, at):
                item = _next(items, item, ",")
            item.words.append(at)
            item.letters.append(letter)
        elif kind in _BRACKETS:
            depth += (1 if kind in "([" else -min(depth, 1)) * (not are_bracketed)
            item = _next(items, item, "," if kind == "(" else ";") if are_bracketed else item
        elif kind in MARK_KINDS:
            is_behind = not item.words and items and at in detached
            (items[-1] if is_behind else item).marks.append(mark_of(lexemes[at]))
        elif depth:
            item.beside.append(at)
        elif letter == "&" and _is_within_name(items, item, lexemes, tags[:last], at):
            item.words.append(at)
            item.letters.append("p")
        elif separator := _separator(lexemes, letter, at):
            item = _next(items, item, separator)
        elif letter not in _PASSED_OVER and (item.words or not _is_lead(letter, lexemes.texts[at], bool(items))):
            is_particle = letter == "k" and item.tags[:1] == "I" and lexemes.texts[at].lower() in PARTICLES
            item.words.append(at)
            item.letters.append("p" if is_particle else letter)  # SANTOS, M. DOS
    _next(items, item, "")
    return items


def _separator(lexemes: Lexemes, letter: str, at: int) -> str:
    """What a lexeme says of the names on its sides, "" if it does not separate them."""
    kind = lexemes.kinds[at]
    if letter in "&E":
        return "&"
    if kind in _SEPARATORS:
        return ";" if kind in ";/" else ","
    is_dash = kind in "–-" and not lexemes.glued(at) and not lexemes.glued(at + 1)
    return "," if is_dash or (letter == "w" and lexemes.texts[at : at + 3] == _ON_BEHALF) else ""


def _begins_link(lexemes: Lexemes, item: Item, at: int) -> bool:
    """`[Ada Lovelace](…) [Charles Babbage](…)`: whether another link begins behind a name that is whole."""
    before = lexemes.links[item.words[-1]]
    return (
        before is not None
        and before is not lexemes.links[at]
        and lexemes.links[at] is not None
        and len(item.words) > 1
        and lexemes.links[item.words[0]] is before
    )


def _detached(lexemes: Lexemes, first: int, last: int) -> set[int]:
    """Marks that are glued to what is before them, and not to what is behind: `Smith,** Jones`, both are on Smith."""
    rows: list[list[int]] = []
    for at in range(first, last):
        if lexemes.kinds[at] in MARK_KINDS:
            if rows and rows[-1][-1] == at - 1 and lexemes.glued(at):
                rows[-1].append(at)
            else:
                rows.append([at])
    return {at for row in rows if lexemes.glued(row[0]) and not lexemes.glued(row[-1] + 1) for at in row}


def _end_of_bracket(tags: str, first: int, last: int) -> int:
    """Where a list ends that stands in brackets: `(with A. Bee and C. Dee). NBER Working Paper`."""
    close = tags.find(").", first + 1, last)
    return close if close > 0 and "(" not in tags[first:close] else last


def merged(items: list[Item]) -> Item:
    """One item of several, with all their words and marks."""
    return Item(
        [word for item in items for word in item.words],
        [letter for item in items for letter in item.letters],
        [mark for item in items for mark in item.marks],
        [word for item in items for word in item.beside],
    )


def _next(items: list[Item], item: Item, separator: str) -> Item:
    """End an item; an empty one (`,` and `and` in a row) only says more of how the one before it ended."""
    if item.words:
        item.after = separator
        items.append(item)
    elif items:
        items[-1].marks += item.marks
        if separator and items[-1].after != ";":
            items[-1].after = separator
    else:
        return item
    return Item()


def _is_lead(letter: str, word: str, is_inside: bool) -> bool:
    """`with`, `by`, `Joint`: what stands before a list of names; and what does before one, `12 Watson JD, …`."""
    return letter == "d" or word in _BEFORE_GROUP or (not is_inside and (letter == "W" or word.lower() in _LEADS))


def _is_within_name(items: list[Item], item: Item, lexemes: Lexemes, tags: str, at: int) -> bool:
    """Whether "and" joins words of one name: a family's, or a group's."""
    if lexemes.texts[at] in FAMILY_JOINERS and _is_one_family(items, item, tags, at):
        return True
    after = _WORDS_OF_GROUP.match(tags, at + 1)
    return after is not None and _is_one_group(item, lexemes, tags, at, after.end())


def _is_one_group(item: Item, lexemes: Lexemes, tags: str, at: int, end: int) -> bool:
    """`Procter and Gamble Team`: what a lone word is joined to is called a group, and the word is a part of its name.

    So are more words behind "The" (`The Diabetes Control and Complications Trial Research Group`), and those of what
    is of something: `World Commission on Environment and Development`, and no `Academy of Sciences and Ann Bee`.
    """
    texts = lexemes.texts
    if not item.words or texts[at + 1] in ("The", "the", "THE"):
        return False
    if not OF_GROUPS.isdisjoint([texts[word] for word in item.words]):
        is_person = end - at - 1 == _OF_A_PERSON or tags[end : end + 1] in ("I", "i")
        return not is_person and texts[end - 1].lower() not in _GROUPS
    is_open = item.tags in _LONE_WORDS or texts[item.words[0]] in ("The", "THE")
    return is_open and texts[end - 1].lower() in _GROUPS


def _is_one_family(items: list[Item], item: Item, tags: str, at: int) -> bool:
    """`B. Agüera y Arcas, …`: one word on either side, given names before it and no others after it.

    Or `Ramón y Cajal, S.`, where given names come behind alone. No such name ends with an initial (`A. e Lima`), nor is
    one what stands behind a family name and a comma: `García, Juan Carlos y López, María`.
    """
    if len(items) == 1 and items[0].letters == ["C"] and items[0].after == ",":
        return False
    if item.letters == ["C"]:
        return bool(_GIVEN_BEHIND.match(tags, at + 1))
    return (
        len(item.words) > 1
        and item.letters[-1] == "C"
        and tags[at + 1 : at + 2] == "C"
        and (tags[at + 2 : at + 3] in ",;.&*^" or at + 2 >= len(tags))
    )
