"""What a page is about, drawn from a seed: its language, the works it may list and the traditions its author may keep to."""

import random
from typing import NamedTuple

from tools.training.pieces import pick
from tools.training.records import Work

_ABROAD = ("zh", "ja", "ko", "ru", "de", "fr", "es", "pt", "it", "pl", "sv", "da")


class Profile(NamedTuple):
    """`files` says how likely a work of each file is on the page; other files have none."""

    language: str
    files: tuple[tuple[str, float], ...]
    traditions: tuple[tuple[float, str], ...]

    def draw(self, rng: random.Random, works: tuple[Work, ...], count: int) -> list[Work]:
        """So many different works, newest first or in no order."""
        chances = dict(self.files)
        weights = [self._weight(work, chances) for work in works]
        pool = [(rng.random() ** (1 / weight), k) for k, weight in enumerate(weights) if weight]
        chosen = [works[k] for _, k in sorted(pool, reverse=True)[:count]]
        return sorted(chosen, key=lambda work: -work.year) if rng.random() < 0.7 else chosen

    def _weight(self, work: Work, chances: dict[str, float]) -> float:
        if self.language != "en" and work.language == self.language:
            return 40.0
        return chances.get(work.file, 0.0) if work.language in ("en", self.language) else 0.0


_LEARNING = (("conferences-learning", 8.0), ("preprints", 5.0), ("journals-computing", 4.0), ("workshops", 1.5), ("conferences-systems", 1.0), ("theses-reports", 0.5), ("books", 0.2), ("chapters", 0.2))
_SYSTEMS = (("conferences-systems", 8.0), ("preprints", 1.0), ("journals-computing", 3.0), ("workshops", 1.0), ("theses-reports", 1.0), ("books", 0.5), ("conferences-learning", 1.0))
_PHYSICAL = (("journals-physical", 8.0), ("journals-mathematics", 2.0), ("preprints", 1.0), ("books", 0.5), ("chapters", 0.4), ("theses-reports", 0.5), ("languages", 0.2))
_LIFE = (("journals-life", 8.0), ("journals-social", 0.7), ("books", 0.3), ("chapters", 0.5), ("theses-reports", 0.3))
_SOCIAL = (("journals-social", 8.0), ("books", 3.0), ("chapters", 4.0), ("theses-reports", 1.5))
_HUMANITIES = (("journals-social", 3.0), ("books", 6.0), ("chapters", 6.0), ("theses-reports", 0.7))
_MIXED = (*_LEARNING[:1], ("conferences-systems", 4.0), ("journals-physical", 4.0), ("journals-life", 4.0), ("journals-social", 4.0), ("journals-computing", 4.0), ("journals-mathematics", 3.0), ("books", 3.0), ("chapters", 3.0), ("preprints", 3.0), ("workshops", 3.0), ("theses-reports", 3.0))  # fmt: skip

_FREE = ((1.0, ""),)
_PROFILES: list[tuple[float, Profile]] = [
    (30, Profile("en", _LEARNING, ((8, ""), (0.7, "APA"), (0.7, "GB/T"), (0.5, "humanities")))),
    (12, Profile("en", _SYSTEMS, ((8, ""), (0.5, "APA"), (0.7, "GB/T")))),
    (12, Profile("en", _PHYSICAL, ((4, ""), (5, "physics"), (1, "APA"), (0.7, "GB/T")))),
    (12, Profile("en", _LIFE, ((4, ""), (4, "medicine"), (2, "APA"), (0.5, "GB/T")))),
    (10, Profile("en", _SOCIAL, ((4, ""), (4, "APA"), (2, "humanities")))),
    (6, Profile("en", _HUMANITIES, ((3, ""), (5, "humanities"), (1, "APA")))),
    (8, Profile("en", _MIXED, ((6, ""), (2, "APA"), (1, "medicine"), (1, "humanities"), (1, "physics"), (1, "GB/T")))),
]  # fmt: skip


def draw_profile(rng: random.Random) -> Profile:
    """A kind of page, as often as they are met."""
    profile = pick(rng, _PROFILES)
    if rng.random() < 0.2:
        language = pick(rng, list(zip((5, 2.5, 1.5, 2, 2, 2, 1.5, 1.5, 1, 1, 0.7, 0.7), _ABROAD, strict=True)))
        return profile._replace(language=language)
    return profile
