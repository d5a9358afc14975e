"""A page of which no publication was read in, the problem that what it holds is a bibliography for programs out."""

import re
from collections.abc import Sequence

from pubparse.page.draft import Draft
from pubparse.problems import Problem
from pubparse.text.source import Source
from pubparse.text.span import Span

_BIBTEX = re.compile(r"^[ \t]*@(?:article|book|in\w+|misc|\w*thesis|techreport|unpublished)[ \t]*\{", re.I | re.M)


def told_of_bibliography(source: Source, blind: Sequence[Draft]) -> tuple[Problem, ...]:
    """The problem, at the first entry in BibTeX: that is hidden text on a page with publications, or all there is."""
    found = None if blind else _BIBTEX.search(source.text)
    return (Problem("bibtex", Span(*found.span())),) if found else ()
