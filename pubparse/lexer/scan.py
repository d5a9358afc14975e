"""Runs of one entry in, its visible text and lexemes out."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from pubparse.lexer import lexemes as kinds
from pubparse.lexer.lexemes import Lexeme
from pubparse.lexer.patterns import SCANNER
from pubparse.markdown.runs import HARD_BREAK, SUP, Run
from pubparse.text.visible import Visible

_OF_PATTERN = {
    "break": kinds.BREAK,
    "url": kinds.URL,
    "doi": kinds.DOI,
    "eprint": kinds.EPRINT,
    "math": kinds.MATH,
    "ideographs": kinds.IDEOGRAPHS,
    "short_year": kinds.SHORT_YEAR,
    "ordinal": kinds.ORDINAL,
    "alnum": kinds.ALNUM,
    "digits": kinds.DIGITS,
    "tex_open": kinds.OPEN_QUOTE,
    "tex_close": kinds.CLOSE_QUOTE,
    "ellipsis": kinds.ELLIPSIS,
    "symbol": kinds.SYMBOL,
}
_OF_SIGN = {
    **dict.fromkeys("“«„‟《「『〈", kinds.OPEN_QUOTE),
    **dict.fromkeys("”»》」』〉", kinds.CLOSE_QUOTE),
    **dict.fromkeys('"＂', kinds.QUOTE),
    **dict.fromkeys("‘‚‹", "‘"),
    **dict.fromkeys("'’›`´", "’"),
    **dict.fromkeys("–—―−", kinds.DASH),
    **dict(zip("，、；：。．（）【】［］！？／｜＆", ",,;:..()[][]!?/|&", strict=True)),
}


class EntryText(NamedTuple):
    """An entry as a reader sees it: `visible` maps back to the source, `lexemes` are its words and signs in order."""

    visible: Visible
    lexemes: tuple[Lexeme, ...]


def lex(runs: Iterable[Run]) -> EntryText:
    """Cut an entry's runs into lexemes; what is between two of them is white space."""
    runs = [run for run in runs if run.text]
    visible = Visible.join((run.text, run.span, len(run.text) == run.span.end - run.span.start) for run in runs)
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    found: list[Lexeme] = []
    at, limit, run, last_end = -1, -1, None, 0
    for match in SCANNER.finditer(visible.text):
        start, end = match.span()
        if start >= limit:
            at = bisect_right(starts, start, max(at, 0)) - 1
            run, limit = runs[at], starts[at + 1]
        assert run is not None
        text = match.group()
        kind = _kind(match.lastgroup or "", text, run.styles)
        found.append(Lexeme(kind, text, start, end, start == last_end, run.styles, run.link))
        last_end = end
    return EntryText(visible, tuple(found))


def _kind(pattern: str, text: str, styles: int) -> str:
    if styles & SUP and pattern != "break":
        return kinds.RAISED
    if pattern == "word":
        return _word_kind(text)
    if pattern == "sign":
        return _OF_SIGN.get(text, text)
    if pattern == "initials":
        return kinds.INITIALS if text[0].isupper() else kinds.DOTTED
    return _OF_PATTERN[pattern]


def _word_kind(text: str) -> str:
    if text.islower() or not text[0].isupper():
        return kinds.LOWER
    if len(text) == 1:
        return kinds.LETTER
    if text.isupper():
        return kinds.UPPER
    # A capital after a lower-case letter makes it a coinage (FedAvg), one after a hyphen or apostrophe does not (O'Brien).
    parts = text.replace("’", "-").replace("'", "-").replace("‐", "-").replace("‑", "-").split("-")
    return kinds.CAPITALISED if all(part[1:].islower() or len(part) < 2 for part in parts) else kinds.MIXED
