"""A path and a value that a user gives in, the part of an entry that is put in or taken away out.

awards+=Best Paper Award    links+=Code https://example.org/code    links[0].url=    ids.doi=10.1109/TPAMI.2012.213
"""

import re
from typing import NamedTuple

from pubparse.house_style.slots import label_of
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

LISTS = ("awards", "links")
"""Parts of which an entry may have several."""

_PATH = re.compile(r"(?:(awards)\[(\d+)\]\.text|(links)\[(\d+)\]\.(?:url|text)|ids\.\w+)")


class Part(NamedTuple):
    """What is put in or taken out: `awards`, `ids.doi` or `links`, and its text; a link has its address as well."""

    path: str
    text: str
    url: str = ""

    @property
    def slot(self) -> str:
        """What a slot is called that holds one."""
        return {"awards": "award", "links": "link"}.get(self.path, self.path)

    @property
    def item(self) -> str:
        """It among others of its list."""
        return f"{self.text} {self.url}".rstrip()


def part_at(publication: Publication, path: str, value: str) -> Part | None:
    """The part that a path names; an id is that of `value`."""
    if not (match := _PATH.fullmatch(path)):
        return None
    if match[1]:
        return Part("awards", publication.awards[int(match[2])].text)
    if match[3]:
        link = publication.links[int(match[4])]
        return Part("links", label_of(link), link.url)
    return Part(path, value)


def new_part(path: str, value: str) -> Part:
    """The award, or the link with label and address, that a user gives; UsageError where it is neither."""
    text = " ".join(value.split())
    label, _, url = text.rpartition(" ")
    if path not in LISTS:
        raise UsageError(f"nothing is added to {path!r}: it is one of {', '.join(LISTS)}")
    if not text or (path == "links" and not label):
        raise UsageError("a link is a label and an address" if text else f"nothing to add to {path}")
    return Part(path, text) if path == "awards" else Part(path, label, url)
