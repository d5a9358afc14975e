"""A page in, its house style out: each entry as an example with slots, and how the page writes names."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pubparse.house_style.frames import Frame, Kind, frame_of
from pubparse.house_style.months import months_of
from pubparse.house_style.name_forms import NameForms, forms_of
from pubparse.house_style.rosters import Dress, Roster
from pubparse.house_style.slots import Entry, Slot, slots_of
from pubparse.model.page import LegendEntry, Page
from pubparse.model.publication import Publication
from pubparse.text.scripts import IDEOGRAPHS
from pubparse.text.span import Span

_TAG = re.compile(r"<([a-z]++)(?:\s[^<>]*+)?>", re.I)
_PAIRS = {
    "***": "***", "**": "**", "__": "__", "``": "``", "*": "*", "_": "_", "`": "`", '"': '"', "'": "'", "(": ")",
    "[": "]", "\\[": "\\]", "“": "”", "‘": "’", "«": "»", "„": "“", "（": "）", "《": "》", "「": "」",
    "&ldquo;": "&rdquo;", "<": ">",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]*+\Z")
"""What is before an identifier in an address."""

_LABEL = re.compile(r"(?<=[(\[])[^\W\d_]{1,6}\.?\s?\Z")
"""What is before a value in its brackets: `(pp. 3–9)`."""

_OF_ADDRESS = re.compile(r"(?:v\d+)?(?:\.pdf)?")
_BARE = Dress("", "")
START, END, NUMBER = ("start", ""), ("end", ""), ("number", "")
_OF_ONE_ENTRY = re.compile(
    r"!\[[^\[\]]*+\]\([^()]*+\)(?:\{[^{}]*+\})?\s?|(?<=src=[\"'])[^\"']++(?=[\"'])"
    r"|<!--(?:(?!<!--|-->).)*+-->|(?<!\s)\s*+<details\b(?:(?!</?details\b).)*+</details>",
    re.S | re.I,
)
_LINES = re.compile(r"((?<![^\S\n])(?:[^\S\n]*+(?:<br\s*/?>|\n))++\s*+)", re.I)
PROSE = re.compile(rf"(?:[^\W\d_]++,?\s){{5}}|[{IDEOGRAPHS}]{{8}}")
"""What a line has that tells of a work in words of its own: what it is about, who is who in it."""

_OWN = re.compile(rf"\A\w++|(?<!\w)[^\W\d]*+\d\w*+|[{IDEOGRAPHS}]{{4,}}+")
"""What of a joint may be of one work: a number, a name in Han, what is glued to a value, as the `a` of `2010a`."""

_LINK = re.compile(r"\[[^\[\]]*+\]\([^()\s]*+\)")
_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]\n]++)\]:[ \t]*<?([^\s<>]++)", re.M)
_STOP = re.compile(r"[.?!。？！]")

Key = tuple[str, str]


class Example(NamedTuple):
    """An entry as one that others are written after: its slots, what is around each, and what joins it to the next."""

    entry: Entry
    keys: tuple[Key, ...]
    dresses: tuple[Dress, ...]
    joints: tuple[str, ...]
    stops: tuple[str, ...]
    """How each slot's value ends, where it ends with a full stop of its own: `.`, `?`, or nothing."""
    alone: frozenset[int] = frozenset()
    """Which joints say what no other entry has between its values, and may be of its work."""

    @property
    def publication(self) -> Publication:
        """The publication it is of."""
        return self.entry.publication

    @property
    def names(self) -> list[str]:
        """What its slots hold, in order, from the start to the end."""
        return [name for name, _ in self.keys]

    @property
    def venue(self) -> str:
        """The name of its venue, if it has one."""
        return self.publication.venue.name if self.publication.venue else ""

    def slot(self, key: Key) -> Slot | None:
        """The slot of a key, or at least of its name."""
        named = [slot for slot in self.entry.slots if slot.name == key[0]]
        return next((slot for slot in named if slot.detail == key[1]), next(iter(named), None))


class HouseStyle(NamedTuple):
    """How the owner of a page writes."""

    marks: frozenset[str]
    """The glyphs that stand beside names."""
    references: dict[str, str]
    """The name under which the page tells an address, by the address."""
    examples: tuple[Example, ...]
    names: Mapping[str, NameForms]
    """How names are written, by their role: editors may be `A. Bee` where authors, or editors alone, are `Bee, A.`"""
    legend: tuple[LegendEntry, ...]
    months: tuple[str, ...]
    """The names of the months of the year, in the language of the page's dates."""
    is_whole: bool = False
    """Whether an entry says all there is to say, or only what entries like it do."""
    spare: tuple[Roster, ...] = ()
    """How names are dressed where no example has such a one."""

    @property
    def printed(self) -> frozenset[str]:
        """What the entries have slots for."""
        return frozenset(name for one in self.examples for name in one.names)


def learn(page: Page, ids: Collection[str] = ()) -> HouseStyle:
    """Learn from all entries of a page, and how pictures are named after those `ids` that a new entry has."""
    text = page.source.text
    return _style(page, tuple(_example(text, slots_of(text, one, ids), one.span) for one in page.publications))


def learn_words(page: Page, kind: Kind) -> HouseStyle:
    """Learn how the words of entries in frames of a kind are written, without what holds them: bullets, numbers, tags.

    The style may have no examples.
    """
    text = page.source.text
    framed = ((one, frame_of(text, one)) for one in page.publications)
    return _style(page, tuple(words_of(text, one, frame) for one, frame in framed if frame.kind == kind))


def words_of(text: str, publication: Publication, frame: Frame) -> Example:
    """Give the words of an entry as an example; lines after the first begin with nothing."""
    entry = slots_of(text, publication)
    start, end = frame.words
    slots = tuple(slot for slot in entry.slots if start <= slot.span.start and slot.span.end <= end)
    example = _example(text, entry._replace(slots=slots), frame.words)
    joints = (joint.replace("\r\n", "\n").replace(f"\n{frame.margin}", "\n") for joint in example.joints)
    return example._replace(joints=tuple(joints))


def _style(page: Page, examples: tuple[Example, ...]) -> HouseStyle:
    text = page.source.text
    people = [one for publication in page.publications for one in publication.authors]
    authors = [one.authors or one.editors for one in page.publications]
    editors = [one.editors for one in page.publications if one.authors]
    references = {match[2]: match[1] for match in _REFERENCE.finditer(text)}
    marks = frozenset(mark for one in people for mark in one.marks)
    marks |= {entry.mark for entry in page.legend}
    months = months_of(slot.text for one in examples for slot in one.entry.slots if slot.name == "year")
    names = {"authors": forms_of(authors), "editors": forms_of(editors if any(editors) else authors)}
    return HouseStyle(
        marks, references, _told_alone(_without_own_links(_without_prose(examples))), names, page.legend, months
    )


def _without_prose(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Examples without the lines that one of them alone has beside its values."""
    lines = [[_LINES.split(joint) for joint in one.joints] for one in examples]
    said = Counter(line for one in lines for some in one for line in some[2::2] if PROSE.search(line))
    own = {line for line, times in said.items() if times == 1}
    if not own:
        return examples
    kept = (tuple("".join(_shared(some, own)) for some in one) for one in lines)
    return tuple(example._replace(joints=joints) for example, joints in zip(examples, kept, strict=True))


def _without_own_links(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Examples without the links that one of them alone has between its values: they lead on from its work."""
    known = Counter(link for one in examples for joint in one.joints for link in _LINK.findall(joint))
    if 1 not in known.values():
        return examples
    kept = (
        tuple(_LINK.sub(lambda link: link[0] * (known[link[0]] > 1), joint) for joint in one.joints) for one in examples
    )
    return tuple(example._replace(joints=joints) for example, joints in zip(examples, kept, strict=True))


def _told_alone(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Examples that know which of their joints say what no other says."""
    said = [[{*_OWN.findall(joint)} for joint in one.joints] for one in examples]
    known = Counter(word for joints in said for word in set().union(*joints))
    alone = (frozenset(at for at, own in enumerate(joints) if any(known[word] == 1 for word in own)) for joints in said)
    return tuple(one._replace(alone=some) if some else one for one, some in zip(examples, alone, strict=True))


def _shared(lines: list[str], own: Collection[str]) -> Iterator[str]:
    """A joint in lines, and what is before each, without those that are of one entry."""
    yield lines[0]
    yield from (gap + line for gap, line in zip(lines[1::2], lines[2::2], strict=True) if line not in own)


def _example(text: str, entry: Entry, whole: Span) -> Example:
    """Take an entry apart, as far as it stands in `whole`."""
    spans = [Span(whole.start, whole.start), *(slot.span for slot in entry.slots), Span(whole.end, whole.end)]
    joints = [text[one.end : other.start] for one, other in pairwise(spans)]
    keys = (START, *((slot.name, slot.detail) for slot in entry.slots), END)
    stops = ("", *(_stop_of(entry, slot) for slot in entry.slots), "")
    joints = [_OF_ONE_ENTRY.sub("", joint) for joint in joints]
    dresses = [_undress(joints, at) for at in range(len(entry.slots))]
    return Example(entry, keys, (_BARE, *dresses, _BARE), tuple(joints), stops)


def _undress(joints: list[str], at: int) -> Dress:
    """Take what is around one slot alone out of the joints before and behind it: brackets, quotes, emphasis."""
    before, behind = joints[at], joints[at + 1]
    start, end = len(before), 0
    if (address := _ADDRESS.search(before)) and (rest := _OF_ADDRESS.match(behind)):
        start, end = address.start(), rest.end()
    elif (label := _LABEL.search(before)) and behind.startswith(_PAIRS[before[label.start() - 1]]):
        start = label.start()
    while (opening := next(_openings(before, start), None)) and (close := _closing(opening, behind, end)):
        start, end = start - len(opening), close
    joints[at], joints[at + 1] = before[:start], behind[end:]
    return Dress(before[start:], behind[:end])


def _openings(text: str, end: int) -> Iterator[str]:
    """What opens right before a place: the longest sign, or a tag."""
    yield from (opening for opening in _PAIRS if text.endswith(opening, 0, end))
    if (start := text.rfind("<", 0, end)) >= 0 and (tag := _TAG.fullmatch(text, start, end)):
        yield tag[0]


def _closing(opening: str, text: str, at: int) -> int:
    """Where what is open is closed again, with a full stop or comma before that; 0 where it is not."""
    tag = _TAG.fullmatch(opening)
    closing = f"</{tag[1]}>" if tag else _PAIRS[opening]
    for stop in ("", ".", ","):
        if text.startswith(stop + closing, at):
            return at + len(stop + closing)
    return 0


def _stop_of(entry: Entry, slot: Slot) -> str:
    people: Sequence[object] = getattr(entry.publication, slot.name, ()) if slot.name in ("authors", "editors") else ()
    return stop_of(entry.publication.authors[-1].name if people and slot.name == "authors" else slot.text)


def stop_of(text: str) -> str:
    """The full stop that a value ends with by itself."""
    return text[-1:] if _STOP.match(text[-1:]) else ""
