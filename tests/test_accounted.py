"""Nothing of an entry is lost: each stretch is a field, a mark, a link's label, a note, or says no more than these.

What says no more is a closed list: separators and connectives (the lists that the grammar goes by), pictures, what is
raised beside a name (the number of an affiliation), and the date said once more.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import example, given
from inputs import CASES, FEW, MANY, PAGES, hostile, lists

from pubparse import Publication
from pubparse.grammar.dates import MONTHS
from pubparse.grammar.leftovers import CONNECTIVES, SEPARATORS
from pubparse.layouts import Entry
from pubparse.layouts.keys import is_keyed
from pubparse.layouts.lines import LABEL
from pubparse.layouts.looks import look_at
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import HARD_BREAK, IMAGE, SOFT_BREAK, SUP, Run
from pubparse.page.told import Told
from pubparse.pipeline import Trace, trace

WORD_OR_MARK = re.compile(rf"[^\W_]+(?:-[^\W_]+)*|[^{SEPARATORS}]")
RAISED = re.compile(r"\^[^\s^]{1,6}\^|\$[^$\n]+\$|[¹²³⁰-⁹ªº]+")
SEEN = "\0"
"""Stands for text that the record tells of."""


def check(text: str | bytes) -> Trace:
    traced = trace(text, None, Told())
    assert len(traced.readings) == len(traced.page.publications)
    for reading, publication in zip(traced.readings, traced.page.publications, strict=True):
        left = unaccounted(reading.entry, publication)
        assert not left, f"line {publication.line}: {left} of {publication.raw!r}, with notes {publication.notes}"
    return traced


def unaccounted(entry: Entry, publication: Publication) -> list[str]:
    """The words and signs of an entry that the record does not tell of, and that say something."""
    told = "".join(what_is_not_told(entry.runs, places(publication), publication))
    again = said_again(publication)
    return [
        word
        for word in WORD_OR_MARK.findall(RAISED.sub("", told).replace(SEEN, " "))
        if word.lower() not in CONNECTIVES | again
    ]


def places(publication: Publication) -> set[int]:
    """Every place of the source that the record tells of."""
    spans = [note.span for note in publication.notes]
    spans += [span for person in (*publication.authors, *publication.editors) for span in person.mark_spans]
    spans += [link.span for link in publication.links if link.text == link.url]
    for field in publication.fields.values():
        spans += field.pieces or (field.span,)
    return {place for span in spans for place in range(*span)}


def what_is_not_told(runs: tuple[Run, ...], told: set[int], publication: Publication) -> Iterator[str]:
    labels = "".join("".join(link.text.split()) for link in publication.links)
    for run in runs:
        if run.styles & (IMAGE | SUP) or (run.link and "".join(run.text.split()) in labels):
            yield SEEN
        elif run.is_verbatim:
            yield from (SEEN if place in told else letter for place, letter in enumerate(run.text, run.span.start))
        else:
            yield SEEN if run.span.start in told else run.text


def said_again(publication: Publication) -> set[str]:
    """The words and numbers of the entry's date."""
    if not publication.date or publication.year_from != "entry":
        return set()
    year, *rest = publication.date.split("-")
    words = {word for word, month in MONTHS.items() if rest and month == int(rest[0])}
    return words | {year, year[2:]} | {form for number in rest for form in (number, number.lstrip("0"))}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_fixtures(name: str) -> None:
    check_layout(check(PAGES[name]))


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_the_cases(name: str) -> None:
    check_layout(check(CASES[name]))


def check_layout(traced: Trace) -> None:
    """What the layout leaves out of an entry is its number, keys before its lines, and lines of prose."""
    for reading in traced.readings:
        start, end = reading.entry.span
        kept = {place for run in reading.entry.runs for place in range(*run.span)}
        for runs in lines(traced.document.blocks):
            line = [run for run in runs if start <= run.span.start < end]
            places = [(place, letter) for run in line for place, letter in enumerate(run.text, run.span.start)]
            dropped = "".join(letter for place, letter in places if place not in kept).strip()
            whole = "".join(run.text for run in line)
            assert not dropped or LABEL.match(whole) or is_keyed(whole) or look_at(tuple(line)).prose, dropped


def lines(blocks: tuple[Block, ...]) -> Iterator[list[Run]]:
    for block in blocks:
        for is_break, runs in groupby(block.runs, lambda run: bool(run.styles & (HARD_BREAK | SOFT_BREAK))):
            if not is_break:
                yield list(runs)
        yield from lines(block.children)


@given(lists())
@MANY
@example("* A. Bee (Google), C. Dee. Learning to Read. In ICML 2019. June 2020. [PDF]\n")
@example("* A. Bee<sup>1</sup>, C. Dee^2^, E. Eff. Learning to Read. In ICML 2019, July 2019.\n")
def test_text_that_looks_like_publications(text: str) -> None:
    check(text)


@given(hostile)
@FEW
def test_text_that_is_meant_to_be_hard(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("entry", "notes"),
    [
        ("A. Bee, C. Dee. Learning to Read. In ICML 2020.", []),
        ("A. Bee (Google), C. Dee. Learning to Read. In ICML 2020.", ["Google"]),
        ("A. Bee, C. Dee. Learning to Read. In ICML 2020. Code is on the web.", ["Code is on the web"]),
        ("A. Bee, C. Dee. Learning to Read. In ICML 2020. [PDF]", ["PDF"]),
        (
            "A. Bee, C. Dee. Learning to Read. Cell, vol. 12, no. 3, pp. 5–17, 2020. Available online at https://a.b/c",
            [],
        ),
        ("A. Bee, C. Dee. Learning to Read. Cell, 12(3):5–17, June 2020. Accessed May 2021.", ["Accessed May 2021"]),
        ("A. Bee, C. Dee. Learning to Read. In ICML 2020. ![a cat](cat.png) [pdf](a.pdf)", []),
        ("A. Bee, C. Dee. Learning to Read. In ICML 2020. 🔥", ["🔥"]),
    ],
)
def test_what_is_left_is_noted(entry: str, notes: list[str]) -> None:
    (publication,) = check(f"# Publications\n\n* {entry}\n").page.publications
    assert [note.text for note in publication.notes] == notes


def test_nothing_glued_to_a_picture_is_lost() -> None:
    check("# Publications\n\n* A. Bee, C. Dee. Learning to Read. In ICML 2020. ![badge](x.svg)Agreed.\n")


def test_nothing_glued_to_an_address_belongs_to_it() -> None:
    traced = check("# Publications\n\n* A. Bee, C. Dee. Learning to Read. In ICML 2020. <https://a.b/c>Agreed.\n")
    assert traced.page.publications[0].ids.url == "https://a.b/c"
