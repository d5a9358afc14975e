"""A reading and its lattice in, the same out, but that a server of preprints that was left over is the venue.

note := "preprint available on"? server "preprint"?      bioRxiv preprint doi:10.1101/2021.04.07.438649
"""

import re

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Reading, Step
from pubparse.grammar.steps import first_of, instead, said_by
from pubparse.grammar.weights import NOTE, VENUE
from pubparse.lexicons.load import rows

# arXiv, bioRxiv, PsyArXiv, Research Square: what follows says that it is a preprint's.
_NAMED = "|".join(rows("servers"))
SERVER = re.compile(rf"\w{{0,8}}rxiv\b|(?:{_NAMED})\b(?=$|\s\(?pre-?print\b)", re.I)
AVAILABLE = r"pre-?print available (?:on|at|from)\s"
"""What stands before a server, as a pattern."""

_AVAILABLE = re.compile(AVAILABLE.removesuffix(r"\s"), re.I)
_SAID = re.compile(rf"(?:{AVAILABLE})?(?:{SERVER.pattern})(?:\s\(?pre-?print\)?)?", re.I)


def by_server(reading: Reading, lattice: Lattice) -> Reading:
    """Read the first server among the notes as the venue, where there is none."""
    if first_of(reading.steps, VENUE) >= 0:
        return reading
    at = next((at for at, step in enumerate(reading.steps) if _is_server(lattice, step)), -1)
    return instead(reading, at, reading.steps[at]._replace(field=VENUE)) if at >= 0 else reading


def without_server(reading: Reading, lattice: Lattice) -> Reading | None:
    """The same, but a note is what only tells where a preprint is: `…, 6711–6738. Preprint available on arXiv`."""
    at = first_of(reading.steps, VENUE)
    before = reading.steps[at - 1] if at > 0 else None
    if before is None or before.field != NOTE or not _AVAILABLE.fullmatch(said_by(lattice, before)):
        return None
    return instead(reading, at, reading.steps[at]._replace(field=NOTE))


def _is_server(lattice: Lattice, step: Step) -> bool:
    return step.field == NOTE and bool(_SAID.fullmatch(said_by(lattice, step)))
