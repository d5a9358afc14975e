r"""A stretch of lexemes read as names in, the single names out, in order, with the marks beside each.

names    := name (separator name)* [et al.]
name     := given family | family "," given | family initials | group        each with marks before, inside or after
marks    := glyphs, superscripts, TeX glyphs, and role words in brackets      K. Lai\*, **Z. Tang**\*💡, X.📧 Chu
"""

import re
from typing import NamedTuple

from pubparse.grammar.marks import MARK_KINDS, Mark, joined, mark_of
from pubparse.grammar.values import Stretch, trim
from pubparse.lexer.lexemes import Lexemes
from pubparse.markdown.runs import BOLD, UNDERLINE

_ET_AL = re.compile(r"&?,?E\.?L\.?|&,?L\.?|…")
_SEPARATORS = frozenset(",;\n、·|/\\")
_CHAINED = re.compile(r"[Ii]+p*[CMU]{1,2}")
_JOINERS = frozenset({"y", "i", "e"})
_LEADS = frozenset({"with", "by", "joint", "jointly", "together", "authors", "author", "w"})
_BRACKETS = frozenset("()[]")
_PASSED_OVER = frozenset('L.:…“”"')


class Name(NamedTuple):
    """One name: as printed without its marks, the places of its words, its marks, and what was in brackets beside it.

    `stretches` are what makes `text`, in order: more than one where marks stand inside. `styles` are those that every
    word has, `url` is where the page links the name to.
    """

    text: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    beside: str
    styles: int
    url: str | None


class Names(NamedTuple):
    """A list of names, and where it says that it was cut (in the visible text), if it does."""

    names: tuple[Name, ...]
    et_al: Stretch | None


class _Item(NamedTuple):
    """What stands between two separators: the places of its words among the lexemes, and their tags."""

    words: list[int]
    letters: list[str]
    marks: list[Mark]
    beside: list[int]
    after: str = ""  # the separator that ends it: ","  ";"  "&"

    @property
    def tags(self) -> str:
        return "".join(self.letters)


def read_names(text: str, lexemes: Lexemes, tags: str, first: int, last: int) -> Names:
    """Read lexemes [first, last) of an entry as a list of names; `text` and `tags` are all of the entry's."""
    names = tuple(_names(text, lexemes, tags, _items(lexemes, tags, first, last)))
    cut = _ET_AL.search(tags, first, last)
    return Names(names, trim(text, *lexemes.place(cut.start(), cut.end()), ", \n") if cut else None)


def end_of_names(tags: str, last: int) -> int:
    """The end of a list of names that ends at lexeme `last`: with the marks that trail it, and `Jr.`'s full stop."""
    if tags[last - 1 : last + 1] == "J.":
        last += 1
    while last < len(tags) and tags[last] in "*^":
        last += 1
    return last


def _items(lexemes: Lexemes, tags: str, first: int, last: int) -> list[_Item]:
    """Cut at every separator; marks go to the name they stand beside."""
    items: list[_Item] = []
    item = _Item([], [], [], [])
    depth = 0
    for at in range(first, last):
        kind, letter = lexemes.kinds[at], tags[at]
        if kind in _BRACKETS:
            depth = depth + 1 if kind in "([" else max(0, depth - 1)
        elif kind in MARK_KINDS:
            detached = not item.words and items and lexemes.glued(at) and not lexemes.glued(at + 1)
            (items[-1] if detached else item).marks.append(
                mark_of(lexemes[at])
            )  # `Smith,* Jones`: the mark is on Smith
        elif depth:
            item.beside.append(at)
        elif kind in "–-" and not lexemes.glued(at) and not lexemes.glued(at + 1):
            item = _next(items, item, ",")
        elif letter == "&" and lexemes.texts[at] in _JOINERS and _is_one_family(item, tags, at):
            item.words.append(at)
            item.letters.append("p")
        elif kind in _SEPARATORS or letter in "&E":
            item = _next(items, item, "&" if letter in "&E" else ";" if kind == ";" else ",")
        elif letter not in _PASSED_OVER and (item.words or items or lexemes.texts[at].lower() not in _LEADS):
            item.words.append(at)
            item.letters.append(letter)
    _next(items, item, "")
    return _unchained(items)


def _unchained(items: list[_Item]) -> list[_Item]:
    """`Mikolov, T. Chen, K. Corrado, G.`: where nothing but blanks is between two, each comma stands inside a name."""
    middle = items[1:-1]
    if not middle or not (
        _is_family(items[0]) and _is_initials(items[-1]) and all(_CHAINED.fullmatch(item.tags) for item in middle)
    ):
        return items
    split = [items[0]]
    for item in middle:
        given = sum(letter in "Ii" for letter in item.letters)
        split.append(item._replace(words=item.words[:given], letters=item.letters[:given], marks=[], after=";"))
        split.append(item._replace(words=item.words[given:], letters=item.letters[given:]))
    return [*split, items[-1]]


def _next(items: list[_Item], item: _Item, separator: str) -> _Item:
    """End an item; an empty one (`,` and `and` in a row) only says more of how the one before it ended."""
    if item.words:
        items.append(item._replace(after=separator))
    elif items:
        items[-1].marks.extend(item.marks)
        if separator and items[-1].after != ";":
            items[-1] = items[-1]._replace(after=separator)
    else:
        return item
    return _Item([], [], [], [])


def _is_one_family(item: _Item, tags: str, at: int) -> bool:
    """`B. Agüera y Arcas, …`: one word on either side, given names before it and no others after it."""
    return (
        len(item.words) > 1
        and tags[at + 1 : at + 2] == "C"
        and (tags[at + 2 : at + 3] in ",;.&*^" or at + 2 >= len(tags))
    )


def _names(text: str, lexemes: Lexemes, tags: str, items: list[_Item]) -> list[Name]:
    """Join what a comma splits in two: `Tang, Z.`, `Tang, Zhenheng and …`, `Brooks, F. P., Jr.`."""
    names: list[Name] = []
    inverted: set[int] = set() if all(map(_is_whole, items)) else _inversions(items) | _set_off_together(lexemes, items)
    at = 0
    while at < len(items):
        last = at + (2 if at in inverted else 1)
        while last < len(items) and set(items[last].tags) <= {"J"}:
            last += 1
        names.append(_name(text, lexemes, tags, items[at] if last == at + 1 else _merged(items[at:last])))
        at = last
    return names


def _merged(items: list[_Item]) -> _Item:
    return _Item(*([one for item in items for one in item[column]] for column in range(4)))  # type: ignore[arg-type]


def _name(text: str, lexemes: Lexemes, tags: str, item: _Item) -> Name:
    words = item.words
    start, end = lexemes.starts[words[0]], lexemes.ends[words[-1]]
    if tags[words[-1] : words[-1] + 2] == "J." and lexemes.glued(words[-1] + 1):
        end += 1  # `Jr.` with its full stop
    styles = lexemes.styles[words[0]]
    for word in words:
        styles &= lexemes.styles[word]
    stretches: tuple[Stretch, ...] = ((start, end),)
    if any(start < mark.start < end for mark in item.marks):
        stretches = _between_marks(text, start, end, item.marks)
    printed = " ".join([" ".join(text[left:right].split()) for left, right in stretches])
    beside = " ".join(lexemes.texts[word] for word in item.beside)
    url = next((link.url for word in words if (link := lexemes.links[word])), None)
    return Name(printed, stretches, joined(item.marks), beside, styles, url)


def _between_marks(text: str, start: int, end: int, marks: list[Mark]) -> tuple[Stretch, ...]:
    """The stretches of a name that marks leave: `X.📧 Chu` is `X.` and `Chu`."""
    stretches = []
    for mark in (*marks, Mark("", end, end)):
        if start < mark.start and (kept := trim(text, start, min(mark.start, end), " \u00a0\n")):
            stretches.append(kept)
        start = max(start, mark.end)
    return tuple(stretches)


def _inversions(items: list[_Item]) -> set[int]:
    """The items that are family names with the given names in the item after them."""
    found: set[int] = set()
    at = 0
    grouped = _is_grouped(items)
    while at + 1 < len(items):
        here, after = items[at], items[at + 1]
        # `Tang, Zhenheng, Yang Zhang, and …`: the first name alone is turned round.
        first_alone = at == 0 and _is_single(here) and _is_given(after) and not any(map(_is_single, items[2:]))
        if here.after == "," and (grouped or (_is_family(here) and _is_initials(after)) or first_alone):
            found.add(at)
            at += 1
        at += 1
    return found


def _set_off_together(lexemes: Lexemes, items: list[_Item]) -> set[int]:
    """`Ryu, D, **Chowdhury, Shrabanti**, Basu, S`: what one stretch of bold or underline holds, comma and all, is one name."""
    found = set()
    for at in range(len(items) - 1):
        first, last = items[at].words[0], items[at + 1].words[-1]
        face = _face_of_all(lexemes, first, last + 1)
        before = at and _face_of_all(lexemes, items[at - 1].words[-1], first)
        after = at + 2 < len(items) and _face_of_all(lexemes, last, items[at + 2].words[0] + 1)
        if face and not before and not after and items[at].after == "," and _is_family(items[at]):
            found.add(at)
    return found


def _face_of_all(lexemes: Lexemes, first: int, last: int) -> int:
    face = BOLD | UNDERLINE
    for styles in lexemes.styles[first:last]:
        face &= styles
    return face


def _is_grouped(items: list[_Item]) -> bool:
    """`Wang, Jingwen and Tarrio, Juan`, `Wang, Jingwen; Tarrio, Juan`: a comma in each name, something else between them."""
    if len(items) < 2 or len(items) % 2:
        return False
    inside = all(item.after == "," for item in items[::2])
    between = all(item.after in ("&", ";") for item in items[1:-1:2])
    return (
        inside and between and (len(items) > 2 or _is_single(items[0])) and all(_is_family(item) for item in items[::2])
    )


def _is_whole(item: _Item) -> bool:
    """More than one word, and not all of them given: nothing after a comma is missing."""
    return len(item.letters) > 1 and item.letters[0] in "Ii" and item.letters[-1] in "CM"


def _is_family(item: _Item) -> bool:
    return not set(item.letters) - set("CMUkmpV") and len(item.words) <= 4


def _is_initials(item: _Item) -> bool:
    return (set(item.letters) <= set("Iip") or item.letters == ["k"]) and item.letters[0] != "p"


def _is_single(item: _Item) -> bool:
    return [letter for letter in item.letters if letter != "p"] in (["C"], ["M"], ["U"])


def _is_given(item: _Item) -> bool:
    return item.tags in ("C", "CI", "CC", "Ci", "M") or _is_initials(item)
