"""A reading and its lattice in, the same out, but that what has a volume and a page has a venue, and no title a series.

work := names title? journal (year | note)? volume "," pages        S. Hawking, Nature 248, 30 (1974)
                                                                     …," Computer, Special Issue on …, vol. 23, pp. 73
      | names? title volume journal page                             The Path of the Law, 10 Harv. L. Rev. 457
"""

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.servers import without_server
from pubparse.grammar.steps import atom_of, first_of, gap_between, instead, kind_at
from pubparse.grammar.weights import AUTHORS, EDITORS, NOTE, PUBLISHER, TITLE, VENUE
from pubparse.markdown.runs import FACE, ITALIC

_MOST_WORDS = 3  # of a journal that was read as the title
_MOST_IN_ITALICS = 6
_MOST_WORDS_BEHIND_TITLE = 8
_LEFT = (NOTE, PUBLISHER, EDITORS)  # what a journal was read as
_ISSUES = frozenset({"volume", "issue"})
_OF_JOURNAL = frozenset({"pages", "article_number"})


def without_numbers(reading: Reading, lattice: Lattice) -> Reading:
    """No title ends with its pages, or with its series, or is nothing but the year.

    `Logic and Conversation, pp. 41–58. *In* …`   `The Calculi of Lambda-Conversion, volume 6 of Annals of …`
    """
    steps = reading.steps
    at = first_of(steps, TITLE)
    if at < 0:
        return reading
    cut = _end_before_numbers(lattice, steps[at])
    title = (steps[at]._replace(last=cut),) if cut > steps[at].first else ()
    behind = [Step(place, place + 1, ATOM) for place in range(cut, steps[at].last)]
    if behind and not lattice.cells[steps[at].last - 1].atom:
        behind[-1] = behind[-1]._replace(field=VENUE)
    return instead(reading, at, *title, *behind) if behind else reading


def _end_before_numbers(lattice: Lattice, title: Step) -> int:
    """The cell behind the last that is the title's own."""
    atoms = [cell.atom for cell in lattice.cells[title.first : title.last]]
    match [atom.kind if atom else "" for atom in atoms]:
        case ["date"] if sum(cell.atom is not None and cell.atom.kind == "date" for cell in lattice.cells) == 1:
            return title.first
        case [_, *_, "numbers", "series"]:
            return title.last - 2
        case [_, *_, "numbers", ""] if lattice.lexemes.texts[lattice.cells[title.last - 1].first] == "of":
            return title.last - 2  # Vol. 4 of Gesammelte Werke
        case [_, *_, "numbers"] if atoms[-1] and lattice.tags[atoms[-1].first] == "P":
            return title.last - 1
    return title.last


def by_volume(reading: Reading, lattice: Lattice) -> Reading:
    """Read what stands where a journal does beside its volume and page as the venue, in an entry that has none.

    Where a preprint is available beside them is no other venue.
    """
    if beside := without_server(reading, lattice):
        found = by_volume(beside, lattice)
        return found if first_of(found.steps, VENUE) >= 0 else reading
    steps = reading.steps
    at = _place_of_journal(lattice, steps) if first_of(steps, VENUE) < 0 else -1
    if at < 0:
        return _by_end_of_title(reading, lattice)
    step = steps[at]
    journal = Step(step.last - 1 if step.field == AUTHORS else step.first, step.last, VENUE)
    names = (step._replace(last=journal.first),) if journal.first > step.first else ()
    return instead(reading, at, *names, journal) if journal.first else reading


def _by_end_of_title(reading: Reading, lattice: Lattice) -> Reading:
    """`… of memory. Cognitive, Affective, & Behavioral Neuroscience, 19(2)`: no title goes on in capitals only."""
    steps = reading.steps
    at = first_of(steps, TITLE)
    behind = steps[at + 1 : at + 2] if at >= 0 and first_of(steps, VENUE) < 0 else ()
    if not any("volume" in _told_in(lattice, step) for step in behind):
        return reading
    first, last, _ = steps[at]
    cut = next((cell for cell in range(last - 1, first, -1) if lattice.joints[cell].between == "period"), first)
    words = [feature for cell in lattice.features[cut:last] for feature in cell]
    is_set_off = lattice.cells[cut].quoted or "lower" in words or "cap" not in words
    if cut == first or is_set_off or "lower" not in lattice.features[cut - 1]:
        return reading
    if sum(lattice.sizes[cut:last]) > _MOST_WORDS_BEHIND_TITLE:
        return reading
    return instead(reading, at, Step(first, cut, TITLE), Step(cut, last, VENUE))


def _place_of_journal(lattice: Lattice, steps: tuple[Step, ...]) -> int:
    """Which step names the journal: between volume and page, else between title and volume, else before the volume."""
    places = range(1, len(steps) - 1)
    if between := next((at for at in places if _is_between(lattice, *steps[at - 1 : at + 2])), 0):
        return between
    title = first_of(steps, TITLE)
    numbers = _place_of_volume(lattice, steps, title)
    behind_title = range(title + 1, numbers) if title >= 0 else ()
    if left := next((at for at in behind_title if _is_left(lattice, *steps[at - 1 : at + 1])), 0):
        return left
    at = numbers - 1 - (numbers > 1 and kind_at(lattice, steps[numbers - 1]) == "date")
    return at if at >= 0 and _may_be_journal(lattice, steps, at, title) else -1


def _place_of_volume(lattice: Lattice, steps: tuple[Step, ...], title: int) -> int:
    """Which step tells the volume and the page; or, behind the title, the volume alone, if another tells the page."""
    told = [_told_in(lattice, step) for step in steps]
    paged = [at for at, fields in enumerate(told) if not _OF_JOURNAL.isdisjoint(fields)]
    both = next((at for at in paged if not told[at].isdisjoint(_ISSUES)), 0)
    return both or next((at for at in range(title + 1, len(told)) if paged and title >= 0 and "volume" in told[at]), 0)


def _is_between(lattice: Lattice, volume: Step, journal: Step, behind: Step) -> bool:
    """`50 Yale L.J. 100`, `35 U. Chi. L. Rev. (forthcoming …`: what stands behind a volume, as lawyers have it."""
    if _told_in(lattice, volume) != {"volume"} or gap_between(lattice, volume, journal) != " ":
        return False
    is_told = kind_at(lattice, behind) == "status" or _told_in(lattice, behind) == {"pages"}
    return journal.field in (AUTHORS, *_LEFT) and is_told


def _told_in(lattice: Lattice, step: Step) -> set[str]:
    """The fields of a step that is a group of numbers."""
    atom = atom_of(lattice, step)
    return {part.field for part in atom.parts} if atom and atom.kind == "numbers" else set()


def _is_left(lattice: Lattice, before: Step, step: Step) -> bool:
    """Whether no field has taken it that needs it less than the venue; what is in brackets (`[J]`) is no journal."""
    is_edited, is_known_house = kind_at(lattice, before) == "editors", "publisher" in lattice.features[step.first]
    return step.field in _LEFT and not (is_edited or is_known_house or lattice.cells[step.first].depth)


def _may_be_journal(lattice: Lattice, steps: tuple[Step, ...], at: int, title: int) -> bool:
    """Whether a step may name a journal: the last of what was read as names, what is left, or too short a title."""
    step = steps[at]
    if step.field != TITLE:
        return step.field in (AUTHORS, *_LEFT) and title < at  # `"Title" with A. Bee, Econometrica 49, 1057`
    first = lattice.cells[step.first]
    is_set_off = first.quoted or lattice.lexemes.styles[first.first] & FACE or lattice.lexemes.links[first.first]
    gap, size = gap_between(lattice, step, steps[at + 1]), sum(lattice.sizes[step.first : step.last])
    if lattice.lexemes.styles[first.first] & ITALIC and not first.quoted:  # Ohno H 1998 *Science* **281** 951
        return size <= _MOST_IN_ITALICS
    return not is_set_off and size <= (_MOST_WORDS if gap == ", " else 1)  # `Random Forests 45` is a title
