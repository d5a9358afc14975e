"""A venue as bibliographies tell it and a page in, the venue as the page would say it out: `CVPR`, not where that was.

> 2016 IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2016, Las Vegas, NV, USA, June 27-30, 2016
"""

import re
from collections import Counter

from pubparse.bibliography.venues import same_venue
from pubparse.house_style.months import month_in
from pubparse.house_style.ranking import sort_of
from pubparse.model.page import Page
from pubparse.model.publication import Publication

_MEETING = re.compile(r"([A-Z][\w&/+-]*(?: [A-Z][\w&/+-]*)?)(?: |[ -]?['’])((?:19|20)?\d\d)")
_DIGIT = re.compile(r"\d")
_OFTEN = 2
_PART = re.compile(r"Proceedings\b|(?:Part|Volume|Vol\.) [IVX\d]+\b")
_ANNUAL = re.compile(r"(?: (\d+))?: (?:\d+\w\w )?Annual Conference\b.*")
"""What a yearbook says of the meeting that it is of: `… Systems 30: Annual Conference on …`."""


def as_spelled_here(page: Page, record: Publication) -> Publication:
    """A record with its venue in the page's words, where the page has it or says the like shorter."""
    if record.venue is None or any(one.venue and one.venue.name == record.venue.name for one in page.publications):
        return record
    record = _without_meeting(page, record)
    venue = record.venue
    if venue is None:
        return record
    same = Counter(
        one.venue.name
        for one in page.publications
        if one.venue
        and sort_of(one) == sort_of(record)
        and one.venue.track == venue.track
        and not _DIGIT.search(one.venue.name)
        and same_venue(one.venue, venue)
    )
    usual, times = same.most_common(1)[0] if same and not venue.acronym else (venue.name, 0)
    return _named(record, usual) if times >= _OFTEN else record


def _without_meeting(page: Page, record: Publication) -> Publication:
    """A record whose venue does not say when and where it met: that is the year and place of the record."""
    if record.venue is None:
        return record
    year = str(record.year or "")
    name, *parts = record.venue.name.split(", ")
    at = next((at for at, part in enumerate(parts) if _is_of_meeting(part, year)), None)
    if at is None:
        whole = [name, *(part for part in parts if not _PART.match(part))]
        return _named(record, _without_year(", ".join(whole), year))
    meeting = _MEETING.fullmatch(parts[at])
    name = _without_year(", ".join((name, *parts[:at])), year)
    if annual := _ANNUAL.search(name):
        record = record.model_copy(update={"volume": record.volume or annual[1]})
        name = name[: annual.start()]
    there = [part for part in parts[at:] if not (_is_of_meeting(part, year) or part == year or _PART.match(part))]
    record = record.model_copy(update={"place": record.place or ", ".join(there) or None})
    return _named(record, _with_acronym(page, record, name, meeting[1]) if meeting else name)


def _is_of_meeting(part: str, year: str) -> bool:
    """Whether it says which meeting it was, or when: `CVPR 2016`, `June 27-30`."""
    meeting = _MEETING.fullmatch(part)
    return bool((meeting and meeting[2] in (year, year[2:])) or (_DIGIT.search(part) and month_in(part)))


def _without_year(name: str, year: str) -> str:
    """A name without the year that it begins or ends with."""
    return name.removeprefix(f"{year} ").removesuffix(f" {year}") if year else name


def _with_acronym(page: Page, record: Publication, name: str, acronym: str) -> str:
    """The name, the acronym or both, as the page has most venues of the sort."""
    names = (one.venue.name for one in page.publications if one.venue and sort_of(one) == sort_of(record))
    forms = Counter("both" if "(" in one else "full" if " " in one else "short" for one in names)
    both = name if f"({acronym})" in name else f"{name} ({acronym})"
    return {"short": acronym, "full": name}.get(max(forms, key=lambda form: forms[form], default=""), both)


def _named(record: Publication, name: str) -> Publication:
    if record.venue is None or name == record.venue.name:
        return record
    return record.model_copy(update={"venue": record.venue.model_copy(update={"name": name})})
