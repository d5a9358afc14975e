"""Values to be written and entries that count in, the values in the order of the page out."""

from itertools import combinations
from typing import NamedTuple

from pubparse.house_style.learn import NUMBER, START, Example, Key
from pubparse.house_style.ranking import Ranked, fit, kind_of, most
from pubparse.house_style.slots import AGAIN
from pubparse.house_style.wants import Want

_BY_CASE = ("link", "url")
_ANY = ("note", "status", "type")


class Filled(NamedTuple):
    """A value in its slot, and the entry that the slot is of, if it is one."""

    want: Want
    model: Example | None


def in_order(wants: list[Want], asides: list[Want], ranked: list[Ranked]) -> list[Filled]:
    """Put values in the order of slots that most like entries have; others go where other entries have them.

    `asides` are what only a slot of the model calls for: the number in a list, a year once more.
    """
    model = _model(wants, asides, ranked)
    left = list(wants)
    filled: list[Filled] = []
    for key in model.keys[1:-1]:
        if want := next(
            (one for one in left if one.key == key or (one.key not in model.keys and _fits(one, key))), None
        ):
            left.remove(want)
            filled.append(Filled(want, model))
        elif aside := next((aside for aside in asides if aside.key == key), None):
            filled.append(Filled(aside, model))
    for want in left:
        at, example = _place_of(want, wants, [one.want.name for one in filled], ranked)
        filled.insert(at + _is_inside_link(filled[:at], filled[at:]), Filled(want, example))
    return _links_as_told(filled, wants, ranked)


def _is_inside_link(ahead: list[Filled], behind: list[Filled]) -> bool:
    """Whether a place is between a value and the address that it leads to."""
    if not (ahead and behind):
        return False
    one, other = sorted((ahead[-1].want, behind[0].want), key=lambda want: want.name == "url")
    return other.name == "url" and other.detail == one.name


def _links_as_told(filled: list[Filled], wants: list[Want], ranked: list[Ranked]) -> list[Filled]:
    """Links in the order of the record, if some entries have each two of them so that would have to change places."""
    links = [(at, one) for at, one in enumerate(filled) if one.want.name == "link"]
    told = sorted((one for _, one in links), key=lambda one: wants.index(one.want))
    places = {one.want: at for at, one in links}
    turned = (pair for pair in combinations(told, 2) if places[pair[0].want] > places[pair[1].want])
    if not all(any(_are_in_order(example, pair) for example, _ in ranked) for pair in turned):
        return filled
    again = iter(told)
    return [next(again) if one.want.name == "link" else one for one in filled]


def _are_in_order(example: Example, pair: tuple[Filled, Filled]) -> bool:
    """Whether an entry has links with two labels in this order."""
    one, other = (filled.want.key for filled in pair)
    return one in example.keys and other in example.keys[example.keys.index(one) :]


def _model(wants: list[Want], asides: list[Want], ranked: list[Ranked]) -> Example:
    """The first entry with the order of slots that most of the like ones have; what it says again must be wanted."""
    wanted = {want.key for want in wants}
    free = {NUMBER, *(want.key for want in asides if want.detail == AGAIN)}
    votes = []
    for example, weight in ranked:
        own = [key for key in example.keys[1:-1] if key not in free]
        votes.append((example.keys, weight * fit(own, wanted) ** 4))
    best = most(votes)
    return next(example for example, _ in ranked if example.keys == best)


def _fits(want: Want, key: Key) -> bool:
    if want.name != key[0]:
        return False
    if want.name in _BY_CASE:
        return want.detail.casefold() == key[1].casefold()
    return want.name in _ANY or want.detail == key[1]


def _place_of(want: Want, wants: list[Want], filled: list[str], ranked: list[Ranked]) -> tuple[int, Example | None]:
    """Where a value goes that the model has no slot for: behind what it is behind of in other entries, or mostly is."""
    if want.name in filled:
        return len(filled) - filled[::-1].index(want.name), None
    names = [START[0], *map(kind_of, filled)]
    for kind in (str, kind_of):
        for example, _ in ranked:
            slots = [kind(name) for name in example.names]
            end = slots.index(kind(want.name)) if kind(want.name) in slots else 0
            ahead = map(kind_of, reversed(example.names[:end]))
            if before := next((name for name in ahead if name in names), None):
                return len(names) - 1 - names[::-1].index(before), example
    natural = [one.name for one in wants]
    earlier = natural[: natural.index(want.name)]
    return max((at for at, name in enumerate(filled, 1) if name in earlier), default=0), None
