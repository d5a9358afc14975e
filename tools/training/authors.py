"""The authors of a work and a page's style in, labelled pieces out: names with their marks, joined and cut as the style has it."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from tools.training.names import EAST_ASIAN, NameStyle, draw_name_style, print_name
from tools.training.pieces import Piece, Pieces, bare, part, pick, wrapped
from tools.training.records import Person

WITHOUT = NameStyle()
_ASIAN_JOINTS = [(5, ", "), (3, "，"), (3, "、"), (1, "；"), (1, "; "), (1, ","), (1, " ")]
_LAST_JOINTS = {
    "en": [(6, ", and "), (6, " and "), (7, ""), (2.5, " & "), (2, ", & ")],
    "de": [(5, " und "), (3, ""), (1, " & "), (1, " u. ")],
    "fr": [(5, " et "), (3, ""), (1, " & ")],
    "es": [(5, " y "), (3, ""), (1, " & ")],
    "pt": [(5, " e "), (3, ""), (2, "; ")],
    "it": [(5, " e "), (4, "")],
    "ru": [(5, ""), (3, " и ")],
    "pl": [(5, ""), (3, " i ")],
    "sv": [(5, " och "), (3, ""), (1, " & ")],
    "da": [(5, " og "), (3, "")],
}
_OTHERS = {
    "en": [(9, ", et al."), (4, " et al."), (1.5, ", and others"), (0.7, " and others"), (1, ", et al"), (1, ", *et al.*"), (0.6, ", ...")],
    "zh": [(6, "等"), (3, ", 等"), (1, "，等"), (2, ", et al.")],
    "ja": [(6, "他"), (2, ", 他"), (1, "ほか")],
    "ko": [(4, " 외"), (2, " 등"), (1, ", et al.")],
    "ru": [(4, " и др."), (1, ", et al.")],
    "de": [(4, " et al."), (2, " u. a.")],
    "es": [(4, " et al."), (1, " y otros")],
    "pl": [(4, " i in."), (2, " et al.")],
}
_CUT = [(5, ", ..., "), (3, ", …, "), (3, ", ... & "), (2, ", ..., & "), (1, ", . . . "), (1, ", ... and ")]

# Before and after the owner's name.
_OWNER = [
    (46, ("**", "**")),
    (5, ("__", "__")),
    (5, ("<u>", "</u>")),
    (2, ("<ins>", "</ins>")),
    (4, ("<b>", "</b>")),
    (4, ("<strong>", "</strong>")),
    (3, ("**<u>", "</u>**")),
    (2, ("<u>**", "**</u>")),
    (2, ("***", "***")),
    (2, ("*", "*")),
    (1, ("_", "_")),
    (1, ('<span style="color:blue">', "</span>")),
    (1, ("**[", "](https://example.org/~me)**")),
    (1, ("[", "](https://example.org/~me)")),
    (22, ("", "")),
]  # fmt: skip

# What says "equal", "corresponding" and the like: before and after the glyph, and the glyphs themselves.
_MARK_DRESS = [
    (9, ("\\", "", "*")),
    (6, ("", "", "")),
    (6, ("<sup>", "</sup>", "")),
    (1.5, ("^", "^", "")),
    (1.5, ("$^", "$", "tex")),
    (0.7, ("<sup>\\", "</sup>", "*")),
    (0.7, (" ", "", "")),
]  # fmt: skip
_MARKS = [(12, "*"), (6, "†"), (2, "‡"), (2, "#"), (1.5, "§"), (1.5, "📧"), (1.5, "✉"), (1, "✉️"), (0.7, "⋆"), (0.6, "¶"), (0.5, "+"), (0.5, "💡")]
_TEX = {"*": "*", "†": "\\dagger", "‡": "\\ddagger", "§": "\\S", "⋆": "\\star", "¶": "\\P"}


class AuthorStyle(NamedTuple):
    """How a page prints its authors. `later` is the form of all names but the first; `most` how many it names."""

    first: NameStyle
    later: NameStyle
    joint: str
    last: str
    asian_joint: str
    most: int
    keep_last: bool
    others: str
    cut: str
    owner: tuple[str, str]
    mark_chance: float
    marks: tuple[str, str]
    dress: tuple[str, str, str]
    inside: bool
    digits: bool
    before: bool
    links: float


def draw_author_style(rng: random.Random, language: str) -> AuthorStyle:
    """A style of author lists, as often as pages have it."""
    first = draw_name_style(rng)
    later = first
    joint, last = ", ", pick(rng, _LAST_JOINTS.get(language, _LAST_JOINTS["en"]))
    if first.inverted:
        joint, last = pick(rng, [(6, (joint, last)), (2.5, ("; ", pick(rng, [(3, "; "), (2, "; and "), (1, " and ")]))), (1.2, (" and ", " and "))])
    else:
        joint = pick(rng, [(30, ", "), (1.5, ","), (1, "; "), (1, " · "), (0.7, " and "), (0.5, " - "), (0.5, " & ")])
    if first.form == "family, given" and rng.random() < 0.5:
        later = first._replace(form="given family", capitals=False)
        joint, last = ", ", last if last.strip() else ", and "
    asian = language in ("zh", "ja", "ko")
    return AuthorStyle(
        first,
        later,
        joint,
        "" if asian else last,
        pick(rng, _ASIAN_JOINTS),
        pick(rng, [(5, 99), (1, 30), (1.2, 10), (1.2, 6), (1, 3), (0.4, 1)]),
        rng.random() < 0.25,
        pick(rng, _OTHERS.get(language, _OTHERS["en"])),
        pick(rng, _CUT),
        pick(rng, _OWNER),
        pick(rng, [(4, 0.0), (3, 0.5), (1, 0.9)]),
        (pick(rng, _MARKS), pick(rng, _MARKS)),
        pick(rng, _MARK_DRESS),
        rng.random() < 0.3,
        rng.random() < 0.03,
        rng.random() < 0.03,
        pick(rng, [(12, 0.0), (1, 0.3), (1.5, 0.95)]),
    )


def print_authors(people: Sequence[Person], style: AuthorStyle, rng: random.Random, owner: int | None) -> Pieces:
    """The list as labelled pieces: the names and what they bear are "authors", what stands between them is nothing yet."""
    shown, tail = _cut(people, style, rng)
    marks = _draw_marks(len(people), style, rng)
    asian = bool(shown) and bool(EAST_ASIAN.search(shown[0].family))
    out: Pieces = []
    for place, person in enumerate(shown):
        if place:
            final = place == len(shown) - 1 and not tail
            joint = style.last if final and style.last else style.joint
            if joint == ", and " and len(shown) == 2 and place and not style.first.inverted:
                joint = " and "
            out += bare(style.asian_joint if asian else joint)
        names = style.first if place == 0 else style.later
        out += _person(person, names, style, rng, (place == owner, marks.get(place, "")))
    return out + tail


def print_editors(people: Sequence[Person], style: AuthorStyle) -> Pieces:
    """Editors: the same names without owner or marks, all of it one field."""
    joint = style.asian_joint if EAST_ASIAN.search(people[0].family) else style.joint
    text = ""
    for place, person in enumerate(people):
        if place:
            text += style.last or joint if place == len(people) - 1 else joint
        text += print_name(person, style.later)
    return part("editors", text)


def _cut(people: Sequence[Person], style: AuthorStyle, rng: random.Random) -> tuple[Sequence[Person], Pieces]:
    most = style.most if rng.random() > 0.04 else rng.choice((1, 3, 5, 8))
    if len(people) <= most + 1:
        return people, []
    if style.keep_last and most > 1:
        return people[:most], [*bare(style.cut), *part("authors", print_name(people[-1], style.later))]
    text = style.others
    start = len(text) - len(text.lstrip(" ,，*"))
    core = text[start:].rstrip("*")
    return people[:most], [*bare(text[:start]), Piece(core, "authors"), *bare(text[start + len(core) :])]


def _person(person: Person, names: NameStyle, style: AuthorStyle, rng: random.Random, bears: tuple[bool, str]) -> Pieces:
    own, mark = bears
    text = print_name(person, names)
    name = part("authors", text)
    dressed = _dressed(mark, style) if mark else []
    if style.digits:
        dressed = [*wrapped("<sup>", part("authors", rng.choice(("1", "2", "1,2", "3"))), "</sup>"), *dressed]
    inside = own and style.inside
    if inside:
        name = [*name, *dressed]
    if own and style.owner[0] and not ("*" in style.owner[0] and inside and dressed and dressed[-1].text == "*"):
        name = wrapped(style.owner[0], name, style.owner[1])
    elif style.links and rng.random() < style.links and not person.group:
        name = wrapped("[", name, f"](https://example.org/{'-'.join(text.split()).lower().strip('.')})")
    if inside:
        return name
    return [*dressed, *name] if style.before and mark else [*name, *dressed]


def _dressed(mark: str, style: AuthorStyle) -> Pieces:
    before, after, only = style.dress
    if only == "tex":
        return part("authors", f"$^{{{_TEX[mark]}}}$" if mark in _TEX else mark)
    if only and mark not in only:
        before = before.replace("\\", "")
    return [*bare(before), Piece(mark, "authors"), *bare(after)]


def _draw_marks(count: int, style: AuthorStyle, rng: random.Random) -> dict[int, str]:
    """Whether the first few share the work, and the last one or two answer for it."""
    if count < 2 or rng.random() >= style.mark_chance:
        return {}
    marks = {place: style.marks[0] for place in range(rng.choice((2, 2, 2, 3)))} if rng.random() < 0.6 else {}
    for place in range(count - rng.choice((1, 1, 2)), count):
        if rng.random() < 0.5:
            marks[place] = marks.get(place, "") + (style.marks[1] if style.marks[1] != marks.get(place) else "")
    return {place: mark for place, mark in marks.items() if place < count and mark}
