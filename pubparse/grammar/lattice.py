"""Lexemes of one entry in, its `Lattice` out: the cells, how they are joined, and what each looks like, by feature.

The lattice is made once, blind to the page; weights turn it into scores as often as the page has something new to say.
"""

from functools import cache, lru_cache
from itertools import accumulate, pairwise
from operator import add, sub
from typing import NamedTuple

from pubparse.grammar.atoms import Atom
from pubparse.grammar.cells import Cell, cut
from pubparse.grammar.faces import face_across
from pubparse.grammar.houses import PUBLISHERS, UNIVERSITY_PRESS
from pubparse.grammar.joints import Joint
from pubparse.grammar.landmarks import around, landmarks, named
from pubparse.grammar.peel import peel
from pubparse.grammar.shapes import shape
from pubparse.grammar.tags import tag
from pubparse.grammar.weights import NOTHING, WORD, Row, Weights, blind
from pubparse.grammar.wholes import LONGEST_SPECIAL, whole
from pubparse.lexer import EntryText, Lexemes
from pubparse.lexicons.load import columns, members, words
from pubparse.markdown.runs import BOLD, CODE, ITALIC, UNDERLINE

_SIGNS = str.maketrans("", "", ',;:.()[]{}"“”‘’?!|–-\n/…*^$&@+=<>·•\\')
_AND = frozenset("&E")  # tags
_OPEN = frozenset({"none", "style"})
_FACE_SIGNS = {"": "", "held": "=", "turned": "~", "linked": "@"}
_FUNCTION_WORDS = frozenset(
    "of the for in on with and to a an via by from at as using toward towards under into over through".split()
)
_OF_TAG = {
    "w": "lower", "e": "lower", "p": "particle", "C": "cap", "m": "month", "M": "mixed", "x": "mixed", "U": "upper",
    "k": "upper", "d": "number", "z": "number", "o": "ordinal", "H": "ideographs", "h": "ideographs", "*": "mark",
    "$": "mark", "^": "raised", "I": "initial", "i": "initial",
}  # fmt: skip
_FACES = ((BOLD, "bold"), (ITALIC, "italic"), (CODE, "code"), (UNDERLINE, "underline"))
_SIZES = ("", "size:1", "size:2", "size:3", *["size:4-7"] * 4, *["size:8-15"] * 8, "size:16-")
_TELLING = frozenset({"venue:thesis", "venue:report", "place", "publisher", "group"})
_MAYBE_NAMES = frozenset({"names-full", "word", "capitalised", "words-and-word"})
SURE_NAMES = frozenset({"names-initials", "names-inverted-initials"})
_FIRST_IDEOGRAPH = "\u2e80"


Looks = tuple[tuple[str, ...], ...]
"""The features of each cell or joint."""

_Edge = tuple[tuple[str, ...], tuple[str, ...], str]


class Lattice(NamedTuple):
    """All readings of an entry: cell k lies between joint k and joint k + 1.

    What each looks like, by feature: `features` of cells; `openings` and `closings` of joints, for a field that begins
    or ends there, and `across` of joints for one that goes on; `absent` of the entry, for one that is missing. `sizes`
    are the cells' words.
    """

    text: str
    lexemes: Lexemes
    tags: str
    cells: tuple[Cell, ...]
    joints: tuple[Joint, ...]
    features: Looks
    openings: Looks
    closings: Looks
    across: tuple[str, ...]
    absent: tuple[str, ...]
    sizes: tuple[int, ...]


class Scores(NamedTuple):
    """Of field f over cells [i, j): `closing[f][j] - opening[f][i]`, and what its number of words adds.

    `missing[f]` is what it is worth that the entry has no field f.
    """

    opening: list[list[float]]
    closing: list[list[float]]
    words_before: list[int]
    missing: Row


def build_lattice(entry: EntryText) -> Lattice:
    """Peel, cut, and look at every cell once."""
    text, lexemes = entry.visible.text, entry.lexemes
    tags = tag(lexemes)
    atoms, masked = peel(lexemes, tags, text)
    cells, joints = cut(lexemes, masked, atoms)
    cells = tuple(whole(cell, lexemes, text) for cell in cells)
    features = tuple(
        _atom_features(cell, cell.atom, before, after, lexemes) if cell.atom else _features(cell, lexemes, tags, text)
        for cell, (before, after) in zip(cells, pairwise(joints), strict=True)
    )
    sizes = tuple(1 if cell.atom else len(tags[cell.first : cell.last].translate(_SIGNS)) for cell in cells)
    looks = _edges(cells, joints, tags, features, _faces(cells, lexemes))
    return Lattice(text, lexemes, tags, cells, joints, features, *looks, sizes)


def score(lattice: Lattice, weights: Weights) -> Scores:
    """Give every stretch of cells its score as every field, as sums that a subtraction gives."""
    cells = zip(*map(weights.cell.sum, lattice.features), strict=True)
    across = zip(*(weights.inner.get(name, NOTHING) for name in lattice.across), strict=True)
    starts = zip(*map(weights.start.sum, lattice.openings), strict=True)
    ends = zip(*map(weights.end.sum, lattice.closings), strict=True)
    opening, closing = [], []
    for in_cells, in_joints, start, end in zip(cells, across, starts, ends, strict=True):
        before = list(accumulate(map(add, in_cells, in_joints), initial=0.0))  # a joint goes with the cell before it
        opening.append(list(map(add, before, map(sub, in_joints, start))))
        closing.append(list(map(add, before, end)))
    return Scores(opening, closing, list(accumulate(lattice.sizes, initial=0)), weights.final.sum(lattice.absent))


def with_page_words(lattice: Lattice, common: frozenset[str]) -> Lattice:
    """Mark capitalised words that the page also writes small: those are no names."""
    features = tuple(
        (*features, "common")
        if features[0] in _MAYBE_NAMES
        and any(word.lower() in common for word in lattice.lexemes.texts[cell.first : cell.last])
        else features
        for features, cell in zip(lattice.features, lattice.cells, strict=True)
    )
    return lattice._replace(features=features)


def _atom_features(cell: Cell, atom: Atom, before: Joint, after: Joint, lexemes: Lexemes) -> tuple[str, ...]:
    """Its kind, and whether it is within quotes or words: the year in `EMNLP 2020 Findings` is a part of its venue."""
    is_between = before.between in _OPEN and after.between in _OPEN
    kind = "by" if atom.kind == "with" and lexemes.texts[atom.first].lower() == "by" else atom.kind
    kind = "label" if kind == "repeat" else kind
    return (kind, *((kind + ":quoted",) if cell.quoted else (kind + ":between",) if is_between else ()))


def _features(cell: Cell, lexemes: Lexemes, tags: str, text: str) -> tuple[str, ...]:
    """What a cell that is no atom looks like: its shape, its words, its face, its size, and what it stands in."""
    first, last = cell.first, cell.last
    form = shape(tags[first:last])
    is_before_colon = ":" in tags[last : last + 2]
    may_be_special = last - first <= LONGEST_SPECIAL and (is_before_colon or form not in SURE_NAMES)
    special = _special(text[slice(*lexemes.place(first, last))]) if may_be_special else []
    if is_before_colon and "place" in special and "," in tags[first:last]:  # `Totowa, N.J.: Rowman`
        form = ""
    found = [form or "phrase"]
    if form not in SURE_NAMES:
        for names in map(_word_features, lexemes.texts[first:last], tags[first:last]):
            found += names
        found += special
    styles = lexemes.styles[first]
    found += [name for bit, name in _FACES if styles & bit]
    if lexemes.links[first]:
        found.append("link")
    found.append(_SIZES[min(last - first, len(_SIZES) - 1)])
    if cell.quoted:
        found.append("quoted")
    if cell.depth:
        found.append("bracketed")
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _word_features(text: str, letter: str) -> tuple[str, ...]:
    """What a word says: its class, and, if the weights know it, itself. A pure function, remembered."""
    vocabulary, word = _vocabulary(), text.lower()
    itself = WORD + key_of_word(text)
    if text[-1].isdigit():  # `IJCAI-81`
        text = text.rstrip("0123456789").rstrip("-‐")
    kind = vocabulary.get(text) or vocabulary.get(word) or _OF_TAG.get(letter)
    return (*((kind,) if kind else ()), *((itself,) if itself in blind().cell else ()))


def key_of_word(text: str) -> str:
    """What stands for a word among the weights: itself, or the last two of its ideographs: `计算机学报`, `岩波書店`."""
    return text.lower() if text[-1] < _FIRST_IDEOGRAPH else "…" + text[-2:]


def _special(text: str) -> list[str]:
    """What a whole cell says: a publisher's name, a place."""
    phrases, words = _phrases(), " ".join(text.lower().split())
    kind = phrases.get(words) or (phrases.get(words.rpartition(", ")[2]) if ", " in words else None)
    return [kind] if kind else []


def _faces(cells: tuple[Cell, ...], lexemes: Lexemes) -> list[str]:
    """Whether a type face or link goes on across each joint, or turns: what an author has set off is one field."""
    inside = [face_across(lexemes, cell.last - 1, after.first) for cell, after in pairwise(cells)]
    return ["", *inside, *([""] if cells else [])]


def _edges(
    cells: tuple[Cell, ...], joints: tuple[Joint, ...], tags: str, features: Looks, faces: list[str]
) -> tuple[Looks, Looks, tuple[str, ...], tuple[str, ...]]:
    """What a field would begin, end and go on with at each joint, and what it would be missing from."""
    kinds = ["", *map(_kind_of, features), ""]
    first = [tags[cell.first] for cell in cells]
    lead = ["" if cell.atom else "lead:" + tag for cell, tag in zip(cells, first, strict=True)]
    tail = ["" if cell.atom else "tail:" + tags[cell.last - 1] for cell in cells]
    joined = ["&" if tag in _AND else "" for tag in first]
    past, ahead = around(landmarks(kinds[1:-1], (cell.quoted for cell in cells)))
    looks = map(_edge, joints, kinds[:-1], kinds[1:], ["", *tail], [*lead, ""], faces, [*joined, ""], past, ahead)
    openings, closings, across = zip(*looks, strict=True)
    return openings, closings, across, ("missing", *named("missing:", past[-1]))


@lru_cache(maxsize=1 << 14)
def _edge(
    joint: Joint, left: str, right: str, tail: str, lead: str, face: str, joined: str, past: int, ahead: int
) -> _Edge:
    """A joint's signs, the cells beside it with them and alone, their outer words, type faces, and the landmarks.

    A pure function, remembered.
    """
    ends, starts, between = joint
    opening = filter(None, (starts, "after:" + left, starts + "&" + left, lead, face))
    closing = filter(None, (ends, "before:" + right, ends + "&" + right, tail, face))
    return (
        (*opening, *named("past:", past)),
        (*closing, *named("ahead:", ahead)),
        between + _FACE_SIGNS[face] + joined,
    )


def _kind_of(features: tuple[str, ...]) -> str:
    """What a cell looks like to its neighbours: the atom it is, the telling word in it, or its shape."""
    return next((feature for feature in features if feature in _TELLING), features[0])


@cache
def _vocabulary() -> dict[str, str]:
    table = dict.fromkeys((*members("houses", "last first firm"), UNIVERSITY_PRESS), "house")
    table |= {word: "venue:" + kind for word, kind in words("venue_words").items()}
    table |= dict.fromkeys(_FUNCTION_WORDS, "function") | dict.fromkeys(members("groups", "signing"), "group")
    return table | dict.fromkeys((acronym for acronym, *_ in columns("venues")), "acronym")


@cache
def _phrases() -> dict[str, str]:
    return {**dict.fromkeys(PUBLISHERS, "publisher"), **dict.fromkeys(words("places"), "place")}
