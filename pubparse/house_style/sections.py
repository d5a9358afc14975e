"""A page in, its shelves of sections out: the entries under one heading, and the year that the heading tells."""

import re
from itertools import groupby
from typing import NamedTuple

from pubparse.model.page import Page
from pubparse.model.publication import Publication

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_ALONE = re.compile(r"[^\w–—-]*(?:19|20)\d\d[^\w–—-]*")


class Section(NamedTuple):
    """The entries under one heading, with their numbers on the page."""

    entries: tuple[tuple[int, Publication], ...]
    year: int | None
    """The year that a heading tells of all of them, whether they print it as well or not."""
    shelf: tuple[str, ...]
    """The headings above them but for that of the year."""


def shelves_of(page: Page) -> list[list[Section]]:
    """List the sections of a page, those together that differ in nothing but the year that their headings tell."""
    shelves: dict[tuple[tuple[str, ...], bool], list[Section]] = {}
    for headings, some in groupby(enumerate(page.publications), key=lambda one: one[1].section):
        section = _section(headings, tuple(some))
        shelves.setdefault((section.shelf, section.year is None), []).append(section)
    return list(shelves.values())


def _section(headings: tuple[str, ...], entries: tuple[tuple[int, Publication], ...]) -> Section:
    some = [one for _, one in entries]
    read = {str(one.year) for one in some if one.year_from == "heading"}
    for at in reversed(range(len(headings))):
        heading, is_nearest = headings[at], at == len(headings) - 1
        for year in _YEAR.findall(heading):
            # `Papers of 2016` is said of all below it, `Since 2016` is not.
            is_of_all = is_nearest and {str(one.year) for one in some} == {year}
            if read == {year} or is_of_all or _YEAR_ALONE.fullmatch(heading):
                return Section(entries, int(year), headings[:at] + headings[at + 1 :])
    return Section(entries, None, headings)
