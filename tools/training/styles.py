"""A seed and what a page is about in, the style of the page out: all that it does alike in its entries."""

import random
from typing import NamedTuple

from tools.training.authors import AuthorStyle, draw_author_style, draw_joints
from tools.training.extras import LinkStyle, draw_link_style
from tools.training.layouts import Layout, draw_layout
from tools.training.pieces import pick
from tools.training.profiles import Profile
from tools.training.tables import Pair, draw, draw_pair, load
from tools.training.titles import TitleStyle, draw_title_style
from tools.training.venues import VenueStyle, draw_venue_style

KINDS = ("paper-conference", "workshop", "article-journal", "article", "book", "chapter", "thesis", "report")
_PLAIN_TITLES = ("GB/T", "GOST", "Chinese", "medicine", "APA")

# The forms of names that a tradition asks for, and how it joins the last of them.
_NAMES = {
    "APA": [(1.0, "family, initials")],
    "medicine": [(1.0, "family initials")],
    "GB/T": [(2.0, "family initials"), (1.0, "given family")],
    "GOST": [(1.0, "family initials"), (0.5, "initials family")],
    "Portuguese": [(1.0, "family, given"), (1.0, "family, initials"), (0.3, "given family")],
    "physics": [(3.0, "initials family"), (1.0, "given family")],
    "chemistry": [(3.0, "initials family"), (2.0, "family, initials")],
    "law": [(3.0, "given family"), (1.0, "initials family")],
    "German": [(3.0, "family, given"), (2.0, "given family"), (0.5, "family, initials")],
    "humanities": [(1.0, "family, given"), (1.0, "given family"), (0.4, "family, initials")],
}
_LAST = {
    "APA": [(5.0, ", & "), (2.0, " & "), (2.0, ", and "), (1.0, "")],
    "medicine": [(7.0, ""), (1.0, ", and ")],
    "GB/T": [(1.0, "")],
    "GOST": [(1.0, "")],
}


class Chances(NamedTuple):
    """How likely an entry has something beside the work itself."""

    award: float
    rank: float
    status: float
    note: float
    ids: float


class PageStyle(NamedTuple):
    """The style of a page; `where` are the shapes of what stands behind a title, by kind of work."""

    shape: str
    where: dict[str, str]
    authors: AuthorStyle
    title: TitleStyle
    venue: VenueStyle
    badge: Pair
    badge_year: str
    date: str
    dash: str
    whole: Pair
    closer: str
    line_closers: Pair
    links: LinkStyle
    award: Pair
    rank: Pair
    chances: Chances
    drift: float
    year_in_entry: bool
    layout: Layout

    @property
    def glued(self) -> bool:
        """Whether what follows the title begins with a code like [J]."""
        return "{T}{W}" in self.shape


def draw_style(rng: random.Random, profile: Profile) -> PageStyle:
    """Draw the style of a page."""
    layout = draw_layout(rng)
    tradition = profile.draw_tradition(rng)
    venue = draw_venue_style(rng)
    whole = pick(
        rng, [(14, ("", "")), (1.5, ("*", "*")), (0.5, ("_", "_")), (0.4, ("**", "**")), (0.3, ("<i>", "</i>"))]
    )
    return PageStyle(
        _draw_shape(rng, tradition, layout),
        {kind: _draw_where(rng, kind, venue, tradition) for kind in KINDS},
        _draw_authors(rng, profile, tradition),
        _draw_title(rng, profile, tradition, layout),
        venue._replace(dress=("", "")) if whole[0] else venue,
        draw_pair(rng, "venues", "badges"),
        draw(rng, "venues", "badge years"),
        draw(rng, "venues", "dates"),
        pick(rng, [(5, "-"), (5, "–"), (1.5, "--"), (0.5, "—"), (0.3, "~")]),
        whole,
        pick(rng, [(8, "."), (5, ""), (0.5, ";")]),
        (pick(rng, [(9, ""), (4, "."), (1, ","), (0.5, " ")]), pick(rng, [(5, ""), (3, ".")])),
        draw_link_style(rng),
        draw_pair(rng, "extras", "award dress"),
        draw_pair(rng, "extras", "rank dress"),
        _draw_chances(rng),
        pick(rng, [(3, 0.0), (4, 0.12), (2, 0.35)]),
        not (layout.years and rng.random() < 0.5),
        layout,
    )


def drifted(style: PageStyle, rng: random.Random, profile: Profile) -> PageStyle:
    """Change a thing or two, as entries of another year have it."""
    other = draw_style(rng, profile)
    for _ in range(rng.choice((1, 1, 2))):
        style = rng.choice(_changes(style, other))
    return style


def _changes(style: PageStyle, other: PageStyle) -> list[PageStyle]:
    names = other.authors._replace(owner=style.authors.owner, marks=style.authors.marks)
    changes = [
        style._replace(where=other.where, venue=other.venue._replace(dress=style.venue.dress)),
        style._replace(authors=names),
        style._replace(title=other.title),
        style._replace(closer=other.closer, line_closers=other.line_closers),
        style._replace(date=other.date),
        style._replace(links=other.links),
    ]
    same_layout = style.layout.lines == other.layout.lines
    return [*changes, style._replace(shape=other.shape)] if same_layout else changes


def _draw_shape(rng: random.Random, tradition: str, layout: Layout) -> str:
    if layout.lines:
        return draw(rng, "entries", "lines")
    return draw(rng, "traditions", f"{tradition} entries") if tradition else draw(rng, "entries", "one line")


def _draw_where(rng: random.Random, kind: str, venue: VenueStyle, tradition: str) -> str:
    own = load("traditions").get(f"{tradition} {kind}")
    if own:
        return pick(rng, own)
    tables = load("where")
    if kind == "workshop":
        return pick(rng, tables["any conference"] + tables["paper-conference"])
    if kind != "paper-conference":
        return pick(rng, tables[kind])
    if venue.form == "acronym":
        return pick(rng, tables["any conference"] + tables["acronyms"])
    yearly = tables["yearly"] if venue.form.startswith("conference") else ()
    return pick(rng, tables["any conference"] + tables["paper-conference"] + yearly)


def _draw_title(rng: random.Random, profile: Profile, tradition: str, layout: Layout) -> TitleStyle:
    style = draw_title_style(rng, profile.language)
    if tradition in _PLAIN_TITLES and not layout.lines and rng.random() < 0.8:
        dress = pick(rng, [(8, ("", "")), (1, ("[", "]({url})")), (1, ("**", "**"))])
        return style._replace(quotes=("", ""), dress=dress, closed_inside=False)
    return style


def _draw_authors(rng: random.Random, profile: Profile, tradition: str) -> AuthorStyle:
    style = draw_author_style(rng, profile.language)
    if tradition not in _NAMES or rng.random() < 0.2:
        return style
    names = style.first._replace(form=pick(rng, tuple(_NAMES[tradition])))
    if names.form == "family initials":
        gap = "" if tradition == "medicine" else rng.choice(("", " "))
        names = names._replace(dot="." if tradition == "GOST" else "", gap=gap)
    elif "initials" in names.form:
        names = names._replace(dot=".")
    if tradition == "Portuguese":
        names = names._replace(capitals=names.inverted)
        return style._replace(first=names, later=names, joint="; ", last="; ")
    later = names._replace(form="given family") if names.form == "family, given" and rng.random() < 0.7 else names
    if tradition == "chemistry" and names.inverted:
        return style._replace(first=names, later=names, joint="; ", last="; ")
    if tradition == "German" and names.inverted:
        joint, last = draw_joints(rng, names, profile.language)
        return style._replace(first=names, later=names, joint=joint, last=last)
    last = pick(rng, tuple(_LAST[tradition])) if tradition in _LAST else style.last
    return style._replace(first=names, later=later, joint=", ", last=last)


def _draw_chances(rng: random.Random) -> Chances:
    return Chances(
        award=pick(rng, [(6, 0.0), (3, 0.12), (1, 0.35)]),
        rank=pick(rng, [(12, 0.0), (1, 0.3), (1, 0.9)]),
        status=pick(rng, [(5, 0.0), (3, 0.08), (1, 0.3)]),
        note=pick(rng, [(5, 0.0), (4, 0.1), (1, 0.4)]),
        ids=pick(rng, [(6, 0.0), (3, 0.2), (2, 0.9)]),
    )
