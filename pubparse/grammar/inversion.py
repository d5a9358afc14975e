"""The items of a list of names in, out which of them are family names with the given names in the item after them.

name := family "," given        Tang, Z.      LeCun, Yann and Bengio, Yoshua      Hoare, C, **Hopper, Grace**
"""

import re
from dataclasses import replace
from itertools import pairwise

from pubparse.grammar.name_items import Item
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexicons.load import members
from pubparse.markdown.runs import BOLD, UNDERLINE

_CHAINED = re.compile(r"[Ii]+p*[CMU]{1,2}")
_STOPPED_NAME = re.compile(r"p{0,3}[CMU]{1,2}I{1,3}")
_STOPPED = re.compile(rf"(?:{_STOPPED_NAME.pattern}){{2,}}+")
_TWO_NAMES = 4  # words
_FAMILY_WORDS = 4
_GIVEN = frozenset({"C", "CI", "CII", "CC", "Ci", "M", "MC", "IC"})
_LONG_GIVEN = re.compile(r"C{1,3}(?:p{1,2}C{1,2}|[Uk])")  # behind a family name in capitals
_AMID = frozenset({"CpC", "CppC"})  # Percie du Sert
_SIGNING = frozenset(members("groups", "signing"))
_FAMILY_AND_GIVEN = 2  # items of an inverted name


def unchained(items: list[Item]) -> list[Item]:
    """`Mikolov, T. Chen, K. & Dean, J.`: where nothing but blanks is between two, each comma stands inside a name.

    So it is where no name has a comma: `Kahneman D. Slovic P. Tversky A.`
    """
    if any([len(item.letters) >= _TWO_NAMES for item in items]):  # noqa: C419 - faster
        items = [one for item in items for one in _unstopped(item)]
    chained = [bool(_CHAINED.fullmatch(item.tags)) for item in items]
    split: list[Item] = []
    at = 0
    while at < len(items):
        end = next((place for place in range(at, len(items)) if not chained[place]), len(items))
        is_within = 0 < at < end < len(items) and _is_single(items[at - 1]) and _is_initials(items[end])
        split += [part for item in items[at:end] for part in (_in_two(item) if is_within else [item])]
        split += items[end : end + 1]
        at = end + 1
    return split


def _in_two(item: Item) -> list[Item]:
    """The initials of one name, and the family name of the next."""
    given = sum(letter in "Ii" for letter in item.letters)
    return [
        replace(item, words=item.words[:given], letters=item.letters[:given], marks=[], after=";"),
        replace(item, words=item.words[given:], letters=item.letters[given:]),
    ]


def _unstopped(item: Item) -> list[Item]:
    """The names in an item, each of which ends with its initials."""
    if not _STOPPED.fullmatch(item.tags):
        return [item]
    ends = [found.end() for found in _STOPPED_NAME.finditer(item.tags)]
    places = list(pairwise([0, *ends]))
    parts = [replace(item, words=item.words[a:b], letters=item.letters[a:b], marks=[], after=";") for a, b in places]
    parts[-1] = replace(parts[-1], marks=item.marks, after=item.after)
    return parts


def inverted(lexemes: Lexemes, items: list[Item]) -> set[int]:
    """Which items are family names, their given names being the items after them; `Jr.` stands between two names."""
    kept = [at for at, item in enumerate(items) if set(item.letters) != {"J"}]
    if 0 < len(kept) < len(items):
        ends = [*kept[1:], len(items)]
        names = [replace(items[at], after=items[end - 1].after) for at, end in zip(kept, ends, strict=True)]
        return {kept[at] for at in inverted(lexemes, names)}
    if all(map(_is_whole, items)):
        return set()
    if len(items) > _FAMILY_AND_GIVEN and lexemes.texts[items[-1].words[-1]].lower() in _SIGNING:
        return inverted(lexemes, items[:-1])
    return _between_semicolons(items) or _before_given(items) | _set_off_together(lexemes, items)


def _between_semicolons(items: list[Item]) -> set[int]:
    """`Bee, Ann; Carl Dee; and Eff, Eve`: semicolons end the names, so a comma between two is inside one."""
    if not any(item.after == ";" for item in items):
        return set()
    starts = [0, *(at + 1 for at, item in enumerate(items[:-1]) if item.after != ",")]
    sizes = [end - start for start, end in pairwise([*starts, len(items)])]
    families = {start for start, size in zip(starts, sizes, strict=True) if size > 1}
    return families if max(sizes) <= _FAMILY_AND_GIVEN and all(_is_family(items[at]) for at in families) else set()


def _before_given(items: list[Item]) -> set[int]:
    """Those whose look, or that of the whole list, tells."""
    found: set[int] = set()
    at = 0
    is_grouped = _is_grouped(items)
    are_full = sum(map(_is_full, items)) * 2 > len(items)
    has_semicolons = any(item.after == ";" for item in items)  # `Bengio, Yoshua; Ian Goodfellow; LeCun, Yann`
    while at + 1 < len(items):
        here, after = items[at], items[at + 1]
        # `Tang, Zhenheng, Yang Zhang, and …`, `Watts, Duncan James, Steven Strogatz`: the first name is turned round.
        may_be_given = _is_pair(here, after) and (len(items) > _FAMILY_AND_GIVEN or after.tags != "CC")
        may_be_turned = _is_single(here) or _is_turned(here, after)
        is_first_alone = at == 0 and may_be_turned and may_be_given and not any(map(_is_single, items[2:]))
        # `Ann Bee, Carl Dee, E. F.`: among full names, initials are a person of their own.
        has_initials = _is_family(here) and _is_initials(after) and not (are_full and _is_full(here))
        # `HE, Kaiming, ZHANG, Xiangyu, …`, `LIMA, Carlos Alberto da Silva`
        is_told_by_capitals = _is_capitals(here) and (_is_given(after) or bool(_LONG_GIVEN.fullmatch(after.tags)))
        is_between_semicolons = has_semicolons and after.after != "," and _is_family(here) and _is_given(after)
        is_told = has_initials or is_first_alone or is_told_by_capitals or is_between_semicolons
        if here.after == "," and (is_grouped or is_told):
            found.add(at)
            at += 1
        at += 1
    return found


def _is_grouped(items: list[Item]) -> bool:
    """`LeCun, Yann and Bengio, Yoshua`, `LeCun, Yann; Bengio, Yoshua`: a comma in each name, another sign between."""
    if len(items) < 2 or len(items) % 2:
        return False
    families = items[::2]
    has_commas_inside = all(item.after == "," for item in families)
    between = [item.after for item in items[1:-1:2]]
    has_others_between = all(after in ("&", ";") for after in between)
    given = items[1::2]
    # `Einstein, Albert, Podolsky, Boris and Rosen, Nathan`
    are_families = all(_is_single(item) or item.tags in _AMID for item in families)
    alternates = len(items) > 2 and are_families and all(map(_is_given, given))
    is_several = len(items) > 2 or ((_is_single(items[0]) or _is_turned(*items)) and _is_pair(*items))
    is_grouped = has_commas_inside and (has_others_between or alternates)
    return is_grouped and is_several and all(map(_is_family, families))


def _set_off_together(lexemes: Lexemes, items: list[Item]) -> set[int]:
    """`Hoare, C, **Hopper, Grace**, Knuth, D`: what one face holds, comma and all, is one name."""
    found = set()
    for at in range(len(items) - 1):
        first, last = items[at].words[0], items[at + 1].words[-1]
        face = _face_of_all(lexemes, first, last + 1)
        before = at and _face_of_all(lexemes, items[at - 1].words[-1], first)
        after = at + 2 < len(items) and _face_of_all(lexemes, last, items[at + 2].words[0] + 1)
        is_pair = items[at].after == "," and _is_family(items[at]) and not _is_inverted(items[at])
        is_pair = is_pair and not (_is_full(items[at]) and _is_full_or_cut(items[at + 1]))
        if face and not before and not after and is_pair:
            found.add(at)
    return found


def _face_of_all(lexemes: Lexemes, first: int, last: int) -> int:
    face = BOLD | UNDERLINE
    for styles in lexemes.styles[first:last]:
        face &= styles
    return face


def _is_full_or_cut(item: Item) -> bool:
    """`**Dennis Ritchie, K. Thompson**`: a name of its own behind another."""
    return _is_full(item) or _is_whole(item)


def _is_whole(item: Item) -> bool:
    """More than one word, and not all of them given: nothing after a comma is missing."""
    return len(item.letters) > 1 and item.letters[0] in "Ii" and item.letters[-1] in "CM"


def _is_full(item: Item) -> bool:
    return item.tags in ("CC", "CIC", "CCC", "CiC")


def _is_family(item: Item) -> bool:
    return not set(item.letters) - set("CMUkmpV") and len(item.words) <= _FAMILY_WORDS


def _is_initials(item: Item) -> bool:
    return (set(item.letters) <= set("Iip") or item.letters == ["k"]) and item.letters[0] != "p"


def _is_single(item: Item) -> bool:
    """One word, `May` among them; or more behind a particle, which no given name begins with: `de Solla Price`."""
    words = [letter for letter in item.letters if letter != "p"]
    return words in (["C"], ["M"], ["U"], ["m"], ["k"]) or (item.letters[0] == "p" and _is_family(item) and bool(words))


def _is_turned(family: Item, given: Item) -> bool:
    """`García Canclini, Néstor`, `Ortega y Gasset, José`: no person has but a given name."""
    return given.tags == "C" and (family.tags == "CC" or family.tags in _AMID)


def _is_pair(family: Item, given: Item) -> bool:
    """Whether the second may be given names, and no name of its own: `van der Waals Johannes, Zeeman Pieter`."""
    return _is_given(given) and not (given.tags == "CC" and family.tags.endswith("CC"))


def _is_inverted(item: Item) -> bool:
    """`Watson JD`, `Oord A van den`: initials trail it, and nothing is missing."""
    return len(item.letters) > 1 and item.tags.rstrip("p")[-1:] in ("k", "i")


def _is_capitals(item: Item) -> bool:
    return set(item.letters) <= {"U", "k", "p"}


def _is_given(item: Item) -> bool:
    return item.tags.replace("m", "C").replace("i", "I").rstrip("pJ") in _GIVEN or _is_initials(item)
