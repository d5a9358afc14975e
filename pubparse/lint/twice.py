"""A page in, the pairs of its entries that are one work out; none where rapidfuzz is not installed."""

import re
from functools import lru_cache

from pubparse.bibliography.duplicates import Duplicate, duplicates
from pubparse.lint.view import View
from pubparse.problems import UsageError
from pubparse.text.span import Span

_CHOICE = re.compile(
    r"select|highlight|featur|recent|represent|key|major|main|top|best|spotlight|news|award|important|notable|代表|精选",
    re.I,
)


def pairs(view: View) -> tuple[Duplicate, ...]:
    """Give pairs of entries, but for those of which one stands in a choice of works, such as `Selected papers`."""
    return tuple(pair for pair in _pairs(view) if not _is_chosen(pair))


@lru_cache(maxsize=4)
def _pairs(view: View) -> tuple[Duplicate, ...]:
    try:
        return duplicates(view.page)
    except UsageError:
        return ()


def _is_chosen(pair: Duplicate) -> bool:
    headings = (*pair.first.publication.section, *pair.second.publication.section)
    return pair.first.publication.section != pair.second.publication.section and any(map(_CHOICE.search, headings))


def same_section(pair: Duplicate) -> bool:
    """Tell whether both stand in one list; lists by subject may name a work twice."""
    return pair.first.publication.section == pair.second.publication.section


def place(view: View, pair: Duplicate) -> Span:
    """Where the later of the two stands."""
    work = pair.second.publication
    return next(entry.head for entry in view.entries if entry.work is work)
