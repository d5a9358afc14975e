"""Works and a seed in, pages in the style of somebody's own list of publications out.

A page draws its style once: an order of fields, forms of names, quotes, faces, separators, breaks and list markers. Some of
its entries differ from the rest, as they do on pages that have grown for years.
"""

import random
import re
from typing import NamedTuple

from tools.training import templates
from tools.training.authors import AuthorStyle, draw_author_style, print_authors, print_editors
from tools.training.extras import (
    STATUS_BEFORE,
    LinkStyle,
    draw_award_dress,
    draw_link_style,
    draw_rank_dress,
    print_award,
    print_ids,
    print_links,
    print_note,
    print_rank,
    print_status,
    target,
)
from tools.training.layouts import Layout, draw_layout, write_page
from tools.training.names import EAST_ASIAN
from tools.training.pieces import Example, Piece, Pieces, bare, generator, part, pick, text_of, wrapped
from tools.training.profiles import Profile, draw_profile
from tools.training.records import Person, Work, load_works
from tools.training.templates import LANGUAGE_TRADITIONS, ONE_LINE, SHORT, TRADITIONS, WHERE, YEARLY, Table, asks_for, expand, tidy
from tools.training.titles import TitleStyle, draw_title_style, print_title
from tools.training.venues import VenueStyle, acronym, draw_venue_style, print_venue, venue_name

_GROUP = re.compile("⟨[^⟩]*⟩")
_CODE = re.compile(r"\\?\[(?:[A-Z](?:B/OL)?|EB/OL)\\?\](?://|\. ?)")
_MONTHS = "January February March April May June July August September October November December".split()
_PLACES = [
    "Long Beach, CA, USA", "Vancouver, Canada", "Montréal, Canada", "Stockholm, Sweden", "Vienna, Austria", "Seoul, South Korea", "Honolulu, Hawaii", "New Orleans, Louisiana", "Paris, France", "London, UK", "Berlin, Germany", "Las Vegas, NV", "Sydney, Australia",
    "Singapore", "Barcelona, Spain", "Beijing, China", "Tokyo, Japan", "Virtual Event", "Online", "Florence, Italy", "Lisbon, Portugal", "San Diego, California, USA", "Melbourne, Australia", "Copenhagen, Denmark", "Edinburgh, Scotland", "Hong Kong", "Kyoto, Japan", "Mexico City, Mexico", "Abu Dhabi, UAE", "Amsterdam, The Netherlands",
]  # fmt: skip
_BADGES = [
    (6, "**{b}**"), (6, "[{b}]"), (5, "**[{b}]**"), (4, "[**{b}**]"), (5, "`{b}`"), (3, "({b})"), (2, "\\[{b}\\]"), (2, "``{b}``"), (1, "<kbd>{b}</kbd>"), (1, '<span class="badge">{b}</span>'), (1, "<b>[{b}]</b>"), (1, "*{b}*"), (0.7, "**({b})**"), (0.7, "**{b}** |"), (0.5, "【{b}】"), (0.5, "{b}:"),
]  # fmt: skip
_BADGE_YEARS = [(8, " {year}"), (3, "'{yy}"), (2, "{year}"), (2, ""), (1, " '{yy}"), (1, ", {year}"), (0.7, "-{yy}"), (0.5, "‘{yy}"), (0.5, "’{yy}")]
_DATES = [(40, "{year}"), (3, "{month} {year}"), (3, "{mon} {year}"), (2, "{mon}. {year}"), (1, "{month} {day}, {year}"), (1, "{year}.{mm}"), (1, "{year}-{mm}"), (0.7, "{mm}/{year}"), (0.7, "{year}, {mon}."), (0.5, "{day} {month} {year}"), (0.5, "{year}/{mm}/{day}")]  # fmt: skip


class PageStyle(NamedTuple):
    """All that a page does alike in its entries; `where` are the shapes of what stands behind a title, by kind of work."""

    language: str
    shape: str
    where: dict[str, str]
    authors: AuthorStyle
    title: TitleStyle
    venue: VenueStyle
    badge: tuple[str, str]
    date: str
    dash: str
    whole: tuple[str, str]
    closer: str
    line_closers: tuple[str, str]
    links: LinkStyle
    award: tuple[str, str]
    rank: tuple[str, str]
    chances: tuple[float, float, float, float, float]  # of an award, rank, status, note, id in words
    drift: float
    year_in_entry: bool
    layout: Layout


def homepages(seed: int, count: int) -> list[Example]:
    """So many pages; each depends on the seed and its own number alone."""
    return [homepage(generator("homepage", seed, number)) for number in range(count)]


def homepage(rng: random.Random) -> Example:
    """A page with the style and works that `rng` draws."""
    profile = draw_profile(rng)
    works = profile.draw(rng, load_works(), rng.randint(6, 12))
    style = draw_style(rng, profile)
    owner = _owner(works)
    entries = []
    for work in works:
        own = drift(style, rng, profile) if rng.random() < style.drift else style
        if entry := print_entry(work, own, rng, owner):
            entries.append((work.year, entry))
    return write_page(entries, style.layout, rng, marks=style.authors.marks if style.authors.mark_chance else ())


def draw_style(rng: random.Random, profile: Profile) -> PageStyle:
    """A page's style."""
    layout = draw_layout(rng)
    tradition = _tradition(rng, profile)
    shapes = templates.LINES if layout.lines else TRADITIONS[tradition][0] if tradition else ONE_LINE
    venue = draw_venue_style(rng)
    title = draw_title_style(rng, profile.language)
    if tradition in ("GB/T", "GOST", "medicine", "APA") and not layout.lines and rng.random() < 0.8:
        title = title._replace(quotes=("", ""), dress=pick(rng, [(8, ""), (1, "link"), (1, "bold")]), closed_inside=False)
    whole = pick(rng, [(14, ("", "")), (1.5, ("*", "*")), (0.5, ("_", "_")), (0.4, ("**", "**")), (0.3, ("<i>", "</i>")), (0.3, ("*(", ")*"))])
    return PageStyle(
        profile.language,
        pick(rng, shapes),
        {kind: _where(rng, kind, venue, tradition) for kind in WHERE},
        _author_style(rng, profile, tradition),
        title,
        venue._replace(dress=("", "")) if whole[0] else venue,
        (pick(rng, _BADGES), pick(rng, _BADGE_YEARS)),
        pick(rng, _DATES),
        pick(rng, [(5, "-"), (5, "–"), (1.5, "--"), (0.5, "—"), (0.3, "~")]),
        whole,
        pick(rng, [(8, "."), (5, ""), (0.5, ";")]),
        (pick(rng, [(9, ""), (4, "."), (1, ","), (0.5, " ")]), pick(rng, [(5, ""), (3, ".")])),
        draw_link_style(rng),
        draw_award_dress(rng),
        draw_rank_dress(rng),
        (
            pick(rng, [(6, 0.0), (3, 0.12), (1, 0.35)]),
            pick(rng, [(12, 0.0), (1, 0.3), (1, 0.9)]),
            pick(rng, [(5, 0.0), (3, 0.08), (1, 0.3)]),
            pick(rng, [(5, 0.0), (4, 0.1), (1, 0.4)]),
            pick(rng, [(6, 0.0), (3, 0.2), (2, 0.9)]),
        ),
        pick(rng, [(3, 0.0), (4, 0.12), (2, 0.35)]),
        not (layout.years and rng.random() < 0.5),
        layout,
    )  # fmt: skip


def drift(style: PageStyle, rng: random.Random, profile: Profile) -> PageStyle:
    """The style of an entry that differs from the others in a thing or two."""
    other = draw_style(rng, profile)
    lines = style.layout.lines == other.layout.lines
    for _ in range(rng.choice((1, 1, 2))):
        change = rng.choice(("shape", "where", "title", "venue", "names", "closer", "date", "links"))
        if change == "shape" and lines:
            style = style._replace(shape=other.shape)
        elif change == "names":
            style = style._replace(authors=other.authors._replace(owner=style.authors.owner, marks=style.authors.marks))
        elif change in ("where", "venue"):
            style = style._replace(where=other.where, venue=other.venue._replace(dress=style.venue.dress))
        elif change == "title":
            style = style._replace(title=other.title)
        elif change == "closer":
            style = style._replace(closer=other.closer, line_closers=other.line_closers)
        elif change == "date":
            style = style._replace(date=other.date)
        else:
            style = style._replace(links=other.links)
    return style


def print_entry(work: Work, style: PageStyle, rng: random.Random, owner: str) -> Pieces | None:
    """An entry as labelled pieces, or None where the style has no place for such a work."""
    entry = _Entry(work, style, rng, owner)
    shape = style.shape
    if "{B}" in shape and not entry.short:
        shape = "{T}¶{A}¶{W}" if style.layout.lines else "{A}. {T}. {W}"
    lines = [line for text in shape.split("¶") if (line := entry.line(text))]
    if not lines:
        return None
    return entry.finish(lines)


class _Entry:
    """An entry while it is written."""

    def __init__(self, work: Work, style: PageStyle, rng: random.Random, owner: str) -> None:
        self.work, self.style, self.rng = work, style, rng
        names = [person.family + person.given for person in work.authors]
        self.owner: int | None = names.index(owner) if owner in names else rng.randrange(len(names)) if rng.random() < 0.9 and not work.authors[0].group else None
        self.short = acronym(work, rng).replace("*", "\\*")
        self.full = style.venue.form != "acronym"

    def line(self, text: str) -> Pieces:
        """A line of the shape."""
        asked = asks_for(text) | ({"year"} if "{year}" in self.style.shape else frozenset())
        badge = "{B}" in self.style.shape and bool(self.short)
        if not (self.style.title.dress not in ("", "span") or self.style.title.quotes[0]):
            text = text.replace("{T} {A}", "{T}. {A}").replace("{A} {T}", "{A}. {T}")
        values: dict[str, Pieces] = {"B": self.badge()} if badge else {}
        if "A" in asked:
            values["A"] = print_authors(self.work.authors, self.style.authors, self.rng, self.owner)
        if "C" in asked:
            values["C"] = self.companions()
        if "W" in asked:
            year = self.style.year_in_entry and "year" not in asked and not (badge and self.rng.random() < 0.5)
            values["W"] = self.where(year, badge)
        if "year" in asked and self.style.year_in_entry:
            values["year"] = bare(self.date(plain=True))
        return self.fill(text, values)

    def fill(self, text: str, values: dict[str, Pieces]) -> Pieces:
        """The line with its values; what has none goes, with the signs that led to it."""
        before, title, after = text.partition("{T}")
        closer = after[:1] if after[:1] in (".", ",") else ""
        if title:
            url = target(self.work, self.rng, self.style.title.target)
            values["T"] = print_title(self.work.title, self.style.title, closer, url)
            text = before + title + after[len(closer) :]
        for name in ("A", "W", "B", "C", "year"):
            if not values.get(name) and f"{{{name}}}" in _GROUP.sub("", text):
                text = _without(text, name)
        return tidy(expand(text, values) or [])

    def companions(self) -> Pieces:
        """All authors but the owner."""
        others = [person for place, person in enumerate(self.work.authors) if place != (self.owner or 0)]
        return print_authors(others, self.style.authors, self.rng, None) if others else []

    def badge(self) -> Pieces:
        """The venue's short name, in a frame; the venue, where nothing else names it."""
        form, dated = self.style.badge
        year = dated.format(year=self.work.year, yy=f"{self.work.year % 100:02}") if self.style.year_in_entry else ""
        before, _, after = form.partition("{b}")
        field = "note" if "{W}" in self.style.shape and self.full else "venue"
        return wrapped(before, [*part(field, self.short), *bare(year)], after)

    def where(self, year: bool, badge: bool) -> Pieces:
        """Where and when the work appeared."""
        work, style, rng = self.work, self.style, self.rng
        if badge and not self.full and work.kind != "book":
            return bare(self.date()) if year and rng.random() < 0.3 else []
        values = self.values(year)
        glued = "{T}{W}" in style.shape  # what follows the title begins with a code like [J]
        if not glued and rng.random() < style.chances[2] * 0.5 and (venue := values.get("venue")):
            return self.status_first(venue)
        for shape in (style.where[work.kind], *(shape for _, shape in WHERE[work.kind])):
            if (pieces := expand(shape if glued else _CODE.sub("", shape), values)) is not None:
                break
        else:
            pieces = []
        if glued and not _CODE.match(text_of(pieces)):
            pieces = [*bare(". "), *pieces]
        whole = bool(pieces) and not glued and "*" not in text_of(pieces)
        return wrapped(style.whole[0], pieces, style.whole[1]) if whole else pieces

    def status_first(self, venue: Pieces) -> Pieces:
        """"accepted by …"."""
        head, _, tail = pick(self.rng, STATUS_BEFORE).partition("{V}")
        before, _, rest = head.partition("{")
        status, _, joint = rest.partition("}")
        return [*bare(before), *part("status", status), *bare(joint), *venue, *bare(tail)]

    def values(self, year: bool) -> dict[str, Pieces]:
        """What the shapes of `where` may ask for; what is missing is not in it."""
        work, style, rng = self.work, self.style, self.rng
        venue = print_venue(work, style.venue, rng, year)
        name = "".join(piece.text for piece in venue if piece.field)
        pages = work.text("page").replace("-", style.dash)
        place = work.text("publisher-place") or work.text("event-place")
        if work.kind in ("paper-conference", "workshop") and not place and rng.random() < 0.8:
            place = rng.choice(_PLACES)
        values: dict[str, Pieces] = {
            "venue": venue,
            "Venue": part("venue", name),
            "volume": bare(work.text("volume")),
            "issue": bare(work.text("issue").replace("-", style.dash)),
            "pages": bare(pages),
            "page1": bare(work.text("page").split("-")[0]),
            "place": part("place", place),
            "publisher": part("publisher", work.text("publisher")),
            "edition": bare(_edition(work.text("edition"))),
            "genre": bare(work.text("genre")),
            "number": bare(work.text("number")),
            "arxiv": bare(work.text("arxiv")),
            "category": bare(work.text("category")),
            "preprint": part("status", "preprint"),
            "Preprint": part("status", rng.choice(("Preprint", "preprint"))),
        }
        if year:
            values["year"] = bare(self.date())
            values["yy"] = bare(f"{work.year % 100:02}")
            if any(str(work.year) in piece.text for piece in venue):
                values["year"] = values["yy"] = []
        if work.editors:
            values["editors"] = print_editors(work.editors, style.authors)
        return values

    def date(self, plain: bool = False) -> str:
        """The year, or a whole date where the page gives it."""
        form = "{year}" if plain and self.rng.random() < 0.8 else self.style.date
        month = self.rng.randrange(12)
        return form.format(year=self.work.year, month=_MONTHS[month], mon=_MONTHS[month][:3], mm=f"{month + 1:02}", day=self.rng.randint(1, 28))

    def finish(self, lines: list[Pieces]) -> Pieces:
        """The lines with what follows them, closed and broken as the page does."""
        work, style, rng, chances = self.work, self.style, self.rng, self.style.chances
        if rng.random() < chances[0]:
            lines[-1] = self.behind(lines[-1], print_award(rng, style.award))
        if rng.random() < chances[1] and work.kind in ("paper-conference", "article-journal"):
            lines[-1] = self.behind(lines[-1], print_rank(rng, style.rank))
        if rng.random() < chances[2] * 0.5 and not any(piece.field == "status" for line in lines for piece in line):
            lines[-1] = self.behind(lines[-1], print_status(rng))
        if style.layout.lines:
            lines = [self.closed(line, style.line_closers[line is lines[-1]]) for line in lines]
        elif style.closer:
            lines[-1] = self.closed(lines[-1], style.closer)
        extra = [pieces for pieces in (print_ids(work, rng) if rng.random() < chances[4] else [], print_links(work, style.links, rng)) if pieces]
        note = print_note(rng) if rng.random() < chances[3] else []
        if note:
            extra.insert(0 if rng.random() < 0.5 else len(extra), note)
        for pieces in extra:
            if style.layout.lines and rng.random() < 0.7:
                lines.append(pieces)
            else:
                lines[-1] = [*lines[-1], *bare(" "), *pieces]
        return style.layout.join(self.typos(lines), rng)

    def behind(self, line: Pieces, pieces: Pieces) -> Pieces:
        """An award and the like, behind a line."""
        if line and line[-1].text.endswith(".") and not line[-1].field:
            line = [*line[:-1], *bare(line[-1].text[:-1])]
        return [*line, *pieces]

    def closed(self, line: Pieces, closer: str) -> Pieces:
        """The line with its closer, if it has none."""
        ending = text_of(line).rstrip("*_”\"'」》`<>/abiu")[-1:]
        return line if ending in (".", "?", "!", ",", ";", "。", "．") else [*line, *bare(closer)]

    def typos(self, lines: list[Pieces]) -> list[Pieces]:
        """Now and then a space or full stop that was forgotten, or one too many."""
        if self.rng.random() > 0.06:
            return lines
        out = []
        for line in lines:
            places = [k for k, piece in enumerate(line) if 0 < k < len(line) - 1 and piece.text in (". ", ", ", " ", ": ")]
            if places:
                place = self.rng.choice(places)
                line = [*line[:place], Piece(self.rng.choice((".", " ", ",  ", ". ", " , ", ","))), *line[place + 1 :]]
            out.append(line)
        return out


def _without(text: str, name: str) -> str:
    """The shape without one of its values and the signs before it, or behind it where it is the first."""
    head, _, tail = text.partition(f"{{{name}}}")
    if not head.strip(" ([`*"):
        return tail.lstrip(" .,:;-—|)]/`*")
    start = head.rindex("}") + 1 if "}" in head else 0
    opened = any(sign in head[start:] for sign in "([")
    return head[:start] + (tail[1:] if opened and tail[:1] in (")", "]") else tail)


def _edition(number: str) -> str:
    return {"2": "2nd", "3": "3rd", "1": "1st"}.get(number, f"{number}th" if number.isdigit() else number)


def _owner(works: list[Work]) -> str:
    """The author of most works, if of more than one: a page of one's own."""
    tally: dict[str, int] = {}
    for work in works:
        for person in work.authors:
            tally[person.family + person.given] = tally.get(person.family + person.given, 0) + 1
    name = max(tally, key=lambda key: tally[key])
    return name if tally[name] > 2 else ""


def _tradition(rng: random.Random, profile: Profile) -> str:
    if profile.language in LANGUAGE_TRADITIONS and rng.random() < 0.7:
        return LANGUAGE_TRADITIONS[profile.language]
    return pick(rng, profile.traditions)


def _where(rng: random.Random, kind: str, venue: VenueStyle, tradition: str) -> str:
    tables = TRADITIONS[tradition][1] if tradition else {}
    if kind in tables:
        return pick(rng, tables[kind])
    table: Table = list(WHERE[kind])
    if kind == "paper-conference" and venue.form in ("acronym", "conference acronym"):
        table = [*table[:18], *(SHORT if venue.form == "acronym" else YEARLY)] if venue.form == "acronym" else [*table, *YEARLY]
    return pick(rng, table)


def _author_style(rng: random.Random, profile: Profile, tradition: str) -> AuthorStyle:
    style = draw_author_style(rng, profile.language)
    forms = {
        "APA": [(1, "family, initials")],
        "medicine": [(1, "family initials")],
        "GB/T": [(2, "family initials"), (1, "given family")],
        "GOST": [(1, "family initials"), (0.5, "initials family")],
        "physics": [(3, "initials family"), (1, "given family")],
        "humanities": [(1, "family, given"), (1, "given family"), (0.4, "family, initials")],
    }.get(tradition)
    if not forms or rng.random() < 0.2:
        return style
    form = pick(rng, forms)
    names = style.first._replace(form=form)
    if form == "family initials":
        names = names._replace(dot="" if tradition != "GOST" else ".", gap=rng.choice(("", " ")) if tradition != "medicine" else "")
    elif "initials" in form:
        names = names._replace(dot=".")
    later = names._replace(form="given family") if form == "family, given" and rng.random() < 0.7 else names
    last = {"APA": pick(rng, [(5, ", & "), (2, " & "), (2, ", and "), (1, "")]), "medicine": pick(rng, [(7, ""), (1, ", and ")]), "GB/T": "", "GOST": ""}.get(tradition, style.last)
    return style._replace(first=names, later=later, joint=", ", last=last)


__all__ = ["EAST_ASIAN", "Person", "homepage", "homepages", "venue_name"]
