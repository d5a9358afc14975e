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
from pubparse.house_style.ranking import Place, Ranked, form_of, kind_of, led_by, most, rank, sort_of
from pubparse.house_style.signing import is_cut_within, marked_as_here, sign
from pubparse.house_style.slots import AGAIN, CUT, LINKED, PLAIN, Slot
from pubparse.house_style.wants import Want, address_of, date_of, ids_in, wants_of
from pubparse.model.publication import Publication

_MODELS = 4
"""Entries that are tried as a model, one after the other, where what is usual does not read as it should."""

_EMPTY_IMAGE = re.compile(r"<img\b[^<>]*?src=(?:''|\"\")[^<>]*+>\s?")
_UNCLEAR = re.compile(r"\bMay\b")
"""What does not tell whether months are cut."""

_SELDOM = (*PLAIN, "editors", "ids.")
_OF_ITS_KIND = ("status", "type")
_IN_WORDS = ("title", "venue.name", "note", "award", "publisher", "place", "series")
_NONE: Mapping[str, str] = {}
_SPARE = 1e-9
"""What counts only where nothing else does."""

_SEVERAL = 2
"""So many volumes without an issue tell that the page has none; one may be of a journal that has none."""

_LEAST = {True: 0.2, False: 0.5}
"""The share of entries that must print a value that not all pages print: of those of the type, else of all."""


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
        self.left_out: list[str] = []
        self.around: dict[str, str] = {}
        """Addresses that are put around values, where no entry has such a link."""

    def written(self, spell: Callable[[str], str]) -> Written:
        """Put the values in the order of the slots, and join them; `spell` makes text of values in words."""
        wants = self._with_links([want for want in self._wants() if self._has_place(want)])
        filled = in_order(wants, self._asides(), self.ranked)
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
        addresses = *(one.want.value for one in filled if one.want.name in ("url", "link")), *self.around.values()
        return Written(
            balanced(parts), "".join(part.text for part in parts), self.names, marks, addresses, tuple(self.left_out)
        )

    def _wants(self) -> list[Want]:
        """What there is to say; a record without links has those that the page makes of its ids."""
        wants = wants_of(self.record, self.style.printed)
        if self.record.et_al and is_cut_within(self.ranked):
            wants = [want for want in wants if want.name != "et_al"]
            wants = [want._replace(detail=CUT) if want.name == "authors" else want for want in wants]
        if self._is_named_by_number():
            wants = [want for want in wants if want.name not in ("venue.name", "status", "ids.arxiv")]
            wants.insert(2, Want("venue.name", "", f"arXiv preprint arXiv:{self.record.ids.arxiv}"))
        if self.record.links:
            return wants
        for key in dict.fromkeys(key for one, _ in self.ranked for key in one.keys if key[0] in ("url", "link")):
            kind = key[1].casefold()
            # An entry without an address tells nothing of links.
            able = (one for one in self.ranked if key in one.example.keys or address_of(one.example.publication, kind))
            if most((key in one.keys, weight) for one, weight in able) and (address := address_of(self.record, kind)):
                wants = [want._replace(detail=LINKED) if (want.name, "url") == key[::-1] else want for want in wants]
                wants.append(Want(*key, address))
        addresses = [want.value for want in wants if want.name in ("url", "link")]
        return [
            want for want in wants if not (want.name.startswith("ids.") and any(want.value in one for one in addresses))
        ]

    def _is_named_by_number(self) -> bool:
        """Whether a preprint's venue is its number: where it has none, or the page no preprint to go by."""
        record = self.record
        if record.type != "preprint" or not record.ids.arxiv:
            return False
        preprints = [example for example, _ in self.ranked if example.publication.type == "preprint"]
        if record.venue is None:
            is_linked = any(record.ids.arxiv in link.url for link in record.links)
            return not (is_linked and any(not one.venue for one in preprints))
        return record.venue.name == "arXiv" and not preprints

    def _with_links(self, wants: list[Want]) -> list[Want]:
        """Without addresses that no entry has a place for: they go around what they lead on from."""
        places = {key for example, _ in self.ranked for key in example.keys}
        self.around = {want.detail: want.value for want in wants if want.name == "url" and want.key not in places}
        left = [want for want in wants if not (want.name == "url" and want.detail in self.around)]
        return [want._replace(detail="") if want.name in self.around else want for want in left]

    def _is_usual(self, key: Key) -> bool:
        """Whether most of the like entries have such a slot."""
        return bool(most((key in example.keys, weight) for example, weight in self.ranked))

    def _has_place(self, want: Want) -> bool:
        """Whether the page prints such a value at all; a year may stand in a heading, a status in the section."""
        if want.name == "year":
            alike = [one for one in self.ranked if one.example.publication.section == self.place.section]
            headed = alike or [one for one in self.ranked if one.example.publication.year_from == "heading"]
            return not self.place.is_headed or bool(most((want.key in one.keys, weight) for one, weight in headed))
        if self.style.is_whole:
            return want.name not in _OF_ITS_KIND or want.name in self.record.fields
        if want.name in _OF_ITS_KIND:
            is_said = most((want.name in example.names, weight) for example, weight in self._of_kind(want))
            return is_said if is_said is not None else want.name == "status" and want.value != "preprint"
        if want.name == "note":
            rosters = (roster for one, _ in self.ranked for roster in one.entry.rosters.values())
            return not any(want.value in joint for roster in rosters for joint in roster.between)
        if want.name.startswith(_SELDOM) and not self._is_printed(want.name):
            self.left_out += [want.name, *(f"ids.{name}" for name in ids_in(want.value, self.record))]
            return False
        return True

    def _is_printed(self, name: str) -> bool:
        """Whether the page prints what not all pages print."""
        entries = [one for one, _ in self.ranked]
        venue = self.record.venue.name if self.record.venue else None
        if any(one.venue == venue and name in one.names for one in entries):
            return True
        if name == "issue" and self._is_printed("volume"):
            volumes = [one for one in entries if "volume" in one.names]
            return len(volumes) < _SEVERAL or any(name in one.names for one in volumes)
        same = [one for one in entries if sort_of(one.publication) == sort_of(self.record)]
        some = same or entries
        return sum(kind_of(name) in map(kind_of, one.names) for one in some) >= _LEAST[bool(same)] * len(some)

    def _asides(self) -> list[Want]:
        """What a slot may call for besides: the number in a list, the year or the acronym of the venue once more."""
        asides = [Want(*NUMBER, self.place.number)] if self.place.number else []
        if self.record.year and self._is_usual(("year", AGAIN)):
            asides.append(Want("year", AGAIN, date_of(self.record)))
        if self.record.venue and self.record.venue.acronym:
            asides.append(Want("venue.acronym", "", self.record.venue.acronym))
        return asides + [Want(f"ids.{name}", AGAIN, value) for name, value in self.record.ids if value]

    def _value(self, filled: Filled, spell: Callable[[str], str]) -> str:
        """The value as it is written, in its link."""
        text, address = self._shown(filled, spell), self.around.get(filled.want.name)
        return f"[{text}]({address})" if address else text

    def _shown(self, filled: Filled, spell: Callable[[str], str]) -> str:
        want, model = filled
        if want.name in _IN_WORDS or (self.style.is_whole and want.name in _OF_ITS_KIND):
            spelled = spell(want.value)
            return cut_short(spelled, self.ranked) if want.name == "venue.name" else spelled
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

    def _of_kind(self, want: Want) -> list[Ranked]:
        """The entries of the record's type or status, and where a word for that is somebody's own, those of the same.

        `arXiv preprint` is the server's, but `CoRR` has none; `Korean Patent` is the office's, as the number's form is.
        """
        alike = [one for one in self.ranked if getattr(one.example.publication, want.name) == want.value]
        if want.value == "preprint":
            venue = self.record.venue.name if self.record.venue else ""
            return [one for one in alike if one.example.venue == venue]
        if want.value == "patent":
            return [one for one in alike if form_of(one.example.publication) == form_of(self.record)]
        return alike

    def _slot(self, want: Want, model: Example | None) -> Slot | None:
        """The slot that a value is printed like: of the model, or, where it is in words, of one that says the same."""
        examples = [example for example, _ in self.ranked]
        if want.name in _OF_ITS_KIND:
            examples = [one.example for one in self._of_kind(want)]
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
