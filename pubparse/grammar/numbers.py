"""Tags in, number atoms out: volume, issue, pages, article number, in the order and with the signs of many styles.

Productions, each with an entry it exists for; the first that matches at a place wins.
"""

import re

from pubparse.grammar.atoms import Atom, Part
from pubparse.lexer.lexemes import Lexemes

_N = "[dy]"  # a number: a year-shaped one is a number where the shape asks for one
_RANGE = rf"{_N}(?:[–-]+{_N})"
_PAGES = rf"(?:{_RANGE}|[xzUkMC]d?[–-]+[xzUkMC]?d?|{_N}(?:[–-]+[xz])?|[xzUM])"
_VOLUME = r"V\.?:?"
_ISSUE = r"(?:N[.°]?:?|#)"
_PAGES_WORD = r"P\.?:?"
_SEP = r"[,;:.]?"

_NUMBERS = re.compile(
    r"(?=[dyzVNPATk#])(?:"
    # 35(3):230–237   52(11), 2274-2283   16(11):e2005396   64 (6), 84–90   23(9-10)
    rf"(?P<v1>d)\((?:{_ISSUE})?(?P<i1>d(?:[–/-]d)?|[CUkM])\)"
    rf"(?:{_SEP}(?:{_PAGES_WORD})?(?P<p1>{_RANGE}|[dxz](?![\w(])))?"
    # vol. 20, no. 5, pp. 378–400   Vol. 30(2)   Bd. 3, S. 5   vol. 4, e123
    rf"|{_VOLUME}(?P<v2>{_N}|[xzUkI])"
    rf"(?:[,;]?\(?{_ISSUE}(?P<i2>{_N}(?:[–/-]{_N})?|[xM])\)?|\((?P<i3>{_N}(?:[–/-]{_N})?)\))?"
    rf"(?:{_SEP}(?:{_PAGES_WORD})(?P<p2>{_PAGES})|{_SEP}(?P<p3>{_RANGE}))?"
    # Technical Report 124   US Patent 4,405,829   TR-94
    r"|k?T(?:\.?T)*\.?(?:N\.?|#)?:?[–-]?(?P<n1>d(?:,d)*|x|z|[kU][–-]d)"
    # 166:115058   20: 273–297   20, 273-297   47, 157
    rf"|(?P<v3>d)[:;](?P<p4>{_RANGE}|d|x|z)"
    rf"|(?P<v4>d)(?:,?{_ISSUE}(?P<i4>{_N}))?,(?:{_PAGES_WORD})?(?P<p5>{_RANGE})"
    # no. 3, pp. 5–6   45 1, 5–32
    rf"|{_ISSUE}(?P<i5>{_N}(?:[–/-]{_N})?)(?:{_SEP}{_PAGES_WORD}(?P<p6>{_PAGES}))?"
    # pages 1467–1474   pp. 86–87   p. 5   pages 1-2
    rf"|{_PAGES_WORD}(?P<p7>{_PAGES})"
    # article 12   art. no. e34
    rf"|A\.?(?:N\.?)?:?(?P<a1>{_N}|x|z)"
    # 4839–4844
    rf"|(?P<p8>d[–-]+d)(?![–-])"
    # 20 4, 10–19   337/6096
    rf"|(?P<v0>d)(?P<i0>d),(?:{_PAGES_WORD})?(?P<p0>{_RANGE})"
    rf"|(?P<v9>d)/(?P<i9>d)(?=[,;:.(\n]|$)"
    # 38 39–41   1 pp. 35–50
    rf"|(?P<v8>d)(?:,?{_PAGES_WORD}(?P<p9>{_PAGES})|(?P<pp>d[–-]+d))"
    # e06227   45, e123
    rf"|(?:(?P<v5>d),)?(?P<a2>z)(?=[,;.(\n]|$)"
    # 36, 3 (1988)   40.1 (2004)
    rf"|(?P<v6>d)[,.](?P<i6>d)(?=[,:;(\n]|$)"
    # 37 (1931)   14, 2015   a number alone before a sign: a volume if it stands where one does
    rf"|(?P<v7>d)(?=[,;:.(\n\0]|$)"
    r")"
)
_FIELD = {"v": "volume", "i": "issue", "p": "pages", "a": "article_number", "n": "number"}
_BARE_ARTICLE_DIGITS = 4
_COUNTED = frozenset("dyxzUkMI")


def find_numbers(lexemes: Lexemes, tags: str) -> list[Atom]:
    """Every group of volume, issue and pages in an entry, what is claimed already being masked in `tags`."""
    atoms = []
    for match in _NUMBERS.finditer(tags):
        if _is_counting(match.group(), lexemes, match.start()):
            places = sorted((*match.span(name), name) for name, value in match.groupdict().items() if value)
            parts = tuple(Part(_field(name, lexemes, first, last), first, last) for first, last, name in places)
            kind = "genre" if parts[0].field == "number" else "numbers"  # `Technical Report 124` says what it is, too
            atoms.append(Atom(kind, *match.span(), parts))
    return atoms


def _field(name: str, lexemes: Lexemes, first: int, last: int) -> str:
    """A lone number after a volume is an article's number where it is too long for a page or bears a letter."""
    text = lexemes.texts[first]
    lone = name in ("p1", "p4") and last - first == 1
    if lone and (len(text) > _BARE_ARTICLE_DIGITS or not text.isdigit()):
        return "article_number"
    return _FIELD[name[0]]


def _is_counting(tags: str, lexemes: Lexemes, first: int) -> bool:
    """Whether there is anything counted at all, and a lone "p" is a word of its own and no end of one."""
    is_end_of_word = tags[0] == "P" and len(lexemes.texts[first]) == 1 and lexemes.glued(first)
    return not is_end_of_word and not _COUNTED.isdisjoint(tags)
