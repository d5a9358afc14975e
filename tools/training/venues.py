"""A work and a page's style in, the name of where it appeared out: `Proceedings of …`, `ICML`, `Phys. Rev. B` …"""

import random
import re
from typing import NamedTuple

from tools.training.pieces import Pieces, part, pick, wrapped
from tools.training.records import Outlet, Work, load_outlets

_CONFERENCE_FORMS = [
    (26, "acronym"),
    (12, "proceedings"),
    (8, "proceedings acronym"),
    (12, "conference"),
    (16, "conference acronym"),
    (5, "ordinal"),
    (6, "ordinal acronym"),
    (4, "proc acronym"),
    (5, "abbreviation"),
    (3, "acronym conference"),
    (2, "yearly"),
]  # fmt: skip
_TRACKS = [
    (3, "Findings of {}"), (3, "{} Findings"), (2, "{} (Findings)"), (2, "{} Workshop"), (1.5, "{} Workshops"), (1, "{} Demo Track"),
    (1, "{} Datasets and Benchmarks Track"), (1, "{} Industry Track"), (1, "{} Student Research Workshop"), (1, "Companion of {}"),
    (0.7, "Workshop on Efficient Systems @ {}"), (0.7, "{} Workshop on Trustworthy Machine Learning"), (0.5, "{} Doctoral Consortium"),
]  # fmt: skip
_ABBREVIATIONS = {
    "Conference": "Conf.", "International": "Int.", "Proceedings of the": "Proc.", "Transactions": "Trans.", "Journal": "J.",
    "Symposium": "Symp.", "Annual": "Annu.", "Science": "Sci.", "Sciences": "Sci.", "Computer": "Comput.", "Machine Learning": "Mach. Learn.",
}  # fmt: skip


class VenueStyle(NamedTuple):
    """`form` of conferences, `journal` form of journals, and how an acronym in parentheses has its year."""

    form: str
    journal: str
    acronym_year: str
    dress: tuple[str, str]
    the: bool
    track_chance: float


def draw_venue_style(rng: random.Random) -> VenueStyle:
    """A style of venues, as often as pages have it."""
    return VenueStyle(
        pick(rng, _CONFERENCE_FORMS),
        pick(rng, [(10, "full"), (3, "short"), (1.5, "short bare"), (1.5, "acronym"), (2, "full acronym")]),
        pick(rng, [(6, ""), (4, " {year}"), (1.5, "'{yy}"), (1, " '{yy}"), (0.7, "-{yy}"), (0.6, "{year}"), (0.4, "’{yy}")]),
        pick(rng, [(36, ("", "")), (34, ("*", "*")), (8, ("_", "_")), (10, ("**", "**")), (2, ("***", "***")), (2, ("<i>", "</i>")), (2, ("<em>", "</em>")), (1.5, ("<u>", "</u>"))]),
        rng.random() < 0.12,
        0.04,
    )  # fmt: skip


def print_venue(work: Work, style: VenueStyle, rng: random.Random, year: bool) -> Pieces:
    """The venue's name as labelled pieces; `year` says whether an acronym may bear it."""
    name = venue_name(work, style, rng, year)
    return wrapped(style.dress[0], part("venue", name), style.dress[1]) if name else []


def venue_name(work: Work, style: VenueStyle, rng: random.Random, year: bool) -> str:
    """The name alone."""
    outlet = load_outlets().get(work.outlet)
    if work.kind == "paper-conference" and outlet:
        return _conference(work, outlet, style, rng, year).replace("*", "\\*")
    if work.kind == "article-journal":
        return _journal(work, outlet, style)
    if work.kind == "article":
        return pick(rng, [(8, "arXiv"), (1, "ArXiv"), (0.5, "ARXIV")])
    if work.kind in ("thesis", "report"):
        return work.text("publisher")
    return "" if work.kind == "book" else work.container


def acronym(work: Work, rng: random.Random) -> str:
    """A short name of the venue for a badge, or none."""
    outlet = load_outlets().get(work.outlet)
    if not outlet:
        return {"article": "arXiv"}.get(work.kind, work.container if len(work.container) < 14 and work.kind == "article-journal" else "")
    return _acronym(work, outlet, rng)


def _acronym(work: Work, outlet: Outlet, rng: random.Random) -> str:
    short = outlet.acronyms[0] if len(outlet.acronyms) == 1 or rng.random() < 0.7 else rng.choice(outlet.acronyms)
    return "NIPS" if short == "NeurIPS" and (work.year < 2018 or rng.random() < 0.05) else short


def _conference(work: Work, outlet: Outlet, style: VenueStyle, rng: random.Random, year: bool) -> str:
    short = _acronym(work, outlet, rng)
    if rng.random() < style.track_chance:
        return pick(rng, _TRACKS).format(short)
    dated = short + (style.acronym_year.format(year=work.year, yy=f"{work.year % 100:02}") if year else "")
    count = ordinal(work.year - outlet.counted_from) + " " if outlet.counted_from else ""
    the = "The " if style.the else ""
    forms = {
        "acronym": short,
        "proceedings": work.container,
        "proceedings acronym": f"{work.container} ({dated})",
        "conference": the + outlet.conference,
        "conference acronym": f"{the}{outlet.conference} ({dated})",
        "ordinal": the + count + outlet.conference.removeprefix("Annual " if not count else ""),
        "ordinal acronym": f"{the}{count}{outlet.conference} ({dated})",
        "proc acronym": rng.choice(("Proc. {}", "Proc. of {}", "Proceedings of {}", "Proc. of the {}", "Proceedings of the {}")).format(short),
        "abbreviation": (("Proc. " if rng.random() < 0.6 else "") + outlet.abbreviation) if outlet.abbreviation else short,
        "acronym conference": f"{short} ({outlet.conference})" if rng.random() < 0.6 else f"{short}: {outlet.conference}",
        "yearly": f"Proceedings of the {work.year} {outlet.conference}" if year else f"Proceedings of the {outlet.conference}",
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


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def abbreviated(name: str) -> str:
    """Words that many pages shorten, shortened."""
    return re.sub("|".join(sorted(_ABBREVIATIONS, key=len, reverse=True)), lambda match: _ABBREVIATIONS[match[0]], name)
