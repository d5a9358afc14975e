"""Tags in, date atoms out: `2019`, `Sept. 2019`, `12 March 2019`, `2023.09.`, `2019-09-12`, `2019a`, `'19`.

A date's parts are its `year`, `month` and `day`; how they become ISO 8601 is `iso`. `Epub 2019 Sep 12` is a date, too.
"""

import re
from functools import lru_cache

from pubparse.grammar.atoms import Atom, Part
from pubparse.grammar.stressed import quoted_stretches
from pubparse.grammar.tags import month_of
from pubparse.lexer.lexemes import IDEOGRAPHS, Lexemes

AHEAD_OF_PRINT = "Epub"
"""The word before a date that is not the one of the issue."""

# Each production names its parts; the first that matches at a place wins. `y` year, `m` month word, `d` digits.
_FULL_DATE = re.compile(
    r"(?=[ymdoq])(?:"
    r"q,?(?P<y4_>y)|"  # Fall 2016
    r"(?P<y1>(?<![–-])y)[,.]?(?P<m1>m)\.?+(?P<d1>d)?(?![–-]?d?m|,?d?,?y)"  # 2019 Sept. 12 (AMA, NLM)
    r"|(?P<m2>m)\.?,?(?P<d2>[do])(?:[–-]{1,2}(?:m\.?)?[do])?[,.]?(?P<y2>y)"  # March 12, 2019; July 30--August 2, 2019
    # 12 March 2019; 3.-7. Juli 2019; 9 al 12 de octubre de 2007
    r"|(?<!N)(?<!N\.)(?P<d3>[do])\.?(?:(?:[–-]{1,2}|[wL])[do]\.?)?p?(?P<m3>m)\.?(?:[–-][do]\.?m\.?)?[,p]?(?P<y3>y)"
    r"|(?P<m4>m)\.?(?:[–/-]m\.?)?[,p’]?(?P<y4>y)"  # Sept. 2019; July/August 2019; marzo de 2019; Sep'2019
    r"|(?P<m9>m)\.?(?P<y9_>s)"  # Sep'19
    r"|(?P<y5>y)[–-](?P<m5>d)[–-](?P<d5>d)"  # 2019-09-12
    r"|(?P<y6>y)[./](?P<m6>d)(?:[./](?P<d6>d))?(?=[.,;)\]]|$)"  # 2023.09.  2023/09
    r"|(?P<d7>d)[./](?P<m7>d)[./](?P<y7>y)"  # 12.09.2019
    r"|(?<!N)(?<!N\.)(?P<m8>d)/(?P<y8>y)"  # 05/2025, and no `Nr. 1/2009`
    r"|(?P<y7_>y)[hH](?P<m7_>d)[hH](?:(?P<d7_>d)[hH])?"  # 2019年5月  2003년 9월 3일
    r")"
)
_YEAR = re.compile(r"(?P<y9>y)|(?P<y0>s)")
_LONE_YEAR = re.compile(r"(?P<y9>(?<![dy][–-])(?<![dy][–-]{2})y(?![–-]+[dy]))|(?P<y0>s)")
_NUMBER_OF_TITLE = re.compile(r"(?<=[.:I])y(?=[w&])")  # 1984 and All That
_MONTH_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
_DAY_NUMBER = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_PART = {"y": "year", "m": "month", "d": "day"}
_SIGNS = {"year": "年년", "month": "月월", "day": "日일"}
_CENTURY_TURNS = 50  # no scholarly page of the web is older than the 1950s, so '50 to '99 are 19xx


def find_dates(lexemes: Lexemes, tags: str) -> list[Atom]:
    """Dates with a month; years alone come last, when it is clear which numbers are none (`find_years`)."""
    return _find(_FULL_DATE, lexemes, tags)


def find_years(lexemes: Lexemes, tags: str, *, is_dated: bool = False) -> list[Atom]:
    """Years that stand alone; those in what is already claimed (a page range, an id) must be masked in `tags`.

    One of a span (`Novels, 1871–1880`) is the entry's only where it has no other, and so is one that is quoted.
    """
    if tags.count("y") > 1:
        tags = _NUMBER_OF_TITLE.sub("d", tags)
    found = _find(_LONE_YEAR, lexemes, tags) or _find(_YEAR, lexemes, tags)
    quoted = quoted_stretches(lexemes) if found and (is_dated or len(found) > 1) else []
    unquoted = [atom for atom in found if not any(start < atom.first < end for start, end in quoted)]
    return unquoted if unquoted or is_dated else found


def _find(pattern: re.Pattern[str], lexemes: Lexemes, tags: str) -> list[Atom]:
    atoms = []
    for match in pattern.finditer(tags):
        parts = [
            Part(_PART[name[0]], start, match.end(name))
            for name, value in match.groupdict().items()
            if value
            for start in [match.start(name)]
        ]
        if all(_plausible(part, lexemes, match.end()) for part in parts):
            is_ahead = match.start() > 0 and lexemes.texts[match.start() - 1] == AHEAD_OF_PRINT
            atoms.append(Atom("date", match.start() - is_ahead, match.end(), tuple(parts)))
    return atoms


def _plausible(part: Part, lexemes: Lexemes, end: int) -> bool:
    text = lexemes.texts[part.first]
    if (
        part.last < end
        and lexemes.kinds[part.last] == IDEOGRAPHS
        and lexemes.texts[part.last] not in _SIGNS[part.field]
    ):
        return False
    if part.field == "month":
        return bool(month_of(text) or _MONTH_NUMBER.fullmatch(text))
    return part.field != "day" or bool(_DAY_NUMBER.fullmatch(text))


def year_of(text: str) -> int:
    """The year that a year lexeme means: `2019`, `2019a`, `'19`, `-19`; two digits are of the likelier century."""
    digits = text if text.isdigit() else "".join(filter(str.isdigit, text))
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _CENTURY_TURNS else 2000)


@lru_cache(maxsize=4096)
def iso(year: str, month: str | None, day: str | None) -> str:
    """ISO 8601, as exact as what is written: ("2023", "09", None) gives "2023-09". A pure function, remembered."""
    text = f"{year_of(year):04}"
    if month:
        text += f"-{month_of(month) or int(month):02}"
        if day:
            text += f"-{int(''.join(filter(str.isdigit, day))):02}"
    return text
