"""The steps of a path in, the same out, those joined that only together tell what they are."""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Step
from pubparse.grammar.weights import NOTE, PLACE, PUBLISHER, VENUE

_TRACK = "venue:track"
_PUBLISHER_WORDS = frozenset(
    "press university verlag books publishing publishers publisher inc ltd co editora éditions edizioni "
    "издательство 出版社".split()
)


def settled(lattice: Lattice, steps: tuple[Step, ...]) -> list[Step]:
    """Join what two steps tell together that neither tells alone."""
    kept: list[Step] = []
    for step in steps:
        kept.append(step)
        if step.field not in (NOTE, PLACE):
            continue
        fields = [one.field for one in kept[-3:]]
        # `EMNLP 2020 Findings`: a track behind the venue's year is a part of its name.
        is_track = fields == [VENUE, ATOM, NOTE] and _TRACK in lattice.features[step.first]
        if is_track and _is_between(lattice, kept[-2].first):
            kept[-3:] = [Step(kept[-3].first, step.last, VENUE)]
        # `Lausanne, Switzerland`: what stands before a country, and calls itself no publisher, is its city.
        elif fields[-2:] == [PUBLISHER, PLACE] and _is_city(lattice, kept[-2], step):
            kept[-2:] = [Step(kept[-2].first, step.last, PLACE)]
    return kept


def _is_city(lattice: Lattice, step: Step, country: Step) -> bool:
    return lattice.joints[country.first].between == "comma" and not _is_publisher(lattice, step)


def _is_publisher(lattice: Lattice, step: Step) -> bool:
    cells = lattice.cells[step.first : step.last]
    said = {text.lower() for cell in cells for text in lattice.lexemes.texts[cell.first : cell.last]}
    return "publisher" in lattice.features[step.first] or bool(said & _PUBLISHER_WORDS)


def _is_between(lattice: Lattice, cell: int) -> bool:
    return any(feature.endswith(":between") for feature in lattice.features[cell])
