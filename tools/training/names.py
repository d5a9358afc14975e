"""A person and a style in, the name as a page prints it out."""

import random
import re
from typing import NamedTuple

from pubparse.text.scripts import IDEOGRAPHS
from tools.training.pieces import pick
from tools.training.records import Person
from tools.training.tables import draw

EAST_ASIAN = re.compile(f"[{IDEOGRAPHS}]")
_HYPHEN = re.compile("[-‐]")


class NameStyle(NamedTuple):
    """`form` orders the parts; initials have `dot` after each and `gap` between them; `mark` follows a family name."""

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
    """Draw a style of names, as often as pages have it."""
    form = draw(rng, "names", "forms")
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
    """Write the name in the style; a group's name is always the same."""
    if person.group:
        return person.family
    if EAST_ASIAN.search(person.family):
        return person.family + style.gap_in_ideographs + person.given
    particle, core = person.split_family
    family = f"{particle} {core.upper()}".lstrip() if style.capitals else person.family
    given = initials(person.given, style) if "initials" in style.form else person.given
    suffix = f" {person.suffix}" if person.suffix else ""
    if style.form.endswith("family"):
        return f"{given} {family}{suffix}"
    if style.form.startswith("family, "):
        return f"{family}{style.mark}{given}" + (f", {person.suffix}" if person.suffix else "")
    return f"{family} {given}{suffix}"


def initials(given: str, style: NameStyle) -> str:
    """Shorten the given names: "Jean-Pierre B." to "J.-P. B.", "J. P. B.", "J.P.B." or "JPB"."""
    joint = f"{style.dot}-" if style.hyphen else style.dot + style.gap
    words = [[part[0].upper() for part in _HYPHEN.split(word) if part] for word in given.split()]
    return style.gap.join(joint.join(letters) + style.dot for letters in words)
