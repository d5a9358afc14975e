"""A page in, which of its entries the rest of the page can tell: those with nothing that no other entry has, out.

An entry is what stands in it: its values, which the record has, and what is around and between them, which only other
entries can tell. Where something of that kind stands in one entry alone (a slip of the pen, a badge, a word that no
other has there), nobody who knows the record and the rest of the page could write the entry as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pubparse.house_style.learn import Example, learn
from pubparse.house_style.slots import Slot
from pubparse.model.page import Page

_DIGIT = re.compile(r"\d")
_OF_VALUE = frozenset(("number", "authors", "editors", "et_al", "status", "type", "venue.acronym"))
"""Slots whose texts say nothing of how others are written, or that are looked at by themselves."""

Trait = tuple[str, str, str]


def tellable(page: Page) -> list[bool]:
    """Whether each entry of a page has only what others have as well."""
    traits = [set(_traits(page.source.text, example)) for example in learn(page).examples]
    known = Counter(trait for some in traits for trait in some)
    return [all(known[trait] > 1 for trait in some) for some in traits]


def _traits(text: str, example: Example) -> Iterator[Trait]:
    """What is around and between the values of an entry, and the form that they have."""
    whole, slots = example.publication.span, example.entry.slots
    names = ["start", *(slot.name for slot in slots), "end"]
    edges = [whole.start, *(edge for slot in slots for edge in slot.span), whole.end]
    for (before, behind), start, end in zip(pairwise(names), edges[::2], edges[1::2], strict=True):
        yield before, text[start:end], behind
    for roster in example.entry.rosters.values():
        yield from (("dress", *dress) for _, dress in roster.dresses)
        yield from (("name", joint, "name") for joint in roster.between[:-1])
        yield from (("name", joint, "last") for joint in roster.between[-1:])
    yield from (("form", slot.name, form) for slot in slots if (form := _form(example, slot)))


def _form(example: Example, slot: Slot) -> str:
    """The form of a value, where it is not the value itself."""
    if slot.name == "link":
        return slot.text.replace(slot.detail, "label") if slot.detail else slot.text
    if slot.name == "year":
        return _DIGIT.sub("0", slot.text)
    if slot.name in _OF_VALUE:
        return ""
    said = {value for _, value in _values(example)}
    return "" if slot.text in said or slot.text.rstrip(".") in said else slot.text


def _values(example: Example) -> Iterator[tuple[str, str]]:
    """The values of the record as they are."""
    one = example.publication
    for name, value in (*one, *one.ids):
        if isinstance(value, str):
            yield name, value
    yield from (("note", note.text) for note in one.notes)
    yield from (("award", award.text) for award in one.awards)
    yield from (("url", link.url) for link in one.links)
    if one.venue and one.venue.name:
        yield "venue", one.venue.name
