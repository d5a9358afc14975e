"""A lenient second look at bold: the runs of a block in, the same with `**` that CommonMark left open paired, out.

One page in twelve marks its owner by `** Name**`, `**王：**李` or `**` beside an invisible space, none of which is
bold by CommonMark's rules.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pubparse.markdown.runs import BOLD, CODE, Run, lines_of
from pubparse.text.scripts import has_ideographs
from pubparse.text.span import Span

_DELIMITER: Final = re.compile(r"(?<!\*)\*\*(?!\*)")
_WORD: Final = re.compile(r"\w")
_ENDS_SOMETHING: Final = frozenset(",.;:!?)]")


class _Delimiter(NamedTuple):
    run: int
    at: int  # in the text of that run
    before: str  # the characters beside it; none at the ends of a line, and where something invisible stands
    after: str


def pair_bold(runs: Sequence[Run]) -> Sequence[Run]:
    """Make bold what stands between two literal `**`, in lines where all of these pair."""
    for run in runs:
        if "**" in run.text:
            break
    else:
        return runs
    found = [delimiter for line in lines_of(runs) for delimiter in _pairing(runs, list(_delimiters(runs, *line)))]
    return list(_emboldened(runs, found)) if found else runs


def _delimiters(runs: Sequence[Run], first: int, last: int) -> Iterator[_Delimiter]:
    for index in range(first, last):
        run = runs[index]
        if "**" not in run.text or run.styles & CODE or not run.is_verbatim:
            continue
        touches_last = index > first and runs[index - 1].span.end == run.span.start
        touches_next = index + 1 < last and runs[index + 1].span.start == run.span.end
        before = runs[index - 1].text[-1:] if touches_last else ""
        after = runs[index + 1].text[:1] if touches_next else ""
        for found in _DELIMITER.finditer(run.text):
            start, end = found.span()
            yield _Delimiter(index, start, run.text[start - 1 : start] or before, run.text[end : end + 1] or after)


def _pairing(runs: Sequence[Run], delimiters: list[_Delimiter]) -> list[_Delimiter]:
    """Return the delimiters of a line if all of them pair; `A**, B**` marks two names, and makes nothing bold."""
    if len(delimiters) % 2:
        return []
    for opening, closing in zip(delimiters[::2], delimiters[1::2], strict=True):
        if _is_of_word(opening.before) or opening.after in _ENDS_SOMETHING or _is_of_word(closing.after):
            return []
        inside = runs[opening.run : closing.run + 1]
        if inside[0].link is not inside[-1].link or any(run.styles & BOLD for run in inside):
            return []
    return delimiters


def _is_of_word(sign: str) -> bool:
    """Whether a word goes on there; scripts without spaces tell nothing of that."""
    return bool(_WORD.match(sign)) and not has_ideographs(sign)


def _emboldened(runs: Sequence[Run], delimiters: Sequence[_Delimiter]) -> Iterator[Run]:
    """Cut the runs at the delimiters, and embolden every other stretch."""
    bold, done = 0, 0
    for index, run in enumerate(runs):
        start = 0
        while done < len(delimiters) and delimiters[done].run == index:
            yield from _cut(run, start, delimiters[done].at, bold)
            start = delimiters[done].at + len("**")
            bold ^= BOLD
            done += 1
        yield from _cut(run, start, len(run.text), bold) if start else (run._replace(styles=run.styles | bold),)


def _cut(run: Run, start: int, end: int, bold: int) -> Iterator[Run]:
    if start < end:
        at = run.span.start
        yield Run(run.text[start:end], Span(at + start, at + end), run.styles | bold, run.link)
