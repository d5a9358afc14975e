"""What a page prints in, what formats ask for out: the ends of a range of pages, a date, an address of the web."""

import re

from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author

_TO = re.compile(r"(?<=[\w.:])\s*+[-–—−‐‑]++\s*+(?=[\w.:])")
_APART = re.compile(r"[\s,;]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_OF_THE_WEB = frozenset({"http:", "https:", "ftp:"})
_WEB = re.compile(r"(?:https?|ftp)://[^\s<>\"{}|\\^`\x00-\x1f]+", re.I)


def page_ends(pages: str) -> tuple[str, str]:
    """The first and the last page as printed: `3`, `9` of `3–9`; all of what is no range is the first, the last ``."""
    ends = parts_of_range(pages)
    return (ends[0], ends[1]) if len(ends) == 2 and not any(map(_APART.search, ends)) else (pages, "")


def parts_of_range(pages: str) -> list[str]:
    """What stands around the dashes that mean "to": `3`, `9, 12`, `15` of `3–9, 12–15`."""
    return _TO.split(pages)


def date_of(work: Work) -> str:
    """Take the date, as exact as it is told: `2023`, `2023-09`, `2023-09-14`; empty where there is none."""
    date = work.text("date") or work.text("year")
    if date.startswith(str(work.publication.year)):
        work.take("year")
    return date


def is_web(address: str | None) -> bool:
    """Tell an address that leads somewhere from any page, and runs nothing, from others."""
    return bool(address and _WEB.fullmatch(one_line(address)))


def leads_somewhere(address: str | None) -> bool:
    """Tell an address of the web or a path on the same site from what runs something: `javascript:`."""
    scheme = _SCHEME.match(one_line(address or ""))
    return bool(address) and (scheme is None or scheme[0].lower() in _OF_THE_WEB)


def family_of(person: Author) -> str:
    """The family name with its particle: `van der Maaten`."""
    return one_line(f"{person.particle or ''} {person.family or ''}")
