"""The names of a page in, the form that it gives them out, and any name in that form: `Zhenheng Tang` as `Z. Tang`."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pubparse.model.person import Author
from pubparse.text.scripts import HAN

_FULL = re.compile(r"[^\W\d_]{3,}|\b[A-Z][a-z]\b(?!\.)")
_PART = re.compile(r"([-‐‑]?)([^\W\d_])[^\s.‐‑-]*\.?")
_GLUED = re.compile(r"\.(?=[^\W\d_])")
_WHOLE = re.compile(f"[{HAN}]")
"""What has no initials."""

_MOSTLY = 0.6
_RARE = 5
"""A spelling that is used so many times as seldom as the usual one is a slip, or of another list."""


class NameForm(NamedTuple):
    """How a page writes names: what comes first, and how given names are cut."""

    is_inverted: bool
    comma: str
    is_initials: bool
    dot: str
    blank: str | None
    """What is between initials, where there are several."""


class NameForms(NamedTuple):
    """The forms that most names of a page have, first ones and others, and how often it has which spelling."""

    first: NameForm | None
    usual: NameForm | None
    spellings: Mapping[str, int]


def forms_of(lists: Sequence[Sequence[Author]]) -> NameForms:
    """Learn how names are written; where others follow, the first alone may have the family name ahead."""
    several = [some for some in lists if len(some) > 1]
    people = [one for some in lists for one in some]
    usual = _usual([one for some in several for one in some[1:]] or people)
    first = _usual([some[0] for some in several])
    is_apart = first and usual and first.is_inverted > usual.is_inverted
    return NameForms(first if is_apart else usual, usual, Counter(one.name for one in people))


def _usual(people: Iterable[Author]) -> NameForm | None:
    """The form that most names have."""
    forms = Counter(form for one in people if (form := _form(one)))
    are_cut = sum(count for form, count in forms.items() if form.is_initials) > _MOSTLY * forms.total()
    shapes: Counter[NameForm] = Counter()
    for form, count in forms.items():
        shapes[form._replace(blank=None)] += count
    usual = max(shapes, key=lambda form: (form.is_initials == are_cut, shapes[form]), default=None)
    if usual is None:
        return None
    blanks = (form.blank for form in forms if form.blank is not None and form._replace(blank=None) == usual)
    default = " " if usual.dot else ""
    return usual._replace(blank=max(blanks, key=lambda blank: forms[usual._replace(blank=blank)], default=default))


def name_in(forms: NameForms, one: Author, *, is_first: bool = False) -> str:
    """Write a name as the page does; a group's, and one that the page has as it is and not seldom, stay as they are."""
    form = forms.first if is_first else forms.usual
    if form is None or not (one.given and one.family) or _WHOLE.search(one.name):
        return one.name
    written = _in_form(form, one, one.given, one.family)
    own, others = forms.spellings.get(one.name, 0), forms.spellings.get(written, 0)
    is_ahead = is_first and forms.first != forms.usual  # names that follow tell nothing of the first
    return one.name if own * _RARE > others and not is_ahead else written


def _in_form(form: NameForm, one: Author, given: str, family: str) -> str:
    own = _form(one)
    if form.is_initials and own and (not own.is_initials or own.dot != form.dot or _FULL.search(given)):
        given = _cut(given, form)
    if own and given == one.given and own[:2] == form[:2]:
        return one.name
    family = " ".join(filter(None, (one.particle, family)))
    if not form.is_inverted:
        return " ".join(filter(None, (given, family, one.suffix)))
    head = f"{family}{form.comma} {given}"
    return f"{head}, {one.suffix}" if one.suffix else head


def _form(one: Author) -> NameForm | None:
    if not (one.given and one.family) or _WHOLE.search(one.name):
        return None
    at = one.name.find(one.given)
    is_inverted = one.name.startswith((one.family, f"{one.particle} {one.family}")) and at > 0
    comma = "," if is_inverted and "," in one.name[:at] else ""
    is_initials = not _FULL.match(one.given)
    dot = "." if "." in one.given else ""
    blank = "" if _GLUED.search(one.given) or (not dot and " " not in one.given) else " "
    is_one = is_initials and len(_PART.findall(one.given)) == 1 and not (not dot and len(one.given) > 1)
    return NameForm(is_inverted, comma, is_initials, dot, None if is_one else blank)


def _cut(given: str, form: NameForm) -> str:
    """Initials of given names: `Jean-Luc Marie` is `J.-L. M.`, `JM` where a page glues them."""
    if given.isupper() and given.isalpha() and len(given) <= 3:
        given = " ".join(given)
    parts = [
        (f"{hyphen}{letter.upper()}{form.dot}", hyphen) for hyphen, letter in _PART.findall(_GLUED.sub(". ", given))
    ]
    return "".join(part if not at or hyphen else f"{form.blank}{part}" for at, (part, hyphen) in enumerate(parts))
