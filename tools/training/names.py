"""A person and a style in, the name as a page prints it out."""

import random
import re
from typing import NamedTuple

from tools.training.pieces import pick
from tools.training.records import Person

EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTICLE = re.compile(r"(?:(?:van|von|der|den|de|da|di|du|la|le|ter|af|zu|dos|del)\s+)+", re.I)
_FORMS = (
    (34, "given family"),
    (20, "initials family"),
    (12, "family, initials"),
    (8, "family initials"),
    (5, "family, given"),
    (1.5, "family given"),
)


class NameStyle(NamedTuple):
    """`form` orders the parts; initials have `dot` after each and `gap` between them; `mark` joins family and the rest."""

    form: str = "given family"
    dot: str = "."
    gap: str = " "
    mark: str = ", "
    hyphen: bool = True
    capitals: bool = False
    gap_in_ideographs: str = ""

    @property
    def inverted(self) -> bool:
        """Whether the family name comes first."""
        return self.form.startswith("family")


def draw_name_style(rng: random.Random) -> NameStyle:
    """A style of names, as often as pages have it."""
    form = pick(rng, _FORMS)
    if form == "family initials":
        dot, gap = pick(rng, [(7, ("", "")), (1.5, (".", "")), (1.5, (".", " ")), (0.7, ("", " "))])
    else:
        dot, gap = pick(rng, [(6, (".", " ")), (4, (".", "")), (1, ("", "")), (0.3, ("", " "))])
    return NameStyle(
        form,
        dot,
        gap,
        pick(rng, [(12, ", "), (0.6, ",")]),
        rng.random() < 0.7,
        rng.random() < (0.12 if form.startswith("family") else 0.02),
        pick(rng, [(5, ""), (1, " ")]),
    )


def print_name(person: Person, style: NameStyle) -> str:
    """The name in the style; a group's name is always the same."""
    if person.group:
        return person.family
    if EAST_ASIAN.search(person.family):
        return person.family + style.gap_in_ideographs + person.given
    family = _capitals(person.family) if style.capitals else person.family
    suffix = f" {person.suffix}" if person.suffix else ""
    given = person.given if style.form.endswith("given") or style.form.startswith("given") else initials(person.given, style)
    if style.form.endswith("family"):
        gap = "" if style.gap == "" and style.dot and "initials" in style.form and style.mark == "," else " "
        return f"{given}{gap}{family}{suffix}"
    if style.form.startswith("family, "):
        return f"{family}{style.mark}{given}" + (f", {person.suffix}" if person.suffix else "")
    return f"{family} {given}{suffix}"


def initials(given: str, style: NameStyle) -> str:
    """Shorten the given names: "Jean-Pierre B." to "J.-P. B.", "J. P. B.", "J.P.B." or "JPB"."""
    out = []
    for word in given.split():
        parts = [part for part in re.split(r"[-‐]", word) if part]
        letters = [part[0] if part[0].isupper() else part[0].upper() for part in parts]
        joint = f"{style.dot}-" if style.hyphen else style.dot + style.gap
        out.append(joint.join(letters) + style.dot)
    return style.gap.join(out)


def _capitals(family: str) -> str:
    particle = _PARTICLE.match(family)
    start = particle.end() if particle else 0
    return family[:start] + family[start:].upper()
