"""Elements of HTML in, what their classes say out: which stretches are a field, which are one entry, a card.

`<p class="pub-title">` is a title wherever the page has the like of authors or venues beside it. A card is what holds
one title, or an element that calls itself one: `<div class="paper-box">`.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pubparse.layouts.entries import Hint
from pubparse.layouts.lines import Runs
from pubparse.lexicons.load import words
from pubparse.markdown.elements import BOUNDS
from pubparse.markdown.naming import Element
from pubparse.markdown.runs import ANY_BREAK, HARD_BREAK, Run
from pubparse.markdown.writer import INLINE_ELEMENTS
from pubparse.text.span import Span

_WORK: Final = r"pub|publication|paper|article|preprint|bib|citation|reference|thesis"
_FIELDS: Final = {word: field for word, field in words("fields").items() if field in ("title", "authors", "venue")}
# pub-title  publication__authors  papertitle  author-list  venue-badge; but no talk-title, page-title
_NAME: Final = re.compile(
    rf"(?:(?:{_WORK}|entry|item|work|ref|csl|card)s?[-_]*)*({'|'.join(filter(str.isascii, _FIELDS))})"
    r"(?:[-_]*(?:badge|chip|info|line|link|list|name|row|tag|text))?",
    re.IGNORECASE,
)
_OF_WORK: Final = re.compile(rf"(?:{_WORK})s?[-_]+.+", re.IGNORECASE)
_ASIDE: Final = re.compile(
    rf"(?:(?:{_WORK})s?[-_]*)*(?:abstract|tldr|desc|description|summary)(?:[-_]*(?:btn|button|content|text|toggle))?",
    re.IGNORECASE,
)
_CARD: Final = re.compile(
    r"(?:pub|publication|paper|preprint|thesis)(?:[-_]*(?:block|box|card|container|entry|item|row|wrapper))?",
    re.IGNORECASE,
)
_ENTRIES: Final = BOUNDS | {"a"}
_MOST_PARTS: Final = 8  # fields in one element
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _Named(NamedTuple):
    """An element that is a field: where it stands with its tags and without, and the field."""

    span: Span
    inner: Span
    field: str


class Names(NamedTuple):
    """What the classes of a page say: `fields` in page order, `cards`, and what is `aside`, as abstracts are."""

    fields: tuple[Hint, ...] = ()
    cards: tuple[Span, ...] = ()
    aside: tuple[Span, ...] = ()

    def within(self, span: Span) -> tuple[Hint, ...]:
        """Give the fields in a stretch."""
        first = bisect_left(self.fields, span.start, key=lambda hint: hint.span.start)
        last = bisect_left(self.fields, span.end, key=lambda hint: hint.span.start)
        return self.fields[first:last]

    def is_aside(self, span: Span) -> bool:
        """Whether a stretch is in an abstract."""
        before = bisect_right(self.aside, span.start, key=lambda aside: aside.start)
        return before > 0 and span.end <= self.aside[before - 1].end


def names_of(elements: Sequence[Element]) -> Names:
    """Read the classes of a page; a title alone, with nothing that belongs to one, may be that of anything."""
    classed = [one for one in elements if one.classes]
    named = list(_outermost(sorted(_Named(one.span, one.inner, _field_of(one)) for one in classed)))
    titles = _Places(one.span for one in named if one.field == "title")
    # `<div class="pub journal">` says what it holds, and is no journal.
    named = [one for one in named if one.field == "title" or not titles.among(one.inner)]
    partners = _Places(one.span for one in named if one.field != "title")
    called = [one.span for one in classed if _is_called(one.classes, _CARD)]
    aside = [one for one in classed if _is_called(one.classes, _ASIDE)]
    headings = _Places(one.span for one in elements if one.tag in _HEADINGS and not titles.touch(one.span))
    cards = _Places(_around_titles(elements, titles, partners, headings))
    others = (span for span in _called(called, titles) if not cards.touch(span))
    is_of_works = bool(titles.spans and (partners.spans or called)) or any(
        _field_of(one) and _is_called(one.classes, _OF_WORK) for one in classed
    )
    labels = (Hint("note", one.inner) for one in aside if one.tag in INLINE_ELEMENTS)
    return Names(
        tuple(sorted([*(_parted(named) if is_of_works else ()), *labels], key=lambda hint: hint.span)),
        tuple(sorted([*cards.spans, *others])),
        tuple(sorted(one.span for one in aside)),
    )


def _field_of(one: Element) -> str:
    """The field that an element is; `<span class="author">` is one of several authors."""
    found = next(filter(None, map(_NAME.fullmatch, one.classes.split())), None)
    word = found[1].lower() if found else ""
    return "" if word == "author" and one.tag in INLINE_ELEMENTS else _FIELDS.get(word, "")


def _outermost(named: Iterable[_Named]) -> Iterator[_Named]:
    """Those that are a field, and in no other element that is the same."""
    ends: dict[str, int] = {"": sys.maxsize}
    for one in named:
        if one.span.end > ends.get(one.field, -1):
            ends[one.field] = one.span.end
            yield one


def _is_called(classes: str, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.fullmatch, classes.split()))


class _Places:
    """Stretches of a page that hold none of each other, and how many of them stand in another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            if not self.spans or span.end > self.spans[-1].end:
                self.spans.append(span)
        self._starts = [span.start for span in self.spans]

    def among(self, span: Span) -> range:
        """Which of them begin in a stretch."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def touch(self, span: Span) -> bool:
        """Whether one of them stands in a stretch, or around it."""
        before = bisect_left(self._starts, span.start)
        return bool(self.among(span)) or (before > 0 and self.spans[before - 1].end >= span.end)


def _around_titles(
    elements: Iterable[Element], titles: _Places, partners: _Places, headings: _Places
) -> Iterable[Span]:
    """For each title the largest element around it alone and what belongs to it; for a single one the smallest."""
    sizes = min if len(titles.spans) == 1 else max
    around: dict[int, Span] = {}
    for one in elements:
        inside = titles.among(one.span)
        if len(inside) == 1 and one.tag in _ENTRIES and partners.among(one.span) and not headings.among(one.span):
            known = around.get(inside[0], one.span)
            around[inside[0]] = sizes(known, one.span, key=_length)
    return around.values()


def _called(spans: Iterable[Span], titles: _Places) -> Iterable[Span]:
    """Elements that call themselves an entry, without those in or around several such."""
    spans = sorted(spans)
    ends = [after.start >= span.end for span, after in pairwise([*spans, Span(sys.maxsize, sys.maxsize)])]
    innermost = _Places(span for span, is_last in zip(spans, ends, strict=True) if is_last)
    around: dict[int, Span] = {}
    for span in spans:
        inside = innermost.among(span)
        if len(inside) == 1 and len(titles.among(span)) <= 1:
            around.setdefault(inside[0], span)
    return around.values()


def _length(span: Span) -> int:
    return span.end - span.start


def _parted(named: Sequence[_Named]) -> Iterator[Hint]:
    """What is a field, without the fields in it: a badge with the venue may stand before a title, in one element."""
    for place, one in enumerate(named, 1):
        at, longest = one.inner.start, Span(one.inner.start, one.inner.start)
        for inner in named[place : place + _MOST_PARTS]:
            if inner.span.start >= one.span.end:
                break
            longest = max(longest, Span(at, inner.span.start), key=_length)
            at = max(at, inner.span.end)
        yield Hint(one.field, max(longest, Span(at, one.inner.end), key=_length))


def broken(runs: Runs, fields: Sequence[Hint]) -> Runs:
    """Begin a line with each field, and behind it, unless a sign follows: what is named apart is no one text."""
    starts = [hint.span.start for hint in fields]
    ends = sorted(hint.span.end for hint in fields)
    kept: list[Run] = []
    for run in runs:
        if kept and not (run.styles | kept[-1].styles) & ANY_BREAK:
            gap = Span(kept[-1].span.end, run.span.start)
            begins = bisect_left(starts, gap.start) < bisect_right(starts, gap.end)
            behind = bisect_left(ends, gap.start) < bisect_right(ends, gap.end) and run.text.lstrip()[:1].isalnum()
            if begins or behind:
                kept.append(Run("\n", gap, HARD_BREAK, None))
        kept.append(run)
    return tuple(kept)
