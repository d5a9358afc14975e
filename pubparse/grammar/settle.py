"""The steps of a path in, the same out, those joined that only together tell what they are."""

import re
from collections.abc import Iterable, Sequence

from pubparse.grammar.acronyms import is_acronym_of
from pubparse.grammar.houses import CITIES, is_outlet
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.meetings import with_city
from pubparse.grammar.retitled import retitled
from pubparse.grammar.search import ATOM, Step
from pubparse.grammar.steps import gap_between, is_house, kind_at, place_of, said_by
from pubparse.grammar.venue_kinds import MEETINGS, kind_of
from pubparse.grammar.weights import EDITORS, NOTE, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.markdown.runs import ITALIC

_TRACK = "venue:track"
_CITY_WORDS = 3
_CODE = 3  # letters
_GOES_ON = re.compile(r"\) (?!(?:in|at|with|and|eds?)\b)[a-z]+ [^\W\d_]")
_ROMAN = re.compile("[IVX]{1,4}")
_JOINING = frozenset({"on", "of", "in", "for", "the", "and", "&"})
_MAIN_TRACKS = frozenset({"main", "main conference", "main track"})


def settled(lattice: Lattice, steps: tuple[Step, ...]) -> list[Step]:
    """Join what two steps tell together that neither tells alone."""
    kept: list[Step] = []
    steps = _with_meeting(lattice, retitled(lattice, steps))
    for step in with_city(lattice, _with_house(lattice, _without_false_houses(lattice, steps))):
        are_cities = step.field in (PUBLISHER, VENUE) and _are_cities(said_by(lattice, step))
        kept.append(step._replace(field=PLACE) if are_cities else step)
        if step.field in (NOTE, VENUE) and _is_end_of_title(lattice, kept[-2:]):
            kept[-2:] = [kept[-2]._replace(last=step.last)]
            continue
        # `**BERT: Pre-training …**`: the first word of what one face holds belongs to it.
        if step.field == TITLE and len(kept) > 1 and kept[-2].field == NOTE and _is_prefix(lattice, kept[-2], step):
            kept[-2:] = [Step(kept[-2].first, step.last, TITLE)]
        if step.field not in (NOTE, PLACE, PUBLISHER):
            continue
        if _is_acronym(lattice, kept[-2:]) or _is_sort(lattice, kept[-2:]) or _is_rest(lattice, kept[-2:]):
            kept[-2:] = [Step(kept[-2].first, step.last, VENUE)]
            continue
        fields = [one.field for one in kept[-3:]]
        # `EMNLP 2020 Findings`: a track behind the venue's year is a part of its name.
        is_track = fields == [VENUE, ATOM, NOTE] and _is_track(lattice, step)
        if is_track and _is_between(lattice, kept[-2].first):
            kept[-3:] = [Step(kept[-3].first, step.last, VENUE)]
        elif _is_place(lattice, kept[-2:]):
            kept[-2:] = [Step(kept[-2].first, step.last, PLACE)]
    return kept


def _with_meeting(lattice: Lattice, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """`In: SIMPÓSIO BRASILEIRO DE LINGUAGENS, 5., 2001`: a meeting is no editor, and the venue if there is no other."""
    if any(step.field == VENUE for step in steps):
        return steps
    return tuple(
        step._replace(field=VENUE) if step.field == EDITORS and kind_of(said_by(lattice, step)) in MEETINGS else step
        for step in steps
    )


def _are_cities(said: str) -> bool:
    """`Leiden / Boston`: no house, where none is named."""
    return "/" in said and all(city.strip() in CITIES for city in said.lower().split("/"))


def _without_false_houses(lattice: Lattice, steps: tuple[Step, ...]) -> Sequence[Step]:
    """What does not call itself a publisher is a conference's city, or the outlet where there is no other.

    Beside a journal it is neither.
    """
    false = [step for step in steps if step.field == PUBLISHER and not _is_known_house(lattice, step, steps)]
    if not false:
        return steps
    venue = next((step for step in steps if step.field == VENUE), None)
    kind = kind_of(said_by(lattice, venue)) if venue else None
    if venue and kind == "journal":
        return [step._replace(field=NOTE) if step in false else step for step in steps]
    if venue and kind not in ("conference", "workshop"):
        return steps
    return [
        step._replace(field=PLACE if venue else VENUE)
        if step in false and (venue or _names_outlet(lattice, step, steps))
        else step
        for step in steps
    ]


def _is_known_house(lattice: Lattice, step: Step, steps: Sequence[Step]) -> bool:
    """Whether a publisher calls itself one, or stands where they do: `Austin, TX: Cognitive Science Society`."""
    is_behind_place = lattice.joints[step.first].between == "colon" and any(
        one.field == PLACE and one.last == step.first for one in steps
    )
    return is_behind_place or is_house(lattice, step)


def _with_house(lattice: Lattice, steps: Sequence[Step]) -> Sequence[Step]:
    """`… 2016. IEEE.`: what is left and known as a publisher is the entry's where it has no other."""
    for at, step in enumerate(steps):
        if step.field == NOTE and "publisher" in lattice.features[step.first]:
            if any(one.field == PUBLISHER for one in steps):
                return steps
            return (*steps[:at], step._replace(field=PUBLISHER), *steps[at + 1 :])
    return steps


def _names_outlet(lattice: Lattice, step: Step, steps: tuple[Step, ...]) -> bool:
    said, has_place = said_by(lattice, step), any(one.field == PLACE for one in steps)
    return (
        is_outlet(said)
        or (kind_of(said) == "journal" and not has_place)  # Revista de Medicina
        or _is_set_off(lattice, step, steps)
        or ((_is_quoted(lattice, steps) or _has_state(lattice, steps)) and not has_place)
    )


def _is_quoted(lattice: Lattice, steps: Iterable[Step]) -> bool:
    """Whether the title is in the quotation marks that articles' are, and no books': `『共同主観性の現象学』`."""
    cells = [lattice.cells[step.first] for step in steps if step.field == TITLE]
    return any(cell.quoted and lattice.text[lattice.lexemes.starts[cell.first] - 1] not in "『《" for cell in cells)


def _has_state(lattice: Lattice, steps: tuple[Step, ...]) -> bool:
    """`Applied Optics, to appear`: articles are told of before they are out, where books seldom are."""
    return any(kind_at(lattice, step) == "status" for step in steps)


def _is_set_off(lattice: Lattice, step: Step, steps: tuple[Step, ...]) -> bool:
    """Whether it is in italics, as journals are and houses are not, and the title is in none."""
    title = next((one for one in steps if one.field == TITLE), step)
    italic = [lattice.lexemes.styles[lattice.cells[one.first].first] & ITALIC for one in (step, title)]
    return bool(italic[0]) and not italic[1]


def _is_end_of_title(lattice: Lattice, steps: list[Step]) -> bool:
    """`… with sulindac (clinoril). Histopathology`: brackets before the full stop; `Weil. I, Inst. …`: its part."""
    fields = [step.field for step in steps]
    if len(fields) == 1 or fields[0] != TITLE:
        return False
    gap, (start, end) = gap_between(lattice, steps[0], steps[1]), place_of(lattice, steps[1])
    said, behind = lattice.text[start:end], lattice.text[end : end + 2]
    if gap == " (" and behind[:1] == ")" and lattice.cells[steps[1].last - 1].quoted:
        return True
    if fields[1] == NOTE and (gap == "(" or (gap == ") " and said[0].islower())):  # As(III) by …   (ABS) systems
        return True
    is_bracketed = (gap, behind) in ((" (", ")."), (" [", "].")) or (gap == " (" and _GOES_ON.match(lattice.text, end))
    return fields[1] == NOTE and (bool(is_bracketed) or (gap in (". ", ", ") and bool(_ROMAN.fullmatch(said))))


def _is_acronym(lattice: Lattice, steps: list[Step]) -> bool:
    """`*Symposium on Cloud Computing* (SoCC 2021)`: a venue ends with the brackets that hold its acronym."""
    if steps[0].field != VENUE or steps[-1].last - steps[-1].first > 1:
        return False
    gap = gap_between(lattice, *steps)
    return gap.lstrip() == "(" and is_acronym_of(said_by(lattice, steps[1]), said_by(lattice, steps[0]))


def _is_sort(lattice: Lattice, steps: list[Step]) -> bool:
    """`Principles of Distributed Computing (PODC) symposium`: what a meeting is stands behind its acronym."""
    if steps[0].field != VENUE or gap_between(lattice, *steps) != ") ":
        return False
    return kind_of(said_by(lattice, steps[1])) in MEETINGS and steps[1].last - steps[1].first == 1


def _is_rest(lattice: Lattice, steps: list[Step]) -> bool:
    """`Proceedings of the Workshop on *Computational Learning Theory*`: no name ends with what joins."""
    if steps[0].field != VENUE or lattice.joints[steps[-1].first].between != "style":
        return False
    return lattice.lexemes.texts[lattice.cells[steps[0].last - 1].last - 1] in _JOINING


def _is_track(lattice: Lattice, step: Step) -> bool:
    return _TRACK in lattice.features[step.first] or said_by(lattice, step).lower() in _MAIN_TRACKS


def _is_prefix(lattice: Lattice, note: Step, title: Step) -> bool:
    cells, styles = lattice.cells, lattice.lexemes.styles
    before, after = cells[note.last - 1], cells[title.first]
    return (
        lattice.joints[title.first].between == "colon"
        and note.last - note.first == 1
        and styles[before.first] == styles[after.first]
        and lattice.lexemes.links[before.first] is lattice.lexemes.links[after.first]
        and before.quoted == after.quoted
        and bool(styles[before.first] or lattice.lexemes.links[before.first] or before.quoted)
    )


def _is_place(lattice: Lattice, steps: list[Step]) -> bool:
    """`San Jose, CA, USA`; `(ICML). Lausanne, Switzerland`: before a country stands its city, if it is no publisher."""
    fields = [PLACE if _is_city_read_as_venue(lattice, step) else step.field for step in steps]
    if len(steps) > 1 and fields[1] in (NOTE, PUBLISHER) and "place" in lattice.features[steps[1].first]:
        fields[1] = PLACE  # of which the reading made something else, as it has one already, or calls the city a house
    if fields == [PLACE, NOTE]:
        return _is_code(lattice, steps[1])
    return fields in ([PUBLISHER, PLACE], [NOTE, PLACE], [PLACE, PLACE]) and _is_city(lattice, *steps)


def _is_city_read_as_venue(lattice: Lattice, step: Step) -> bool:
    """`Cambridge, MA: MIT Press`: what is but a place's name is no venue."""
    return step.field == VENUE and step.last - step.first == 1 and "place" in lattice.features[step.first]


def _is_code(lattice: Lattice, step: Step) -> bool:
    """Whether two or three capitals follow after a comma: a state or country."""
    said = said_by(lattice, step)
    return lattice.joints[step.first].between == "comma" and said.isupper() and said.isalpha() and len(said) <= _CODE


def _is_city(lattice: Lattice, step: Step, country: Step) -> bool:
    first, last = lattice.cells[step.first].first, lattice.cells[step.last - 1].last
    is_name = last - first <= _CITY_WORDS and all(text[0].isupper() for text in lattice.lexemes.texts[first:last])
    is_bracketed = bool(lattice.cells[step.first].depth)
    if lattice.joints[country.first].between not in ("comma", "bracket") or is_house(lattice, step):
        return False
    if step.field == PUBLISHER and said_by(lattice, country).lower() in CITIES:  # Einaudi, Torino
        return False
    return step.field in (PUBLISHER, PLACE, VENUE) or (
        is_name and lattice.joints[step.first].between in ("comma", "period", "bracket") and not is_bracketed
    )


def _is_between(lattice: Lattice, cell: int) -> bool:
    return any(feature.endswith(":between") for feature in lattice.features[cell])
