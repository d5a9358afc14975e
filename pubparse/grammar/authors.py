"""A stretch of lexemes read as authors in, the single names out, in order, with the marks beside each.

    authors  := name (separator name)* [et al.]
    name     := given family | family "," given | family initials | group        each with marks before, inside or after
    marks    := glyphs, superscripts, TeX glyphs, and role words in brackets      K. Lai\\*, **Z. Tang**\\*💡, X.📧 Chu
"""

import re
from typing import NamedTuple

from pubparse.grammar.values import trim
from pubparse.lexer.lexemes import MATH, RAISED, SYMBOL, Lexeme

# TeX glyphs, as they are set. Source: The Comprehensive LaTeX Symbol List.
_TEX = {
    "dagger": "†", "dag": "†", "ddagger": "‡", "ddag": "‡", "star": "⋆", "ast": "*", "S": "§", "P": "¶", "sharp": "♯",
    "natural": "♮", "flat": "♭", "diamond": "⋄", "circ": "∘", "bullet": "•", "clubsuit": "♣", "heartsuit": "♥",
    "spadesuit": "♠", "diamondsuit": "♦", "dagger*": "†*", "bigstar": "★", "envelope": "✉", "Letter": "✉", "mp": "∓",
}  # fmt: skip
_TEX_MARK = re.compile(r"\$\s*\^?\{?\s*\\?([A-Za-z]+|[*#†‡§¶])\s*\}?\s*\$")
_NO_MARK = "0123456789,;.()[]"
_MARK_KINDS = frozenset({SYMBOL, RAISED, MATH})
_SEPARATORS = frozenset(",;\n、·|/")
_JOINERS = frozenset({"y", "i", "e"})
_LEADS = frozenset({"with", "by", "joint", "jointly", "together", "authors", "author", ":", "w"})
_ET_AL = re.compile(r"&?,?E\.?L\.?|&,?L\.?|…")
_BRACKETS = frozenset("()[]")


class Mark(NamedTuple):
    """A mark on a name: the glyph it stands for, and its place in the visible text."""

    glyph: str
    start: int
    end: int


class Name(NamedTuple):
    """One name: as printed without its marks, the places of its words, its marks, and what was in brackets beside it.

    `stretches` are what makes `text`, in order: more than one where marks stand inside. `styles` are those that every
    word has, `url` is where the page links the name to.
    """

    text: str
    stretches: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    beside: str
    styles: int
    url: str | None


class Names(NamedTuple):
    """A list of names, and where it says that it was cut (in the visible text), if it does."""

    names: tuple[Name, ...]
    et_al: tuple[int, int] | None


class _Item(NamedTuple):
    words: list[Lexeme]
    letters: list[str]
    marks: list[Mark]
    beside: list[Lexeme]
    after: str = ""  # the separator that ends it: ","  ";"  "&"

    @property
    def tags(self) -> str:
        return "".join(self.letters)


def read_names(text: str, lexemes: tuple[Lexeme, ...], tags: str) -> Names:
    """Read a stretch of an entry's lexemes, and their tags, as a list of names; `text` is all of the entry's."""
    return Names(tuple(_names(text, _items(lexemes, tags))), _cut_short(lexemes, tags))


def end_of_names(tags: str, last: int) -> int:
    """The end of a list of names that ends at lexeme `last`: with the marks that trail it, and `Jr.`'s full stop."""
    if tags[last - 1 : last + 1] == "J.":
        last += 1
    while last < len(tags) and tags[last] in "*^":
        last += 1
    return last


def _cut_short(lexemes: tuple[Lexeme, ...], tags: str) -> tuple[int, int] | None:
    """Where the list says that it is not whole: "et al.", "and others", "…"."""
    match = _ET_AL.search(tags)
    return (lexemes[match.start()].start, lexemes[match.end() - 1].end) if match else None


def _items(lexemes: tuple[Lexeme, ...], tags: str) -> list[_Item]:
    """Cut at every separator; marks go to the name they stand beside."""
    items: list[_Item] = []
    item = _Item([], [], [], [])
    depth = 0
    for at, (lexeme, letter) in enumerate(zip(lexemes, tags, strict=True)):
        kind = lexeme.kind
        if kind in _BRACKETS:
            depth = depth + 1 if kind in "([" else max(0, depth - 1)
        elif kind in _MARK_KINDS:
            detached = not item.words and items and lexeme.glued and not _is_glued(lexemes, at + 1)
            (items[-1] if detached else item).marks.append(mark_of(lexeme))  # `Smith,* Jones`: the mark is on Smith
        elif depth:
            item.beside.append(lexeme)
        elif letter == "J" and item.words :
            item.words.append(_with_stop(lexemes, at))
            item.letters.append(letter)
        elif letter == "&" and lexeme.text in _JOINERS and _is_one_family(item, tags, at):
            item.words.append(lexeme)
            item.letters.append("p")
        elif kind in _SEPARATORS or letter in "&E":
            item = _next(items, item, "&" if letter in "&E" else ";" if kind == ";" else ",")
        elif not (letter in "L.:…" or (not item.words and not items and lexeme.text.lower() in _LEADS)):
            item.words.append(lexeme)
            item.letters.append(letter)
    _next(items, item, "")
    return items


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


def _with_stop(lexemes: tuple[Lexeme, ...], at: int) -> Lexeme:
    """`Jr.` with its full stop."""
    after = lexemes[at + 1] if at + 1 < len(lexemes) else None
    return lexemes[at]._replace(text="Jr.", end=after.end) if after and after.kind == "." and after.glued else lexemes[at]


def _is_one_family(item: _Item, tags: str, at: int) -> bool:
    """`B. Agüera y Arcas, …`: one word on either side, given names before it and no others after it."""
    return len(item.words) > 1 and tags[at + 1 : at + 2] == "C" and (tags[at + 2 : at + 3] in ",;.&*^" or at + 2 >= len(tags))


def _is_glued(lexemes: tuple[Lexeme, ...], at: int) -> bool:
    return at < len(lexemes) and lexemes[at].glued


def mark_of(lexeme: Lexeme) -> Mark:
    text = lexeme.text
    if lexeme.kind == MATH:
        match = _TEX_MARK.fullmatch(text)
        text = _TEX.get(match[1], match[1] if not match[1].isalpha() else "") if match else ""
    elif lexeme.kind == RAISED and not text.strip(_NO_MARK).strip():
        text = ""
    elif lexeme.kind == RAISED and text.isalnum():
        text = ""  # an affiliation's number or letter is no mark
    return Mark(text.strip(), lexeme.start, lexeme.end)


def _names(text: str, items: list[_Item]) -> list[Name]:
    """Join what a comma splits in two: `Tang, Z.`, `Tang, Zhenheng and …`, `Brooks, F. P., Jr.`."""
    names: list[Name] = []
    inverted = _inversions(items)
    at = 0
    while at < len(items):
        last = at + 1
        if at in inverted:
            last += 1
        while last < len(items) and set(items[last].tags) <= {"J"}:  # `Ward, Jr.`
            last += 1
        names.append(_name(text, items[at] if last == at + 1 else _merged(items[at:last])))
        at = last
    return names


def _merged(items: list[_Item]) -> _Item:
    parts = zip(*items, strict=True)
    words, letters, marks, beside = ([one for part in next(parts) for one in part] for _ in range(4))
    return _Item(words, letters, marks, beside)


def _name(text: str, item: _Item) -> Name:
    words = item.words
    start, end = words[0].start, words[-1].end
    marks = tuple(mark for mark in item.marks if mark.glyph)
    styles = words[0].styles
    for word in words:
        styles &= word.styles
    if any(start < mark.start < end for mark in item.marks):
        stretches = _between_marks(text, start, end, item.marks)
        printed = " ".join(" ".join(text[left:right] for left, right in stretches).split())
    else:
        stretches, printed = ((start, end),), text[start:end]
        if "\n" in printed or "  " in printed or "\u00a0" in printed:
            printed = " ".join(printed.split())
    beside = " ".join(word.text for word in item.beside)
    return Name(printed, stretches, marks, beside, styles, next((word.link.url for word in words if word.link), None))


def _between_marks(text: str, start: int, end: int, marks: list[Mark]) -> tuple[tuple[int, int], ...]:
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
    strict = _is_grouped(items)
    while at + 1 < len(items):
        here, after = items[at], items[at + 1]
        joins = here.after == "," and (
            strict
            or (_is_family(here) and _is_initials(after))
            or (at == 0 and _is_single(here) and _is_given(after) and not any(_is_single(item) for item in items[2:]))
        )
        if joins:
            found.add(at)
            at += 1
        at += 1
    return found


def _is_grouped(items: list[_Item]) -> bool:
    """`Wang, Jingwen and Tarrio, Juan`, `Wang, Jingwen; Tarrio, Juan`: a comma in each name, something else between them."""
    if len(items) < 2 or len(items) % 2:
        return False
    inside = all(item.after == "," for item in items[::2])
    between = all(item.after in ("&", ";") for item in items[1:-1:2])
    return inside and between and (len(items) > 2 or _is_single(items[0])) and all(_is_family(item) for item in items[::2])


def _is_family(item: _Item) -> bool:
    return bool(item.tags) and not set(item.tags) - set("CMUkmpV") and len(item.words) <= 4


def _is_initials(item: _Item) -> bool:
    return bool(item.tags) and (set(item.tags) <= set("Iip") or item.tags == "k") and item.tags[0] != "p"


def _is_single(item: _Item) -> bool:
    return len(item.words) == 1 and item.tags in "CMU"


def _is_given(item: _Item) -> bool:
    return item.tags in ("C", "CI", "CC", "Ci", "M") or _is_initials(item)
