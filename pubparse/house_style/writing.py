"""A house style and a record in, the entry as the owner would have typed it out, the likeliest way first."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from pubparse.house_style.balance import Part, balanced, parts_of
from pubparse.house_style.joining import Joints
from pubparse.house_style.learn import END, NUMBER, START, Example, HouseStyle, Key, stop_of
from pubparse.house_style.ordering import Filled, in_order
from pubparse.house_style.printing import cut_short, escaped, printed, usual_link
from pubparse.house_style.ranking import Place, Ranked, led_by, rank
from pubparse.house_style.saying import OF_ITS_KIND, Sayings, of_kind
from pubparse.house_style.signing import marked_as_here, sign
from pubparse.house_style.slots import Slot
from pubparse.house_style.wants import Want, wants_of
from pubparse.model.publication import Publication

_MODELS = 4
"""Entries that are tried as a model, one after the other, where what is usual does not read as it should."""

_EMPTY_IMAGE = re.compile(r"<img\b[^<>]*?src=(?:''|\"\")[^<>]*+>\s?")
_DOTTED = re.compile(r"\.\w\Z")
"""How a place ends that is all initials: `Washington, D.C`."""

_UNCLEAR = re.compile(r"\bMay\b")
"""What does not tell whether months are cut."""

_IN_WORDS = ("title", "venue.name", "note", "award", "publisher", "place", "series")
_NONE: Mapping[str, str] = {}
_SPARE = 1e-9
"""What counts only where nothing else does."""


class Written(NamedTuple):
    """An entry in the page's style, the names and marks as they are in it, and what the style has no place for."""

    text: str
    loose: str
    """The same with what some entries open and others close."""
    names: dict[str, tuple[str, ...]]
    marks: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...]
    left_out: tuple[str, ...]


def write(
    style: HouseStyle, record: Publication, place: Place, spellings: Mapping[str, str] = _NONE
) -> Iterator[Written]:
    """Give ways to write a record at a place among the entries: after what is usual, then after single entries.

    `spellings` are values in words as they are in Markdown already, by what a reader sees of them.
    """
    ranked = rank(style, record, {want.key for want in wants_of(record, style.printed)}, place)
    seen: set[str] = set()
    ways = [ranked, *(led_by(ranked, at) for at in range(min(_MODELS, len(ranked))))]
    spelled: list[Callable[[str], str]] = [lambda text: spellings.get(text, text), str, escaped]
    for examples, spell in (*((ranked, one) for one in spelled), *((way, spelled[0]) for way in ways[1:])):
        written = _Writer(style, record, place, examples).written(spell)
        texts = (written.text, written.loose)
        for text in (*(_EMPTY_IMAGE.sub("", text) for text in texts), *texts):
            if text not in seen:
                seen.add(text)
                yield written._replace(text=text)


class _Writer:
    """One record on its way to an entry, after ranked entries."""

    def __init__(self, style: HouseStyle, record: Publication, place: Place, ranked: list[Ranked]) -> None:
        self.style, self.record, self.place, self.ranked = style, record, place, ranked
        nearness = {one.publication.id: place.nearness(at) for at, one in enumerate(style.examples)}
        self.joints = Joints(ranked, record, nearness)
        self.names: dict[str, tuple[str, ...]] = {}
        self.sayings = Sayings(style, record, place, ranked)

    def written(self, spell: Callable[[str], str]) -> Written:
        """Put the values in the order of the slots, and join them; `spell` makes text of values in words."""
        filled = in_order(self.sayings.wants(), self.sayings.asides(), self.ranked)
        values = [(START, ""), *((one.want.key, self._value(one, spell)) for one in filled), (END, "")]
        keys = [START, *(key for key, _ in values), END]
        dressed = [
            (key, value, stop := self._stop(key, value), self.joints.dress(keys[at], key, keys[at + 2], stop))
            for at, (key, value) in enumerate(values)
        ]
        parts: list[Part] = []
        for at, ((key, value, stop, dress), (other, _, _, behind)) in enumerate(pairwise(dressed)):
            joint = self.joints.joint((key, dress), stop, (other, behind), (keys[at], keys[at + 3]))
            parts += parts_of(dress, value, joint, is_number=NUMBER in (key, other))
        marks = tuple(marked_as_here(one, self.style).marks for one in self.record.authors)
        addresses = (
            *(one.want.value for one in filled if one.want.name in ("url", "link")),
            *self.sayings.around.values(),
        )
        return Written(
            balanced(parts),
            "".join(part.text for part in parts),
            self.names,
            marks,
            addresses,
            tuple(dict.fromkeys(self.sayings.left_out)),
        )

    def _value(self, filled: Filled, spell: Callable[[str], str]) -> str:
        """The value as it is written, in its link."""
        text, address = self._shown(filled, spell), self.sayings.around.get(filled.want.name)
        return f"[{text}]({address})" if address else text

    def _shown(self, filled: Filled, spell: Callable[[str], str]) -> str:
        want, model = filled
        if want.name in _IN_WORDS or (self.style.is_whole and want.name in OF_ITS_KIND):
            spelled = spell(want.value)
            if want.name == "venue.name":
                return cut_short(spelled, self.ranked)
            return f"{spelled}." if want.name == "place" and _DOTTED.search(spelled) else spelled
        if want.name not in ("authors", "editors"):
            slot = usual_link(want, self.ranked) or self._slot(want, model)
            shown = printed(want, slot, self.style.references, self.style.months)
            is_shortened = self.style.is_whole and want.name == "year" and shown == want.value[:4] != want.value
            return spell(want.value) if is_shortened else shown
        examples = list(enumerate(self.style.examples))
        alike = [one for one in examples if one[1].publication.et_al == self.record.et_al]
        rosters = [
            (roster, self.place.nearness(at) ** 2)
            for at, example in alike or examples
            if (roster := example.entry.rosters.get(want.name))
        ]
        rosters += [(roster, _SPARE) for roster in self.style.spare]
        forms = self.style.names[want.name if self.record.authors else "authors"]
        text, self.names[want.name] = sign(getattr(self.record, want.name), forms, rosters, self.style)
        return text

    def _slot(self, want: Want, model: Example | None) -> Slot | None:
        """The slot that a value is printed like: of the model, or, where it is in words, of one that says the same."""
        examples = [example for example, _ in self.ranked]
        if want.name in OF_ITS_KIND:
            examples = [one.example for one in of_kind(self.ranked, self.record, want)]
        elif model:
            examples.insert(0, model)
        slots = [slot for one in examples if (slot := one.slot(want.key))]
        clear = (slot for slot in slots if want.name != "year" or not _UNCLEAR.search(slot.text))
        return next(clear, next(iter(slots), None))

    def _stop(self, key: Key, value: str) -> str:
        if key[0] == "ids.url":  # what stands right behind an address would be part of it
            return "."
        names = self.names.get(key[0])
        return stop_of(names[-1] if names else value)
