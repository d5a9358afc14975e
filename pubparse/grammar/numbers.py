"""Tags in, number atoms out: volume, issue, pages, article number, in the order and with the signs of many styles."""

import re

from pubparse.grammar.atoms import Atom, Part
from pubparse.grammar.faces import is_between_faces
from pubparse.grammar.number_forms import PRODUCTIONS, RANGE
from pubparse.lexer.lexemes import IDEOGRAPHS, Lexemes
from pubparse.markdown.runs import BOLD, ITALIC

_FIELDS = {"v": "volume", "i": "issue", "p": "pages", "q": "pages", "a": "article_number", "n": "number", "l": "volume"}
_GROUP = re.compile(r"\(\?P<(\w+)>")
_NUMBERS = re.compile(
    r"(?=[bdyzVNPATk#])(?:"
    + "|".join(_GROUP.sub(rf"(?P<\g<1>{number}>", pattern) for number, (_, pattern) in enumerate(PRODUCTIONS))
    + ")"
)
_NUMBER_BEFORE_SIGN = re.compile(rf"V?(?:(?P<i>d)N|(?P<v>d|z-i)V|(?P<p>{RANGE}|d)P)")
# «Rivista di filosofia», XLV, 3, 1990
_VOLUME_AND_PAGE = re.compile(r"d(?=[dyz](?:[.;\n\0]|\(y|$))")
_BEHIND_QUOTES = re.compile(r"”,?(?P<v>[UkiJ])(?:,(?P<i>d))?(?=,y|,?\()")
_ROMAN = re.compile(r"(?:C[DM]|D?C{0,4})(?:X[LC]|L?X{0,4})(?:I[VX]|V?I{0,4})")
_VERSION = frozenset({"version", "Version", "ver", "release", "Release"})
_NUMBER_OF_MEETING = re.compile(r"(?<=,)d\.(?=,y,[CMU])")  # CONGRESSO DE INFORMÁTICA, 10., 2015, Recife
_NUMBERED = re.compile(r"[wC]\.?d(?:\.[dx])*+")
_BARE_ARTICLE_DIGITS = 4
_GLUED_ISSUE = re.compile(r"[^\W\d]+\.? ?\d+,\d\d?")  # Vol 7,2
_VOLUME_DIGITS = 5  # of the longest: LNCS 12345
_OF_RANGE, _YEAR_DIGITS, _MOST_PAGES = 3, 4, 60  # lexemes, digits, and pages of what has so many before it
_MEASURES = frozenset(
    {"if", "jif", "factor", "impact", "rate", "rank", "top", "citations", "cited", "因子", "被引", "影响因子"}
)
_COUNTED_THINGS = frozenset({"citations", "cites", "downloads", "stars", "views"})
_BEFORE_MEASURED = frozenset({"=", ":", "：", "~", "≈", "by"})
# What a number that is no volume stands behind: a chapter, a meeting of many, a part of one.
_OF_PARTS = frozenset(
    "chapter chapters chap ch kapitel kap capítulo cap capitolo chapitre hoofdstuk глава гл section sec "
    "grant issn".split()
)
_MEETINGS = ("回", "届", "屆", "次", "회")  # 第30回: the thirtieth
_REACH = 5  # lexemes, of `September 21-23`
_PUNCTUATION = frozenset(",.;:()")
_PERCENT_BEFORE = ("%", "(")  # acceptance rate 21% (310/1476)
_COUNTED = frozenset("bdyxzUkMI")


def find_numbers(lexemes: Lexemes, tags: str) -> list[Atom]:
    """Every group of volume, issue and pages in an entry, what is claimed already being masked in `tags`."""
    atoms = _before_signs(lexemes, tags) if IDEOGRAPHS in lexemes.kinds else []
    atoms += _behind_quotes(lexemes, tags) if "”" in lexemes.kinds else []
    if any([face & BOLD for face in lexemes.styles]):  # noqa: C419 - faster
        tags = _VOLUME_AND_PAGE.sub(lambda one: "b" if _is_bold_alone(lexemes, one.start()) else "d", tags)
    if tags.count("y") == 1:
        tags = tags.replace("):y", "):s")  # the only year is no page
    atoms += _versions(lexemes, tags)
    atoms += [Atom("numbers", *found.span()) for found in _NUMBER_OF_MEETING.finditer(tags)]
    led = False  # by a volume that stands before its journal
    for match in _NUMBERS.finditer(tags):
        first, last = match.span()
        if _is_measure(lexemes.texts, first, last):
            atoms.append(Atom("numbers", first, last))
        elif _is_counting(match.group(), lexemes, first) and (led or match.group() != "y"):
            is_bare = (match.lastgroup or "").startswith("vb") and not is_between_faces(lexemes, first)
            if is_bare or _is_age(lexemes.texts, first, last):
                continue
            first, parts = _parts(match, lexemes, tags)
            if led and len(parts) == 1:
                parts = (parts[0]._replace(field="pages"),)
            led = last < len(tags) and tags[last] in "CUMkI"
            if parts or match.group()[0] == "V":
                # `Technical Report 124` says what it is, too
                kind = "genre" if parts and parts[0].field == "number" else "numbers"
                atoms.append(Atom(kind, first, last, parts))
    return atoms


def _parts(match: re.Match[str], lexemes: Lexemes, tags: str) -> tuple[int, tuple[Part, ...]]:
    """The parts of a group of numbers, and where they begin: behind a first one that is no volume."""
    first = match.start()
    places = sorted((*match.span(name), name) for name, value in match.groupdict().items() if value)
    parts = tuple(Part(_field(name, lexemes, start, end), start, end) for start, end, name in places)
    if tags[first] == "V" and _GLUED_ISSUE.fullmatch(_printed(lexemes, first, match.end())):
        return first, (parts[0], parts[1]._replace(field="issue"))
    if parts[0].field == "volume" and _is_of_part(lexemes, tags, first, match.end()):
        return (first if tags[first] == "V" else _behind(tags, parts[0].last)), parts[1:]
    if parts[0].field == "number":
        is_numbered = any(map(str.isdigit, lexemes.texts[parts[0].first]))  # and no `Tech report IETF.`
        return first, parts if is_numbered else ()
    return first, parts


def _printed(lexemes: Lexemes, first: int, last: int) -> str:
    """Lexemes [first, last) with a blank before each that has one."""
    places = range(first, last)
    return "".join([lexemes.texts[at] if lexemes.glued(at) else f" {lexemes.texts[at]}" for at in places]).strip()


def _before_signs(lexemes: Lexemes, tags: str) -> list[Atom]:
    """`2019年第2期`, `43卷`, `第31页`, `第36卷第5期`: the sign after its number, and no `No.` or `pp.` of the next."""
    found = list(_NUMBER_BEFORE_SIGN.finditer(tags))
    ends = {match.end() for match in found}  # where the sign before a number, if there is one, is another's
    return [
        Atom(
            "numbers",
            first - (first > 0 and first not in ends and lexemes.texts[first - 1].endswith(("第", "제"))),
            last,
            (Part(_FIELDS[name], *match.span(name)),),
        )
        for match in found
        for first, last in [match.span()]
        for name, value in match.groupdict().items()
        if value and not lexemes.texts[last - 1].isascii()
    ]


def _is_bold_alone(lexemes: Lexemes, at: int) -> bool:
    """A volume that nothing but its face sets off from the page: `*Science* **281** 951`."""
    return bool(lexemes.styles[at] & ~lexemes.styles[at + 1] & BOLD)


def _behind_quotes(lexemes: Lexemes, tags: str) -> list[Atom]:
    """`*La logica del tempo*, «Rivista di filosofia», XLV, 3`: Roman volumes, but no `“The Title”, CCC, 2010`."""
    atoms = []
    for match in _BEHIND_QUOTES.finditer(tags):
        volume, issue = match.span("v"), match.span("i")
        open_quote = lexemes.kinds.rfind("“", 0, volume[0])
        is_behind_title = any(face & ITALIC for face in lexemes.styles[: max(0, open_quote)])
        if is_behind_title and _ROMAN.fullmatch(lexemes.texts[volume[0]]):
            parts = [Part("volume", *volume), *([Part("issue", *issue)] if issue[0] > 0 else [])]
            atoms.append(Atom("numbers", volume[0], match.end(), tuple(parts)))
    return atoms


def _versions(lexemes: Lexemes, tags: str) -> list[Atom]:
    """`Version 4.3.1`: no volume."""
    if _VERSION.isdisjoint(lexemes.texts):
        return []
    numbered = [found.span() for found in _NUMBERED.finditer(tags)]
    return [Atom("numbers", first, last) for first, last in numbered if lexemes.texts[first] in _VERSION]


def _field(name: str, lexemes: Lexemes, first: int, last: int) -> str:
    """A lone number after a volume (`q`) is an article's where it is too long for a page or bears a letter.

    So is one that stands alone, where it is too long for a volume: `Cognitive Systems Research, 101411`.
    """
    text = lexemes.texts[first]
    if name[0] == "l" and len(text) >= _YEAR_DIGITS:
        return "pages"
    is_article = name[0] == "q" and last - first == 1 and (len(text) > _BARE_ARTICLE_DIGITS or not text.isdigit())
    if name[0] == "i" and text.isdigit() and _is_too_long_for_issue(lexemes.texts, first):
        return "article_number" if len(text) > _BARE_ARTICLE_DIGITS else "pages"
    is_too_long = name[0] == "v" and last - first == 1 and text.isdigit() and len(text) > _VOLUME_DIGITS
    return "article_number" if is_article or is_too_long else _FIELDS[name[0]]


def _is_too_long_for_issue(texts: tuple[str, ...], at: int) -> bool:
    """`129.123201`, `12, 5467, doi:…`, and no `337, 6096, 816`: a number behind a volume that is a page."""
    if len(texts[at]) > _BARE_ARTICLE_DIGITS:
        return texts[at - 1] in ".,"
    is_alone = texts[at - 1] == "," and not "".join(texts[at + 2 : at + 3]).isdigit()
    return is_alone and len(texts[at]) >= _YEAR_DIGITS


def _is_counting(tags: str, lexemes: Lexemes, first: int) -> bool:
    """Whether there is anything counted at all, and a lone "p" is a word of its own and no end of one."""
    is_end_of_word = tags[0] == "P" and len(lexemes.texts[first]) == 1 and lexemes.glued(first)
    if tags[0] == "d" and lexemes.texts[first - 1 : first] == (".",) and lexemes.glued(first):  # 2021.07.15.452109
        is_end_of_word = lexemes.texts[first - 2].isdigit()
    return not is_end_of_word and not _COUNTED.isdisjoint(tags)


def _is_age(texts: tuple[str, ...], first: int, last: int) -> bool:
    """`Kirche und Kurie (1378–1484)`: years of which something is told, in brackets, and too many for pages."""
    if last - first != _OF_RANGE or texts[first - 1 : first] + texts[last : last + 1] != ("(", ")"):
        return False
    years = texts[first], texts[last - 1]
    return all(len(year) == _YEAR_DIGITS and year.isdigit() for year in years) and (
        int(years[1]) - int(years[0]) > _MOST_PAGES
    )


def _is_of_part(lexemes: Lexemes, tags: str, first: int, last: int) -> bool:
    """`Chapter 11`, `October 10`, `September 21-23`, `第30回`: a lone number that is no volume."""
    if tags[first] == "V":
        return last < len(tags) and lexemes.texts[last].startswith(_MEETINGS)
    at = first - 1
    while at > max(0, first - _REACH) and tags[at] in ".–-d":
        at -= 1
    return tags[first] == "d" and at >= 0 and (tags[at] == "m" or lexemes.texts[at].lower() in _OF_PARTS)


def _behind(tags: str, at: int) -> int:
    """The first lexeme from `at` on that is no punctuation."""
    return next(place for place in range(at, len(tags) + 1) if tags[place : place + 1] not in _PUNCTUATION)


def _is_measure(texts: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a number tells how good an outlet is, or how often a work is read: `IF=4.2`, `over 1,200 citations`."""
    if texts[last : last + 1] == ("%",) or (texts[last : last + 1] == (".",) and texts[last + 2 : last + 3] == ("%",)):
        return True
    at = last
    while texts[at : at + 1] == (",",) and "".join(texts[at + 1 : at + 2]).isdigit():
        at += 2
    if "".join(texts[at : at + 1]).lower() in _COUNTED_THINGS:
        return True
    at = first - 1
    if texts[max(0, first - 2) : first] == _PERCENT_BEFORE:
        return True
    while at > 0 and texts[at] in _BEFORE_MEASURED:
        at -= 1
    return 0 <= at < first and texts[at].lower() in _MEASURES
