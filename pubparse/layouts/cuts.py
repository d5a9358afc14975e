"""The runs of one paragraph in, those of each entry in it out: mostly one, but some paragraphs are whole lists."""

import re
from itertools import pairwise
from typing import Final

from pubparse.layouts.lines import LABEL, Runs, text_of
from pubparse.layouts.looks import Look
from pubparse.markdown.runs import ANY_BREAK, HARD_BREAK, lines_of

_NUMBER: Final = re.compile(r"\d+")
_TYPE_LETTER: Final = re.compile(r"\w\s?\[[A-Z]{1,2}(?:/OL)?\]")
_YEAR: Final = re.compile(r"\s*[(\[]?(?:19|20)\d\d[)\].:,]*\s")
_FEW: Final = 4  # runs, in which a year stands
_SHARE: Final = 0.7  # of the lines, where each is an entry


def cut(runs: Runs) -> list[Runs]:
    """Cut where lines begin with numbers that count on or years, at empty lines, or at each line that is an entry."""
    if not any(run.styles & ANY_BREAK for run in runs):
        return [runs]
    starts = _numbered(runs) or _lettered(runs) or _dated(runs) or _apart(runs) or _each(runs) or [0]
    starts[0] = 0
    return [_trimmed(runs[start:end]) for start, end in pairwise([*starts, len(runs)])]


def _numbered(runs: Runs) -> list[int]:
    """Lines that begin with numbers that count on; if most do, also others that look like entries."""
    numbers: dict[int, int] = {}
    others: list[int] = []
    for start, end in lines_of(runs):
        label = LABEL.match(text_of(runs[start : min(end, start + 8)]))
        if label:
            number = _NUMBER.search(label[0])
            numbers[start] = int(number[0]) if number else 0
        elif Look(runs[start:end]).is_whole:
            others.append(start)
    steps = [after - before for before, after in pairwise(numbers.values())]
    if not steps or sum(abs(step) <= 1 for step in steps) < _SHARE * len(steps):
        return []
    return sorted([*numbers, *others]) if len(others) < (1 - _SHARE) * len(numbers) else list(numbers)


def _lettered(runs: Runs) -> list[int]:
    """Lines with a type letter each, as GB/T 7714 has them: `题目[J]. …`."""
    if not any("[" in run.text for run in runs):
        return []
    lines = list(lines_of(runs))
    letters = [len(_TYPE_LETTER.findall(text_of(runs[start:end]))) for start, end in lines]
    return [start for start, _ in lines] if len(lines) > 1 and set(letters) == {1} else []


def _dated(runs: Runs) -> list[int]:
    """Lines that all begin with a year: `(2013) Title …`."""
    starts = [start for start, end in lines_of(runs, HARD_BREAK) if text_of(runs[start:end]).strip()]
    begins = [_YEAR.match(text_of(runs[start : start + _FEW])) for start in starts]
    return starts if len(starts) > 1 and all(begins) else []


def _apart(runs: Runs) -> list[int]:
    """Empty lines between stretches that look like entries."""
    starts = [0]
    for (before, end), (start, _) in pairwise(lines_of(runs, HARD_BREAK)):
        if not text_of(runs[before:end]).strip() and before > 0 and start < len(runs):
            starts.append(start)
    whole = [Look(runs[start:end]).is_whole for start, end in pairwise([*starts, len(runs)])]
    return starts if len(starts) > 1 and sum(whole) >= _SHARE * len(whole) else []


def _each(runs: Runs) -> list[int]:
    """Lines that look like entries, if most do."""
    lines = [(start, end) for start, end in lines_of(runs, HARD_BREAK) if text_of(runs[start:end]).strip()]
    looks = [Look(runs[start:end]) for start, end in lines]
    whole = [start for (start, _), look in zip(lines, looks, strict=True) if look.is_whole]
    told = sum(not look.links for look in looks)
    return whole if len(whole) > 1 and len(whole) >= _SHARE * told else []


def _trimmed(runs: Runs) -> Runs:
    start, end = 0, len(runs)
    while end > start and not runs[end - 1].text.strip() and not runs[end - 1].link:
        end -= 1
    while start < end and not runs[start].text.strip() and not runs[start].link:
        start += 1
    return runs[start:end]
