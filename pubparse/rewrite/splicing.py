"""An entry and an award, an identifier or a link in, ways to put it in as other entries have theirs, or to take it out.

> … In CVPR 2021 (**Oral**).      > … In CVPR 2016 (**Best Paper Award**).      > … [pdf](a.pdf) [code](https://…)
"""

import re
from collections.abc import Iterator

from pubparse.house_style.joining import closed
from pubparse.house_style.learn import END, Example, HouseStyle, Key
from pubparse.house_style.rosters import ADDRESS
from pubparse.house_style.slots import Slot, label_of
from pubparse.model.publication import Link, Publication
from pubparse.rewrite.parts import Part
from pubparse.rewrite.ways import Ways
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_MODELS = 6  # entries that are tried as a model
_BORDER = re.compile(r"(?<!\\)\|")
_SHOWN = re.compile(r"\[(.*)\]\([^()\s]*+\)|<a\b[^<>]*+>(.*)</a>", re.S | re.I)
_PLAIN = {
    "awards": (" (**{}**)", " ({})", ", {}", ". {}"),
    "ids.doi": (". doi:{}", ", doi:{}", " https://doi.org/{}"),
    "ids.arxiv": (". arXiv:{}", ", arXiv:{}", " https://arxiv.org/abs/{}"),
    "links": (" {}", ". {}"),
}
"""How those are written that no entry of the page has."""


def put_in(style: HouseStyle, publication: Publication, part: Part) -> Ways:
    """Ways to write a part: behind what other entries have it behind, and set as it is there; at the end else."""
    target = _example(style, publication)
    models = sorted(
        (one for one in style.examples if one is not target), key=lambda one: _distance(one.publication, publication)
    )
    written = [edits for model in models for edits in _after(model, target, part)]
    if part.path == "links":  # behind all that are there
        written = sorted([*written, *_beside(target, part)], key=lambda edits: edits[0].span, reverse=True)
    elif part.path == "awards":
        written = [*_beside(target, part), *written]
    yield from [*dict.fromkeys(written)][:_MODELS]
    form = f"[{part.text}]({part.url})" if part.path == "links" else part.text
    last = _end(target, len(target.keys) - 2) if len(target.keys) > len("ab") else publication.span.end
    for plain in _PLAIN.get(part.path, ()):
        for place in dict.fromkeys((last, publication.span.end)):
            yield (Edit(Span(place, place), plain.format(form)),)


def take_out(style: HouseStyle, publication: Publication, part: Part) -> Ways:
    """Ways to take a part away wherever it stands, with what joins it to its neighbours; a link around it is undone."""
    target = _example(style, publication)
    held = [at for at in range(1, len(target.keys) - 1) if _holds(target, at, part)]
    places = [[*_without(target, at)] for at in held]
    gone = [target.entry.slots[at - 1].span for at in held]
    places += [
        [*_unlinked(publication, link)]
        for link in publication.links
        if _leads_to(link, part) and not any(link.span.start <= span.start < link.span.end for span in gone)
    ]
    for turn in range(max(map(len, places), default=0)):
        yield tuple(some[min(turn, len(some) - 1)] for some in places if some)


def _without(target: Example, at: int) -> Iterator[Edit]:
    """What the slot at `at` leaves behind: what is before it joins what is behind, as it did or as the slot did."""
    start, end = _start(target, at), _end(target, at)
    behind = at + 1 + (target.keys[at + 1] == ("url", target.keys[at][0]))
    spans = [Span(_closed_end(target, at - 1), end)] if at > 1 else []
    if target.keys[behind] == END:
        tail = _raw(target.publication, Span(end, target.publication.span.end))
        stays = at > 1 and target.joints[at - 1].startswith(".") and not tail.startswith(".")  # of what is the last now
        spans = [Span(span.start + stays, span.end) for span in spans]
    else:
        spans.append(Span(start, _start(target, behind)))
        if target.keys[behind][0] == target.keys[at][0] or (
            target.joints[at - 1].strip() and not target.joints[at].strip()
        ):
            spans.reverse()
    is_row = target.publication.raw.startswith("|")
    cells = [span for span in spans if is_row and _BORDER.search(_raw(target.publication, span))]  # they stay, if empty
    yield from (Edit(span, "") for span in (*spans, Span(start, end)) if span not in cells)


def _leads_to(link: Link, part: Part) -> bool:
    if part.path == "links":
        return link.url == part.url and label_of(link) == part.text
    return part.path.startswith("ids.") and part.text in link.url


def _unlinked(publication: Publication, link: Link) -> Iterator[Edit]:
    """What a link shows, without it."""
    if shown := _SHOWN.fullmatch(_raw(publication, link.span)):
        yield Edit(link.span, shown[1] or shown[2] or "")


def _raw(publication: Publication, span: Span) -> str:
    start = publication.span.start
    return publication.raw[span.start - start : span.end - start]


def _example(style: HouseStyle, publication: Publication) -> Example:
    return next(one for one in style.examples if one.publication.id == publication.id)


def _distance(one: Publication, other: Publication) -> tuple[bool, bool, int]:
    """How unlike two entries are: in type, in section, in how far they are apart."""
    return one.type != other.type, one.section != other.section, abs(one.line - other.line)


def _start(example: Example, at: int) -> int:
    """Where a slot begins with what is around it; the end of the entry behind the last."""
    if example.keys[at] == END:
        return example.publication.span.end
    return example.entry.slots[at - 1].span.start - len(example.dresses[at].before)


def _end(example: Example, at: int) -> int:
    """Where a slot ends with what is around it; a link ends behind its address."""
    name = example.keys[at][0]
    if example.keys[at + 1] == ("url", name):
        return _end(example, at + 1)
    end = example.entry.slots[at - 1].span.end
    closes = name == "url" and _raw(example.publication, Span(end, end + 1)) == ")"
    return end + len(example.dresses[at].behind) + closes


def _holds(target: Example, at: int, part: Part) -> bool:
    """Whether the slot at `at` is the part, or a link to it."""
    slot = target.entry.slots[at - 1]
    if slot.name == "link":
        link = _link(target.publication, slot)
        return link is not None and _leads_to(link, part)
    return slot.name == part.slot and (slot.name != "award" or " ".join(slot.text.split()) == part.text)


def _link(publication: Publication, slot: Slot) -> Link | None:
    return next((link for link in publication.links if link.span.start == slot.span.start), None)


def _after(model: Example, target: Example, part: Part) -> Ways:
    """A part like the model's own, behind the same value as there."""
    for at in range(1, len(model.keys) - 1):
        if (said := _written(model, at, part)) is None:
            continue
        anchors = (_same(target, model.keys[before]) for before in range(at - 1, 0, -1))
        if anchor := next(filter(None, anchors), None):
            place = _closed_end(target, anchor)
            put = Edit(Span(place, place), _opened(model, at) + said)
            if model.keys[at + 1][0] == target.keys[anchor + 1][0]:  # what is next is joined as in the model
                yield put, Edit(Span(place, _start(target, anchor + 1)), model.joints[at])
            yield (put,)
        elif len(target.keys) > len("ab"):
            place = _start(target, 1)
            yield (Edit(Span(place, place), said + model.joints[at]),)


def _beside(target: Example, part: Part) -> Ways:
    """One more award or link behind those of the entry, parted from them as they are from what follows."""
    at = max((at for at, (name, _) in enumerate(target.keys) if name == part.slot), default=0)
    if at and (said := _written(target, at, part)):
        joint = target.joints[at]
        if target.keys[at + 1] == END or "\n" in joint or any(map(str.isalnum, joint)):
            joint = " " if said.startswith(("(", "[", "<")) else ", "
        place = _end(target, at)
        yield (Edit(Span(place, place), joint + said),)


def _closed_end(example: Example, at: int) -> int:
    """Where a slot ends with all that is closed there: of `*CVPR 2016* · ` the year ends behind the star."""
    return _end(example, at) + len(closed(example.joints[at])) * (example.keys[at][0] != "url")


def _opened(model: Example, at: int) -> str:
    """What is before a slot, without what is closed there of the slots before."""
    joint = model.joints[at - 1]
    return joint.removeprefix(")") if model.keys[at - 1][0] == "url" else joint.removeprefix(closed(joint))


def _same(target: Example, key: Key) -> int | None:
    """Where an entry has a slot: the very same, or the last of its name."""
    own = target.keys[1:-1]
    if key in own:
        return own.index(key) + 1
    return next((at for at in range(len(own), 0, -1) if own[at - 1][0] == key[0]), None)


def _written(model: Example, at: int, part: Part) -> str | None:
    """The part as the model writes its own, if the slot at `at` is one of that kind."""
    slot, dress = model.entry.slots[at - 1], model.dresses[at]
    if slot.name == "link":
        said = _as_link(model.publication, slot, part)
    elif slot.name != part.slot:
        return None
    elif model.keys[at + 1] == ("url", slot.name):
        address = model.entry.slots[at].text.replace(slot.text, part.text)
        return f"{dress.before}{part.text}{dress.behind}{model.joints[at]}{address})"
    else:
        said = part.text
    return dress.before + said + dress.behind if said else None


def _as_link(one: Publication, slot: Slot, part: Part) -> str | None:
    """A link with another label and address, or to another identifier of the same kind."""
    if part.path == "links":
        return slot.text.replace(slot.detail, part.text, 1).replace(ADDRESS, part.url) if slot.detail else None
    old, link = getattr(one.ids, part.path.removeprefix("ids."), None), _link(one, slot)
    return slot.text.replace(ADDRESS, link.url.replace(old, part.text)) if old and link and old in link.url else None
