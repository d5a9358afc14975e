r"""An author and other marks in, ways to write these beside the name out, as the page writes marks elsewhere.

A mark is glued to a name, inside or outside of what makes it bold, plain, escaped or raised: `**K. He**\*`,
`<b>K. He*</b>`, `K. He<sup>†</sup>`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product

from pubparse.model.page import Page
from pubparse.model.person import Author
from pubparse.rewrite.wordings import escaped
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_CLOSING = re.compile(r"(?:\*\*|__|[*_]|</[a-z]++>|\]\([^()\s]*+\))++")
_RAISED = (
    (re.compile(r"<(sup|small|span|font)\b[^<>]*+>\s*+$"), re.compile(r"\s*+</(sup|small|span|font)>")),
    (re.compile(r"\$\^\{?$"), re.compile(r"\}?\$")),
    (re.compile(r"(?<![\w^])\^$"), re.compile(r"\^")),
)
_REACH = 120  # code points of tags before a mark
_NEAR = 1  # code point between marks that stand together
_DRESSES = 3  # of those that the page gives its marks, the commonest

_Dress = tuple[str, str]


def marked(page: Page, author: Author, new: str) -> Iterator[tuple[Edit, ...]]:
    """Ways to give an author the marks of `new`, which blanks part: others for those there, none, or the first."""
    text, glyphs = page.source.text, new.split()
    if not author.marks:
        yield from _added(page, author, glyphs)
    elif glyphs:
        first, *others = _together(author.mark_spans)
        for form in _forms(page, glyphs):
            yield (Edit(first, form), *(Edit(span, "") for span in others))
    else:
        bare = tuple(Edit(dressed(text, span), "") for span in _together(author.mark_spans))
        yield bare
        yield tuple(Edit(_with_blanks_before(text, span), "") for span, _ in bare)


def dressed(text: str, span: Span) -> Span:
    """Where a mark stands with what raises it: `<sup>*</sup>`, `$^*$`."""
    start, end = span
    while True:
        for opening, closing in _RAISED:
            before, after = opening.search(text[max(0, start - _REACH) : start]), closing.match(text, end)
            if before and after and before.groups() == after.groups():
                start, end = start - len(before[0]), after.end()
                break
        else:
            return Span(start, end)


def _added(page: Page, author: Author, glyphs: list[str]) -> Iterator[tuple[Edit, ...]]:
    """Behind the name, or behind what closes its type face or link as well."""
    closing = _CLOSING.match(page.source.text, author.span.end)
    places = dict.fromkeys([closing.end() if closing else author.span.end, author.span.end])
    for place, (before, after), form in product(places, _dresses(page, glyphs), _forms(page, glyphs)):
        yield (Edit(Span(place, place), f"{before}{form}{after}"),)


def _dresses(page: Page, glyphs: list[str]) -> list[_Dress]:
    """What the page puts around these marks, or around any, the commonest first."""
    text, found = page.source.text, Counter[_Dress]()
    marked = [author for author in _authors(page) if author.marks]
    for author in [author for author in marked if set(author.marks) & set(glyphs)] or marked:
        for span in _together(author.mark_spans):
            whole = dressed(text, span)
            found[text[whole.start : span.start], text[span.end : whole.end]] += 1
    return [*(dress for dress, _ in found.most_common(_DRESSES)), ("", "")]


def _forms(page: Page, glyphs: list[str]) -> dict[str, None]:
    """The marks as the page writes each of them, and escaped."""
    text, known = page.source.text, dict[str, str]()
    for author in _authors(page):
        for mark, (start, end) in zip(author.marks, author.mark_spans, strict=True):
            known.setdefault(mark, text[start:end])
    as_known = [known.get(glyph, escaped(glyph)) for glyph in glyphs]
    alone = [escaped(glyph) for glyph in glyphs]
    joints = _joints(page) if len(glyphs) > 1 else ("",)
    return dict.fromkeys(joint.join(forms) for forms in (as_known, alone, glyphs) for joint in joints)


def _joints(page: Page) -> dict[str, None]:
    """What the page has between two marks of a name, the commonest first; then nothing, or a comma."""
    text = page.source.text
    pairs = (pair for author in _authors(page) for pair in pairwise(author.mark_spans))
    found = Counter(text[one.end : other.start] for one, other in pairs if other.start - one.end <= _NEAR)
    return dict.fromkeys([*(joint for joint, _ in found.most_common(_DRESSES)), "", ","])


def _authors(page: Page) -> Iterator[Author]:
    return (author for one in page.publications for author in one.authors)


def _together(spans: tuple[Span, ...]) -> list[Span]:
    """Marks with at most a sign between them are one stretch."""
    found: list[Span] = []
    for start, end in spans:
        if found and start - found[-1].end <= _NEAR:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _with_blanks_before(text: str, span: Span) -> Span:
    return Span(len(text[: span.start].rstrip(" ")), span.end)
