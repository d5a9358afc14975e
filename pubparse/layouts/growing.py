"""Units one after the other in, whether each goes on with the entry before it or begins another out.

An entry has one title, one list of people, one time or place: a unit that brings what is there already begins another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from pubparse.layouts.entries import Hint
from pubparse.layouts.joining import break_between
from pubparse.layouts.lines import extent
from pubparse.layouts.looks import Look
from pubparse.layouts.people import opens_with_name
from pubparse.layouts.units import Unit
from pubparse.markdown.runs import Run
from pubparse.text.span import Span, hull

_TITLE: Final = "title"
_TITLE_WORDS: Final = 3
_YEAR_FIRST: Final = re.compile(r"\W{0,3}(?:19|20)\d\d\b(?!\W{0,3}(?:19|20)?\d\d\b)\W{0,3}\s\w")  # `1952` On the …
_DATED_WORDS: Final = 6  # a venue and its year are seldom more than that
_DATED_SHARE: Final = 0.8  # of the texts, where each says when
_YEARS_SHARE: Final = 0.6  # of the texts, where a year begins each entry
# (Oxford: Clarendon Press 1998)   12(3), 45–67   p. 45   11 March 2022.   `2013` …   eds.
_CITED: Final = re.compile(
    r"\d\s?\(\d{1,3}\)|(?<!\d)(?!1\d{3}[-–]{1,2}[12]\d{3}\W*$)\d{1,5}\s?[-–]{1,2}\s?\d{1,5}\W{0,3}$|\bp?p\.\s?\d|(?<!\d)(?:19|20)\d\d\W{0,3}$"
    r"|(?:19|20)\d\d\W{0,3}\[|\A\W{0,3}(?:19|20)\d\d\s|\beds?\.[,)]|[(,]\s?(?:in press|forthcoming)"
)
_BADGE_WORDS: Final = 12
_BADGED_SHARE: Final = 0.7  # of the pictures


@dataclass(slots=True)
class Growing:
    """An entry that units are being added to, and what it has by now."""

    units: list[Unit] = field(default_factory=list)
    text: Unit | None = None  # the first that is more than a picture
    title: bool = False
    people: bool = False
    when: bool = False  # or where
    is_closed: bool = False  # something told came after it

    def add(self, unit: Unit, *, is_badge: bool = False) -> None:
        """Go on with a unit; a badge is one with the picture it is on."""
        self.units.append(unit)
        look = unit.look
        if not unit.is_text or is_badge:
            return
        if self.text is None and not unit.has_lines and not look.is_whole:
            self.text, self.people = unit, look.is_people and look.people
            self.title = not self.people  # and it may speak of people and years
            return
        self.text = self.text or unit
        self.title = self.title or not look.is_people
        self.people = self.people or look.people or look.is_people
        self.when = self.when or look.dated or (look.outlet and not look.is_link)

    @property
    def is_full(self) -> bool:
        """Whether it has more than a title."""
        return self.people or self.when

    @property
    def is_entry(self) -> bool:
        """Whether it may be a publication at all."""
        return any(unit.look.quoted or unit.look.says_something for unit in self.units) or any(
            run.link for unit in self.units for run in unit.runs
        )

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of all its units, each on lines of its own."""
        runs: list[Run] = []
        for unit in self.units:
            if runs:
                runs.append(break_between(runs, unit.runs))
            runs += unit.runs
        return tuple(runs)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The one unit that is a link beside people is the title."""
        linked = [unit for unit in self.units if unit.look.is_link and unit.look.words >= _TITLE_WORDS]
        is_title = len(linked) == 1 and any(unit.look.is_people for unit in self.units if unit is not linked[0])
        return (Hint(_TITLE, extent(linked[0].runs)),) if is_title else ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return hull(unit.span for unit in self.units)


class Stretch:
    """What the units of a stretch have in common, and by that what each of them does."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._is_labelled = sum(unit.labelled for unit in units) > 1
        self._badges = _badges(units)
        texts = [bool(_YEAR_FIRST.match(unit.look.text)) for unit in units if unit.is_text]
        self._years_first = sum(texts) > 1 and sum(texts) >= _YEARS_SHARE * len(texts)
        dated = sum(unit.is_text and unit.look.dated and unit.look.words >= _DATED_WORDS for unit in units)
        self._each_dated = dated > 1 and dated >= _DATED_SHARE * len(texts)
        shown = next((unit for unit in units if unit.look.image or (unit.is_text and not unit.is_caption)), None)
        self._pictures_first = bool(shown and shown.look.image) and not self._badges
        captions = [place for place, unit in enumerate(units) if unit.is_caption]
        entries = [
            sum(unit.look.is_whole for unit in units[place + 1 : following])
            for place, following in pairwise([*captions, len(units)])
        ]
        # Where each short line has but one entry after it, it is the title of that.
        self._captions = frozenset(captions if any(count > 1 for count in entries) else ())

    def is_heading(self, place: int) -> bool:
        """Whether a short unit heads those that follow."""
        unit = self.units[place]
        following = self.units[place + 1] if place + 1 < len(self.units) else None
        if not unit.is_caption or following is None or following.look.image:
            return False
        text = unit.look.text
        if text.strip(" *-–—()[]").isdigit() or text.endswith((":", "：")) or text.startswith("#"):
            return True
        if not following.runs:  # a rule under it
            return bool(unit.face) and unit.is_of_one_face
        return place in self._captions and (following.look.is_whole or following.labelled or _is_complete(following))

    def is_badge(self, place: int) -> bool:
        """Whether a unit is but the words on a picture: where an entry appeared, or its topic."""
        return place in self._badges

    def begins(self, place: int, current: Growing) -> bool:
        """Whether a unit begins another entry than `current`."""
        unit = self.units[place]
        look = unit.look
        if unit.labelled or unit.is_cut or self._is_labelled:
            return unit.labelled or unit.is_cut
        if self.is_badge(place):
            return bool(current.units)
        if self._years_first and _YEAR_FIRST.match(look.text):
            return True
        if look.links or current.text is None or look.key not in ("", _TITLE):
            return False
        if self._each_dated and look.dated and look.words >= _DATED_WORDS:
            return True
        if look.image:
            return current.is_full and self._pictures_first
        is_alike = bool(unit.face) and unit.face == current.text.face
        if is_alike and not (current.text.is_of_one_face or (unit.is_of_one_face and not look.is_whole)):
            return True
        if look.is_whole:
            return _is_other(current, unit)
        if (look.is_people and not current.people) or not (current.title or look.people) or look.is_award:
            return False
        return (
            is_alike
            or current.when
            or not (look.dated or look.outlet)
            or (_is_complete(unit) and _is_complete(current.text))
        )


def _is_other(current: Growing, unit: Unit) -> bool:
    """Whether what may be an entry by itself is another one than that which was begun."""
    text, look = current.text, unit.look
    if text is None or current.is_full or current.is_closed or (_lists(text.look) and _lists(look)):
        return True
    return not look.opens_with_people and _is_complete(unit) and _is_complete(text)


def _is_complete(unit: Unit) -> bool:
    """Whether a text says at some length when or where, and all of it is not set off as a title is."""
    look = unit.look
    if look.words < _DATED_WORDS or not (look.dated or look.outlet) or not unit.is_text:
        return False
    return bool(_CITED.search(look.text)) and not (unit.face and unit.is_of_one_face)


def _lists(look: Look) -> bool:
    """Whether a text begins with people, in a form that only names have, and goes on."""
    return look.people and not look.is_people and opens_with_name(look.text)


def _badges(units: Sequence[Unit]) -> frozenset[int]:
    """The short texts that stand right before pictures; one alone says when or where, else it may be a heading."""
    shown = [unit.look.image for unit in units]
    pictures = [place for place, is_picture in enumerate(shown) if is_picture and not (place and shown[place - 1])]
    before = [place - 1 for place in pictures if place and _may_be_badge(units[place - 1])]
    if len(before) < _BADGED_SHARE * len(pictures):
        return frozenset()
    is_sure = len(before) > 1 or any(units[place].look.dated or units[place].look.outlet for place in before)
    return frozenset(before if is_sure else ())


def _may_be_badge(unit: Unit) -> bool:
    return (
        unit.is_text and not (unit.labelled or unit.has_lines or unit.look.people) and unit.look.words <= _BADGE_WORDS
    )
