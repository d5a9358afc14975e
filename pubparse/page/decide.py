"""All entries of a page, read blind, in; one reading of each, under what the page knows, out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pubparse.grammar.authors import Names
from pubparse.grammar.lattice import Lattice, build_lattice, score, with_page_words
from pubparse.grammar.putting_right import put_right
from pubparse.grammar.search import NOTHING_READ, Reading, search, worth
from pubparse.grammar.weights import AUTHORS, Weights, blind
from pubparse.layouts import Entry, Listing, Prose
from pubparse.lexer import EntryText, Lexemes, lex
from pubparse.lexer.lexemes import LOWER
from pubparse.page.draft import Draft, authors_of, names_only_others, step_of
from pubparse.page.hints import agreed
from pubparse.page.legend import Meaning, read_legend
from pubparse.page.name_order import order_of_names
from pubparse.page.owner import Owner, find_owner
from pubparse.page.style import learn_style
from pubparse.page.told import Told

_WORD_OF_NAME = r"[^\W\d_a-z](?:[\w'’-]{1,30}|\.)"
_I_AM = re.compile(
    rf"\b(?:I am|I['’]m|[Mm]y name is)\s(?:(?:Dr|Prof)\.?\s)?({_WORD_OF_NAME}(?:\s{_WORD_OF_NAME}){{1,3}})"
)
_BEYOND_DOUBT = 5.0  # how far, in the sums of weights, a blind reading leads that no habit of a page overturns
_LONGEST = 100_000  # characters of an entry: a paper by five thousand authors fits
_MOST_CELLS = 6_000  # what is cut into more takes seconds to search
_GAIN = 0.05  # what another must be ahead by: what is as good as a tie is not left to a word in some other entry


class PageFacts(NamedTuple):
    """What the page as a whole tells."""

    owner: Owner | None
    legend: tuple[Meaning, ...]
    weights: Weights
    common_words: frozenset[str]
    name_order: str


def draft(entry: Entry) -> Draft:
    """Read one entry blind; one that is too long is no publication, and is not read."""
    if sum(len(run.text) for run in entry.runs) > _LONGEST:
        return _unread(entry)
    text = lex(entry.runs)
    lattice = build_lattice(text)
    if len(lattice.cells) > _MOST_CELLS:
        return _unread(entry)
    weights = blind()
    reading = search(lattice, score(lattice, weights), weights) if lattice.cells else NOTHING_READ
    reading = _told_by_the_rest(reading, lattice, entry, text)
    return Draft(entry, text, lattice, reading, authors_of(lattice, reading))


def _told_by_the_rest(reading: Reading, lattice: Lattice, entry: Entry, text: EntryText) -> Reading:
    """The reading, put right by what the layout says of the entry, and by what its fields say of each other."""
    return agreed(put_right(reading, lattice), lattice, entry.hints, text.visible)


def _unread(entry: Entry) -> Draft:
    nothing = lex(())
    return Draft(entry, nothing, build_lattice(nothing), NOTHING_READ, Names((), None), is_too_long=True)


def infer(drafts: tuple[Draft, ...], listing: Listing, told: Told, hints: tuple[tuple[str, str], ...]) -> PageFacts:
    """Look at all blind readings at once; entries that are no publications may be a legend, as other prose may."""
    chosen = {id(one.entry) for one in drafts}
    others = tuple(
        Prose(entry.runs, entry.span, "item", entry.section) for entry in listing.entries if id(entry) not in chosen
    )
    return PageFacts(
        find_owner(
            (one.authors.names for one in drafts if not names_only_others(one)),
            told,
            (*hints, *_introductions((*listing.prose, *others))),
        ),
        read_legend((*listing.prose, *others), dict(told.legend)),
        learn_style(drafts, blind()),
        common_words(one.text.lexemes for one in drafts),
        order_of_names(one.authors.names for one in drafts),
    )


def _introductions(prose: Iterable[Prose]) -> Iterator[tuple[str, str]]:
    """The page's own headings, one of which may be a name; and who says in words who they are."""
    for block in prose:
        text = "".join(run.text for run in block.runs).strip()
        if block.kind == "heading" and not block.section:
            yield text, "heading"
        elif said := _I_AM.search(text):
            yield said[1], "prose"


def common_words(entries: Iterable[Lexemes]) -> frozenset[str]:
    """The words that a page writes with a small letter: where one of them has a capital, it is no name."""
    small = {text for one in entries for kind, text in zip(one.kinds, one.texts, strict=True) if kind == LOWER}
    return frozenset(text for text in small if len(text) > 2)


def decide(one: Draft, facts: PageFacts) -> Draft:
    """Search an entry's lattice again under the page's weights, unless the blind reading leaves nothing to decide."""
    if min(one.reading.margins) > _BEYOND_DOUBT:
        return one
    lattice = with_page_words(one.lattice, facts.common_words)
    scores = score(lattice, facts.weights)
    reading = search(lattice, scores, facts.weights)
    if worth(one.reading.steps, scores, facts.weights) >= reading.score - _GAIN:
        reading = reading._replace(steps=one.reading.steps)
    reading = _told_by_the_rest(reading, lattice, one.entry, one.text)
    same = step_of(reading, AUTHORS) == step_of(one.reading, AUTHORS)
    return one._replace(lattice=lattice, reading=reading, authors=one.authors if same else authors_of(lattice, reading))
