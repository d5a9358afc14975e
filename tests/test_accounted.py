"""Nothing of an entry is lost: each stretch is a field, a mark, a link's label, a note, or says no more than these.

What says no more is a closed list: separators and connectives (the lists that the grammar goes by), pictures, what is
raised beside a name (the number of an affiliation), and the date or the venue said once more.
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from inputs import CASES, FEW, MANY, PAGES, hostile, lists

from pubparse import Publication
from pubparse.grammar.leftovers import CONNECTIVES, SEPARATORS
from pubparse.grammar.peel import IN_WORDS
from pubparse.grammar.tags import MONTHS
from pubparse.layouts import Entry
from pubparse.layouts.joining import visible_leaves
from pubparse.layouts.keys import key_of
from pubparse.layouts.lines import LABEL
from pubparse.layouts.looks import Look
from pubparse.markdown.runs import IMAGE, SUP, Run, lines_of
from pubparse.page.told import Told
from pubparse.pipeline import Trace, trace

WORD_OR_MARK = re.compile(rf"[^\W_]+(?:-[^\W_]+)*°?|[^{SEPARATORS}]")
PRESENTED = re.compile(
    r"\b(?:paper|communication)(?= pr[eé]sent)|\bpaper(?= \0)", re.I
)  # `Paper presented at the`, `paper 5`
AFFILIATIONS = re.compile(r"\(\d{1,2}(?:,\s?\d{1,2})*\)")  # behind a name: `James Donahue(1,2)`
RAISED = re.compile(r"\^[^\s^]{1,6}\^|\$[^$\n]+\$|[¹²³⁰-⁹ªº]+")
PICTURES = re.compile(r":[a-z][a-z0-9_+-]+:")  # by their names: `:trophy:`
SEEN = "\0"
"""Stands for text that the record tells of."""
EDITED = re.compile(
    "|".join(pattern.pattern for _, kind, pattern in IN_WORDS if kind == "editors").replace("[A-Z]", rf"[A-Z{SEEN}]")
)
SAYING_NO_MORE = (PICTURES, AFFILIATIONS, RAISED, PRESENTED, EDITED)


def check(text: str | bytes) -> Trace:
    traced = trace(text, None, Told())
    assert len(traced.readings) == len(traced.page.publications)
    for reading, publication in zip(traced.readings, traced.page.publications, strict=True):
        left = unaccounted(reading.entry, publication)
        assert not left, f"line {publication.line}: {left} of {publication.raw!r}, with notes {publication.notes}"
    return traced


def unaccounted(entry: Entry, publication: Publication) -> list[str]:
    """The words and signs of an entry that the record does not tell of, and that say something."""
    left = "".join(what_is_not_told(entry.runs, places(publication), publication))
    for pattern in SAYING_NO_MORE:
        left = pattern.sub("", left)
    words = WORD_OR_MARK.findall(left.replace(SEEN, " "))
    return [word for word in words if word.lower() not in CONNECTIVES | said_again(publication)]


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
    """The words and numbers of the entry's date, and of its venue."""
    venue = publication.venue
    named = WORD_OR_MARK.findall(f"{venue.name} {venue.acronym}".lower()) if venue else []
    return said_of_date(publication).union(named)


def said_of_date(publication: Publication) -> set[str]:
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
    """What the layout leaves out of an entry that a reader sees: its number, keys before its lines, lines of prose."""
    for reading in traced.readings:
        start, end = reading.entry.span
        kept = {place for run in reading.entry.runs for place in range(*run.span)}
        for leaf in visible_leaves(traced.document.blocks):
            for first, last in lines_of(leaf.runs):
                line = tuple(run for run in leaf.runs[first:last] if start <= run.span.start < end)
                dropped = "".join("".join(what_is_left(run, kept)) for run in line).strip()
                whole = "".join(run.text for run in line)
                is_number = bool(LABEL.match(whole)) or whole.strip().isdigit()  # the latter in a column of its own
                assert not dropped or is_number or key_of(whole) or Look(line).prose, dropped


def what_is_left(run: Run, kept: set[int]) -> Iterator[str]:
    if run.is_verbatim:
        yield from (letter for place, letter in enumerate(run.text, run.span.start) if place not in kept)
    elif run.span.start not in kept:
        yield run.text


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
