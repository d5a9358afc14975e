"""A title and a page's style in, labelled pieces out: in quotes, bold, linked or plain, with what closes it."""

import random
import re
from typing import NamedTuple

from tools.training.names import EAST_ASIAN
from tools.training.pieces import Piece, Pieces, bare, part, pick, wrapped

_QUOTES = {
    "en": [(6, ("“", "”")), (6, ('"', '"')), (0.8, ("‘", "’")), (0.5, ("'", "'")), (0.5, ("``", "''"))],
    "de": [(6, ("„", "“")), (2, ("»", "«")), (2, ('"', '"'))],
    "fr": [(6, ("« ", " »")), (3, ("«", "»")), (2, ('"', '"')), (2, ("“", "”"))],
    "ru": [(5, ("«", "»")), (2, ('"', '"'))],
    "it": [(4, ("«", "»")), (4, ("“", "”")), (2, ('"', '"'))],
    "es": [(4, ("«", "»")), (4, ("“", "”")), (2, ('"', '"'))],
    "pt": [(4, ("“", "”")), (2, ('"', '"'))],
    "pl": [(5, ("„", "”")), (2, ('"', '"'))],
    "zh": [(3, ("《", "》")), (2, ("“", "”")), (2, ('"', '"'))],
    "ja": [(5, ("「", "」")), (2, ("『", "』")), (3, ('"', '"')), (1, ("“", "”"))],
    "ko": [(4, ('"', '"')), (3, ("“", "”")), (1, ("「", "」"))],
    "sv": [(5, ("”", "”")), (3, ('"', '"')), (2, ("“", "”"))],
    "da": [(4, ("»", "«")), (3, ('"', '"')), (2, ("“", "”"))],
}
# Around the title and its quotes.
_DRESS = [
    (36, ""),
    (15, "bold"),
    (8, "italic"),
    (12, "link"),
    (4, "link bold"),
    (3, "bold link"),
    (1.5, "link italic"),
    (1.5, "bold italic"),
    (1, "b"),
    (1, "strong"),
    (1, "html link"),
    (0.7, "underline"),
    (0.4, "span"),
]  # fmt: skip
_SMALL = frozenset("a an and as at by for from in into of on or over per the to via vs with".split())
_WORD = re.compile(r"[^\W\d_][\w'’]*")


class TitleStyle(NamedTuple):
    """`dress` is the markup, `closed_inside` whether a comma or full stop goes within quotes and markup."""

    quotes: tuple[str, str]
    dress: str
    closed_inside: bool
    quotes_outside: bool
    case: str
    target: str


def draw_title_style(rng: random.Random, language: str) -> TitleStyle:
    """A style of titles, as often as pages have it."""
    quoted = rng.random() < 0.27
    dress = pick(rng, _DRESS)
    if quoted and rng.random() < 0.6:
        dress = pick(rng, [(5, ""), (2, "link"), (1, "bold"), (1, "italic")])
    return TitleStyle(
        pick(rng, _QUOTES.get(language, _QUOTES["en"])) if quoted else ("", ""),
        dress,
        rng.random() < (0.6 if quoted else 0.3),
        rng.random() < 0.6,
        pick(rng, [(8, ""), (3, "sentence"), (0.6, "title"), (0.15, "upper")]),
        pick(rng, [(6, "doi"), (3, "file"), (1, "empty")]),
    )


def print_title(title: str, style: TitleStyle, closer: str, target: str) -> Pieces:
    """The title as labelled pieces with its closer ("", "." or ","), which a "?" makes needless."""
    text = recase(escaped(title), style.case)
    quoted = bool(style.quotes[0])
    if quoted:
        text = re.sub(r'"([^"]*)"', r"‘\1’", text).replace("“", "‘").replace("”", "’")
        if EAST_ASIAN.search(text) and style.quotes[0] in "'‘":
            text = text.replace("‘", "").replace("’", "")
    else:
        text = re.sub(r'"([^"]*)"', r"“\1”", text) if len(text) % 2 else text
    if closer and text[-1] in "?!.…。" and not (quoted and closer == ","):
        closer = ""
    pieces = part("title", text)
    inside = closer if style.closed_inside else ""
    outside = "" if style.closed_inside else closer
    dress = _markup(style.dress, target)
    if style.quotes_outside or not quoted:
        pieces = wrapped(*_around(dress, pieces if quoted else [*pieces, *bare(inside)]))
        if quoted:
            pieces = wrapped(style.quotes[0], [*pieces, *bare(inside)], style.quotes[1])
    else:
        pieces = wrapped(style.quotes[0], [*pieces, *bare(inside)], style.quotes[1])
        pieces = wrapped(*_around(dress, pieces))
    return [*pieces, *bare(outside)]


def _around(dress: tuple[str, str], pieces: Pieces) -> tuple[str, Pieces, str]:
    return dress[0], pieces, dress[1]


def _markup(dress: str, target: str) -> tuple[str, str]:
    table = {
        "bold": ("**", "**"),
        "italic": ("*", "*"),
        "link": ("[", f"]({target})"),
        "link bold": ("[**", f"**]({target})"),
        "bold link": ("**[", f"]({target})**"),
        "link italic": ("[*", f"*]({target})"),
        "bold italic": ("***", "***"),
        "b": ("<b>", "</b>"),
        "strong": ("<strong>", "</strong>"),
        "html link": (f'<a href="{target}">', "</a>"),
        "underline": ("<u>", "</u>"),
        "span": ('<span style="font-size:17px">', "</span>"),
    }
    return table.get(dress, ("", ""))


def escaped(text: str) -> str:
    """What Markdown would take for markup, escaped as a careful author does."""
    return re.sub(r"([*\\]|<(?=[\w/]))", r"\\\1", text)


def recase(text: str, case: str) -> str:
    """The title in another case: "sentence" and "upper" as styles have it, "title" with every word's first letter."""
    if case == "upper":
        return text.upper()
    if case == "title":
        return _WORD.sub(lambda match: match[0] if match[0] in _SMALL else match[0][0].upper() + match[0][1:], text)
    if case != "sentence":
        return text
    out, last = [], 0
    for match in _WORD.finditer(text):
        word, before = match[0], text[last : match.start()]
        first = not last or re.search(r"[:?!.]\s*$", before)
        lowered = word if first or not word.istitle() or len(word) < 2 else word.lower()
        out += [before, lowered]
        last = match.end()
    return "".join(out) + text[last:]


def pieces_text(pieces: list[Piece]) -> str:
    """The labelled title alone."""
    return "".join(piece.text for piece in pieces if piece.field == "title")
