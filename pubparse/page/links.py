"""The runs and lexemes of an entry in, its links out, each with its visible text and what it leads to."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pubparse.lexer.lexemes import URL, Lexemes
from pubparse.lexicons.load import words
from pubparse.markdown.runs import Link, Run
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

_TO_PAPERS = frozenset({"paper", "pdf", "arxiv", "doi", "bibtex"})
_OF_PAPER = re.compile(
    r"arxiv\.org/|doi\.org/|\.pdf(?:$|[?#])|openreview\.net/|aclanthology\.|aclweb\.org/|thecvf\.com/|dl\.acm\.org/"
    r"|ieeexplore|sciencedirect\.|springer\.|proceedings|usenix\.org/|jmlr\.org/|mlr\.press/|ncbi\.nlm|biorxiv\.org/"
    r"|eprint\.iacr|//hal\.",
    re.I,
)


class PageLink(NamedTuple):
    """A link: its visible text, its target as written, its kind, and the span of the whole construct."""

    text: str
    url: str
    kind: str
    span: Span


def links_of(runs: Iterable[Run], lexemes: Lexemes, visible: Visible) -> list[PageLink]:
    """Every link of an entry, in order; one may show nothing but an icon."""
    texts: dict[int, tuple[Link, list[str]]] = {}
    for run in runs:
        if link := run.link:
            texts.setdefault(id(link), (link, []))[1].append(run.text)
    found = [(link, "".join(shown)) for link, shown in texts.values()]
    if URL in lexemes.kinds:
        addresses = [at for at, kind in enumerate(lexemes.kinds) if kind == URL and lexemes.links[at] is None]
        found += [
            (Link(lexemes.texts[at], "", visible.span(*lexemes.place(at, at + 1))), lexemes.texts[at])
            for at in addresses
        ]
        found.sort(key=lambda one: one[0].span)
    return [
        PageLink(text := " ".join(shown.split()), link.url, _kind(text, link.url), link.span) for link, shown in found
    ]


def leads_to_paper(runs: Iterable[Run]) -> bool:
    """Whether a link says that it leads to a paper, or its address does."""
    labels = words("link_labels")
    return any(
        run.link
        and (labels.get(run.text.strip(_EDGES).lower()) in _TO_PAPERS or _OF_PAPER.search(run.link.url) is not None)
        for run in runs
    )


def _kind(text: str, url: str) -> str:
    """What the label says; else, or where it says no more than "paper", what the address does."""
    said = words("link_labels").get(text.strip(_EDGES).lower(), "paper")
    if said != "paper":
        return said
    return next((kind for kind, pattern in _OF_URL if pattern.search(url)), said)
