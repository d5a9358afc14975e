"""A page and a source of chance in, the page after a mishap out: what editors, scripts and copying do to pages."""

from collections.abc import Callable
from random import Random

import inputs

SEEDS: tuple[bytes, ...] = (*inputs.PAGES.values(), *(text.encode() for text in inputs.CASES.values()))
"""Pages that are read well: mishaps begin with these."""
SCRAPS: tuple[str, ...] = (
    *inputs.NAMES, *inputs.JOINTS, *inputs.TITLES, *inputs.VENUES, *inputs.DATES, *inputs.EXTRAS, *inputs.BULLETS,
    *inputs.ENDS, *inputs.SCRAPS,
)  # fmt: skip
MOST = 1500
"""Bytes of a page that is made up; longer ones take time and seldom show more."""
_REPEATS = (2, 3, 40)


def mutated(page: bytes, chance: Random, most: int = MOST) -> bytes:
    """The page after one to four mishaps, cut to so many bytes."""
    page = _window(page, chance, most)
    for _ in range(chance.randint(1, 4)):
        page = chance.choice(_MISHAPS)(page, chance)[:most]
    return page


def _window(page: bytes, chance: Random, most: int) -> bytes:
    """Some lines that follow each other, as many as there is room for."""
    if len(page) <= most:
        return page
    start = page.find(b"\n", chance.randrange(len(page) - most)) + 1
    return page[start : start + most]


def _stretch(page: bytes, chance: Random) -> tuple[int, int]:
    """A stretch of the page, a short one more often than not."""
    start = chance.randint(0, len(page))
    return start, min(len(page), start + int(chance.expovariate(1 / 20)))


def _cut(page: bytes, chance: Random) -> bytes:
    start, end = _stretch(page, chance)
    return page[:start] + page[end:]


def _paste(page: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(page))
    return page[:at] + _scrap(chance) + page[at:]


def _replace(page: bytes, chance: Random) -> bytes:
    start, end = _stretch(page, chance)
    return page[:start] + _scrap(chance) + page[end:]


def _scrap(chance: Random) -> bytes:
    return chance.choice(SCRAPS).encode("utf-8", "surrogatepass")


def _repeat(page: bytes, chance: Random) -> bytes:
    start, end = _stretch(page, chance)
    return page[:start] + page[start:end] * chance.choice(_REPEATS) + page[end:]


def _splice(page: bytes, chance: Random) -> bytes:
    """The beginning of one page and the end of another."""
    other = _window(chance.choice(SEEDS), chance, MOST)
    return page[: chance.randint(0, len(page))] + other[chance.randint(0, len(other)) :]


def _swap(page: bytes, chance: Random) -> bytes:
    """Two lines that have changed places."""
    lines = page.splitlines(keepends=True) or [b""]
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _shuffle(page: bytes, chance: Random) -> bytes:
    """A line whose parts stand in another order."""
    lines = page.splitlines(keepends=True) or [b""]
    at, joint = chance.randrange(len(lines)), chance.choice([b". ", b", ", b" ", b"*"])
    parts = lines[at].split(joint)
    chance.shuffle(parts)
    lines[at] = joint.join(parts)
    return b"".join(lines)


def _flip(page: bytes, chance: Random) -> bytes:
    """One byte that has become another, often one that is no UTF-8 there."""
    at = chance.randint(0, max(0, len(page) - 1))
    return page[:at] + bytes([chance.randrange(256)]) + page[at + 1 :]


def _re_encode(page: bytes, chance: Random) -> bytes:
    """Saved in one encoding and read in another, or with other line ends."""
    text = page.decode("utf-8", "replace")
    return chance.choice(_ENCODINGS)(text)


_ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("cp1252", "ignore"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode().decode("latin-1").encode(),
    lambda text: text.encode().decode("cp1252", "ignore").encode(),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: text.replace("\n", "\u2028").encode(),
    lambda text: text.replace(" ", "\u00a0").encode(),
    lambda text: text.upper().encode(),
)
_MISHAPS = (_cut, _paste, _paste, _replace, _replace, _repeat, _splice, _swap, _shuffle, _flip, _re_encode)
