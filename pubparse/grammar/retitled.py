"""The steps of a path in, the same out, but that a title has its own last words, and an entry the title that is left.

title := words ", " place        A New England Town: The First Hundred Years, Dedham, Massachusetts. Norton
title := words without venue's   The Logic of Care. Medicine, Health Care and Philosophy
title := note                    Good Features to Track. CVPR 1994. Seattle, WA, USA
                                 Perlmutter, S. 1999, ApJ, 517, 565: Measurements of Ω and Λ from 42 High-Redshift …
"""

from pubparse.grammar.acronyms import is_short_for_end
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import Step
from pubparse.grammar.steps import gap_between, kind_at, said_by
from pubparse.grammar.weights import EDITORS, NOTE, PLACE, PUBLISHER, TITLE, VENUE
from pubparse.markdown.runs import FACE

_LEAST_WORDS, _SHORT_WORDS = 4, 3
_PARTS = frozenset({"part", "book", "volume", "vol", "teil", "band"})
_NAMES_AGAIN = frozenset({EDITORS, PUBLISHER})  # `Морфология сказки / В. Я. Пропп`: who it is by, said once more
_LEFT = frozenset({NOTE, PUBLISHER, PLACE, VENUE})
_KNOWN = frozenset({"publisher", "place", "acronym"})
_BEHIND_PLACE = frozenset({VENUE, PLACE, PUBLISHER})


def retitled(lattice: Lattice, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Give a title the place that ends it, and a venue its first word; where there is no title, find what is left."""
    steps = _without_false_title(lattice, steps)
    fields = [step.field for step in steps]
    if TITLE not in fields:
        return _with_title(lattice, steps)
    title = fields.index(TITLE)
    steps = _with_short_name(lattice, _to_end_of_face(lattice, steps, title), title)
    steps = _without_series(lattice, _without_place(lattice, steps, title), title)
    behind = [step.field for step in steps[title + 1 :]]
    if behind[:1] == [PLACE] and len(behind) > 1 and _ends_with_place(lattice, steps[title:]):
        whole = Step(steps[title].first, steps[title + 1].last, TITLE)
        return (*steps[:title], whole, *steps[title + 2 :])
    if behind[:1] == [VENUE] and _ends_with_word_of_journal(lattice, *steps[title : title + 2]):
        shorter = steps[title]._replace(last=steps[title].last - 1)
        longer = steps[title + 1]._replace(first=shorter.last)
        return (*steps[:title], shorter, longer, *steps[title + 2 :])
    if behind and behind[0] in _NAMES_AGAIN and lattice.joints[steps[title + 1].first].between == "slash":
        return (*steps[: title + 1], steps[title + 1]._replace(field=NOTE), *steps[title + 2 :])
    return steps


def _without_series(lattice: Lattice, steps: tuple[Step, ...], title: int) -> tuple[Step, ...]:
    """`Syntactic Structures (Janua Linguarum 4). The Hague: Mouton`: the numbered series that a book is in."""
    last, behind = steps[title].last - 1, {step.field for step in steps[title + 1 :]}
    cell = lattice.cells[last]
    is_numbered = cell.depth > 0 and cell.atom is None and lattice.tags[cell.last - 1] == "d"
    is_numbered = is_numbered and lattice.lexemes.texts[cell.first].lower() not in _PARTS
    if not is_numbered or last == steps[title].first or VENUE in behind or not {PLACE, PUBLISHER} <= behind:
        return steps
    return (*steps[:title], steps[title]._replace(last=last), Step(last, last + 1, VENUE), *steps[title + 1 :])


def _without_place(lattice: Lattice, steps: tuple[Step, ...], title: int) -> tuple[Step, ...]:
    """`The Aim and Structure of Physical Theory: Princeton, Princeton University Press`, as geologists have it."""
    last = steps[title].last - 1
    is_place = "place" in lattice.features[last] and lattice.joints[last].between == "colon"
    behind = [step.field for step in steps[title + 1 : title + 2] if lattice.joints[step.first].between == "comma"]
    if not is_place or last == steps[title].first or behind != [PUBLISHER]:
        return steps
    return (*steps[:title], steps[title]._replace(last=last), Step(last, last + 1, PLACE), *steps[title + 1 :])


def _without_false_title(lattice: Lattice, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """A city is no title where words stand in the place of one."""
    title = next((step for step in steps if step.field == TITLE), None)
    if title is None or not all("place" in lattice.features[at] for at in range(title.first, title.last)):
        return steps
    words = next((one for one in steps if one.field == NOTE and _length(lattice, one) >= _SHORT_WORDS), None)
    fields = {title: PLACE, words: TITLE} if words and words.first < title.first else {}
    return tuple(step._replace(field=fields.get(step, step.field)) for step in steps)


def _to_end_of_face(lattice: Lattice, steps: tuple[Step, ...], title: int) -> tuple[Step, ...]:
    """`*Nonlinear Dynamics and Chaos: With Applications to Physics, Biology, …*`: what one face holds is one field."""
    cells, styles = lattice.cells, lattice.lexemes.styles
    first, end = cells[steps[title].first].first, steps[title].last
    face = styles[first] & FACE
    if not face or (first and styles[first - 1] & FACE == face):
        return steps
    while end < len(cells) and all(style & FACE == face for style in styles[cells[end - 1].last : cells[end].last]):
        end += 1
    inside = [step for step in steps[title + 1 :] if step.last <= end]
    if not inside or inside[-1].last != end or not all(_may_be_words(lattice, step) for step in inside):
        return steps
    return (*steps[:title], Step(steps[title].first, end, TITLE), *steps[title + 1 + len(inside) :])


def _may_be_words(lattice: Lattice, step: Step) -> bool:
    features = {feature for cell in lattice.features[step.first : step.last] for feature in cell}
    return step.field in _LEFT and _KNOWN.isdisjoint(features) and not any(map(_tells_venue, features))


def _tells_venue(feature: str) -> bool:
    return feature.startswith("venue:")


def _with_short_name(lattice: Lattice, steps: tuple[Step, ...], title: int) -> tuple[Step, ...]:
    """`… on Graphics Processing Units (GPUs). arXiv.`: what the title's last words are called for short is its own."""
    if len(steps) == title + 1 or gap_between(lattice, *steps[title : title + 2]) != " (":
        return steps
    words, after = steps[title], steps[title + 1]
    start, end = lattice.lexemes.place(lattice.cells[after.first].first, lattice.cells[after.first].last)
    if lattice.text[end : end + 1] != ")" or not is_short_for_end(lattice.text[start:end], said_by(lattice, words)):
        return steps
    rest = (after._replace(first=after.first + 1),) if after.last > after.first + 1 else ()
    return (*steps[:title], words._replace(last=after.first + 1), *rest, *steps[title + 2 :])


def _length(lattice: Lattice, step: Step) -> int:
    return sum(lattice.sizes[step.first : step.last])


def _ends_with_place(lattice: Lattice, steps: tuple[Step, ...]) -> bool:
    """Whether what is around a place says that it is the title's: a comma before it, and the next field behind it."""
    title, place, after = steps[:3]
    if gap_between(lattice, title, place) != ", " or not _has_face_of(lattice, place, title):
        return False
    behind = gap_between(lattice, place, after)
    return (behind == ". " and after.field in _BEHIND_PLACE) or (behind == ", " and after.field == VENUE)


def _ends_with_word_of_journal(lattice: Lattice, title: Step, venue: Step) -> bool:
    """Whether a word alone behind the title's full stop begins a venue: `… of Care. Medicine, Health Care and …`."""
    last = title.last - 1
    return (
        title.first < last
        and lattice.joints[last].between == "period"
        and lattice.features[last][0] == "word"
        and "place" not in lattice.features[last]
        and gap_between(lattice, title, venue) == ", "
    )


def _has_face_of(lattice: Lattice, step: Step, other: Step) -> bool:
    styles = lattice.lexemes.styles
    return styles[lattice.cells[step.first].first] == styles[lattice.cells[other.last - 1].last - 1]


def _with_title(lattice: Lattice, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Read the note behind `ApJ, 517, 565:` as the title, in an entry that names its venue."""
    if not any(step.field == VENUE for step in steps):
        return steps
    return tuple(
        step._replace(field=TITLE)
        if step.field in (NOTE, PUBLISHER) and _is_behind_numbers(lattice, step, before)
        else step
        for before, step in zip((None, *steps), steps, strict=False)
    )


def _is_behind_numbers(lattice: Lattice, step: Step, before: Step | None) -> bool:
    is_behind = before is not None and kind_at(lattice, before) in ("numbers", "date")
    is_after_colon = lattice.joints[step.first].between == "colon"
    return is_behind and is_after_colon and _length(lattice, step) >= _LEAST_WORDS
