"""The authors of a work and a page's style in, labelled pieces out: names with their marks, joined and cut."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from tools.training.names import EAST_ASIAN, NameStyle, draw_name_style, print_name
from tools.training.pieces import Piece, Pieces, bare, part, pick, wrapped
from tools.training.records import Person
from tools.training.tables import Pair, draw, draw_for, draw_pair

_TEX = {"*": "*", "†": "\\dagger", "‡": "\\ddagger", "§": "\\S", "⋆": "\\star", "¶": "\\P"}


class AuthorStyle(NamedTuple):
    """How a page prints its authors.

    `later` is the form of all names but the first, `most` how many it names before it cuts, with `others` or with `cut`
    and the last name; `dress` stands around marks, which are `inside` the owner's or `before` a name, or behind it.
    """

    first: NameStyle
    later: NameStyle
    joint: str
    last: str
    asian_joint: str
    most: int
    keep_last: bool
    others: str
    cut: str
    owner: Pair
    mark_chance: float
    marks: Pair
    dress: Pair
    inside: bool
    digits: bool
    before: bool
    links: float


class Bearing(NamedTuple):
    """What one author of an entry is: the owner of the page, and the marks of the name."""

    own: bool
    mark: str


def draw_author_style(rng: random.Random, language: str) -> AuthorStyle:
    """Draw a style of author lists, as often as pages have it."""
    first = draw_name_style(rng)
    joint, last = draw_joints(rng, first, language)
    later = first
    if first.form == "family, given" and rng.random() < 0.5:
        later = first._replace(form="given family", capitals=False)
        joint, last = ", ", last if last.strip() else ", and "
    return AuthorStyle(
        first,
        later,
        joint,
        "" if language in ("zh", "ja", "ko") else last,
        draw(rng, "names", "joints of ideographs"),
        pick(rng, [(5, 99), (1, 30), (1.2, 10), (1.2, 6), (1, 3), (0.4, 1)]),
        rng.random() < 0.25,
        draw_for(rng, "names", "others", language),
        draw(rng, "names", "cut"),
        draw_pair(rng, "names", "owner"),
        pick(rng, [(4, 0.0), (3, 0.5), (1, 0.9)]),
        (draw(rng, "names", "marks"), draw(rng, "names", "marks")),
        draw_pair(rng, "names", "mark dress"),
        rng.random() < 0.3,
        rng.random() < 0.03,
        rng.random() < 0.03,
        pick(rng, [(12, 0.0), (1, 0.3), (1.5, 0.95)]),
    )


def print_authors(people: Sequence[Person], style: AuthorStyle, rng: random.Random, owner: int | None) -> Pieces:
    """Write the list: the names and what they bear are "authors", what stands between them is in their hull."""
    shown, tail = _cut(people, style, rng)
    marks = _draw_marks(len(people), style, rng)
    asian = bool(shown) and bool(EAST_ASIAN.search(shown[0].family))
    out: Pieces = []
    for place, person in enumerate(shown):
        if place:
            final = place == len(shown) - 1 and not tail
            out += bare(style.asian_joint if asian else _joint(style, final, len(shown)))
        names = style.first if place == 0 else style.later
        out += _person(person, names, style, rng, Bearing(place == owner, marks.get(place, "")))
    return out + tail


def print_editors(people: Sequence[Person], style: AuthorStyle) -> Pieces:
    """Write editors: names in the same form without owner or marks, all of it one field."""
    joint = style.asian_joint if EAST_ASIAN.search(people[0].family) else style.joint
    names = [print_name(person, style.later) for person in people]
    last = (style.last or joint) + names.pop() if len(names) > 1 else ""
    return part("editors", joint.join(names) + last)


def draw_joints(rng: random.Random, first: NameStyle, language: str) -> Pair:
    """Draw what stands between names, and before the last of them."""
    last = draw_for(rng, "names", "last joint", language)
    if not first.inverted:
        return draw(rng, "names", "joints"), last
    semicolons = "; ", pick(rng, [(3, "; "), (2, "; and "), (1, " and ")])
    slashes = pick(rng, [(1, ("/", "/")), (1, (" / ", " / "))])
    return pick(rng, [(6, (", ", last)), (2.5, semicolons), (1.2, (" and ", " and ")), (0.6, slashes)])


def _joint(style: AuthorStyle, final: bool, count: int) -> str:
    if not (final and style.last):
        return style.joint
    return " and " if style.last == ", and " and count == 2 and not style.first.inverted else style.last


def _cut(people: Sequence[Person], style: AuthorStyle, rng: random.Random) -> tuple[Sequence[Person], Pieces]:
    """Give the people who are named one after the other, and what stands for the others."""
    most = style.most if rng.random() > 0.04 else rng.choice((1, 3, 5, 8))
    if len(people) <= most + 1:
        return people, []
    if style.keep_last and most > 1:
        return people[:most], [*bare(style.cut), *part("authors", print_name(people[-1], style.later))]
    text = style.others
    start = len(text) - len(text.lstrip(" ,，*"))
    core = text[start:].rstrip("*")
    return people[:most], [*bare(text[:start]), Piece(core, "authors"), *bare(text[start + len(core) :])]


def _person(person: Person, names: NameStyle, style: AuthorStyle, rng: random.Random, bearing: Bearing) -> Pieces:
    text = print_name(person, names)
    name = part("authors", text)
    marks = _marks(bearing.mark, style, rng)
    inside = bearing.own and style.inside
    if inside:
        name = [*name, *marks]
    clash = inside and bool(marks) and marks[-1].text == "*" and "*" in style.owner[0]
    if bearing.own and style.owner[0] and not clash:
        name = wrapped(style.owner[0], name, style.owner[1])
    elif style.links and rng.random() < style.links and not person.group:
        name = wrapped("[", name, f"](https://example.org/{'-'.join(text.split()).lower().strip('.')})")
    if inside:
        return name
    return [*marks, *name] if style.before and bearing.mark else [*name, *marks]


def _marks(mark: str, style: AuthorStyle, rng: random.Random) -> Pieces:
    marks: Pieces = []
    if style.digits:
        marks += wrapped("<sup>", part("authors", rng.choice(("1", "2", "1,2", "3"))), "</sup>")
    if mark:
        marks += _dressed(mark, style.dress)
    return marks


def _dressed(mark: str, dress: Pair) -> Pieces:
    before, after = dress
    if before == "$^":
        return part("authors", f"$^{{{_TEX[mark]}}}$" if mark in _TEX else mark)
    escape = "" if mark == "*" else "\\"
    return [*bare(before.rstrip(escape)), Piece(mark, "authors"), *bare(after)]


def _draw_marks(count: int, style: AuthorStyle, rng: random.Random) -> dict[int, str]:
    """Say whether the first few share the work, and whether the last one or two answer for it."""
    if count < 2 or rng.random() >= style.mark_chance:
        return {}
    equal, answering = style.marks
    marks = dict.fromkeys(range(rng.choice((2, 2, 2, 3))), equal) if rng.random() < 0.6 else {}
    for place in range(count - rng.choice((1, 1, 2)), count):
        if rng.random() < 0.5 and answering not in marks.get(place, ""):
            marks[place] = marks.get(place, "") + answering
    return {place: mark for place, mark in marks.items() if place < count}
