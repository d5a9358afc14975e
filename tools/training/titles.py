"""A title and a page's style in, labelled pieces out: in quotes, bold, linked or plain, with what closes it."""

import random
import re
from typing import NamedTuple

from tools.training.pieces import Pieces, bare, part, pick, wrapped
from tools.training.tables import Pair, draw_for, draw_pair, pair

_SMALL = frozenset("a an and as at by for from in into of on or over per the to via with".split())
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_MARKUP = re.compile(r"([*\\]|<(?=[\w/]))")
_STRAIGHT = re.compile(r'"([^"]*)"')
_STRESS_EVERY = 13
_NAME_EVERY = 6
_AFTER_STOP = re.compile(r"[:?!.]\s*$")


class TitleStyle(NamedTuple):
    """`dress` is the markup, `closed_inside` whether a comma or full stop goes within quotes and markup."""

    quotes: Pair
    dress: Pair
    closed_inside: bool
    quotes_outside: bool
    case: str
    target: str

    @property
    def plain(self) -> bool:
        """Whether a reader sees no difference between the title and what stands around it."""
        return not self.quotes[0] and (not self.dress[0] or self.dress[0].startswith("<span"))


def draw_title_style(rng: random.Random, language: str) -> TitleStyle:
    """Draw a style of titles, as often as pages have it."""
    quoted = rng.random() < 0.27
    dress = draw_pair(rng, "titles", "dress")
    if quoted and rng.random() < 0.6:
        dress = pick(rng, [(5, ("", "")), (2, ("[", "]({url})")), (1, ("**", "**")), (1, ("*", "*"))])
    quotes = pair(draw_for(rng, "titles", "quotes", language))
    return TitleStyle(
        quotes if quoted else ("", ""),
        dress,
        rng.random() < (0.6 if quoted else 0.3),
        rng.random() < 0.6,
        "" if language == "de" else pick(rng, [(8, ""), (3, "sentence"), (0.6, "title"), (0.15, "upper")]),
        pick(rng, [(6, "doi"), (3, "file"), (1, "empty")]),
    )


def print_title(title: str, style: TitleStyle, closer: str, target: str) -> Pieces:
    """Write the title with its closer ("", "." or ","), which a question mark makes needless."""
    text = recase(escaped(title), style.case)
    quoted = bool(style.quotes[0])
    text = _other_quotes(text) if quoted else _STRAIGHT.sub(r"“\1”", text) if len(text) % 2 else text
    if not quoted and not style.dress[0]:
        text = _with_name_set_off(text) if len(text) % _NAME_EVERY == 0 else text
        text = _stressed(text) if len(text) % _STRESS_EVERY == 0 else text
    if text[-1] in "?!.…。" and not (quoted and closer == ","):
        closer = ""
    pieces = part("title", text)
    inside = bare(closer if style.closed_inside else "")
    before, after = (mark.replace("{url}", target) for mark in style.dress)
    if not quoted:
        pieces = wrapped(before, [*pieces, *inside], after)
    elif style.quotes_outside:
        pieces = wrapped(style.quotes[0], [*wrapped(before, pieces, after), *inside], style.quotes[1])
    else:
        pieces = wrapped(before, wrapped(style.quotes[0], [*pieces, *inside], style.quotes[1]), after)
    return [*pieces, *bare("" if style.closed_inside else closer)]


def _with_name_set_off(text: str) -> str:
    """Set off the name before the colon: `**BERT**: Pre-training of …`."""
    name, colon, rest = text.partition(": ")
    return f"**{name}**{colon}{rest}" if colon and name.isalnum() else text


def _stressed(text: str) -> str:
    """Set a word or a few of the title off, as a species, a gene, a system's name or a page's subject often are."""
    words = text.split(" ")
    first = len(text) % len(words)
    last = min(first + 1 + len(text) % 4, len(words))
    mark = "*" if len(text) % 2 else "**"
    if all(word.isalpha() for word in words[first:last]):
        words[first:last] = [f"{mark}{' '.join(words[first:last])}{mark}"]
    return " ".join(words)


def escaped(text: str) -> str:
    """Escape what Markdown would take for markup, as a careful author does."""
    return _MARKUP.sub(r"\\\1", text)


def recase(text: str, case: str) -> str:
    """Write the title in another case: "sentence" or "upper", or "title" with a capital for each word."""
    if case == "upper":
        return text.upper()
    if case == "title":
        return _WORD.sub(lambda match: match[0] if match[0] in _SMALL else match[0][0].upper() + match[0][1:], text)
    return _sentence(text) if case == "sentence" else text


def _sentence(text: str) -> str:
    out, last = "", 0
    for match in _WORD.finditer(text):
        word = match[0]
        before = text[last : match.start()]
        first = not last or _AFTER_STOP.search(before)
        out += before + (word.lower() if word.istitle() and len(word) > 1 and not first else word)
        last = match.end()
    return out + text[last:]


def _other_quotes(text: str) -> str:
    """Quotes within quotes are single ones."""
    return _STRAIGHT.sub(r"‘\1’", text).replace("“", "‘").replace("”", "’")
