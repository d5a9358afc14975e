"""The names of all entries in, the page's owner out: who is set off from the others, or is in nearly every entry."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pubparse.grammar.authors import Name
from pubparse.grammar.names import name_key
from pubparse.markdown.runs import BOLD, UNDERLINE

Key = tuple[str, str]
_FACES = (BOLD, UNDERLINE)
_SET_OFF_SHARE = 0.5  # of the entries that set anyone off; below it, several members of a group are set off
_LEAST_SHARE = 0.2  # of all entries; who is set off less often is stressed for another reason
_COMMON_SHARE = 0.75  # of all entries, where nobody is set off
_FEW = 4  # entries; fewer say nothing by who is in them


class Owner(NamedTuple):
    """Whose page it is: the fullest spelling, all spellings by how often, the key they share, and what told so.

    `face` is the style bit that sets the name off, 0 if none does.
    """

    name: str
    variants: tuple[str, ...]
    key: Key
    evidence: str
    face: int


def find_owner(entries: Iterable[tuple[Name, ...]], told: str | None, hints: Iterable[tuple[str, str]]) -> Owner | None:
    """Find the owner among the names of each of `entries`.

    `told` is who the caller says it is; `hints` are names found elsewhere on the page, each with where.
    """
    spellings: dict[Key, Counter[str]] = {}
    present: Counter[Key] = Counter()
    set_off: dict[int, Counter[Key]] = {face: Counter() for face in _FACES}
    count = 0
    for names in entries:
        count += 1
        keys = [name_key(name.text) for name in names]
        present.update(set(keys))
        for name, key in zip(names, keys, strict=True):
            spellings.setdefault(key, Counter())[name.text] += 1
        for face in _FACES:
            faced = {key for name, key in zip(names, keys, strict=True) if name.styles & face}
            if len(faced) < len(set(keys)) or len(names) == 1:
                set_off[face].update(faced)
    for who, evidence in _candidates(told, hints, set_off, present, count):
        key = who if isinstance(who, tuple) else name_key(who)
        if key in spellings or evidence in ("option", "directive"):
            variants = [spelling for spelling, _ in spellings.get(key, Counter()).most_common()]
            if not variants:
                assert isinstance(who, str)
                variants = [who]
            face = max(_FACES, key=lambda face: set_off[face][key])
            return Owner(max(variants, key=len), tuple(variants), key, evidence, face if set_off[face][key] else 0)
    return None


def _candidates(
    told: str | None,
    hints: Iterable[tuple[str, str]],
    set_off: dict[int, Counter[Key]],
    present: Counter[Key],
    count: int,
) -> Iterable[tuple[Key | str, str]]:
    """Who it may be, surest first."""
    if told:
        yield told, "option"
    for face, evidence in zip(_FACES, ("bold", "underline"), strict=True):
        tally = set_off[face]
        if tally:
            key, votes = tally.most_common(1)[0]
            if votes > _SET_OFF_SHARE * tally.total() and votes >= _LEAST_SHARE * count and key[1]:
                yield key, evidence
    yield from hints
    if count >= _FEW and present:
        key, times = present.most_common(1)[0]
        runner_up = present.most_common(2)[1][1] if len(present) > 1 else 0
        if times >= _COMMON_SHARE * count and times > runner_up and key[1]:
            yield key, "frequency"


def selves(owner: Owner | None, names: tuple[Name, ...]) -> tuple[bool, ...]:
    """Which of an entry's names are the owner's: the one set off, or, where none of that name is, the first of it."""
    if owner is None:
        return (False,) * len(names)
    same = [name_key(name.text) == owner.key for name in names]
    marked = [is_same and bool(owner.face & name.styles) for is_same, name in zip(same, names, strict=True)]
    if any(marked):
        return tuple(marked)
    faced = [bool(owner.face & name.styles) for name in names]
    if not any(same) and sum(faced) == 1:  # the same face on another spelling, in another script perhaps
        return tuple(faced)
    first = same.index(True) if any(same) else -1
    return tuple(place == first for place in range(len(names)))
