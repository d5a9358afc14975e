"""An entry in, what is its own words and what only frames them out: bullet, number, quotation sign, tag, cell.

10. K. He, X. Chen. *Masked Autoencoders*.      the words from `K. He` on; lines after the first begin with four blanks
"""

import re
from typing import Literal, NamedTuple

from pubparse.model.publication import Publication
from pubparse.text.span import Span

Kind = Literal["text", "heading", "table", "blocks"]

_TAGS = r"(?:li|p|div|dt|dd|td|tr|ul|ol|article|section|h[1-6])\b"
_PICTURE = r"!\[[^\[\]\n]*+\]\([^()\n]*+\)(?:\{[^{}\n]*+\})?|<img\b[^<>]*+>"
_BEFORE = re.compile(
    rf"(?:\s+|[>*+-](?=\s)|(?:\\?\[(?:[A-Z]{{1,3}}-?)?)?\d{{1,3}}(?:\\?[.)\]](?=\s)|、)|\#{{1,6}}(?=\s)|</?{_TAGS}[^<>]*+>|{_PICTURE}|<!--.*?-->"
    r"|<a\s+(?:id|name)=[^<>]*+>\s*+</a>)*+",
    re.S | re.I,
)
_BEHIND = re.compile(
    rf"(?:\s++|<br\s*/?>(?=\s*+\Z)|</{_TAGS}>|<!--(?:(?!-->).)*+-->|<details\b(?:(?!</?details\b).)*+</details>|\{{:[^{{}}\n]*+\}})++\Z",
    re.S | re.I,
)
_BLOCKS = re.compile(rf"</?{_TAGS}[^<>]*+>", re.I)
_ATX, _RULED = re.compile(r"^[ \t>]*+#{1,6}\s", re.M), re.compile(r"\n[ \t]*+(?:=+|-+)[ \t]*+(?=\n|\Z)")
_TAGGED = re.compile(rf"\s*</?{_TAGS}", re.I)
_AS_TAGS = (
    (re.compile(r"(?<!\\)\*\*(?=\S)([^*]+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\\)\*(?=\S)([^*]+?)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<![\\\w/])__(?=\S)([^_\n]+?)__(?!\w)"), r"<b>\1</b>"),
    (re.compile(r"(?<![\\\w/])_(?=\S)([^_\n]+?)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"(?<![\\!])\[((?:[^\[\]\\]|\\.)+)\]\(([^()\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"<(https?://[^<>\s]+)>"), r'<a href="\1">\1</a>'),
    (re.compile(r" {2,}\n"), "<br>\n"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_QUOTED = re.compile(r"[ \t]*+(?:>[ \t]?)+")


class Frame(NamedTuple):
    """What holds an entry: its kind, where its own words stand, and what its further lines begin with."""

    kind: Kind
    words: Span
    margin: str
    is_html: bool = False
    """Whether it stands among tags, where stars are stars."""


def frame_of(text: str, publication: Publication) -> Frame:
    """Find the frame of an entry: what stays on the page whatever its words become."""
    start, end = publication.span
    begins = _BEFORE.match(text, start, end)
    first = begins.end() if begins else start
    ends = _BEHIND.search(text, first, end)
    words = Span(first, ends.start() if ends else end)
    is_html = bool(_TAGGED.match(text, text.rfind("\n", 0, start) + 1))
    return Frame(_kind(text, publication.span, words), words, _margin(text, words), is_html)


def _kind(text: str, whole: Span, words: Span) -> Kind:
    inside = text[slice(*words)]
    line = text[text.rfind("\n", 0, whole.start) + 1 : words.start]
    if inside.startswith("|"):
        return "table"
    if _ATX.search(line + inside) or _RULED.search(inside):
        return "heading"
    return "blocks" if _BLOCKS.search(inside) else "text"


def _margin(text: str, words: Span) -> str:
    """What the second line of an entry begins with, or would: as far as the first is moved in."""
    line = text[text.rfind("\n", 0, words.start) + 1 : words.start]
    if quoted := _QUOTED.match(line):
        return quoted[0]
    is_markup = "<" in line or "!" in line
    inner = text.find("\n", *words)
    if inner >= 0 and not text[inner + 1 : words.end].startswith("\n"):
        rest = text[inner + 1 : words.end]
        return rest[: len(rest) - len(rest.lstrip(" \t"))]
    return "" if is_markup else " " * len(line.rstrip("\n"))


def in_tags(text: str) -> str:
    """Markdown with its emphasis and links as HTML: `*x*` as `<i>x</i>`."""
    for pattern, tags in _AS_TAGS:
        text = pattern.sub(tags, text)
    return text
