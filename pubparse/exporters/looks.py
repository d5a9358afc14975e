"""A reference with signs for its looks in, Markdown, HTML or plain text out, escaped once."""

import html
import re
import string
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from pubparse.exporters.citation_styles import BOLD, CAPITALS, ITALIC, LOWERED, RAISED
from pubparse.exporters.signed_names import MARKS, OWNER

_SIGN = re.compile("([\U000f0000-\U0010ffff])")
_ADDRESS = re.compile(r"(https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*[A-Za-z0-9/=_~-])(?=[.,;:)\]]*(?:\s|$))")
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<~|$^]|&(?=#?\w+;)")
_MEANS_A_BLOCK = re.compile(r"\A(\d*)([-+=:.)#>])")
_TAGS = {
    ITALIC: ("<i>", "</i>"),
    BOLD: ("<b>", "</b>"),
    RAISED: ("<sup>", "</sup>"),
    LOWERED: ("<sub>", "</sub>"),
    CAPITALS: ('<span style="font-variant:small-caps">', "</span>"),
    OWNER: ('<b class="self">', "</b>"),
    MARKS: ('<sup class="marks">', "</sup>"),
}
_TAG_OF = {sign: tag for pair, tags in _TAGS.items() for sign, tag in zip(pair, tags, strict=True)}
_STARS = {ITALIC: "*", BOLD: "**", OWNER: "**"}


def as_text(reference: str) -> str:
    """Plain text: marks stand behind the names, a letter or number after a `^`."""
    parts = _SIGN.split(reference)
    raised = {at for at in range(2, len(parts), 2) if parts[at - 1] == MARKS[0] and parts[at].isalnum()}
    return "".join("^" * (at in raised) + parts[at] for at in range(0, len(parts), 2))


def as_html(reference: str) -> str:
    """HTML, addresses linked."""
    parts = enumerate(_SIGN.split(reference))
    return "".join(_TAG_OF.get(part, "") if at % 2 else _linked(part, html.escape, _anchor) for at, part in parts)


def as_markdown(reference: str) -> str:
    """Markdown: CommonMark where its rules for stars allow it, else HTML tags; addresses linked."""
    parts = _SIGN.split(reference)
    looks = dict(_looks(parts))
    texts = (looks.get(at, "") if at % 2 else _linked(part, _escaped, "<{}>".format) for at, part in enumerate(parts))
    return _MEANS_A_BLOCK.sub(r"\1\\\2", "".join(texts))


def _anchor(address: str) -> str:
    address = html.escape(address)
    return f'<a href="{address}">{address}</a>'


def _linked(text: str, escape: Callable[[str], str], link: Callable[[str], str]) -> str:
    return "".join(link(part) if at % 2 else escape(part) for at, part in enumerate(_ADDRESS.split(text)))


def _escaped(text: str) -> str:
    """Text in which nothing is Markdown, and no `{{` or `{%` is left for a site's templates."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", text).replace("{", "&#123;")


def _looks(parts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What each sign is in Markdown, by its place among the parts: texts, and signs between them."""
    opened: list[tuple[str, int]] = []
    for at in range(1, len(parts), 2):
        pair = next((pair for pair in _TAGS if parts[at] in pair), "")
        if pair and parts[at] == pair[0]:
            opened.append((pair, at))
        elif pair and opened and opened[-1][0] == pair:
            start = opened.pop()[1]
            yield from zip((start, at), _around(pair, parts, start, at, [one for one, _ in opened]), strict=True)


def _around(pair: str, parts: Sequence[str], start: int, end: int, outer: Sequence[str]) -> tuple[str, str]:
    if stars := _STARS.get(pair):
        if any(_STARS.get(one) == stars for one in outer):
            return "", ""
        ahead = parts[start - 1] or " " * (start == 1)
        behind = parts[end + 1] or " " * (end + 2 == len(parts)) or _mark(parts, end + 2)
        if _flanks(ahead[-1:], parts[start + 1][:1]) and _flanks(behind[:1], parts[end - 1][-1:]):
            return stars, stars
        tag = "em" if stars == "*" else "strong"
    elif pair == MARKS:
        tag = "sup" if parts[start + 1].isalnum() else ""  # a glyph means no more than it says
    else:
        tag = {RAISED: "sup", LOWERED: "sub"}.get(pair, "")
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _mark(parts: Sequence[str], at: int) -> str:
    """What is written for the mark that begins at a sign: the mark, or a tag."""
    return "" if parts[at] != MARKS[0] else "<" if parts[at + 1].isalnum() else parts[at + 1]


def _flanks(outside: str, inside: str) -> bool:
    """Tell whether stars between two characters open or close emphasis on the side of the second."""
    if not inside or inside.isspace() or not outside:
        return False
    return (
        inside.isalnum()
        or outside.isspace()
        or outside in string.punctuation
        or unicodedata.category(outside)[0] == "P"
    )
