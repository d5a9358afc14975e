"""A numbered list and a place in it in, the number of a new entry there out, and the edits that make room for it."""

from collections import Counter
from collections.abc import Sequence

from pubparse.house_style.placing import Gap, falls
from pubparse.house_style.slots import NUMBER
from pubparse.model.page import Page
from pubparse.text.edit import Edit
from pubparse.text.span import Span

Numbered = tuple[int, Span] | None


def number_at(page: Page, gap: Gap) -> tuple[str, tuple[Edit, ...]]:
    """Give the number of a new entry, empty where entries have none, and the edits of those after it.

    A list goes on as it is counted, up or down, in each section anew or not; `1.` at every entry stays so. Numbers are
    pushed on only as far as one would be there twice: what cites them by number stays right as long as it can.
    """
    numbers = [_number(page, one.span) for one in page.publications]
    known = [number for number, _ in filter(None, numbers)]
    if not any(numbers[max(0, gap.at - 1) : gap.at + 1]):
        return "", ()
    if len(known) > 1 and len(set(known)) == 1:
        return str(known[0]), ()
    if Counter(known)[1] > 1:  # each section counts for itself
        own = None if gap.is_section else gap.neighbour.section
        numbers = [
            number if one.section == own else None for number, one in zip(numbers, page.publications, strict=True)
        ]
        there = [number for number, _ in filter(None, numbers)]
        if len(there) > 1 and len(set(there)) == 1:
            return str(there[0]), ()
    ahead, behind = numbers[: gap.at][::-1], numbers[gap.at :]
    return _fit_in(behind, ahead) if falls(known) else _fit_in(ahead, behind)


def _number(page: Page, span: Span) -> Numbered:
    match = NUMBER.match(page.source.text, *span)
    return (int(match[1]), Span(*match.span(1))) if match else None


def _fit_in(less: Sequence[Numbered], more: Sequence[Numbered]) -> tuple[str, tuple[Edit, ...]]:
    """The number between those that are less and those that are more, the nearest first."""
    one, other = next(iter(less), None), next(iter(more), None)
    fresh = one[0] + 1 if one else max(1, other[0] - 1) if other else 1
    edits, taken = [], fresh
    for number in more:
        if number is None or number[0] != taken:
            break
        taken += 1
        edits.append(Edit(number[1], str(taken)))
    return str(fresh), tuple(edits)
