r"""A stretch of cells read as names in, the single names out, in order, with the marks beside each.

names    := name (separator name)* [et al.]
name     := given family | family "," given | family initials | group        each with marks before, inside or after
marks    := glyphs, superscripts, TeX glyphs, and role words in brackets      K. Lai\*, **Z. Tang**\*💡, X.📧 Chu
"""

import re
from typing import NamedTuple

from pubparse.grammar.inversion import inverted, unchained
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.marks import Mark, joined
from pubparse.grammar.name_items import Item, items_of, merged
from pubparse.grammar.search import Step
from pubparse.grammar.values import Stretch, Value, trim, value_of
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members
from pubparse.markdown.runs import FACE
from pubparse.text.scripts import HAN

_INCLUDED = re.compile(r"[&,]*E?\.?L\.?,?\((?P<inside>[^()]{2,40})\)")  # A. Bee et al. (including **C. Dee**)
_INCLUDES = frozenset("including includes include incl inc inkl einschließlich dont incluant incluyendo".split())
_ET_AL = re.compile(r"&?,?E\.?L\.?|&,?L\.?|…|\.{3}")
_GLUED_ET_AL = re.compile(f"[{HAN}]{{2,3}}等")
_SIGNED_REACH = 120  # code points
_DOTS = re.compile(r",?(?:…|\.{3})")
_GROUPS = members("groups", "signing")
# `et al. (ATLAS Collaboration)`   `, et al; ASCOT Investigators`   ` for the CMS Collaboration`
_SIGNED = re.compile(
    r"[\s,;]{0,4}(?:et\sal\.?[\s,;]{0,4})?(?:[(\[]\s?|(?<=;\s))?(?:(?:on\sbehalf\sof|for)\s)?(?:the\s)?"
    rf"((?:[A-Z][\w&/-]*\s){{1,5}}(?:{'|'.join(map(str.capitalize, _GROUPS))})s?)(?=\s?[)\].,;(\n]|\s*\Z)"
)


class Name(NamedTuple):
    """One name: as printed without its marks, the places of its words, its marks, and what was in brackets beside it.

    `stretches` are what makes `text`, in order: more than one where marks stand inside. `styles` are those that every
    word has, `url` is where the page links the name to.
    """

    text: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    beside: Value | None
    styles: int
    url: str | None


class Names(NamedTuple):
    """A list of names, and where it says that it was cut (in the visible text), if it does."""

    names: tuple[Name, ...]
    et_al: Stretch | None


def names_of(lattice: Lattice, first: int, last: int, title: Step | None = None) -> Names:
    """Read cells [first, last) as a list of names; a group may sign behind it, where no title stands."""
    text, lexemes, tags = lattice.text, lattice.lexemes, lattice.tags
    start, end = lexemes_of_names(lattice, first, last)
    names = tuple(_names(text, lexemes, tags, unchained(items_of(lexemes, tags, start, end))))
    cut = _ET_AL.search(tags, start, end) or _DOTS.match(tags, end)
    if included := _INCLUDED.match(tags, end):
        inside = included.span("inside")
        if lexemes.texts[inside[0]].lower().strip(".") in _INCLUDES:
            names += tuple(_names(text, lexemes, tags, items_of(lexemes, tags, inside[0] + 1, inside[1])))
    if names and _GLUED_ET_AL.fullmatch(names[-1].text):
        (start, end) = names[-1].stretches[-1]
        names = (*names[:-1], names[-1]._replace(text=names[-1].text[:-1], stretches=((start, end - 1),)))
        return Names(names, (end - 1, end))
    signed = _signed(text, lexemes, names[-1].stretches[-1][1]) if names else None
    if signed and not (title and lexemes.starts[lattice.cells[title.first].first] == signed.stretches[0][0]):
        names += (signed,)  # and no `A. Bee, Graph Neural Networks.`
    return Names(names, trim(text, *lexemes.place(cut.start(), cut.end()), ", \n") if cut else None)


def _signed(text: str, lexemes: Lexemes, at: int) -> Name | None:
    """The group that signs behind a list of names; what is set off there is a title: `*Graph Neural Networks*`."""
    if not any([group in text[at : at + _SIGNED_REACH].lower() for group in _GROUPS]):  # noqa: C419 - faster
        return None
    found = _SIGNED.match(text, at)
    first = lexemes.within(*found.span(1))[0] if found else 0
    if not found or lexemes.styles[first] & FACE or lexemes.links[first]:
        return None
    return Name(found[1], (found.span(1),), (), None, 0, None)


def lexemes_of_names(lattice: Lattice, first: int, last: int) -> tuple[int, int]:
    """The lexemes of cells [first, last), with the marks that trail them, and `Jr.`'s full stop."""
    tags, end = lattice.tags, lattice.cells[last - 1].last
    if tags[end - 1 : end + 1] == "J.":
        end += 1
    while end < len(tags) and tags[end] in "*^":
        end += 1
    return lattice.cells[first].first, end


def _names(text: str, lexemes: Lexemes, tags: str, items: list[Item]) -> list[Name]:
    """Join what a comma splits in two: `Tang, Z.`, `Tang, Zhenheng and …`, `Brooks, F. P., Jr.`."""
    names: list[Name] = []
    families = inverted(lexemes, items)
    at = 0
    while at < len(items):
        last = _behind_suffix(items, at + 1)
        if at in families:
            last = _behind_suffix(items, last + 1)
        item = items[at] if last == at + 1 else merged(items[at:last])
        names.append(_name(text, lexemes, tags, item))
        at = last
    if items and _is_closed(lexemes, items):
        names[-1] = _unclosed(names[-1])
    return names


def _behind_suffix(items: list[Item], at: int) -> int:
    while at < len(items) and set(items[at].tags) <= {"J"}:
        at += 1
    return at


def _is_closed(lexemes: Lexemes, items: list[Item]) -> bool:
    """`Chang H, Levy R. Tumor …`, `Hua L K. On …`: the last initial's full stop ends the list, as no other has one."""
    *others, last = items
    ends_with_stop = len(last.letters) > 1 and last.letters[-1] == "I" and lexemes.texts[last.words[-1]][-1] == "."
    before = [item.letters for item in others] or [last.letters[:-1]]
    return ends_with_stop and all(len(letters) > 1 and letters[-1] in "ik" for letters in before)


def _unclosed(name: Name) -> Name:
    *others, (start, end) = name.stretches
    return name._replace(text=name.text.removesuffix("."), stretches=(*others, (start, end - 1)))


def _name(text: str, lexemes: Lexemes, tags: str, item: Item) -> Name:
    words = item.words
    start, end = lexemes.starts[words[0]], lexemes.ends[words[-1]]
    if tags[words[-1] : words[-1] + 2] == "J." and lexemes.glued(words[-1] + 1):
        end += 1  # `Jr.` with its full stop
    if text[end : end + 1] == ")" and "(" in text[start:end] and not item.beside:  # Bourdieu (Pierre)
        end += 1
    styles = lexemes.styles[words[0]]
    for word in words[1:]:
        styles &= lexemes.styles[word]
    printed = text[start:end]
    stretches: tuple[Stretch, ...] = ((start, end),)
    if any([start < mark.start < end for mark in item.marks]):  # noqa: C419 - faster
        pieces = _between_marks(start, end, item.marks)
        printed = "".join([text[left:right] for left, right in pieces])
        stretches = tuple(kept for piece in pieces if (kept := trim(text, *piece, " \u00a0\n")))
    beside = value_of(text, [lexemes.place(at, at + 1) for at in item.beside]) if item.beside else None
    links = [link.url for word in words if (link := lexemes.links[word])]
    return Name(" ".join(printed.split()), stretches, joined(item.marks), beside, styles, links[0] if links else None)


def _between_marks(start: int, end: int, marks: list[Mark]) -> list[Stretch]:
    """What marks leave of a name: `X.📧 Chu` is `X.` and ` Chu`."""
    pieces = []
    for mark in (*marks, Mark("", end, end)):
        if start < mark.start:
            pieces.append((start, min(mark.start, end)))
        start = max(start, mark.end)
    return pieces
