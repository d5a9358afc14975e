"""A value and the slot of another entry in, the value in the form that the slot has out: `'19`, `June 2019`, `1--9`."""

import re
from collections.abc import Sequence

from pubparse.house_style.months import month_in, month_like
from pubparse.house_style.ranking import Ranked, most
from pubparse.house_style.rosters import ADDRESS
from pubparse.house_style.slots import Slot
from pubparse.house_style.wants import Want

_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")
_DASH = re.compile(r"(?<=\w)\s?(?:--+|[-‐‑–—−])\s?(?=\w)")
_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>&$|~^])")
_SHORTENED = re.compile(r"\w\. (?:.*\s)?[^\W\d_]{2,5}\Z")
"""A venue that is cut word by word, to the last: `J. Comput. Phys`."""

_SITE = re.compile(r"\{\{[^{}]*+\}\}(?=\0)")
_REFERENCE = re.compile(r"(?<=\])\[[^\[\]]*+\]\Z")


def printed(want: Want, slot: Slot | None, references: dict[str, str], months: tuple[str, ...]) -> str:
    """Print a value as `slot` prints the one of its entry; as it is where there is no such slot.

    `references` are the names that the page has for addresses, `months` those of the months of the year.
    """
    if want.name == "year":
        return _date(want.value, slot.text if slot else "", months)
    if want.name == "link":
        return _link(want, slot, references)
    if slot is None:
        return want.value
    if want.name == "url":
        if not slot.text.startswith("["):
            return want.value
        return f"[{label}]" if (label := references.get(want.value)) else f"({want.value})"
    if want.name == "pages" and (dash := _DASH.search(slot.text)):
        return _DASH.sub(lambda _: dash[0], want.value)
    if want.name in ("et_al", "status", "type"):
        return slot.text
    if want.name.startswith("ids.") and ADDRESS in slot.text:
        return slot.text.replace(ADDRESS, want.value)
    return want.value


def cut_short(venue: str, ranked: Sequence[Ranked]) -> str:
    """The name of a venue with the full stop of its last word, if other entries have it, or names so cut, with that."""
    if venue.endswith("."):
        return venue
    same = [one for one in ranked if one.example.venue.removesuffix(".") == venue]
    if not same and _SHORTENED.search(venue):
        same = [one for one in ranked if _SHORTENED.search(one.example.venue.removesuffix("."))]
    slots = ((example.slot(("venue.name", "")), weight) for example, weight in same)
    return f"{venue}." if most((slot.text.endswith("."), weight) for slot, weight in slots if slot) else venue


def usual_link(want: Want, ranked: Sequence[Ranked]) -> Slot | None:
    """A link with the same label, in the form that most of these have: `[Code](…)` or `[[Code]](…)`."""
    if want.name != "link":
        return None
    slots = [(slot, weight) for one, weight in ranked if (slot := one.slot(want.key)) and slot.detail == want.detail]
    shown = most((slot.text, weight) for slot, weight in slots)
    return next((slot for slot, _ in slots if slot.text == shown), None)


def escaped(text: str) -> str:
    """A text with a backslash before each sign that means something in Markdown."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)


def _date(value: str, like: str, months: tuple[str, ...]) -> str:
    """`2019-06` as `June 2019`, `2019` or `19`, as another date is printed."""
    year, *rest = value.split("-")
    if not like or _YEAR.fullmatch(like):
        return year
    if len(like) == len("19") and like.isdigit():
        return year[2:]
    named = month_in(like)
    numbers = _DIGITS.findall(like.replace(named[0], "")) if named else _DIGITS.findall(like)
    if len(numbers) + bool(named) > 1 + len(rest) or len(numbers) > 1 + len(rest) - bool(named):
        return year
    if named and rest:
        month = month_like(int(rest[0]), named[0], months)
        if month is None:
            return year
        like = like[: named.start()] + month + like[named.end() :]
        rest = rest[1:]
    if not named and len(numbers) > 1 and not _YEAR.match(like):
        rest = rest[::-1]
    parts = iter(rest)
    return _DIGITS.sub(lambda digits: year if len(digits[0]) > 2 else _padded(next(parts, ""), digits[0]), like)


def _padded(number: str, like: str) -> str:
    return number if len(like) > 1 else number.lstrip("0")


def _link(want: Want, slot: Slot | None, references: dict[str, str]) -> str:
    """A link with a label, made as another is."""
    if slot is None or (slot.detail != want.detail and not slot.detail):
        return f"[{want.detail}]({want.value})"
    shown = slot.text.replace(slot.detail, want.detail) if slot.detail else slot.text
    if ADDRESS in shown:
        shown = _SITE.sub("", shown) if ":" in want.value else shown
        return shown.replace(ADDRESS, want.value)
    label = references.get(want.value)
    return _REFERENCE.sub(lambda _: f"[{label}]" if label else f"({want.value})", shown)
