"""Blocks in, the runs of one entry out: without what is hidden in folds and code, and without prose under its start."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pubparse.layouts.lines import Runs, text_of
from pubparse.layouts.looks import Look
from pubparse.layouts.telling import ABSTRACT
from pubparse.layouts.wrapping import unwrapped
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import ANY_BREAK, HARD_BREAK, Run, lines_of
from pubparse.text.span import Span

_FOLD_LABELS: Final = re.compile(rf"\W*(?:\w+\W*)?(?:{ABSTRACT}|bib ?tex|bib|cite|citation)\b.{{0,20}}", re.I)


def joined(blocks: Iterable[Block]) -> Runs:
    """Join the runs of several blocks to those of one entry, a line break between each two."""
    runs: list[Run] = []
    for leaf in visible_leaves(blocks):
        shown = unwrapped(tuple(broken(leaf.runs)))
        _, end = next(lines_of(shown, HARD_BREAK))
        if runs and Look(shown[:end]).prose:
            continue
        if runs:
            runs.append(break_between(runs, leaf.runs))
        runs += _listed(shown)
    return tuple(runs)


def _listed(runs: Runs) -> Iterable[Run]:
    """Leave out lines after the first that are prose, as a summary behind a line break is."""
    first, *others = lines_of(runs, HARD_BREAK)
    kept = list(runs[: first[1]])
    for start, end in others:
        if not Look(runs[start:end]).prose:
            kept += runs[start - 1 : end]
    return kept


def break_between(before: Sequence[Run], after: Sequence[Run]) -> Run:
    """Make the line break between two blocks."""
    end = before[-1].span.end
    return Run("\n", Span(end, max(end, after[0].span.start)), HARD_BREAK, None)


def visible_leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give the leaf blocks that hold text, in page order, but no code, and of a fold only what it always shows."""
    stack = list(blocks)[::-1]
    while stack:
        top = stack.pop()
        if top.kind == "html":
            stack += [child for child in top.children[:1] if child.marker == "summary" and not names_fold(child)]
        elif top.children:
            stack += reversed(top.children)
        elif top.kind != "code" and top.runs:
            yield top


def holds_list(fold: Block) -> bool:
    """Whether a fold holds more than an abstract: a list, or headings."""
    stack = list(fold.children)
    while stack:
        block = stack.pop()
        if block.kind == "heading" or (block.kind in ("list", "table") and len(block.children) > 1):
            return True
        stack += block.children
    return False


def names_fold(summary: Block) -> bool:
    """Tell whether what a fold shows is but what is in it: "Abstract", "BibTeX"."""
    return bool(_FOLD_LABELS.fullmatch(text_of(summary.runs)))


def broken(runs: Sequence[Run]) -> Iterable[Run]:
    r"""Make a line break of `\\` at a line's end, as kramdown does."""
    return _broken(runs) if "\\" in [run.text for run in runs] else runs


def _broken(runs: Sequence[Run]) -> Iterator[Run]:
    skip = False
    for place, run in enumerate(runs):
        if skip:
            skip = False
            continue
        if run.text == "\\" and (place + 1 == len(runs) or runs[place + 1].styles & ANY_BREAK):
            if place + 1 < len(runs):
                yield Run("\n", Span(run.span.start, runs[place + 1].span.end), HARD_BREAK, None)
            skip = True
        else:
            yield run
