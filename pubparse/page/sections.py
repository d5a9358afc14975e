"""The headings above an entry in, what they say of it out: a year, a venue, a type, a status, or that it is none."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.dates import year_of
from pubparse.grammar.values import Value, trim
from pubparse.grammar.venue_kinds import acronyms
from pubparse.layouts import Heading
from pubparse.lexicons.load import words
from pubparse.registry import collect
from pubparse.text.visible import Visible

_ALL_SOMEBODY_DOES = frozenset(
    {"research", "my research", "forschung", "recherche", "investigación", "pesquisa", "ricerca"}
)
WORKS, KIND, OTHER, DOUBT, EITHER, INDEX = "works", "kind", "other", "doubt", "either", "index"
# "Publications and patents" are of more than one type.
_AND_MORE = re.compile(r"\b(?:publications?|papers|works)\s?(?:and|&|/|,)\s", re.IGNORECASE)
_FIRST_OF_EAST_ASIA = "\u3000"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])\s?['’‘](\d\d)(?!\d)")
# Words before and after "Conference on", as far as commas, brackets and years.
_NAMED_OUTLET = re.compile(
    r"(?<![^\s,;:()\[\]|–—-])(?!(?:19|20)\d\d\s)(?:[^\W_][^,;:()\[\]|–—\n]{0,60}?\s)?"
    r"(?i:conference|workshop|symposium|congress)\s(?:on|of|for)\s(?=[^\W\d_a-z])(?:(?!\s(?:19|20)\d\d)[^,;:()\[\]|–—\n])+"
    r"|(?<!\S)(?:[A-Z][\w&-]*\s){0,3}(?:Journal|Transactions|Annals|Archives)\s(?:of|on|for)\s(?=[A-Z])(?:(?!\s(?:19|20)\d\d)[^,;:()\[\]|–—\n])+"
)
# What stands before a word for books in "Chapitres d'ouvrages", "Capítulos de libro".
_NO_PART = r"(?<!\bde\s)(?<!\bd['’])(?<!\bdi\s)(?<!\bem\s)(?<!\ben\s)"
_NOT_IN = r"(?!\s(?:en|em|in|w|de|do|da|di)\s)"  # Artículos en congresos
_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "preprint",
            r"\b(?:preprints?|arxiv|working papers?|pre-prints?|arbeitspapiere|documentos? de trabajo"
            r"|documents? de travail|препринт\w*)\b|预印本|プレプリント",
        ),
        ("workshop", r"\bworkshops?\b"),
        (
            "thesis",
            r"\b(?:thes[ei]s|dissertation(?:s|en)?|thèses?|tes(?:is|es?|i)|abschlussarbeiten|диссертаци\w*|proefschrift\w*"
            r"|avhandling\w*|rozpraw\w+)\b|学位论文|学位論文|博士論文|修士論文|卒業論文",
        ),
        ("patent", r"\b(?:patent(?:s|es?)?|brevet(?:s|ti)?|патент\w*)\b|专利|特許|특허"),
        ("chapter", r"\b(?:chapters?|chapitres?|cap[ií]tulos?|capitoli|buchkapitel|buchbeiträge|rozdział\w*)\b"),
        (
            "book",
            r"\b(?:books?(?!\s(?:chapter|review)s?\b)|monogra[pf]\w+|bücher"
            rf"|{_NO_PART}(?:livres?|ouvrages?|libros?|livros?|libri|książk\w+|книг\w*))\b|专著|著作",
        ),
        ("report", r"\b(?:reports?|rapports?|informes|relatórios|отчет\w*)\b"),
        ("poster", r"\b(?:posters?|demos?|abstracts?)\b|ポスター"),
        (
            "journal",
            r"\b(?:journals?|articles?|\w*zeitschriften\w*|revistas?|revues?|rivist[ae]|журнал\w*"
            rf"|(?:artículos?|artigos?|articoli|artykuły){_NOT_IN})\b|期刊|雑誌|原著論文",
        ),
        (
            "conference",
            r"\b(?:conferences?|proceedings|konferen[zc]\w*|tagung\w*|conférences?|congr(?:esos?|essos?|ès)|конференц\w*)\b"
            r"|会议|国際会議|학술대회",
        ),
    )
)


class Meaning(NamedTuple):
    """What a heading says of the entries below it; places are of its visible text."""

    year: int | None = None
    year_place: tuple[int, int] | None = None
    venue_place: tuple[int, int] | None = None
    type: str | None = None
    status: str | None = None
    says: str | None = None


class Headed(NamedTuple):
    """What all headings above an entry say of it: of each thing, the nearest that does. Values come with their text."""

    names: tuple[str, ...]
    type: str | None
    status: str | None
    year: tuple[Value, Visible] | None
    venue: tuple[Value, Visible] | None


def headed_by(section: tuple[Heading, ...]) -> Headed:
    """Read the headings above an entry, outermost first."""
    meanings = [(heading.visible, meaning_of(heading)) for heading in reversed(section)]
    return Headed(
        tuple(heading.text for heading in section),
        next((one.type for _, one in meanings if one.type), None),
        next((one.status for _, one in meanings if one.status), None),
        next(
            (
                (Value(str(one.year), (one.year_place,), "two-digit year"), visible)
                for visible, one in meanings
                if one.year and one.year_place
            ),
            None,
        ),
        next(
            (
                (Value(visible.text[slice(*one.venue_place)], (one.venue_place,)), visible)
                for visible, one in meanings
                if one.venue_place
            ),
            None,
        ),
    )


def meaning_of(heading: Heading) -> Meaning:
    """Read one heading."""
    return _read("".join(run.text for run in heading.runs))


@lru_cache(maxsize=1024)
def _read(text: str) -> Meaning:
    years = list(_YEAR.finditer(text))
    short = _SHORT_YEAR.search(text)
    year, place = None, None
    if len(years) == 1:
        year, place = int(years[0].group()), years[0].span()
    elif short and not years:
        year, place = year_of(short[1]), short.span(1)
    kinds = [name for name, pattern in _TYPES if pattern.search(text)]
    status = next((status for status, pattern in _statuses() if pattern.search(text)), None)
    return Meaning(
        year,
        place,
        _venue(text, place),
        None if _AND_MORE.search(text) else _one_of(kinds),
        status,
        _says(text, status),
    )


def _one_of(kinds: list[str]) -> str | None:
    """The type that a heading says; "Conference and workshop papers" are of conferences, or call themselves others."""
    return kinds[-1] if len(kinds) == 1 or kinds == ["workshop", "conference"] else None


def _venue(text: str, year: tuple[int, int] | None) -> tuple[int, int] | None:
    """Find the venue that a heading names: a known acronym, alone or before a year ("NeurIPS 2018", "ASPLOS'24").

    Or it names one in full: "International Conference on Very Large Data Bases, 2023".
    """
    end = year[0] if year else len(text)
    stretch = trim(text, 0, end, " \t\n,:'’‘()[]-–@")
    if stretch and text[slice(*stretch)] in acronyms():
        return stretch
    named = _NAMED_OUTLET.search(text)
    return trim(text, *named.span(), " \t\n") if named else None


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        # "Articles in peer-reviewed journals" are not in review.
        (status.status, re.compile(rf"(?<![a-z])(?:{status.words})(?![a-z])", re.IGNORECASE))
        for status in collect(markers, markers.Status)
    )


def _says(text: str, status: str | None) -> str | None:
    """Find what a heading says of the list under it; a status alone speaks for publications."""
    said = {name for name, pattern in _patterns().items() if pattern.search(text)}
    if "outright" in said:
        return OTHER
    if WORKS in said:
        return WORKS
    if status and not said - {KIND}:
        return KIND
    if OTHER not in said and INDEX in said:
        return DOUBT
    return next((name for name in (OTHER, DOUBT, EITHER, KIND) if name in said), None)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Make a pattern of all words of a class."""
    terms: dict[str, list[str]] = {}
    for term, name in words("sections").items():
        terms.setdefault(name, []).append(term)
    return {name: re.compile(_any_of(some), re.IGNORECASE) for name, some in terms.items()}


def _any_of(terms: list[str]) -> str:
    """Words stand alone, stems (`edit*`) begin one; Chinese, Japanese and Korean terms need no space around them."""
    anywhere, stems, alone = list[str](), list[str](), list[str]()
    for term in terms:
        fitting = anywhere if term[0] >= _FIRST_OF_EAST_ASIA else stems if term.endswith("*") else alone
        fitting.append(re.escape(term.removesuffix("*")))
    kinds = (("", anywhere, ""), (r"(?<!\w)", stems, ""), (r"(?<!\w)", alone, r"(?!\w)"))
    return "|".join(f"{before}(?:{'|'.join(some)}){after}" for before, some, after in kinds if some)


def verdict(section: tuple[Heading, ...], title: str = "") -> str | None:
    """Weigh the headings above an entry: WORKS, OTHER, DOUBT or nothing. The nearest that is sure wins.

    Above them all stands the page's `title`, where it calls the page one of publications.

    "Journals" under "Service" may be those reviewed for; under nothing telling, or "Research" alone, they are
    publications.
    """
    kind = None
    for place, heading in enumerate(reversed(section)):
        says = meaning_of(heading).says
        if place and _patterns()[INDEX].fullmatch(heading.text.strip()):
            continue
        if says in (WORKS, OTHER):
            return says
        if says == EITHER:
            return verdict(section[: len(section) - place - 1]) or OTHER
        if says == KIND:
            kind = WORKS
        elif says == DOUBT:
            return kind if kind and heading.text.casefold() in _ALL_SOMEBODY_DOES else DOUBT
    return kind or (WORKS if title and _read(title).says == WORKS else None)
