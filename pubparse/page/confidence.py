"""A chosen reading in, how sure it is out: the margins of the search as a chance of being right."""

from functools import lru_cache
from math import exp
from typing import NamedTuple

from pubparse.grammar.weights import AUTHORS, ONCE, TITLE
from pubparse.page.draft import Draft, step_of

# Logistic curves over the margin, fitted to labelled pages: (where it is half, how steep).
_HALF, _STEEP = 0.14, 0.46
_WITHOUT_AUTHORS, _WITHOUT_TITLE = 0.8, 0.2


class Confidence(NamedTuple):
    """Chances of being right: of the whole reading, and of authors, title and venue each."""

    whole: float
    authors: float
    title: float
    venue: float


def confidence_of(one: Draft) -> Confidence:
    """How sure the reading of one entry is."""
    authors, title, venue = (_chance(round(one.reading.margins[ONCE.index(field)], 1)) for field in ONCE)
    whole = min(authors, title, venue)
    if step_of(one.reading, AUTHORS) is None:
        whole *= _WITHOUT_AUTHORS
    if step_of(one.reading, TITLE) is None:
        whole *= _WITHOUT_TITLE
    return Confidence(round(whole, 4), round(authors, 4), round(title, 4), round(venue, 4))


@lru_cache(maxsize=1024)
def _chance(margin: float) -> float:
    return 1 / (1 + exp(-_STEEP * (margin - _HALF)))
