"""A stretch of cells read as the venue in; its value, acronym, track and kind out, and the year glued to it.

venue := ("In" | "Published in" …)? name year? ("(" acronym ")")? track?
         EMNLP 2024 Findings    ECAI 2020 * 24th European Conference …    IJCAI-19    Oceans'13    arXiv preprint
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.name_ends import WORDS_OF_JOURNALS
from pubparse.grammar.servers import AVAILABLE, SERVER
from pubparse.grammar.values import Stretch, Value, balance, value_of
from pubparse.grammar.venue_kinds import acronyms, kind_of
from pubparse.lexicons.load import members
from pubparse.text.pictures import behind_pictures

_OUTER = " ,;:.\n\u00a0-–/|@"
_LEAD = re.compile(
    rf"{AVAILABLE}"
    r"|(?:(?:(?:to )?(?:appear|be published|be presented)|accepted|submitted|forthcoming|available|poster|talk|"
    rf"{'|'.join(members('leads', 'published'))})\s+)?"
    r"(?:in(?:to)?|at|to|by|for|of|en|em)\b:?\s*(?:the\s+(?=[a-z]|proc))?",
    re.I,
)
# Best Paper Award @ ICML   Under Review @ ICLR   Oral @ CVPR
_SAID_AT = re.compile(
    r"[^@\n,;]{0,60}\b(?:awards?|prize|finalist|review|oral|spotlight|poster|talk|paper|accepted|submitted|published)\s?@\s?",
    re.I,
)
# What stands where a venue does, and is none: states of a work, versions of packages, numbers of patents.
_NO_VENUE = re.compile(
    r"(?:unpublished|draft|manuscript|pre-?print|working paper|in progress|ongoing work)"
    r"(?:\s(?:manuscript|draft|paper|work))?"
    r"|early access|online first|(?:online |e-?pub )?ahead of print|advance online publication"
    r"|supervised by\s.*|(?:[A-Za-z]+\s)?link|(?:co-?)?(?:first|second|third|lead|sole|corresponding)[\s-]author"
    r"|(?:planned|in preparation for)\s.*|accessed|retrieved|issued|filed|granted"
    r"|(?:R|Python|Julia|Stata|MATLAB)\s(?:package|library|module)(?:\sversion)?|(?:中国|国家)?(?:发明|实用新型)?专利.*",
    re.I,
)
_STATE_BEFORE = re.compile(  # In review – Nature
    r"(?:(?:in|under)\s)?(?:review|revision|press|preparation)\s*[-–—:]\s*", re.I
)
_SCHOOL_BEFORE = re.compile(  # Stanford University Ph.D. Dissertation
    r"([^\n(]{0,80}\b(?:University|College|Institute|School|Polytechnic)\b[^\n(]{0,60}?),?\s"
    r"(?:(?:Ph\.?\s?D\.?|M\.?Sc?\.?|Senior|Honou?rs|Master['’]?s?|Doctoral|Bachelor['’]?s?|Undergraduate)\s)?"
    r"(?:[Tt]hesis|[Dd]issertation)\Z"
)
_SUFFIX_YEAR = re.compile(r"(?<=[A-Z])(-\d\d)(?!\w)|(?<=[A-Za-z])(-(?:19|20)\d\d)(?!\w)")
_TRACK = re.compile(
    r"\b((?-i:(?:[A-Z][a-z]+\s(?:(?:and|&)\s)?){0,4})track|workshops?|findings|demos?|demonstrations?|industry|companion|tutorials?|"
    r"poster session|doctoral consortium)\b",
    re.I,
)
_ACRONYM = re.compile(r"\(([A-Z][\w&/’'-]*(?:\s[A-Z][\w&/’'-]*)?)\)")
_BEHIND_NAME = frozenset({"numbers", "rank"})  # atoms
_BRACKET_REACH = 60  # code points behind a venue
_WORD = re.compile(r"[^\W\d_][\w&'’-]*")


class VenueParts(NamedTuple):
    """The venue's name, what the page prints of acronym and track, and its kind where a word or lexicon tells."""

    name: Value
    acronym: str | None
    track: str | None
    kind: str | None


def venue_of(lattice: Lattice, first: int, last: int, dates: list[Stretch]) -> VenueParts | None:
    """The venue in cells [first, last); the entry's date, at `dates`, and ids and labels are cut out of its name."""
    text = lattice.text
    cells = lattice.cells[first : _before_numbers(lattice, first, last)]
    start, end = lattice.lexemes.place(cells[0].first, cells[-1].last)
    start, end = balance(text, start, end)
    start = behind_pictures(text, start, end)
    if state := _STATE_BEFORE.match(text, start, end):
        start = state.end()
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if "@" in text[start:end] and (said := _SAID_AT.match(text, start, end)):
        start = said.end()
    holes = [_with_brackets(text, *place) for place in dates]
    holes += [
        _with_brackets(text, *lattice.lexemes.place(cell.first, cell.last))
        for cell in cells
        if cell.atom and cell.atom.kind in ("id", "label")
    ]
    if text[end : end + 1].isdigit() and text[end - 1] in "'’‘":  # WSDM'2019
        end -= 1
    kinds = None
    if ("hesis" in text or "issertation" in text) and (degree := _SCHOOL_BEFORE.match(text, start, end)):
        kinds, end = about(text[start:end]), degree.end(1)
    if server := SERVER.match(text, start):
        end, holes = server.end(), []
    pieces = _without(text, start, end, holes)
    if pieces and _keeps_stop(text, *pieces[-1]):
        pieces[-1] = (pieces[-1][0], pieces[-1][1] + 1)
    name = value_of(text, [*pieces, *_closing(text, start, end)]) if pieces else None
    if name is None or is_no_outlet(name.text):
        return None
    return VenueParts(name, *(kinds or about(name.text)))


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop behind a name is its last word's: `Proc. R. Soc. Lond.`, whose others have theirs."""
    if text[end : end + 1] != ".":
        return False
    words = text[start:end].split()
    has_stops = "." in text[start:end]
    if (has_stops or text[end + 1 : end + 2] == ",") and words[-1].lower() in WORDS_OF_JOURNALS:
        return True  # SIAM J. Sci. Comput.   Dyes Pigm., 149
    are_stopped = all(word[-1] == "." or word.islower() or word in "&-–" for word in words[:-1])
    return has_stops and are_stopped and words[-1].isalpha()


def _closing(text: str, start: int, end: int) -> list[Stretch]:
    """The bracket that closes one of the venue's behind the year: `Conference on Vision (ECCV 2016, oral)`."""
    if text.count("(", start, end) <= text.count(")", start, end):
        return []
    close = text.find(")", end, end + _BRACKET_REACH)
    return [(close, close + 1)] if close > end and "(" not in text[end:close] else []


def _before_numbers(lattice: Lattice, first: int, last: int) -> int:
    """A volume, pages or a rating end a venue's name, whatever is said of it behind them."""
    return next(
        (at for at in range(first + 1, last) if (atom := lattice.cells[at].atom) and atom.kind in _BEHIND_NAME), last
    )


@lru_cache(maxsize=4096)
def about(name: str) -> tuple[str | None, str | None, str | None]:
    """The acronym, track and kind that a venue's name tells."""
    return _acronym(name), _track(name), kind_of(name)


def suffix_year(lattice: Lattice, value: Value) -> tuple[Value, Stretch] | None:
    """The year that an acronym ends with (`IJCAI-19`) and the venue without it, for entries with no other year."""
    text = lattice.text
    for start, end in value.stretches:
        if match := _SUFFIX_YEAR.search(text, start, end):
            stretches = [piece for stretch in value.stretches for piece in _without(text, *stretch, [match.span()])]
            shorter = value_of(text, stretches + _closing(text, value.stretches[0][0], match.start()))
            return (shorter, (match.start() + 1, match.end())) if shorter else None
    return None


def _with_brackets(text: str, start: int, end: int) -> Stretch:
    """A date alone in its brackets goes with them."""
    if text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]"):
        return start - 1, end + 1
    return start, end


def _without(text: str, start: int, end: int, holes: list[Stretch]) -> list[Stretch]:
    pieces = []
    for hole_start, hole_end in sorted(hole for hole in holes if start <= hole[0] and hole[1] <= end):
        pieces.append((start, hole_start))
        start = hole_end
    pieces.append((start, end))
    kept = []
    for place, (first, last) in enumerate(pieces):
        # Only the outer ends lose their punctuation; around a hole the page's own signs stay, but for a lone comma.
        left_edge = _OUTER if place == 0 else " \n\u00a0,"
        right_edge = _OUTER if place == len(pieces) - 1 else " \n\u00a0,'’‘"
        words = text[first:last].lstrip(left_edge)
        left = last - len(words)
        words = words.rstrip(right_edge)
        if any(map(str.isalnum, words)):
            kept.append((left, left + len(words)))
    return kept


@lru_cache(maxsize=4096)
def is_no_outlet(name: str) -> bool:
    """Whether some words say how far a work has come, what it is or who guided it, and name no outlet."""
    return bool(_NO_VENUE.fullmatch(name))


def _acronym(name: str) -> str | None:
    if match := _ACRONYM.search(name):
        return match[1]
    known = acronyms()
    return next((word for word in _WORD.findall(name) if word in known), None)


def _track(name: str) -> str | None:
    match = _TRACK.search(name)
    return match[1] if match and match[1].lower() != name.lower() else None
