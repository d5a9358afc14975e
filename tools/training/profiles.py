"""A seed in, what a page is about out: its language, the works it may list, the tradition its author keeps to."""

import random
from typing import NamedTuple

from tools.training.pieces import pick
from tools.training.records import Work
from tools.training.tables import draw, load

_ABROAD = 0.3  # of the pages are in another language than English
_OWN_LANGUAGE = 40.0  # times as likely, on such a page, are works in its language


class Profile(NamedTuple):
    """The language of a page and its subject."""

    language: str
    subject: str

    def draw_works(self, rng: random.Random, works: tuple[Work, ...], count: int) -> list[Work]:
        """Draw so many different works, newest first or in no order."""
        chances = {file: weight for weight, file in load("profiles")[self.subject]}
        drawn = [(rng.random() ** (1 / weight), work) for work in works if (weight := self._weight(work, chances))]
        chosen = [work for _, work in sorted(drawn, key=lambda one: -one[0])[:count]]
        return sorted(chosen, key=lambda work: -work.year) if rng.random() < 0.7 else chosen

    def draw_tradition(self, rng: random.Random) -> str:
        """Draw a tradition, or none."""
        named = self.subject if self.language == "en" else self.language
        return pick(rng, load("profiles")[f"{named} traditions"])

    def _weight(self, work: Work, chances: dict[str, float]) -> float:
        if self.language != "en" and work.language == self.language:
            return _OWN_LANGUAGE
        return chances.get(work.file, 0.0) if work.language in ("en", self.language) else 0.0


def draw_profile(rng: random.Random) -> Profile:
    """Draw a kind of page, as often as they are met."""
    subject = draw(rng, "profiles", "profiles")
    return Profile(draw(rng, "profiles", "languages") if rng.random() < _ABROAD else "en", subject)
