"""Slots side by side and entries that count in, what stands around each and between them out."""

import re
from collections.abc import Callable, Iterator, Mapping

from pubparse.house_style.learn import END, START, Example, Key
from pubparse.house_style.ranking import Ranked, kind_of, most
from pubparse.house_style.rosters import Dress
from pubparse.house_style.slots import LINKED
from pubparse.model.publication import Publication

_BARE = Dress("", "")
_LAST = re.compile(r"(?<![^\w.。！!?])[^\w.。！!?]++\Z")
_LABEL = re.compile(r"(?<![<&/\w])[^\W\d_][^<>]*+\Z")
_TAG_BEGUN = re.compile(r"<[^<>]*+\Z")
_TAG_ENDED = re.compile(r"\A[^<>\n]*+(?<=[\"'/])>")
_CLOSING = re.compile(r"(?:[*_)\]]|</\w+>)*+")
_RANGE = re.compile(r"\w\s?(?:-+|[‐‑–—−])\s?\w")
_ENDS = (".", ",")
_PARTING = (*_ENDS, ";", ":", "。", "，")
_UNLIKE = 0.05
"""What an entry counts whose value ends otherwise, or is dressed otherwise."""

_ALIKE_BEHIND = 5.0
"""And one in which the same kind of value follows: what is around a value goes with that."""

_NAMES = ("authors", "editors")
_NUMBERS = frozenset(("volume", "issue", "pages", "year"))
_JOINTS = {
    "issue": "",
    "venue.name": ". ",
    "title": ". ",
    "note": ". ",
    "ids.doi": ". ",
    "ids.url": ". ",
} | dict.fromkeys(
    ("et_al", "status", "year", "volume", "pages", "article_number", "publisher", "place", "series", "ids.arxiv"), ", "
)
_AMONG_LIKE = 2
"""How much more an entry counts for what is between two slots if the one before them is the same, or the one behind."""

_FALL = 0.5
"""How fast an entry counts less for what is between two slots the farther it is."""

_BESIDE_LINKS = {("link", "link"): " ", ("link", END[0]): ""}
"""What is between links, and behind them, on a page that has none."""

_DRESSES = {
    "award": Dress("(", ")"),
    "type": Dress("(", ")"),
    "issue": Dress("(", ")"),
    "ids.arxiv": Dress("arXiv:", ""),
    "ids.doi": Dress("doi:", ""),
}


_SAME: tuple[Callable[[Key, Key], bool], ...] = (
    lambda one, other: one == other,
    lambda one, other: one[0] == other[0],
    lambda one, other: kind_of(one[0]) == kind_of(other[0]),
)
"""When two slots are the same: surely, in what they hold, in what sort of value that is."""


Shown = tuple[Key, Dress]
"""A slot, and what is around it."""


class Joints:
    """What entries have around and between slots, by how much each counts."""

    def __init__(self, ranked: list[Ranked], record: Publication, nearness: Mapping[str, float]) -> None:
        """`nearness` is how near each entry is to the place of the new one, by its id."""
        self.ranked, self.record, self._nearness = ranked, record, nearness

    def dress(self, before: Key, key: Key, behind: Key, stop: str) -> Dress:
        """What is around a slot that is between two others, and whose value ends with `stop`."""
        for same in _SAME:
            dresses = [*self._dresses(same, key, behind, stop)]
            found = most((dress, weight) for ahead, dress, weight in dresses if kind_of(ahead) == kind_of(before[0]))
            found = found or most((dress, weight) for _, dress, weight in dresses)
            if found is not None:
                return found
        return _DRESSES.get(key[0], _BARE)

    def joint(self, before: Shown, stop: str, behind: Shown, beyond: tuple[Key, Key]) -> str:
        """What is between two slots, each with what is around it, before and behind which are those `beyond`."""
        for same in _SAME:
            found = most(self._joints(same, before, stop, behind, beyond))
            if found is not None:
                return found
        return _once(before[1].behind, after_stop(self._made_up(before[0], behind), stop))

    def _dresses(
        self, same: Callable[[Key, Key], bool], key: Key, beyond: Key, stop: str
    ) -> Iterator[tuple[str, Dress, float]]:
        for example, weight in self.ranked:
            at = next((at for at, other in enumerate(example.keys) if same(key, other)), None)
            if at is not None:
                before, behind = example.dresses[at]
                if example.keys[at][1] == LINKED != key[1] and before.endswith("["):
                    before, behind = before[:-1], behind[1:]
                ends = after_stop(behind, stop) if _adds(example, at, stop) else behind
                counts = weight * _is_alike(example, at, stop)
                if self._is_counted_otherwise(example.publication, key[0]):
                    counts *= _UNLIKE
                if [kind_of(name) for name in example.names[at + 1 : at + 2]] == [kind_of(beyond[0])]:
                    counts *= _ALIKE_BEHIND
                yield example.names[at - 1], Dress(before, ends), counts

    def _joints(
        self, same: Callable[[Key, Key], bool], before: Shown, stop: str, behind: Shown, beyond: tuple[Key, Key]
    ) -> Iterator[tuple[str, float]]:
        for example, weight in self.ranked:
            near = self._nearness[example.publication.id] ** _FALL
            for at, joint in enumerate(example.joints):
                if same(example.keys[at], before[0]) and same(example.keys[at + 1], behind[0]):
                    dressed = (example.dresses[at] == before[1]) + (example.dresses[at + 1] == behind[1])
                    counts = (
                        near * weight * _UNLIKE ** (2 - dressed) * _AMONG_LIKE ** _alike_beyond(example, at, beyond)
                    )
                    if at in example.alone or self._is_counted_otherwise(example.publication, behind[0][0]):
                        counts *= _UNLIKE
                    if example.stops[at] and not stop and not before[1].behind:
                        shown = self._parted(example.keys[at], joint)
                        if not shown and example.stops[at] == "." and example.keys[at][0] in _NAMES:
                            shown = f".{joint}"  # all end with an initial
                        yield shown or joint, counts * (1 if shown else _UNLIKE)
                        break
                    ends = not before[1].behind and _adds(example, at, stop)
                    yield after_stop(joint, stop) if ends else joint, counts * _is_alike(example, at, stop)
                    break

    def _is_counted_otherwise(self, other: Publication, name: str) -> bool:
        """Whether an entry has several where the record has one: `pp. 3–9` tells nothing of `p. 3`."""
        if name in _NAMES:
            return (len(getattr(other, name)) == 1) != (len(getattr(self.record, name)) == 1)
        return name == "pages" and _is_range(other.pages) != _is_range(self.record.pages)

    def _parted(self, before: Key, joint: str) -> str:
        """A joint behind a value that ends by itself, with what others have there; empty where they have nothing."""
        firsts = (
            (other[:1], weight)
            for example, weight in self.ranked
            for key, stop, other in zip(example.keys, example.stops, example.joints, strict=False)
            if key[0] == before[0] and not stop and other[:1] in _PARTING
        )
        return f"{part}{joint}" if (part := most(firsts)) else ""

    def _made_up(self, before: Key, behind: tuple[Key, Dress]) -> str:
        """A joint that no entry has: a borrowed one, after what is closed there; numbers do not run into each other."""
        joint = self._borrowed(before, behind[0])
        if behind[0][0] != "url":
            joint = _TAG_BEGUN.sub("", joint)
        if before[0] != "url":
            joint = _TAG_ENDED.sub("", joint)
        kinds = {kind_of(before[0]), kind_of(behind[0][0])}
        if kinds <= _NUMBERS and joint.strip() == closed(joint) and not behind[1].before:
            joint = f"{closed(joint)}, "
        elif "pages" in kinds and joint.strip() == ":" and not kinds <= _NUMBERS:
            joint = ", pp. "  # a colon is only behind the number of a volume or issue
        after = (one.joints[one.names.index(before[0])] for one, _ in self.ranked if before[0] in one.names)
        ended = closed(next(after, ""))
        return joint if joint.startswith(ended) else ended + joint

    def _borrowed(self, before: Key, behind: Key) -> str:
        """One of the joints beside what other entries have between two slots."""
        if "link" in (before[0], behind[0]) and not any("link" in example.names for example, _ in self.ranked):
            return _BESIDE_LINKS.get((before[0], behind[0]), ". ")
        one, two = kind_of(before[0]), kind_of(behind[0])
        for example, _ in self.ranked:
            kinds = [kind_of(name) for name in example.names]
            if one in kinds and two in kinds and kinds.index(one) < kinds.index(two):
                if behind == END and not example.joints[-1].strip():
                    return _ending(example.joints[kinds.index(one)])
                return _one_of(example.joints[kinds.index(one)], example.joints[kinds.index(two) - 1])
        if behind == END:
            return most((example.joints[-1], weight) for example, weight in self.ranked) or ""
        ahead = (
            (example.joints[example.names.index(behind[0]) - 1], weight)
            for example, weight in self.ranked
            if behind[0] in example.names
        )
        return most(ahead) or _JOINTS.get(behind[0], " ")


def _ending(joint: str) -> str:
    """What of a joint stays where nothing follows: `* (**` is `*`, `. doi:` is `.`."""
    line = joint.partition("\n")[0]
    ended = closed(line)
    return ended + _LAST.sub("", _TAG_BEGUN.sub("", _LABEL.sub("", line[len(ended) :])))


def closed(joint: str) -> str:
    """What a joint begins with that closes what is before it: emphasis, brackets."""
    return closing[0] if (closing := _CLOSING.match(joint)) else ""


def after_stop(text: str, stop: str) -> str:
    """What is behind a value that ends by itself: `. In ` is ` In `."""
    return text[1:] if stop and (text[:1] == "." or (text[:1] == "," and stop != ".")) else text


def _once(closing: str, joint: str) -> str:
    """A joint without the comma or full stop that stands before what closes already: `,"`."""
    return joint[1:] if closing[:1] in _ENDS and len(closing) > 1 and joint[:1] in _ENDS else joint


def _is_alike(example: Example, at: int, stop: str) -> float:
    """How much an entry counts behind a value that ends so: one that ends by itself hides what is behind others."""
    return 1 if example.stops[at] in ("", stop) else _UNLIKE


def _alike_beyond(example: Example, at: int, beyond: tuple[Key, Key]) -> int:
    """How many of the slots before and behind two of an entry are of the sorts that they shall be."""
    before = example.names[at - 1] if at else START[0]
    behind = example.names[at + 2] if at + 2 < len(example.names) else END[0]
    return (kind_of(before) == kind_of(beyond[0][0])) + (kind_of(behind) == kind_of(beyond[1][0]))


def _is_range(pages: str | None) -> bool:
    return bool(pages and _RANGE.search(pages))


def _adds(example: Example, at: int, stop: str) -> bool:
    return bool(stop) and not example.stops[at]


def _one_of(one: str, other: str) -> str:
    """The one of two separators that says something, or the first, without what it says of the value it leads to."""
    if any(map(str.isalpha, other)) or not one.strip():
        return other
    return _LABEL.sub("", one) if other.strip() in ("", ",") else other
