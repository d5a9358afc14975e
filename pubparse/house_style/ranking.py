"""A house style and a record in, its entries by how alike they are out, and what most of them do."""

import re
from collections import defaultdict
from collections.abc import Iterable
from operator import mul
from typing import NamedTuple, TypeVar

from pubparse.house_style.learn import NUMBER, Example, HouseStyle, Key, stop_of
from pubparse.model.publication import Publication

Voted = TypeVar("Voted")
_DIGIT = re.compile(r"\d")
_SAME_VENUE, _SAME_TYPE, _LIKE_TYPE = 3, 2, 1.5
"""How much more those count that are of one venue, of one type, or of types that are printed alike."""

_KINDS = {"article_number": "pages", "note": "award"}
_PRINTED_AS = {"workshop": "conference", "poster": "conference"}


_TAGGED = re.compile(r"\s*<(?:li|p|div|dt|dd|td|tr)\b", re.I)
_FAR, _OTHER = 20, 0.01
"""How much less an entry is like one, and counts, that is written in tags where entries of the section are not."""

_OWN = 0.5
"""How much less an entry counts for itself: what no other entry does shall not stay for that alone."""


class Ranked(NamedTuple):
    """An entry, and how much it counts."""

    example: Example
    weight: float


class Place(NamedTuple):
    """Where an entry is to stand: before how many others (or anywhere), in which section, under which number."""

    at: int | None
    section: tuple[str, ...]
    number: str
    is_headed: bool
    """Whether the heading tells the year."""

    own: str = ""
    """The id of the entry as it stands there already, if it does."""

    def nearness(self, at: int) -> float:
        """How near it is to the entry `at`, at most 1; all are as near where it may stand anywhere."""
        return 1 if self.at is None else 1 / (1 + abs(at + 0.5 - self.at))


def rank(style: HouseStyle, record: Publication, wanted: set[Key], place: Place) -> list[Ranked]:
    """Put entries in order, the most alike first: of the same kind, with the same values, near to the place."""
    markup = [_markup(example) for example in style.examples]
    there = most((one, 1) for one, example in zip(markup, style.examples, strict=True) if _is_in(example, place))
    are_other = [there is not None and one != there for one in markup]
    scores = [
        _likeness(example, record, wanted) + _nearness(example, place, at) - _FAR * are_other[at]
        for at, example in enumerate(style.examples)
    ]
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    examples = [style.examples[at] for at in order]
    weights = [_kinship(example, record) / number for number, example in enumerate(examples, 1)]
    weights = [weight * (_OTHER if are_other[at] else 1) for weight, at in zip(weights, order, strict=True)]
    halves = [_OWN if example.publication.id == place.own else 1 for example in examples]
    return [Ranked(*one) for one in zip(examples, map(mul, weights, halves), strict=True)]


def led_by(ranked: list[Ranked], at: int) -> list[Ranked]:
    """Let one entry count more than all others."""
    total = sum(one.weight for one in ranked)
    return [Ranked(ranked[at].example, total), *(one for other, one in enumerate(ranked) if other != at)]


def most(votes: Iterable[tuple[Voted, float]]) -> Voted | None:
    """What has most votes by weight; of two with as many, the first."""
    counted: defaultdict[Voted, float] = defaultdict(float)
    for one, weight in votes:
        counted[one] += weight
    return max(counted, key=lambda one: counted[one], default=None)


def kind_of(name: str) -> str:
    """The sort of value that a slot holds: pages and what stands in their place are one."""
    return _KINDS.get(name, name)


def fit(keys: Iterable[Key], wanted: set[Key]) -> float:
    """How far an entry has the values that are wanted and no others, 0 to 1."""
    have = {(kind_of(name), detail) for name, detail in keys if (name, detail) != NUMBER}
    wanted = {(kind_of(name), detail) for name, detail in wanted}
    return len(have & wanted) / max(1, len(have | wanted))


def sort_of(publication: Publication) -> str:
    """The sort of work as far as it decides how one is printed: papers of workshops are as those of conferences."""
    return _PRINTED_AS.get(publication.type, publication.type)


def _kinship(example: Example, record: Publication) -> float:
    same_venue = record.venue is not None and record.venue.name == example.venue
    other = example.publication
    same_type = _SAME_TYPE if other.type == record.type else _LIKE_TYPE if sort_of(other) == sort_of(record) else 1
    return (_SAME_VENUE if same_venue else 1) * same_type


def _likeness(example: Example, record: Publication, wanted: set[Key]) -> float:
    other = example.publication
    venue = record.venue.name if record.venue else ""
    return (
        6 * fit(example.keys[1:-1], wanted)
        + 1 * (other.type == record.type)
        + 2 * (sort_of(other) == sort_of(record))
        + 2 * (other.status == record.status)
        + 4 * (bool(venue) and venue == example.venue)
        + 1.5 * ((" " in venue) == (" " in example.venue))
        + 1 * (stop_of(other.title or "") == stop_of(record.title or ""))
        - 3 * (not other.authors)
        + 2 * other.confidence
    )


def _markup(example: Example) -> bool:
    """Whether an entry stands in tags, where stars are stars."""
    return bool(_TAGGED.match(example.publication.raw))


def _is_in(example: Example, place: Place) -> bool:
    return example.publication.section == place.section


def _nearness(example: Example, place: Place, at: int) -> float:
    return 2 * _is_in(example, place) + 2 * place.nearness(at)


def form_of(patent: Publication) -> str:
    """The form that a patent's number has, which tells its office."""
    return _DIGIT.sub("0", patent.number or "")
