"""A page and a record in, where the record belongs out: between which entries, under which heading."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pubparse.house_style.learn import PROSE
from pubparse.house_style.sections import Section, shelves_of
from pubparse.house_style.slots import NUMBER
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}[ \t]|[^\n]+\n(?:=+|-+)[ \t]*$|<h[1-6]\b)", re.M)


class Gap(NamedTuple):
    """Where an entry goes: how many are before it, one that it stands beside, and what is put before and behind it."""

    at: int
    neighbour: Publication
    before: str
    span: Span
    behind: str
    year: int | None = None
    """The year that the heading tells, where entries leave it to their heading."""

    is_section: bool = False
    """Whether it is a section of its own, the heading of which is put in with it."""

    def edit(self, text: str) -> Edit:
        """The edit that puts an entry here."""
        return Edit(self.span, self.before + text + self.behind)


def place_of(page: Page, record: Publication) -> Gap:
    """Find where a record belongs: in the section of its kind or year, among entries of its year.

    Under headings that are years, one of the year of the record is put in where there is none.
    """
    shelf = max(shelves_of(page), key=lambda some: _share(some, record))
    section = next((one for one in shelf if one.year == record.year), shelf[0])
    if record.year and section.year and section.year != record.year:
        return _under_new_heading(page, shelf, record.year)
    years = [one.year for _, one in section.entries]
    year = record.year or max((one for one in years if one), default=0)
    at, first = _by_year(years, year), section.entries[0][0]
    return place_at(page, first + at, joins_before=at > 0)


def _by_year(years: Sequence[int | None], year: int) -> int:
    """Where a year goes among others, which rise or fall; the newest of its year comes first, or last."""
    known = [one for one in years if one]
    if falls(known) or not falls(known[::-1]):
        return next((at for at, one in enumerate(years) if (one or 0) <= year), len(years))
    return next((at for at in range(len(years), 0, -1) if (years[at - 1] or 0) <= year), 0)


def falls(numbers: Sequence[int]) -> bool:
    """Whether each is less than the one before, more often than not."""
    return sum((one > other) - (one < other) for one, other in pairwise(numbers)) > 0


def _under_new_heading(page: Page, shelf: Sequence[Section], year: int) -> Gap:
    """A place under a heading like that of the section that it comes before, or behind."""
    text = page.source.text
    at = _by_year([one.year for one in shelf], year)
    section = shelf[min(at, len(shelf) - 1)]
    number, near = section.entries[0]
    start = text.rfind("\n", 0, text.rfind(str(section.year), 0, near.span.start)) + 1
    heading = text[start : near.span.start].replace(str(section.year), str(year), 1)
    gap = _newline(page) * 2
    told = year if near.year_from == "heading" else None
    if at < len(shelf):
        return Gap(number, near, heading, Span(start, start), gap, told, True)
    number, last = section.entries[-1]
    return Gap(number + 1, last, f"{gap}{heading}", Span(last.span.end, last.span.end), "", told, True)


def place_at(page: Page, at: int, *, joins_before: bool) -> Gap:
    """A place before the entry `at`, as one that follows the entry before it, or that leads the one behind."""
    some = page.publications
    near = some[at - 1] if joins_before else some[at]
    if _is_followed_by_words(page, near):
        return _behind_words(page, at, near)
    gap = _gap_nearby(page, near, at) or _usual_gap(page, near)
    headed = near.year if near.year_from == "heading" else None
    if joins_before:
        return Gap(at, near, gap, Span(near.span.end, near.span.end), "", headed)
    return Gap(at, near, "", Span(near.span.start, near.span.start), gap, headed)


def _is_followed_by_words(page: Page, near: Publication) -> bool:
    """Whether entries of a section have paragraphs behind them that tell of each."""
    gaps = [gap for one, _, gap in _gaps(page) if one.section == near.section]
    return 2 * sum(bool(PROSE.search(gap)) for gap in gaps) > len(gaps)


def _behind_words(page: Page, at: int, near: Publication) -> Gap:
    """A place behind what tells of the entry before: right before the next, or where the section ends."""
    some, text = page.publications, page.source.text
    headed = near.year if near.year_from == "heading" else None
    blank = _newline(page) * 2
    if at < len(some) and some[at].section == near.section:
        return Gap(at, some[at], "", Span(some[at].span.start, some[at].span.start), blank, headed)
    heading = _HEADING.search(text, near.span.end, some[at].span.start if at < len(some) else len(text))
    end = heading.start() if heading else len(text)
    end = near.span.end + len(text[near.span.end : end].rstrip())
    return Gap(at, near, blank, Span(end, end), "", headed)


def _gaps(page: Page) -> Iterator[tuple[Publication, Publication, str]]:
    """Entries of a section side by side, and what is between them."""
    for one, other in pairwise(page.publications):
        if one.section == other.section:
            yield one, other, page.source.text[one.span.end : other.span.start]


def _share(shelf: Sequence[Section], record: Publication) -> tuple[float, bool, int]:
    """How well a record fits in a shelf: by the kind of its entries, their years."""
    some = [one for section in shelf for _, one in section.entries]
    kinds = sum((one.type == record.type) + (one.status == record.status) for one in some) / (2 * len(some) + 1)
    years = [one.year for one in some if one.year]
    within = bool(record.year and years and min(years) <= record.year <= max(years))
    return round(kinds, 1), within, len(some)


def _gap_nearby(page: Page, near: Publication, at: int) -> str | None:
    """What is between the entries that a new one comes between, if it is between one of them and the next as well."""
    text, some = page.source.text, page.publications
    pairs = pairwise(some[max(0, at - 2) : at + 2])
    gaps = [
        text[one.span.end : other.span.start] for one, other in pairs if {one.section, other.section} == {near.section}
    ]
    own = text[some[at - 1].span.end : some[at].span.start] if 0 < at < len(some) else None
    return own if own in gaps and gaps.count(own) > 1 else None


def _usual_gap(page: Page, near: Publication) -> str:
    """What most entries of a section have between them; of the page, where the section has one alone."""
    for same_section in (True, False):
        gaps = Counter(gap for one, _, gap in _gaps(page) if not same_section or one.section == near.section)
        if gaps:
            return max(gaps, key=lambda gap: (gaps[gap], not gap.strip()))
    return _newline(page) * (1 if NUMBER.match(near.raw) or near.raw[:1] in "*+-" else 2)


def _newline(page: Page) -> str:
    """What ends most lines of a page."""
    return page.source.newline if page.source.newline in ("\r\n", "\r") else "\n"
