"""Runs of one entry in, its visible text and lexemes out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from pubparse.lexer import lexemes as kinds
from pubparse.lexer.lexemes import Lexemes
from pubparse.lexer.patterns import scanner
from pubparse.lexicons.load import words
from pubparse.markdown.runs import FACE, IMAGE, SUP, Link, Run
from pubparse.text.visible import Visible

_OF_PATTERN = {
    "break": kinds.BREAK,
    "url": kinds.URL,
    "doi": kinds.DOI,
    "eprint": kinds.EPRINT,
    "math": kinds.MATH,
    "ideographs": kinds.IDEOGRAPHS,
    "clipped": kinds.LOWER,
    "short_year": kinds.SHORT_YEAR,
    "ordinal": kinds.ORDINAL,
    "century": kinds.ORDINAL,
    "alnum": kinds.ALNUM,
    "thousands": kinds.ALNUM,
    "page_code": kinds.ALNUM,
    "short_page_code": kinds.ALNUM,
    "article_code": kinds.ALNUM,
    "letters_and_code": kinds.ALNUM,
    "year_before_word": kinds.DIGITS,
    "digits": kinds.DIGITS,
    "tex_open": kinds.OPEN_QUOTE,
    "tex_close": kinds.CLOSE_QUOTE,
    "ellipsis": kinds.ELLIPSIS,
    "raised": kinds.RAISED,
    "wave": kinds.DASH,
    "symbol": kinds.SYMBOL,
    "shortcode": kinds.PICTURE,
    "plus": kinds.SYMBOL,
}
_OF_SIGN = {
    **dict.fromkeys("“«„‟《「『〈", kinds.OPEN_QUOTE),
    **dict.fromkeys("”»》」』〉", kinds.CLOSE_QUOTE),
    **dict.fromkeys('"＂', kinds.QUOTE),
    **dict.fromkeys("‘‚‹", "‘"),
    **dict.fromkeys("'’›`´", "’"),
    **dict.fromkeys("–—―−", kinds.DASH),
    **dict.fromkeys("‐‑", "-"),
    **dict(zip("，、،・；؛：。．（）【】［］！？／｜＆", ",,,,;;:..()[][]!?/|&", strict=True)),
}
_WORDS = frozenset({"plain_word", "word_before_year", "word_before_number", "term_before_number", "word"})
_APART = SUP | IMAGE
_HYPHENS = str.maketrans(dict.fromkeys("’'‐‑", "-"))


class EntryText(NamedTuple):
    """An entry as a reader sees it: `visible` maps back to the source, `lexemes` are its words and signs in order."""

    visible: Visible
    lexemes: Lexemes


def lex(runs: Iterable[Run]) -> EntryText:
    """Cut an entry's runs into lexemes; what is between two of them is white space."""
    runs = [run for run in runs if run.text]
    visible = Visible.join((run.text, run.span, len(run.text) == run.span.end - run.span.start) for run in runs)
    edges = list(accumulate((len(run.text) for run in runs), initial=0))
    matches = list(_scan(visible.text, runs, edges))
    texts = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    letters = [_kind(match.lastgroup, match[0]) for match in matches]
    faces: list[int] = []
    links: list[Link | None] = []
    for run, styles, edge in zip(runs, _styles(runs), edges[1:], strict=True):
        first, last = len(faces), bisect_left(starts, edge, len(faces))
        faces += [styles] * (last - first)
        links += [run.link] * (last - first)
        if run.styles & SUP:
            letters[first:last] = [kinds.RAISED if text != "\n" else text for text in texts[first:last]]
    ends = tuple([match.end() for match in matches])
    found = Lexemes("".join(letters), tuple(texts), tuple(starts), ends, tuple(faces), tuple(links))
    return EntryText(visible, found)


def _styles(runs: list[Run]) -> list[int]:
    """The looks of each run, and whether it begins the face before a plain space anew."""
    styles = [run.styles for run in runs]
    for at, (before, gap, run) in enumerate(zip(runs, runs[1:], runs[2:], strict=False), 2):
        if gap.text == " " and not gap.styles and run.styles & FACE and run.styles == before.styles:
            styles[at] = styles[at - 2] ^ kinds.ANEW
    return styles


def _scan(text: str, runs: list[Run], starts: list[int]) -> Iterator[re.Match[str]]:
    """Match after match; what is raised, pictures and addresses, and links, are cut from what is glued on."""
    scan = scanner(text).finditer
    if not any(run.styles or run.link for run in runs):
        return scan(text)
    edges = [start for start, before, run in zip(starts[1:], runs, runs[1:], strict=False) if _is_cut(before, run)]
    return chain.from_iterable(scan(text, start, end) for start, end in pairwise([0, *edges, len(text)]))


def _is_cut(before: Run, run: Run) -> bool:
    """Whether nothing goes on from run to run; `*… and Its Applications*Oxford University Press` are two fields."""
    if (before.styles ^ run.styles) & _APART:
        return True
    if before.link is not run.link and ("://" in before.text or _ends_in_word(before, run)):
        return True
    are_glued = before.text[-1].islower() and run.text[0].isupper()
    return are_glued and before.styles != run.styles and " " in before.text and " " in run.text


def _ends_in_word(before: Run, run: Run) -> bool:
    """`[code](…)Z. Tang`, `*Cognition*[DOI](…)`: a link that ends, or but a label that begins, where a word goes on."""
    if not (before.text[-1].isalnum() and run.text[0].isalnum()):
        return False
    return before.link is not None or run.text.lower() in words("link_labels")


@lru_cache(maxsize=1 << 15)
def _kind(pattern: str | None, text: str) -> str:
    """The kind of a match. A pure function, remembered: pages repeat their words."""
    if pattern == "degree":
        return kinds.CAPITALISED
    if pattern == "joined_by_dots":
        return _OF_SIGN.get(text, kinds.IDEOGRAPHS)
    if pattern in _WORDS:
        return _word_kind(text)
    if pattern == "initials":
        return kinds.INITIALS if text[0].isupper() else kinds.DOTTED
    return _OF_PATTERN.get(pattern or "") or (kinds.DIGITS if text.isdigit() else _OF_SIGN.get(text, text))


def _word_kind(text: str) -> str:
    if text.islower() or not text[0].isupper():
        return kinds.LOWER
    if len(text) == 1:
        return kinds.LETTER
    if text.isupper():
        return kinds.UPPER
    # A capital after a small letter makes it a coinage (FedAvg), one after a hyphen or apostrophe does not (O'Brien).
    parts = text.translate(_HYPHENS).split("-")
    return kinds.CAPITALISED if all(part[1:].islower() or len(part) < 2 for part in parts) else kinds.MIXED
