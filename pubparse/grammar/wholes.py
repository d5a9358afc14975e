"""A cell in, the same out, but an atom where all it says is a series, an award, a medium, or its sort."""

import re
from bisect import bisect_left
from functools import cache

from pubparse import markers
from pubparse.grammar.atoms import Atom, Part
from pubparse.grammar.cells import Cell
from pubparse.lexer import Lexemes
from pubparse.lexicons.load import words
from pubparse.registry import collect

LONGEST_SPECIAL = 12  # words: awards, series, places and publishers are no longer
_SMALL = frozenset("of the for in on with and to a an".split())  # words that tell nothing of a series


def whole(cell: Cell, lexemes: Lexemes, text: str) -> Cell:
    """Make an atom of a cell that says nothing else."""
    if cell.atom or cell.last - cell.first > LONGEST_SPECIAL:
        return cell
    if name := _name_of_series(cell, lexemes):
        return cell._replace(atom=Atom("series", cell.first, cell.last, (Part("series", name, cell.last),)))
    keys = _special_keys()
    if not any([text.lower() in keys for text in lexemes.texts[cell.first : cell.last]]):  # noqa: C419 - faster
        return cell
    match = _special_words().fullmatch(text, lexemes.starts[cell.first], lexemes.ends[cell.last - 1])
    if not match:
        return cell
    kind = match.lastgroup or ""
    first = bisect_left(lexemes.starts, match.start(kind))  # behind the "of" of a series
    parts = (Part(kind, first, cell.last),) if kind != "elsewhere" else ()
    return cell._replace(atom=Atom(kind, cell.first, cell.last, parts))


def _name_of_series(cell: Cell, lexemes: Lexemes) -> int:
    """Where the name of a series begins, 0 if there is none.

    Whatever a volume is one of is a series (`, volume 6 of Annals of Mathematics Studies`), and what IEEE's style
    calls one: `, ser. LNCS`.
    """
    first, texts = cell.first, lexemes.texts
    match texts[max(0, first - 2) : first + 2]:
        case (volume, number, "of", name) if volume.lower() == "volume" and number.isdigit() and name[0].isupper():
            return first + 1
    is_called_so = texts[first : first + 2] == ("ser", ".") and cell.last > first + 2
    return first + 2 if is_called_so else 0


@cache
def _special_keys() -> frozenset[str]:
    awards, genres = collect(markers, markers.Award), collect(markers, markers.Genre)
    series = {word for name in words("series") for word in name.split() if word not in _SMALL}
    said = {word for name in words("statements") for word in name.split()}
    return frozenset(series).union(said, *(award.keys for award in awards), *(genre.keys for genre in genres))


@cache
def _special_words() -> re.Pattern[str]:
    award = markers.any_of(*(award.words for award in collect(markers, markers.Award)))
    genre = markers.any_of(*(genre.words for genre in collect(markers, markers.Genre)))
    series = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in words("series"))
    said = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in words("statements"))
    return re.compile(
        rf"\W*(?:(?P<genre>{genre})|(?P<award>{award})|(?:(?:of|in)\s+)?(?P<series>{series})|(?P<elsewhere>{said}))\W*",
        re.I,
    )
