"""The comments of a page in, what they tell pubparse out.

<!-- pubparse: owner=Ada Lovelace; legend=‡:equal; ignore-section=Talks -->
"""

import re

from pubparse.page.decide import Told
from pubparse.problems import Problem
from pubparse.text.source import Source
from pubparse.text.span import Span

_DIRECTIVE = re.compile(r"<!--\s*pubparse:(.*?)-->", re.S)


def read_directives(source: Source, hidden: tuple[Span, ...], told: Told) -> tuple[Told, tuple[Problem, ...]]:
    """What the caller told, and what the page tells besides; the caller wins. Settings are split by semicolons."""
    owner, legend, ignored = told.owner, dict[str, str](), set(told.ignore_sections)
    problems = []
    for span in hidden:
        match = _DIRECTIVE.fullmatch(source.text, span.start, span.end)
        for setting in match[1].split(";") if match else ():
            name, _, value = (part.strip() for part in setting.partition("="))
            if name == "owner" and value:
                owner = owner or value
            elif name == "legend" and ":" in value:
                glyph, _, role = value.rpartition(":")
                legend[glyph.strip()] = role.strip()
            elif name == "ignore-section" and value:
                ignored.add(value.casefold())
            elif name and not name.startswith("ignore "):
                problems.append(Problem("unknown-directive", span, name))
    return Told(owner, tuple((legend | dict(told.legend)).items()), frozenset(ignored)), tuple(problems)
