"""The lexemes of an entry in, its links out, each with what a reader sees of it and what kind of thing it leads to."""

import re
from typing import NamedTuple

from pubparse.grammar.lattice import Lattice
from pubparse.lexer.lexemes import URL
from pubparse.lexicons.load import words
from pubparse.markdown.runs import Link
from pubparse.text.span import Span
from pubparse.text.visible import Visible

_EDGES = "[](){}|·• :,;/📄📜🔗"
# What an address says where the label does not.
_OF_URL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("arxiv", re.compile(r"arxiv\.org/", re.I)),
    ("doi", re.compile(r"doi\.org/", re.I)),
    ("code", re.compile(r"(?:github|gitlab|bitbucket)\.(?:com|org)/|huggingface\.co/(?!datasets)", re.I)),
    ("video", re.compile(r"(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/", re.I)),
    ("pdf", re.compile(r"\.pdf(?:$|[?#])", re.I)),
    ("slides", re.compile(r"\.pptx?(?:$|[?#])|slideshare\.net", re.I)),
    ("bibtex", re.compile(r"\.bib(?:$|[?#])", re.I)),
    ("data", re.compile(r"huggingface\.co/datasets|zenodo\.org|kaggle\.com", re.I)),
)


class PageLink(NamedTuple):
    """A link: its visible text, its target as written, its kind, and the span of the whole construct."""

    text: str
    url: str
    kind: str
    span: Span


def links_of(lattice: Lattice, visible: Visible) -> list[PageLink]:
    """Every link of an entry, in order."""
    lexemes = lattice.lexemes
    if URL not in lattice.tags and not any(lexemes.links):
        return []
    leading = [
        at for at, (link, kind) in enumerate(zip(lexemes.links, lexemes.kinds, strict=True)) if link or kind == URL
    ]
    found: dict[int, tuple[Link, int, int]] = {}
    for at in leading:
        start, end = lexemes.place(at, at + 1)
        link = lexemes.links[at] or Link(lexemes.texts[at], "", visible.span(start, end))  # an address in the text
        _, start, _ = found.get(id(link), (link, start, end))
        found[id(link)] = (link, start, end)
    links = []
    for link, start, end in found.values():
        text = " ".join(visible.text[start:end].split())
        links.append(PageLink(text, link.url, _kind(text, link.url), link.span))
    return links


def _kind(text: str, url: str) -> str:
    """What the label says; else, or where it says no more than "paper", what the address does."""
    said = words("link_labels").get(text.strip(_EDGES).lower(), "paper")
    if said != "paper":
        return said
    return next((kind for kind, pattern in _OF_URL if pattern.search(url)), said)
