"""Runs in, what they say, where they stand, and the same without what only numbers an entry out."""

import re
from collections.abc import Iterable
from typing import Final

from pubparse.markdown.runs import IMAGE, Run
from pubparse.text.span import Span, hull

Runs = tuple[Run, ...]

# What numbers or marks an entry: •  [12]  [J62]  [Tech1]  [TACAS-16]  [x]  (3)  8.  8)  1、  C12.  B-3:
# But no year, and not the 3 of 3.5.
LABEL: Final = re.compile(
    r"\s*(?:[•●○◦▪■□◆◇►▶▸‣⁃➢➤](?=\s)|\[[ xX]\]"
    r"|[\[［【](?:[A-Z]{1,4}[-.]?|[A-Z]{5,8}-|[A-Z][a-z]{1,5}[-.]?)?\d{1,3}[a-z]?[\]］】]|[(（][A-Z]{0,3}-?\d{1,3}[)）]"
    r"|[A-Z]{1,2}-?\d{1,3}[.:)](?=\s)|\d{1,3}\s?(?:[)．）、]|\.(?![\d.])))[\s.:]*"
)


def text_of(runs: Iterable[Run]) -> str:
    """Give what a reader sees, without pictures."""
    return "".join([run.text for run in runs if not run.styles & IMAGE])


def unlabelled(runs: Runs) -> Runs:
    """Leave out what only numbers an entry, unless it leads somewhere."""
    label = LABEL.match("".join([run.text for run in runs[:8]]))
    return dropped(runs, label.end()) if label else runs


def dropped(runs: Runs, length: int) -> Runs:
    """Leave out the first `length` characters, unless a link or a picture is among them."""
    for place, run in enumerate(runs):
        if not length:
            return runs[place:]
        if run.link or run.styles & IMAGE:
            return runs
        if length < len(run.text):
            at = run.span.start + length if run.is_verbatim else run.span.start
            return (run._replace(text=run.text[length:], span=Span(at, run.span.end)), *runs[place + 1 :])
        length -= len(run.text)
    return ()


def extent(runs: Iterable[Run]) -> Span:
    """Where runs stand in the source, from the first to the last."""
    return hull(run.span for run in runs)
