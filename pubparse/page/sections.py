"""The headings above an entry in, what they say of it out: a year, a venue, a type, a status; and that it is none at all."""

import re
from functools import lru_cache
from typing import NamedTuple

from pubparse import markers
from pubparse.grammar.values import trim
from pubparse.grammar.venue import acronyms
from pubparse.layouts import Heading
from pubparse.registry import collect

# What heads lists of something else. Source: the headings of academic homepages, in English and the languages documented.
_OTHER = re.compile(
    r"\b(?:news|updates?|talks?|presentations?|seminars?|teaching|courses?|services?|grants?|funding|fellowships?|awards?|honou?rs|"
    r"education|experiences?|employment|positions?|contacts?|members?|people|team|alumni|supervision|advising|mentoring|outreach|"
    r"activities|reviewers?|reviewing|committees?|skills|hobbies|links|about|biography|bio|interests|openings|vacancies|media|press|"
    r"editorial|memberships?|invited|projects?|events?|lectures?|certifications?|scholarships?|students?|"
    r"лекции|преподавание|enseignement|lehre|vorträge|docencia)\b|新闻|教学|获奖|荣誉|教育|经历|招生|服务|奖",
    re.I,
)
_WORKS = re.compile(
    r"\b(?:publications?|papers?|articles?|preprints?|proceedings|journals?|conferences?|manuscripts?|books?|chapters?|thes[ei]s|"
    r"dissertations?|reports?|patents?|workshops?|publikationen|veröffentlichungen|publicaciones|publicações|pubblicazioni|"
    r"публикации|publikacje|publikasjoner|publikationer|works?|research|bibliography|arxiv|posters?|software|datasets?)\b|论文|发表|著作|专利|論文|業績|논문",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])\s?['’‘](\d\d)(?!\d)")
_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("preprint", re.compile(r"\b(?:preprints?|arxiv|working papers?|pre-prints?)\b|预印本", re.I)),
    ("workshop", re.compile(r"\bworkshops?\b", re.I)),
    ("thesis", re.compile(r"\b(?:thes[ei]s|dissertations?)\b|学位论文", re.I)),
    ("patent", re.compile(r"\bpatents?\b|专利", re.I)),
    ("chapter", re.compile(r"\bchapters?\b", re.I)),
    ("book", re.compile(r"\b(?:books?|monographs?)\b|专著|著作", re.I)),
    ("report", re.compile(r"\breports?\b", re.I)),
    ("poster", re.compile(r"\b(?:posters?|demos?|abstracts?)\b", re.I)),
    ("journal", re.compile(r"\b(?:journals?|articles?|zeitschriften)\b|期刊", re.I)),
    ("conference", re.compile(r"\b(?:conferences?|proceedings)\b|会议", re.I)),
)


class Meaning(NamedTuple):
    """What a heading says of the entries below it; places are of its visible text."""

    year: int | None = None
    year_place: tuple[int, int] | None = None
    venue_place: tuple[int, int] | None = None
    type: str | None = None
    status: str | None = None
    is_other: bool = False
    is_works: bool = False


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
        year, place = 2000 + int(short[1]), short.span(1)
    works = bool(_WORKS.search(text))
    kind = next((name for name, pattern in _TYPES if pattern.search(text)), None)
    several = sum(bool(pattern.search(text)) for _, pattern in _TYPES) > 1
    status = next((status.status for status in _statuses() if re.search(status.words, text, re.I)), None)
    return Meaning(year, place, _venue(text, place), None if several else kind, status, bool(_OTHER.search(text)) and not works, works)


def _venue(text: str, year: tuple[int, int] | None) -> tuple[int, int] | None:
    """A heading that names a venue: a known acronym, alone or before a year ("NeurIPS 2018", "ASPLOS'24")."""
    end = year[0] if year else len(text)
    stretch = trim(text, 0, end, " \t\n,:'’‘()[]-–@")
    return stretch if stretch and text[stretch[0] : stretch[1]] in acronyms() else None


def _statuses() -> tuple[markers.Status, ...]:
    return collect(markers, markers.Status)


def is_elsewhere(section: tuple[Heading, ...], ignored: frozenset[str]) -> bool:
    """Whether the nearest telling heading says that what is below it are no publications."""
    if any(heading.text.casefold() in ignored for heading in section):
        return True
    for heading in reversed(section):
        meaning = meaning_of(heading)
        if meaning.is_works:
            return False
        if meaning.is_other:
            return True
    return False
