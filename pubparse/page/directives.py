"""The comments of a page in, what they tell pubparse out.

<!-- pubparse: owner=Ada Lovelace; legend=‡:equal; ignore-section=Talks -->
"""

import re

from pubparse.page.legend import roles
from pubparse.page.told import Told
from pubparse.problems import Problem
from pubparse.text.source import Source
from pubparse.text.span import Span

_DIRECTIVE = re.compile(r"<!--\s*pubparse:(.*?)-->", re.S)


def read_directives(source: Source, hidden: tuple[Span, ...], told: Told) -> tuple[Told, tuple[Problem, ...]]:
    """What the caller told, and what the page tells besides; the caller wins. Settings are split by semicolons."""
    owner, owner_by = told.owner, told.owner_by
    legend, ignored = dict[str, str](), set(told.ignore_sections)
    problems = []
    for span in hidden:
        match = _DIRECTIVE.fullmatch(source.text, span.start, span.end)
        for setting in match[1].split(";") if match else ():
            name, _, value = (part.strip() for part in setting.partition("="))
            if name == "owner" and value:
                owner, owner_by = (owner, owner_by) if owner else (value, "directive")
            elif name == "legend" and (pair := _meaning(value)):
                legend |= [pair]
            elif name == "ignore-section" and value:
                ignored.add(value.casefold())
            elif name and not name.startswith("ignore "):
                problems.append(Problem("unknown-directive", span, setting.strip()))
    merged = tuple((legend | dict(told.legend)).items())
    return Told(owner, merged, frozenset(ignored), owner_by), tuple(problems)


def _meaning(value: str) -> tuple[str, str] | None:
    glyph, _, role = (part.strip() for part in value.rpartition(":"))
    return (glyph, role) if glyph and role in roles() else None
