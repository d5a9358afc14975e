"""A work and a page's style in, the name of where it appeared out: in full, abbreviated or as an acronym."""

import random
from typing import NamedTuple

from tools.training.pieces import Pieces, part, wrapped
from tools.training.records import Outlet, Work, load_outlets
from tools.training.tables import Pair, draw, draw_pair

_TRACK_CHANCE = 0.07
_YEAR_IN_TRACK_CHANCE = 0.5
_PROCEEDINGS = ("Proc. {}", "Proc. of {}", "Proceedings of {}", "Proc. of the {}", "Proceedings of the {}")


class VenueStyle(NamedTuple):
    """`form` of conferences, `journal` form of journals, and how an acronym in parentheses has its year."""

    form: str
    journal: str
    acronym_year: str
    dress: Pair
    the: bool


def draw_venue_style(rng: random.Random) -> VenueStyle:
    """Draw a style of venues, as often as pages have it."""
    return VenueStyle(
        draw(rng, "venues", "conference forms"),
        draw(rng, "venues", "journal forms"),
        draw(rng, "venues", "acronym years"),
        draw_pair(rng, "venues", "dress"),
        rng.random() < 0.12,
    )


def print_venue(work: Work, style: VenueStyle, rng: random.Random, year: bool) -> Pieces:
    """Write the venue's name; `year` says whether an acronym may bear it."""
    name = _name(work, style, rng, year)
    return wrapped(style.dress[0], part("venue", name), style.dress[1]) if name else []


def acronym(work: Work, rng: random.Random) -> str:
    """Give a short name of the venue for a badge, or none."""
    if outlet := load_outlets().get(work.outlet):
        return _acronym(work, outlet, rng).replace("*", "\\*")
    if work.kind == "article":
        return "arXiv"
    return work.container if work.kind == "article-journal" and len(work.container) < 14 else ""


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _name(work: Work, style: VenueStyle, rng: random.Random, year: bool) -> str:
    outlet = load_outlets().get(work.outlet)
    if work.kind == "paper-conference" and outlet:
        return _conference(work, outlet, style, rng, year).replace("*", "\\*")
    if work.kind == "article-journal":
        return _journal(work, outlet, style)
    if work.kind == "article":
        return rng.choice(("arXiv", "arXiv", "arXiv", "arXiv", "arXiv", "arXiv", "ArXiv", "ARXIV"))
    if work.kind in ("thesis", "report"):
        return work.text("publisher")
    return "" if work.kind == "book" else work.container


def _acronym(work: Work, outlet: Outlet, rng: random.Random) -> str:
    short = outlet.acronyms[0] if rng.random() < 0.7 else rng.choice(outlet.acronyms)
    return "NIPS" if short == "NeurIPS" and (work.year < 2018 or rng.random() < 0.05) else short


def _conference(work: Work, outlet: Outlet, style: VenueStyle, rng: random.Random, year: bool) -> str:
    short = _acronym(work, outlet, rng)
    if rng.random() < _TRACK_CHANCE:
        dated = f"{short} {work.year}" if year and rng.random() < _YEAR_IN_TRACK_CHANCE else short
        return draw(rng, "venues", "tracks").format(dated)
    if style.form == "proc acronym":
        return rng.choice(_PROCEEDINGS).format(short)
    if style.form == "abbreviation":
        return ("Proc. " if rng.random() < 0.6 else "") + outlet.abbreviation if outlet.abbreviation else short
    dated = short + (style.acronym_year.format(year=work.year, yy=f"{work.year % 100:02}") if year else "")
    the = "The " if style.the else ""
    count = f"{ordinal(work.year - outlet.counted_from)} " if outlet.counted_from else ""
    forms = {
        "acronym": short,
        "proceedings": work.container,
        "proceedings acronym": f"{work.container} ({dated})",
        "conference": the + outlet.conference,
        "conference acronym": f"{the}{outlet.conference} ({dated})",
        "ordinal": the + count + outlet.conference,
        "ordinal acronym": f"{the}{count}{outlet.conference} ({dated})",
        "acronym conference": f"{short} ({outlet.conference})" if len(short) % 2 else f"{short}: {outlet.conference}",
        "yearly": f"Proceedings of the {f'{work.year} ' if year else ''}{outlet.conference}",
    }
    return forms[style.form]


def _journal(work: Work, outlet: Outlet | None, style: VenueStyle) -> str:
    short = work.text("container-title-short")
    if style.journal == "short":
        return short or work.container
    if style.journal == "short bare":
        return short.replace(".", "") or work.container
    if style.journal == "acronym" and outlet:
        return outlet.acronyms[0]
    if style.journal == "full acronym" and outlet:
        return f"{work.container} ({outlet.acronyms[0]})"
    return work.container
