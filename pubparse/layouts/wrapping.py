"""Runs of a block in, the same out, with a line break where the source ends a line of names and no reader sees it.

Markdown joins `Ashish Vaswani, Noam Shazeer⏎Proceedings of …` to one line, and whoever wrote it meant two. What an
editor has wrapped looks otherwise: the next line goes on with names.
"""

from itertools import pairwise
from typing import Final

from pubparse.layouts import people
from pubparse.layouts.lines import Runs, text_of
from pubparse.markdown.runs import ANY_BREAK, SOFT_BREAK, lines_of

_TITLE_WORDS: Final = 3  # a line above names that has as many is no end of something else


def unwrapped(runs: Runs) -> Runs:
    """Break before and behind a line that is but full names, where another line follows that names no one."""
    if not any(run.styles & SOFT_BREAK for run in runs):
        return runs
    broken = list(runs)
    lines = [(end, text_of(runs[start:end])) for start, end in lines_of(runs)]
    named = [people.is_list_of_full_names(text) for _, text in lines]
    for place, ((end, text), (_, following)) in enumerate(pairwise(lines)):
        ends_names = named[place] and not people.goes_on_with_names(following)
        starts_names = named[place + 1] and _is_title(text)
        if runs[end].styles & SOFT_BREAK and (ends_names or starts_names):
            broken[end] = runs[end]._replace(text="\n", styles=runs[end].styles ^ ANY_BREAK)
    return tuple(broken)


def _is_title(text: str) -> bool:
    """Whether a line may be a title that ends there."""
    words = text.split()
    may_end = len(words) >= _TITLE_WORDS and words[-1][0].isupper() and words[-1][-1] not in ",;:&"
    return may_end and not people.names_people(text)
