"""The parts of a name in, an author as plain data out; and what is said of authors by their place or name."""

from collections.abc import Iterable

from pubparse.grammar.names import name_key
from pubparse.readers.contract import Record
from pubparse.readers.records import NOWHERE

_LAST_ALPHABET = "\u2fff"


def person(given: str = "", family: str = "", particle: str = "", suffix: str = "") -> Record:
    """An author; a name without a given or a family name is not split."""
    printed = " ".join(filter(None, (given, particle, family, suffix)))
    if not (given and family):
        return {"name": printed, "literal": printed, "span": NOWHERE}
    if min(given + family) > _LAST_ALPHABET:  # 李明
        printed = family + given
    parts = {"given": given, "family": family, "particle": particle, "suffix": suffix}
    return {"name": printed, "span": NOWHERE, **{part: text for part, text in parts.items() if text}}


def give_role(people: Iterable[Record], role: str, group: int | None = None) -> None:
    """Give a role to authors; equal contributors are a group."""
    for one in people:
        if role == "self":
            one["is_self"] = True
        elif role not in one.get("roles", ()):
            one["roles"] = (*one.get("roles", ()), role)
            if role == "equal":
                one["equal_group"] = group or 1


def called(people: list[Record], names: Iterable[str]) -> list[Record]:
    """The authors who bear one of the names, however that is written."""
    wanted = set(map(name_key, names))
    return [one for one in people if name_key(one["name"]) in wanted]
