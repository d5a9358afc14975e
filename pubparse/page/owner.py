"""The names of all entries in, the page's owner out: who is set off from the others, or is in nearly every entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pubparse.grammar.authors import Name
from pubparse.grammar.names import name_key
from pubparse.markdown.runs import BOLD, UNDERLINE
from pubparse.page.told import Told

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


def find_owner(entries: Iterable[tuple[Name, ...]], told: Told, hints: Iterable[tuple[str, str]]) -> Owner | None:
    """Find the owner among the names of each of `entries`.

    `hints` are names found elsewhere on the page, each with where. Who is told to be the owner is called as told.
    """
    tally = _Tally()
    for names in entries:
        tally.note(names)
    for key, name, evidence in _candidates(told, hints, tally):
        is_told = evidence == told.owner_by
        if key in tally.spellings or is_told:
            variants = [spelling for spelling, _ in tally.spellings.get(key, Counter()).most_common()] or [name]
            face = max(_FACES, key=lambda face: tally.set_off[face][key])
            is_set_off = tally.set_off[face][key] > 0
            return Owner(
                name if is_told else max(variants, key=len), tuple(variants), key, evidence, face if is_set_off else 0
            )
    return None


class _Tally:
    """Of each name, by its key: its spellings, the entries it is in, and those that set it off, by face."""

    def __init__(self) -> None:
        self.spellings: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        self.present: Counter[Key] = Counter()
        self.set_off: dict[int, Counter[Key]] = {face: Counter() for face in _FACES}
        self.entries = 0

    def note(self, names: tuple[Name, ...]) -> None:
        """Count the names of one entry; where all of several are in one face, none is set off by it."""
        keys = [name_key(name.text) for name in names]
        all_keys = set(keys)
        self.entries += 1
        for key in all_keys:
            self.present[key] += 1
        faced: dict[int, set[Key]] = {face: set() for face in _FACES}
        for name, key in zip(names, keys, strict=True):
            self.spellings[key][name.text] += 1
            if name.styles:
                for face in _FACES:
                    if name.styles & face:
                        faced[face].add(key)
        for face, some in faced.items():
            if some and (len(some) < len(all_keys) or len(names) == 1):
                self.set_off[face].update(some)


def _candidates(told: Told, hints: Iterable[tuple[str, str]], tally: _Tally) -> Iterator[tuple[Key, str, str]]:
    """Who it may be, surest first: key, the name if it is found outside the entries, and the evidence."""
    if told.owner:
        yield name_key(told.owner), told.owner, told.owner_by
    for face, evidence in zip(_FACES, ("bold", "underline"), strict=True):
        set_off = tally.set_off[face]
        if set_off:
            key, votes = set_off.most_common(1)[0]
            is_most = votes > _SET_OFF_SHARE * set_off.total() and votes >= _LEAST_SHARE * tally.entries
            if is_most and key[1]:
                yield key, "", evidence
    for name, evidence in hints:
        yield name_key(name), name, evidence
    if tally.entries >= _FEW and tally.present:
        (key, times), *others = tally.present.most_common(2)
        if times >= _COMMON_SHARE * tally.entries and key[1] and all(times > less for _, less in others):
            yield key, "", "frequency"


def selves(owner: Owner | None, names: tuple[Name, ...]) -> list[int]:
    """Which of an entry's names are the owner's: those set off, or, where none of that name is, the first of it."""
    if owner is None:
        return []
    same = [at for at, name in enumerate(names) if name_key(name.text) == owner.key]
    if same:
        return [at for at in same if owner.face & names[at].styles] or same[:1]
    faced = [at for at, name in enumerate(names) if owner.face & name.styles]
    return faced if len(faced) == 1 else []  # the same face on another spelling, in another script perhaps
