"""Lexemes of one entry in, its `Lattice` out: the cells, how they are joined, and what each looks like, by feature.

The lattice is made once, blind to the page; weights turn it into scores as often as the page has something new to say.
"""

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.atoms import Atom, Part
from pubparse.grammar.cells import Cell, Joint, cut
from pubparse.grammar.peel import peel
from pubparse.grammar.shapes import shape
from pubparse.grammar.tags import tag
from pubparse.grammar.weights import NOTHING, Row, Table, Weights
from pubparse.lexer import EntryText, Lexeme
from pubparse.lexer.lexemes import WORDS
from pubparse.lexicons.load import rows, words
from pubparse.markdown.runs import BOLD, CODE, ITALIC, UNDERLINE
from pubparse.registry import collect

_FUNCTION_WORDS = frozenset("of the for in on with and to a an via by from at as using toward towards under into over through".split())
_GROUP_WORDS = frozenset("collaboration consortium team group committee network initiative".split())
_OF_TAG = {
    "w": "lower", "e": "lower", "p": "particle", "C": "cap", "m": "cap", "M": "mixed", "U": "upper", "k": "upper",
    "d": "number", "x": "mixed", "o": "ordinal", "H": "ideographs", "*": "mark", "$": "mark", "^": "raised",
}  # fmt: skip
_FACES = ((BOLD, "bold"), (ITALIC, "italic"), (CODE, "code"), (UNDERLINE, "underline"))
_SIZES = ("", "size:1", "size:2", "size:3", *["size:4-7"] * 4, *["size:8-15"] * 8, "size:16-")
_TELLING = frozenset({"venue:thesis", "venue:report", "place", "publisher", "group"})
_LONGEST_SPECIAL = 12  # words: awards, places and publishers are no longer


class Lattice(NamedTuple):
    """All readings of an entry: cell k lies between joint k and joint k + 1.

    What each looks like, by feature: `features` of cells; `openings` and `closings` of joints, for a field that begins or
    ends there. `sizes` are the cells' words.
    """

    text: str
    lexemes: tuple[Lexeme, ...]
    tags: str
    cells: tuple[Cell, ...]
    joints: tuple[Joint, ...]
    features: tuple[tuple[str, ...], ...]
    openings: tuple[tuple[str, ...], ...]
    closings: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]


class Scores(NamedTuple):
    """Of field f over cells [i, j): `closing[f][j] - opening[f][i]`, and what its number of words adds."""

    opening: list[list[float]]
    closing: list[list[float]]
    words_before: list[int]


def build_lattice(entry: EntryText) -> Lattice:
    """Peel, cut, and look at every cell once."""
    text, lexemes = entry.visible.text, entry.lexemes
    tags = tag(lexemes)
    atoms, masked = peel(lexemes, tags, text)
    cells, joints = cut(lexemes, masked, atoms)
    cells = tuple(_whole(cell, lexemes, text) for cell in cells)
    features, sizes = [], []
    for cell in cells:
        if cell.atom:
            features.append((cell.atom.kind,))
            sizes.append(1)
        else:
            features.append(_features(cell, lexemes, tags, text))
            sizes.append(sum(lexeme.kind in WORDS for lexeme in lexemes[cell.first : cell.last]))
    openings, closings = _edges(cells, joints, tags, features)
    return Lattice(text, lexemes, tags, cells, joints, tuple(features), openings, closings, tuple(sizes))


def _edges(cells: tuple[Cell, ...], joints: tuple[Joint, ...], tags: str, features: list[tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """What a field would begin and end with at each joint: the signs, the cell beside it, and the first or last word."""
    openings, closings = [], []
    kinds = ["", *map(_kind_of, features), ""]
    for before, joint, after, left, right in zip((None, *cells), joints, (*cells, None), kinds[:-1], kinds[1:], strict=True):
        openings.append((joint.starts, "after:" + left, *_word("lead:", after, tags, 0)))
        closings.append((joint.ends, "before:" + right, *_word("tail:", before, tags, -1)))
    return tuple(openings), tuple(closings)


def _kind_of(features: tuple[str, ...]) -> str:
    """What a cell looks like to its neighbours: the atom it is, the telling word in it, or its shape."""
    return next((feature for feature in features if feature in _TELLING), features[0])


def _word(place: str, cell: Cell | None, tags: str, at: int) -> tuple[str, ...]:
    return (place + tags[cell.first : cell.last][at],) if cell and not cell.atom else ()


def _whole(cell: Cell, lexemes: tuple[Lexeme, ...], text: str) -> Cell:
    """A cell that says nothing but an award's name, or what sort of work this is, is an atom."""
    if cell.atom or cell.last - cell.first > _LONGEST_SPECIAL:
        return cell
    if not any(lexeme.text.lower() in _special_keys() for lexeme in lexemes[cell.first : cell.last]):
        return cell
    match = _special_words().fullmatch(text, lexemes[cell.first].start, lexemes[cell.last - 1].end)
    if not match:
        return cell
    kind = match.lastgroup or ""
    return cell._replace(atom=Atom(kind, cell.first, cell.last, (Part(kind, cell.first, cell.last),)))


def _features(cell: Cell, lexemes: tuple[Lexeme, ...], tags: str, text: str) -> tuple[str, ...]:
    first, last = cell.first, cell.last
    form = shape(tags[first:last])
    found = [form or "phrase"]
    if not form.startswith("names-") or last - first <= _LONGEST_SPECIAL:
        vocabulary = _vocabulary()
        for lexeme, letter in zip(lexemes[first:last], tags[first:last], strict=True):
            word = vocabulary.get(lexeme.text) or vocabulary.get(lexeme.text.lower()) or _OF_TAG.get(letter)
            if word:
                found.append(word)
    if last - first <= _LONGEST_SPECIAL:
        found += _special(text[lexemes[first].start : lexemes[last - 1].end])
    styles = lexemes[first].styles
    found += [name for bit, name in _FACES if styles & bit]
    if lexemes[first].link:
        found.append("link")
    found.append(_SIZES[min(last - first, len(_SIZES) - 1)])
    if cell.quoted:
        found.append("quoted")
    if cell.depth:
        found.append("bracketed")
    return tuple(found)


def _special(text: str) -> list[str]:
    """What a whole cell says: a publisher's name, a place."""
    kind = _phrases().get(" ".join(text.lower().split()))
    return [kind] if kind else []


@cache
def _vocabulary() -> dict[str, str]:
    table = {word: "venue:" + kind for word, kind in words("venue_words").items()}
    table |= dict.fromkeys(_FUNCTION_WORDS, "function") | dict.fromkeys(_GROUP_WORDS, "group")
    return table | {row.split("|")[0].strip(): "acronym" for row in rows("venues")}


@cache
def _phrases() -> dict[str, str]:
    return {**words("publishers"), **words("places")}


@cache
def _special_keys() -> frozenset[str]:
    said = (*collect(markers, markers.Award), *collect(markers, markers.Genre))
    return frozenset(word for one in said for word in one.keys)


@cache
def _special_words() -> re.Pattern[str]:
    award = markers.any_of(*(award.words for award in collect(markers, markers.Award)))
    genre = markers.any_of(*(genre.words for genre in collect(markers, markers.Genre)))
    return re.compile(rf"\W*(?:(?P<genre>{genre})|(?P<award>{award}))\W*", re.I)


def score(lattice: Lattice, weights: Weights) -> Scores:
    """Give every stretch of cells its score as every field, as sums that a subtraction gives."""
    cells = zip(*(_sum(weights.cell, features) for features in lattice.features), strict=True)
    inner = zip(*(weights.inner.get(joint.between, NOTHING) for joint in lattice.joints), strict=True)
    starts = zip(*(_sum(weights.start, names) for names in lattice.openings), strict=True)
    ends = zip(*(_sum(weights.end, names) for names in lattice.closings), strict=True)
    opening, closing = [], []
    for in_cells, across_joints, start, end in zip(cells, inner, starts, ends, strict=True):
        inside = list(accumulate(in_cells, initial=0.0))
        across = list(accumulate(across_joints, initial=0.0))
        opening.append([a + b - c for a, b, c in zip(inside, across[1:], start, strict=True)])
        closing.append([a + b + c for a, b, c in zip(inside, across[:-1], end, strict=True)])
    return Scores(opening, closing, list(accumulate(lattice.sizes, initial=0)))


def _sum(table: Table, features: tuple[str, ...]) -> Row:
    """The row of a set of features: the sum of theirs, remembered in the table itself."""
    if (known := table.sums.get(features)) is None:
        rows = [row for feature in features if (row := table.get(feature))]
        known = table.sums[features] = tuple(map(sum, zip(*rows, strict=True))) if rows else NOTHING
    return known
