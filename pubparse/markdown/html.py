"""HTML as people write it: a string in, its `Markup` with exact offsets out.

Lenient and linear: what cannot be a tag, comment or entity is text. Scripts and styles come out empty.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from pubparse.markdown.badges import find_badge
from pubparse.markdown.markup import ATOM, BREAK, CLOSE, COMMENT, NO_ATTRIBUTES, OPEN, TEXT, Markup

HIDDEN_ELEMENTS: Final = frozenset({"script", "style", "svg", "template", "title"})
"""Elements whose content no reader sees as text."""

_SPECIAL: Final = re.compile(r"[<&\n]")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG: Final = re.compile(r"""<(/?)([A-Za-z][^\s<>/"'=]*+)((?:[^<>"']|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE: Final = re.compile(r"""([^\s<>/"'=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>"']+)))?""")
# Comments, processing instructions, CDATA, declarations: how they begin, from where on they can end, and how.
_UNSEEN: Final = (("<!--", 2, "-->"), ("<?", 2, "?>"), ("<![CDATA[", 9, "]]>"), ("<!", 2, ">"))
_HIDDEN_END: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in HIDDEN_ELEMENTS}
_UNQUOTED_LINK: Final = re.compile(r"""<a(?:\s+[a-z]+=[^\s<>"'`]+)++\s*>""", re.IGNORECASE)
_SPACE: Final = re.compile(r"\s*")


def read_html(text: str, start: int = 0, end: int | None = None) -> Iterator[Markup]:
    """Read `text[start:end]`; the offsets that come out are those in `text`."""
    end = len(text) if end is None else end
    shown = at = start  # all before `shown` has come out
    while found := _SPECIAL.search(text, at, end):
        at = found.start()
        pieces = _READERS[found[0]](text, at, end)
        if not pieces:
            at += 1
            continue
        before = text[shown:at].rstrip(" \t") if found[0] == "\n" else text[shown:at]
        if before:
            yield Markup(TEXT, shown, shown + len(before), raw=True)
        if found[0] == "\n":
            yield pieces[0]._replace(start=shown + len(before))
        else:
            yield from pieces
        shown = at = _after(text, pieces[-1], end)
    if shown < end:
        yield Markup(TEXT, shown, end, raw=True)


def find_hidden_end(name: str, text: str, start: int, end: int = sys.maxsize) -> int:
    """Return where a hidden element's closing tag is in `text[start:end]`, or -1."""
    closing = _HIDDEN_END[name].search(text, start, end)
    return closing.start() if closing else -1


def find_unquoted_link(text: str, start: int, end: int) -> int:
    """Return where `<a href=http://a.b/?c=d>` ends that begins at `start`, or 0; for that `=` it must not be a tag."""
    found = _UNQUOTED_LINK.match(text, start, end)
    return found.end() if found else 0


def _after(text: str, piece: Markup, end: int) -> int:
    """Return where to read on after `piece`: behind what is hidden in it."""
    if piece.kind != OPEN or piece.name not in HIDDEN_ELEMENTS:
        return piece.end
    closing = find_hidden_end(piece.name, text, piece.end, end)
    return end if closing < 0 else closing


def _line_break(text: str, at: int, end: int) -> tuple[Markup, ...]:
    blank = _SPACE.match(text, at, end)
    return (Markup(BREAK, at, blank.end(), raw=True),) if blank else ()


def _entity(text: str, at: int, end: int) -> tuple[Markup, ...]:
    found = _ENTITY.match(text, at, end)
    if found and (meant := unescape(found[0])) != found[0]:
        return (Markup(ATOM, at, found.end(), meant, raw=True),)
    return ()


def _tag(text: str, at: int, end: int) -> tuple[Markup, ...]:
    if text[at + 1 : at + 2] in {"!", "?"}:
        return _unseen(text, at, end)
    found = _TAG.match(text, at, end)
    if not found:
        return ()
    name = found[2].lower()
    if found[1]:
        return (Markup(CLOSE, at, found.end(), name, raw=True),)
    if name == "img":
        return _image(text, found)
    return (Markup(OPEN, at, found.end(), name, _attributes(found[3]), raw=True),)


def _unseen(text: str, at: int, end: int) -> tuple[Markup, ...]:
    skip, closing = next((skip, closing) for opening, skip, closing in _UNSEEN if text.startswith(opening, at))
    found = text.find(closing, at + skip, end)
    if found < 0:
        return (Markup(COMMENT, at, end, "unclosed", raw=True),)
    return (Markup(COMMENT, at, found + len(closing), raw=True),)


def _attributes(text: str) -> Mapping[str, str]:
    if not text:
        return NO_ATTRIBUTES
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text):
        attributes.setdefault(found[1].lower(), unescape(found[2] or found[3] or found[4] or ""))
    return attributes


def _image(text: str, tag: re.Match[str]) -> tuple[Markup, ...]:
    """Read an image as an element around the text that stands for it; a badge as the text that it shows."""
    if badge := find_badge(text, *tag.span(3)):
        word, dash, year = badge
        shown = Markup(TEXT, *word, raw=True), Markup(ATOM, *dash, " ", raw=True), Markup(TEXT, *year, raw=True)
        edges = [Markup(OPEN, *edge, "br", raw=True) for edge in ((tag.start(), word[0]), (year[1], tag.end()))]
        return edges[0], *shown, edges[1]
    opening = Markup(OPEN, tag.start(), tag.end(), "img", _attributes(tag[3]), raw=True)
    closing = Markup(CLOSE, tag.end(), tag.end(), "img", raw=True)
    for found in _ATTRIBUTE.finditer(text, *tag.span(3)):
        if found[1].lower() == "alt" and found.lastindex and found.lastindex > 1:
            return (opening, *_value(text, *found.span(found.lastindex)), closing)
    return (opening, closing)


def _value(text: str, at: int, end: int) -> Iterator[Markup]:
    for found in _ENTITY.finditer(text, at, end):
        if at < found.start():
            yield Markup(TEXT, at, found.start(), raw=True)
        yield Markup(ATOM, *found.span(), unescape(found[0]), raw=True)
        at = found.end()
    if at < end:
        yield Markup(TEXT, at, end, raw=True)


_READERS: Final = {"<": _tag, "&": _entity, "\n": _line_break}
