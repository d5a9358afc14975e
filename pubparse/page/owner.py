"""The names of all entries in, the page's owner out: who is set off from the others, or is in nearly every entry."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from pubparse.grammar.authors import Name
from pubparse.grammar.names import may_be_one, name_key
from pubparse.markdown.runs import BOLD, CODE, ITALIC, UNDERLINE
from pubparse.page.told import Told
from pubparse.text.scripts import HAN, HANGUL

Key = tuple[str, str]
_FACES = {BOLD: "bold", UNDERLINE: "underline", ITALIC: "italic", CODE: "code"}  # the surest first
_SET_OFF_SHARE = 0.5  # of the entries that set anyone off; below it, several members of a group are set off
_LEAST_SHARE = 0.2  # of all entries; who is set off less often is stressed for another reason
_COMMON_SHARE = 0.75  # of all entries, where nobody is set off
_IDEOGRAPH_NAME = re.compile(f"[{HAN}]{{2,4}}")
_HANGUL_NAME = re.compile(f"[{HANGUL}]{{2,4}}")  # whose family name is not told apart
_TWICE = 2  # entries; a heading that is in one alone is no name
# What stands around a name in a heading; a part of it that is in no entry is no name.
_PARTS_OF_HEADING = re.compile(
    r"\s[-–—|·:]\s|[:,!]\s|\s?[()（）]|['’]s?\s|\s(?:of|by|von|de|di|for|to)\s"
    r"|\b(?:I[’']m|I am|Assoc\.|Assistant|Associate|Prof\.|Professor|Dr\.?|Mrs?\.|Ms\.|PD|Univ\.-Prof\.)\s"
)
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
            variants = tally.variants(key, name) or [name]
            face = max(_FACES, key=lambda face: tally.set_off[face][key])
            is_set_off = tally.set_off[face][key] > 0
            return Owner(
                name if is_told else max(variants, key=len), tuple(variants), key, evidence, face if is_set_off else 0
            )
    return None


class _Tally:
    """Of each name, by its key: its spellings, the entries it is in, is the first of, and set off in, by face."""

    def __init__(self) -> None:
        self.spellings: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        self.stressed: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        self.present: Counter[Key] = Counter()
        self.set_off: dict[int, Counter[Key]] = {face: Counter() for face in _FACES}
        self.first: Counter[Key] = Counter()
        self.entries = 0

    def note(self, names: tuple[Name, ...]) -> None:
        """Count the names of one entry; where all of several are in one face, none is set off by it."""
        keys = [name_key(name.text) for name in names]
        all_keys = set(keys)
        self.entries += 1
        self.first.update(keys[:1])
        for key in all_keys:
            self.present[key] += 1
        faced: dict[int, set[Key]] = {face: set() for face in _FACES}
        for name, key in zip(names, keys, strict=True):
            self.spellings[key][name.text] += 1
            if name.styles:
                for face in _FACES:
                    if name.styles & face:
                        faced[face].add(key)
                        self.stressed[key][name.text] += 1
        for face, some in faced.items():
            if some and (len(some) < len(all_keys) or len(names) == 1):
                self.set_off[face].update(some)

    def variants(self, key: Key, name: str) -> list[str]:
        """All spellings of one person by how often, without those of another: `Alan Lovelace` is no `Ada Lovelace`.

        Whose spellings they are, the `name` found elsewhere tells, or the one that is set off most.
        """
        all_of_key, stressed = self.spellings.get(key, Counter()), self.stressed[key]
        ((surest, _),) = (stressed or all_of_key).most_common(1) or [(name, 0)]
        surest = name if name in all_of_key else surest
        return [one for one, _ in all_of_key.most_common() if one in stressed or may_be_one(one, surest)]

    def most_common(self) -> Key | None:
        """Who is in nearly every entry, and leads some: who never comes first is the head of a group."""
        if self.entries < _FEW or not self.present:
            return None
        (key, times), *others = self.present.most_common(2)
        is_common = times >= _COMMON_SHARE * self.entries and all(times > less for _, less in others)
        return key if is_common and key[1] and self.first[key] else None

    def key_of(self, name: str) -> Key | None:
        """The key of a name found elsewhere, which may have the family name first, if it is in more than one entry."""
        keys = (name_key(name), self.by_words.get(_words(name)))
        return next((key for key in keys if key and self.present[key] >= min(_TWICE, self.entries)), None)

    @cached_property
    def by_words(self) -> dict[str, Key]:
        """The key of each spelling, by its words in the order of the alphabet."""
        return {_words(spelling): key for key, spellings in self.spellings.items() for spelling in spellings}


def _words(name: str) -> str:
    return " ".join(sorted(name.casefold().replace(",", " ").split()))


def _candidates(told: Told, hints: Iterable[tuple[str, str]], tally: _Tally) -> Iterator[tuple[Key, str, str]]:
    """Who it may be, surest first: key, the name if it is found outside the entries, and the evidence."""
    if told.owner:
        yield name_key(told.owner), told.owner, told.owner_by
    set_off = [*_set_off(tally)]
    yield from ((key, "", evidence) for key, evidence, times in set_off if times >= _TWICE)
    for text, evidence in hints:
        yield from ((found, name, evidence) for name in _names_in(text) if (found := tally.key_of(name)))
    yield from ((key, "", evidence) for key, evidence, _ in set_off)
    if common := tally.most_common():
        yield common, "", "frequency"


def _set_off(tally: _Tally) -> Iterator[tuple[Key, str, int]]:
    """Who is set off by each face more than all others, and in how many entries."""
    for face, evidence in _FACES.items():
        set_off = tally.set_off[face]
        if set_off:
            key, votes = set_off.most_common(1)[0]
            is_most = votes > _SET_OFF_SHARE * set_off.total() and votes >= _LEAST_SHARE * tally.entries
            if is_most and (key[1] or any(map(_HANGUL_NAME.fullmatch, tally.spellings[key]))):
                yield key, evidence, votes


def _names_in(text: str) -> list[str]:
    """What may be a name in a heading: all of it, or a part: `Ada Lovelace - Publications`, `Ada Lovelace's papers`."""
    parts = [part.strip() for part in _PARTS_OF_HEADING.split(text)]
    return [part for part in dict.fromkeys((text.strip(), *parts)) if " " in part or _IDEOGRAPH_NAME.fullmatch(part)]


def selves(owner: Owner | None, names: tuple[Name, ...]) -> list[int]:
    """Which of an entry's names are the owner's: those set off, or, where none of that name is, the first of it."""
    if owner is None:
        return []
    same = [
        at
        for at, name in enumerate(names)
        if name_key(name.text) == owner.key and (name.text in owner.variants or may_be_one(name.text, owner.name))
    ]
    if same:
        return [at for at in same if owner.face & names[at].styles] or same[:1]
    faced = [at for at, name in enumerate(names) if owner.face & name.styles]
    return faced if len(faced) == 1 else []  # the same face on another spelling, in another script perhaps
