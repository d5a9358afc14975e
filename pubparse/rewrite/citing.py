"""A page and a citation style in; for each entry its words in that style out, with what else it says behind.

* **K. He**, J. Sun. [Deep](https://a.b). In CVPR 2016 (Oral). [[code](https://c.d)]
**He, K.**, & Sun, J. (2016). [Deep](https://a.b). In *CVPR*. (Oral) [[code](https://c.d)]
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pubparse.exporters.looks import as_markdown
from pubparse.exporters.styled import cite
from pubparse.house_style.balance import Part, balanced
from pubparse.house_style.frames import Frame
from pubparse.house_style.learn import Example, words_of
from pubparse.house_style.slots import wrapped_by
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.rewrite.attempt import Way
from pubparse.rewrite.manners import spellings_of
from pubparse.rewrite.sameness import Expected, initials_of, pages_in_full

_ENDS = re.compile(r"\A(?:[\s.,;:·•|*_)\]>](?<!\n)|</\w+>|[/–—-]+\s)+")
"""What ends what is now in the reference, and what parted it from the rest; `>` ends an address in angle brackets."""

_BESIDE = ("link", "award", "note", "status", "url")
"""What no citation style prints."""

_EXPECTED = Expected(None, None, is_folded=True)


class Citing:
    """How a citation style writes the entries of a page: the owner in bold, marks behind names, no list cut."""

    def __init__(self, page: Page, style: str, options: Mapping[str, Any]) -> None:
        said = [_for_style(one) for one in page.publications]
        lines = cite(said, style, all_authors=True, **options)
        self._lines = {one.id: line for one, line in zip(said, lines, strict=True)}

    def ways(self, page: Page, one: Publication, frame: Frame) -> Iterator[Way]:
        """Give the way to write an entry; none where it is more than one stretch of text."""
        line = self._lines[one.id]
        if line and frame.kind == "text":
            text = page.source.text
            cited = Part(_linked(text, one, line), is_value=True)
            behind = list(_behind(text, words_of(text, one, frame), line))
            yield Way(balanced([cited, *behind]).replace(f"\n{frame.margin}", "\n"), _EXPECTED)


def _for_style(one: Publication) -> Publication:
    """A record as a citation style takes it: pages and initials apart, no address that a link of the entry has."""
    linked = any(link.url == one.ids.url for link in one.links)
    ids = one.ids.model_copy(update={"url": None}) if linked else one.ids
    authors = tuple(author.model_copy(update={"given": _apart(author.given)}) for author in one.authors)
    return one.model_copy(update={"ids": ids, "authors": authors, "pages": pages_in_full(one.pages)})


def _apart(given: str | None) -> str | None:
    """Given names with initials that a style can tell: `AC` is `A. C.`."""
    initials = initials_of(given or "")
    return " ".join(f"{letter}." for letter in initials) if initials == given and len(initials) > 1 else given


def _linked(text: str, one: Publication, line: str) -> str:
    """A reference with the title and the venue spelled and linked as they are on the page."""
    spelled = spellings_of(text, one)
    links = {name: link for link in one.links if (name := wrapped_by(one, link))}
    for name, value in (("title", one.title), ("venue.name", one.venue and one.venue.name)):
        shown = as_markdown(value or "")
        at = line.casefold().find(shown.casefold()) if value and len(line.casefold()) == len(line) else -1
        if at < 0 or not value:
            continue
        is_same = line.startswith(shown, at)
        label = spelled.get(value, shown) if is_same else line[at : at + len(shown)]
        if link := links.get(name):
            source = text[slice(*link.span)]
            old = spelled.get(value, value)
            label = source.replace(old, label, 1) if old in source else f"[{label}]({link.url})"
        line = line[:at] + label + line[at + len(shown) :]
    return line


def _behind(text: str, words: Example, line: str) -> Iterator[Part]:
    """What an entry says besides, as it says it: what stands among the values of the reference, and all behind them."""
    slots = words.entry.slots
    beside = [slot.name in _BESIDE or (slot.name.startswith("ids.") and slot.text not in line) for slot in slots]
    last = max((at for at, is_beside in enumerate(beside, 1) if not is_beside), default=0)
    for at, slot in enumerate(slots, 1):
        before, behind = words.dresses[at]
        shown = Part(f"{before}{text[slice(*slot.span)]}{behind}", is_value=True)
        if at > last:
            joint = words.joints[at - 1]
            yield from (Part(_joined(joint) if at == last + 1 else joint, is_value=False), shown)
        elif beside[at - 1] and slot.name != "url" and slot.detail != "preprint":
            yield from (Part(" ", is_value=False), shown)
    if last < len(slots):
        yield Part(words.joints[-1], is_value=False)


def _joined(joint: str) -> str:
    """What is between a reference, which ends by itself, and what stands behind it."""
    rest = _ENDS.sub("", joint)
    return rest if rest.startswith(("\n", "<br")) else f" {rest}"
