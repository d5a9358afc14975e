"""A chosen reading and the fields it gives in, how sure both are out: a calibrated chance of being right.

A logistic curve over what goes with wrong readings, fitted to labelled pages (`python -m benchmarks.accuracy FOLDER`
shows how well it holds): a small margin before the next best path, much text that no field takes, a person of one word
among authors, no venue, a very short title.
"""

from math import exp

from pubparse.grammar.found import Found
from pubparse.page.draft import Draft

_BASE = 1.1
_BY_MARGIN = 0.55
_GREATEST_MARGIN = 5.0  # what is further ahead is no surer
_MANY_NOTES, _FOR_MANY_NOTES = 6, -1.0  # words
_FOR_A_LONE_WORD = -2.0
_WITHOUT_VENUE = -1.3
_SHORT_TITLE, _FOR_A_SHORT_TITLE = 5, -1.8  # words
_WITHOUT_TITLE = -4.0


def confidence_of(one: Draft, found: Found) -> float:
    """How sure the reading of one entry is."""
    authors, title, venue = (_BASE + _BY_MARGIN * min(margin, _GREATEST_MARGIN) for margin in one.reading.margins)
    if any(" " not in name.text and name.text.isascii() for name in found.authors.names):
        authors += _FOR_A_LONE_WORD
    if found.venue is None:
        venue += _WITHOUT_VENUE
    if found.title is None:
        title += _WITHOUT_TITLE
    elif found.title.text.count(" ") < _SHORT_TITLE - 1 and found.title.text.isascii():
        title += _FOR_A_SHORT_TITLE
    notes = sum(note.text.count(" ") + 1 for note in found.notes)
    whole = min(authors, title, venue) + (_FOR_MANY_NOTES if notes >= _MANY_NOTES else 0.0)
    return round(1 / (1 + exp(-whole)), 4)
