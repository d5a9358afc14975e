"""Works and a seed in, pages in the style of somebody's own list of publications out.

A page draws its style once: an order of fields, forms of names, quotes, faces, separators, breaks and list markers.
Some of its entries differ from the rest, as they do on pages that have grown for years.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence

from pubparse.lexicons.load import members
from tools.training.authors import print_authors, print_editors
from tools.training.extras import (
    print_award,
    print_ids,
    print_links,
    print_note,
    print_rank,
    print_status,
    print_status_before,
    target,
)
from tools.training.layouts import write_page
from tools.training.pieces import Example, Piece, Pieces, bare, generator, part, text_of, wrapped
from tools.training.profiles import draw_profile
from tools.training.records import Work, load_works
from tools.training.styles import PageStyle, draw_style, drifted
from tools.training.tables import draw, load
from tools.training.templates import asks_for, expand, tidy, without
from tools.training.titles import print_title
from tools.training.venues import acronym, ordinal, print_venue

_CODE = re.compile(r"\\?\[[A-Z]+(?:/OL)?\\?\](?://|\. ?)")
_BETWEEN = (". ", ", ", " ", ": ")
_TYPOS = (".", " ", ",  ", ". ", " , ", ",")
_TYPO_CHANCE = 0.06
_ENDS = (".", "?", "!", ",", ";", "。", "．")
_MONTHS = tuple(members("months", str(number))[0].capitalize() for number in range(1, 13))


def homepages(seed: int, count: int) -> list[Example]:
    """Write so many pages; each depends on the seed and its own number alone."""
    return [homepage(generator("homepage", seed, number)) for number in range(count)]


def homepage(rng: random.Random, least: int = 6, most: int = 12) -> Example:
    """Write a page with the style and works that `rng` draws, at least and at most so many of them."""
    profile = draw_profile(rng)
    works = profile.draw_works(rng, load_works(), rng.randint(least, most))
    style = draw_style(rng, profile)
    owner = _owner(works)
    entries = []
    for work in works:
        own = drifted(style, rng, profile) if rng.random() < style.drift else style
        if entry := print_entry(work, own, rng, owner):
            entries.append((work.year, entry))
    return write_page(entries, style.layout, rng, style.authors.marks if style.authors.mark_chance else ())


def print_entry(work: Work, style: PageStyle, rng: random.Random, owner: str) -> Pieces | None:
    """Write an entry, or None where the style has no place for such a work."""
    return _Entry(work, style, rng, owner).write()


class _Entry:
    """An entry while it is written."""

    def __init__(self, work: Work, style: PageStyle, rng: random.Random, owner: str) -> None:
        names = [person.family + person.given for person in work.authors]
        self.work, self.rng, self.style = work, rng, style
        self.owner = names.index(owner) if owner in names else None
        if self.owner is None and rng.random() < 0.9 and not work.authors[0].group:
            self.owner = rng.randrange(len(names))
        self.short = acronym(work, rng)
        self.in_full = style.venue.form != "acronym"
        if "{B}" in style.shape and not self.short:
            self.style = style._replace(shape="{T}¶{A}¶{W}" if style.layout.lines else "{A}. {T}. {W}")
        self.badged = "{B}" in self.style.shape
        if "{T} {B}" in self.style.shape and self.style.badge[1].endswith((":", "|")):
            self.style = self.style._replace(badge=("(", ")"))

    def write(self) -> Pieces | None:
        lines = [line for text in self.style.shape.split("¶") if (line := self.line(text))]
        if not lines:
            return None
        place = 0 if self.style.shape.startswith("{T}¶") and self.rng.random() < 0.2 else -1
        lines[place] = self.with_remarks(lines[place])
        return self.style.layout.join(self.with_typos(self.with_links(self.closed(lines))), self.rng)

    def line(self, text: str) -> Pieces:
        """Write a line of the shape."""
        if self.style.title.plain:
            text = re.sub(r"(\{[TA]\}) (?=\{[TAW]\})", r"\1. ", text)
        asked = asks_for(text)
        values: dict[str, Pieces] = {"B": self.badge() if self.badged else []}
        if "A" in asked:
            values["A"] = print_authors(self.work.authors, self.style.authors, self.rng, self.owner)
        if "C" in asked:
            values["C"] = self.companions()
        if "W" in asked:
            values["W"] = self.where()
        if "year" in asked and self.style.year_in_entry:
            values["year"] = bare(self.date(plain=True))
        return self.filled(text, values)

    def filled(self, text: str, values: dict[str, Pieces]) -> Pieces:
        """Fill a line with its values; what has none goes, with the signs that led to it."""
        before, title, after = text.partition("{T}")
        if title:
            closer = after[:1] if after[:1] in (".", ",") else ""
            url = target(self.work, self.rng, self.style.title.target)
            values["T"] = print_title(self.work.title, self.style.title, closer, url)
            text = before + title + after[len(closer) :]
        for name in ("A", "W", "B", "C", "year"):
            text = text if values.get(name) else without(text, name)
        return tidy(expand(text, values) or [])

    def companions(self) -> Pieces:
        """Write all authors but the owner."""
        others = [person for place, person in enumerate(self.work.authors) if place != (self.owner or 0)]
        return print_authors(others, self.style.authors, self.rng, None) if others else []

    def badge(self) -> Pieces:
        """Write the venue's short name in a frame: the venue, where nothing else names it."""
        year = self.style.badge_year if self.style.year_in_entry else ""
        year = year.format(year=self.work.year, yy=f"{self.work.year % 100:02}")
        field = "note" if "{W}" in self.style.shape and self.in_full else "venue"
        return wrapped(self.style.badge[0], [*part(field, self.short), *bare(year)], self.style.badge[1])

    def where(self) -> Pieces:
        """Write where and when the work appeared."""
        style, rng = self.style, self.rng
        year = style.year_in_entry and "{year}" not in style.shape and not (self.badged and rng.random() < 0.5)
        if self.badged and not self.in_full:
            return bare(self.date()) if year and rng.random() < 0.3 else []
        values = self.values(year)
        if not style.glued and rng.random() < style.chances.status * 0.5 and values["venue"]:
            return print_status_before(values["venue"], rng)
        pieces = self.first_that_fits(values)
        if style.glued:
            return pieces if _CODE.match(text_of(pieces)) else [*bare(". "), *pieces]
        return wrapped(style.whole[0], pieces, style.whole[1]) if pieces and "*" not in text_of(pieces) else pieces

    def first_that_fits(self, values: dict[str, Pieces]) -> Pieces:
        """Fill the page's shape, or another one where a value is missing for it."""
        kind = "any conference" if self.work.kind == "workshop" else self.work.kind
        for shape in (self.style.where[self.work.kind], *(shape for _, shape in load("where")[kind])):
            filled = expand(shape if self.style.glued else _CODE.sub("", shape), values)
            if filled is not None:
                return filled
        return []

    def values(self, year: bool) -> dict[str, Pieces]:
        """Collect what the shapes of `where` may ask for."""
        work, dash = self.work, self.style.dash
        venue = print_venue(work, self.style.venue, self.rng, year)
        values: dict[str, Pieces] = {
            "venue": venue,
            "Venue": [piece for piece in venue if piece.field],
            "issue": bare(work.text("issue").replace("-", dash)),
            "pages": bare(work.text("page").replace("-", dash)),
            "page1": bare(work.text("page").split("-")[0]),
            "place": part("place", self.place()),
            "publisher": part("publisher", work.text("publisher")),
            "edition": bare(ordinal(int(work.text("edition") or 0)) if work.text("edition") else ""),
            "preprint": part("status", "preprint"),
            "Preprint": part("status", self.rng.choice(("Preprint", "preprint"))),
            "editors": print_editors(work.editors, self.style.authors) if work.editors else [],
        }
        values |= {key: bare(work.text(key)) for key in ("volume", "genre", "number", "arxiv", "category")}
        if year and not any(str(work.year) in piece.text for piece in venue):
            values |= {"year": bare(self.date()), "yy": bare(f"{work.year % 100:02}")}
        return values

    def place(self) -> str:
        """Say where a book was published, or a conference held: as few places are known, one is drawn."""
        place = self.work.text("publisher-place") or self.work.text("event-place")
        drawn = self.work.kind == "paper-conference" and not place and self.rng.random() < 0.8
        return draw(self.rng, "venues", "places") if drawn else place

    def date(self, plain: bool = False) -> str:
        """Write the year, or a whole date where the page gives it."""
        form = "{year}" if plain and self.rng.random() < 0.8 else self.style.date
        month, day = self.rng.randrange(12), self.rng.randint(1, 28)
        name = _MONTHS[month]
        return form.format(year=self.work.year, month=name, mon=name[:3], mm=f"{month + 1:02}", day=day)

    def with_remarks(self, line: Pieces) -> Pieces:
        """Add an award, a rank, a status behind the line."""
        style, rng, chances = self.style, self.rng, self.style.chances
        remarks: Pieces = []
        if rng.random() < chances.award:
            remarks += print_award(rng, style.award)
        if rng.random() < chances.rank and self.work.kind in ("paper-conference", "article-journal"):
            remarks += print_rank(rng, style.rank)
        if rng.random() < chances.status * 0.5 and not any(piece.field == "status" for piece in line):
            remarks += print_status(rng)
        if remarks and line[-1].text.endswith(".") and not line[-1].field:
            line = [*line[:-1], *bare(line[-1].text[:-1])]
        return [*line, *remarks]

    def closed(self, lines: list[Pieces]) -> list[Pieces]:
        """Close the lines as the page does at the ends of lines and entries."""
        if not self.style.layout.lines:
            return [*lines[:-1], _closed(lines[-1], self.style.closer)]
        between, last = self.style.line_closers
        return [*(_closed(line, between) for line in lines[:-1]), _closed(lines[-1], last)]

    def with_links(self, lines: list[Pieces]) -> list[Pieces]:
        """Add ids, links and notes behind the lines, or on lines of their own."""
        rng, chances = self.rng, self.style.chances
        extra = [print_ids(self.work, rng)] if rng.random() < chances.ids else []
        extra.append(print_links(self.work, self.style.links, rng))
        if rng.random() < chances.note:
            extra.insert(rng.randint(0, len(extra)), print_note(rng))
        for pieces in filter(None, extra):
            is_below = "{T}" not in self.style.shape.partition("¶")[0]  # the title
            if len(lines) > 1 and not is_below and rng.random() < self.style.links.at_title:
                lines = [[*lines[0], *bare(" "), *pieces], *lines[1:]]
            elif self.style.layout.lines and rng.random() < 0.7:
                place = len(lines) if rng.random() < 0.9 else 1
                lines = [*lines[:place], pieces, *lines[place:]]
            else:
                lines = [*lines[:-1], [*lines[-1], *bare(" "), *pieces]]
        return lines

    def with_typos(self, lines: list[Pieces]) -> list[Pieces]:
        """Forget a space or full stop now and then, or put one too many."""
        if self.rng.random() > _TYPO_CHANCE:
            return lines
        return [self.with_typo(line) for line in lines]

    def with_typo(self, line: Pieces) -> Pieces:
        """Write another sign between two pieces."""
        places = [place for place in range(1, len(line) - 1) if line[place].text in _BETWEEN]
        if not places:
            return line
        place = self.rng.choice(places)
        return [*line[:place], Piece(self.rng.choice(_TYPOS)), *line[place + 1 :]]


def _closed(line: Pieces, closer: str) -> Pieces:
    ending = text_of(line).rstrip("*_”\"'」》`<>/abiu")[-1:]
    return line if ending in _ENDS else [*line, *bare(closer)]


def _owner(works: Sequence[Work]) -> str:
    """Find the author of most works, if of more than two: a page of one's own."""
    tally = Counter(person.family + person.given for work in works for person in work.authors)
    name, count = tally.most_common(1)[0]
    return name if count > 2 else ""
