"""Lexemes in, id atoms out: DOI, arXiv, ISBN, ISSN, PMID, PMCID, URL, in text; and what ids a link's target holds."""

import re
from bisect import bisect_left

from pubparse.grammar.atoms import Atom, Part
from pubparse.lexer.lexemes import CAPITALISED, DOI, EPRINT, LOWER, MIXED, UPPER, URL, Lexemes
from pubparse.lexicons.load import members

# Each scheme, what an address that names it has in it, in small letters, and how it does.
# Sources: DOI handbook 2.2 (prefix 10.), arXiv identifier scheme (info.arxiv.org/help/arxiv_identifier.html).
_IN_URL: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("doi", "10.", re.compile(r"(?:/|=|%2F)(10\.\d{4,9}(?:/|%2F)[^\s?#&]++)", re.I)),
    (
        "arxiv",
        "arxiv",
        re.compile(
            r"(?:arxiv\.org/(?:abs|pdf|html|ps|format)/|10\.48550(?:/|%2F)arxiv\.)"
            r"((?:\d{4}\.\d{4,5}|[a-z.-]++/\d{7})(?:v\d++)?)",
            re.I,
        ),
    ),
    ("pmcid", "ncbi", re.compile(r"ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/(PMC\d++)", re.I)),
    ("pmid", "ncbi", re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d++)", re.I)),
    ("hal", "hal.", re.compile(r"hal\.(?:science|archives-ouvertes\.fr)/((?:hal|tel|inria)-\d++(?:v\d++)?)", re.I)),
    ("openreview", "openreview", re.compile(r"openreview\.net/(?:forum|pdf)\?id=([\w-]++)", re.I)),
    ("acl", "aclanthology", re.compile(r"aclanthology\.org/([A-Z]\d\d-\d{4}|\d{4}\.[\w-]++\.\d++)", re.I)),
)
# What addresses and sentences hang on a DOI.
_DOI_TAIL = re.compile(
    r"(?:[.,;:'\"”’*/]+"
    r"|\.pdf|\.html?"
    # /pdf   /full   /references/1
    r"|/(?:e?pdf|full|meta|abstract|html|fulltext|summary|download|references|epub|pdfft|tables|figures)(?:/.*)?"
    # 10.1101/2020.01.30.927871v1.full.pdf
    r"|(?<=\d)v\d{1,2}(?:\.(?:full|abstract|supplementary-material))?(?:\.pdf|-text)?"
    r"|\.(?:full|abstract|short|long)"
    r")$",
    re.I,
)
# What addresses of two houses hang on theirs: academic.oup.com/…/doi/10.1093/nar/gkh340/…,
# taylorfrancis.com/books/mono/10.1201/9781315140919/density-estimation-…
_HOUSE_TAIL = re.compile(r"(10\.1093/[a-z-]++/[a-z]++\d++)/\d++|(10\.\d{4}/97[89]\d{10})/[a-z-]++")
_LABELS = frozenset(members("leads", "id"))
_NUMBERED = {
    "isbn": re.compile(r"(?:97[89][-– ]?)?(?:\d[-– ]?){9}[\dXx](?!\d)"),
    "issn": re.compile(r"\d{4}[-–]?\d{3}[\dXx](?!\d)"),
    "eissn": re.compile(r"\d{4}[-–]\d{3}[\dXx](?!\d)"),
    "pmid": re.compile(r"\d{5,9}(?!\d)"),
    "pubmed": re.compile(r"\d{5,9}(?!\d)"),
    "pmcid": re.compile(r"PMC\d{4,9}(?!\d)"),
}
_ARXIV_CLASS = re.compile(r"\s*[\[(][a-z-]{2,8}(?:\.[A-Z]{2}|\.[a-z-]+)?[\])]")
_OLD_NUMBER = re.compile(r"\d{7}(?:v\d{1,2})?")
_LABELLED = frozenset(members("terms", "Q"))
_ARCHIVES = _LABELLED - set(_NUMBERED)  # of arXiv before 2007
_FIELD_OF_KIND = {URL: "url", DOI: "doi", EPRINT: "arxiv"}
_FIELD_OF_LABEL = {"pubmed": "pmid", "eissn": "issn"}
_BEFORE_NUMBER = frozenset({":", ".", "-13", "-10"})  # ISBN-13: 978-…
_WORDS = frozenset({LOWER, UPPER, CAPITALISED, MIXED})
# Ids of HAL; and what no field holds: numbers of reviews in MathSciNet and zbMATH, bibcodes of NASA's ADS.
_CATALOGUED = re.compile(
    r"(?:\bHAL Id: ?)?\b(?P<hal>(?:hal|tel|inria|halshs)-\d{6,9})(?:v\d)?(?!\w)"
    r"|(?:\\?\bMR ?\{?\d{5,8}\}?(?: \(\d++[a-z]? ?#\d++\))?|\b(?:Zbl|JFM) ?\d[\d.]{6,10}\d"
    r"|\b(?:1[89]|20)\d\d[A-Za-z][A-Za-z&.]{4}[\d.]{4}[A-Za-z\d.][\d.]{4}[A-Z.])(?!\w)"
)
_CATALOGUES = ("MR", "Zbl", "JFM", "hal-", "tel-", "inria-", "halshs-")
_HINT = re.compile("[uDXQ]")
_MAX_LABEL_LEXEMES = 3


def ids_in_url(url: str) -> tuple[tuple[str, str], ...]:
    """The ids that a link's target names, as (scheme, bare id)."""
    small = url.lower()
    return tuple(
        (scheme, trim_doi(match.group(1)) if scheme == "doi" else match.group(1))
        for scheme, sign, pattern in _IN_URL
        if sign in small and (match := pattern.search(url))
    )


def trim_doi(text: str) -> str:
    """A DOI without what its sentence or address adds; a closing bracket is part of it only if it was opened inside."""
    text = _DOI_TAIL.sub("", text.replace("%2F", "/").replace("%2f", "/"))
    if text.count("/") > 1 and (found := _HOUSE_TAIL.fullmatch(text)):
        return found[1] or found[2]
    while text.endswith(")") and text.count(")") > text.count("("):
        text = _DOI_TAIL.sub("", text[:-1])
    return text


def find_ids(lexemes: Lexemes, tags: str, text: str) -> list[Atom]:
    """Every id in the text of an entry, with the label before it (`doi:`, `arXiv:`, `ISBN`)."""
    is_catalogued = "x" in tags or any([sign in text for sign in _CATALOGUES])  # noqa: C419 - faster
    atoms = [_catalogued(lexemes, found) for found in _CATALOGUED.finditer(text)] if is_catalogued else []
    if not _HINT.search(tags):  # most entries hold no id
        return atoms
    for at, (kind, printed) in enumerate(zip(lexemes.kinds, lexemes.texts, strict=True)):
        if field := _FIELD_OF_KIND.get(kind):
            first, label = _label_before(lexemes, at)
            if kind != EPRINT or label:
                last = _behind_class(lexemes, at + 1, text) if kind == EPRINT else at + 1
                atoms.append(Atom("id", first, last, (Part(field, at, at + 1),)))
        elif kind in _WORDS and (word := printed.lower()) in _LABELLED:
            atoms += _old_arxiv(lexemes, at) if word in _ARCHIVES else _numbered(lexemes, at, text, word)
    return atoms


def _catalogued(lexemes: Lexemes, found: re.Match[str]) -> Atom:
    parts = (Part("hal", *lexemes.within(*found.span("hal"))),) if found["hal"] else ()
    return Atom("id", *lexemes.within(*found.span()), parts)


def _label_before(lexemes: Lexemes, at: int) -> tuple[int, str]:
    """Where the label of the id at `at` begins, and the label; the word arXiv stays outside: it names the venue too."""
    for back in range(at - 1, max(-1, at - 1 - _MAX_LABEL_LEXEMES), -1):
        word = lexemes.texts[back].lower()
        if word in _LABELS:
            return (back + 1 if word == "arxiv" else back), word
        if word not in {":", "/", "[", "(", "."}:
            break
    return at, ""


def _behind_class(lexemes: Lexemes, at: int, text: str) -> int:
    """Where an arXiv id ends with its class, `[cs.CL]`."""
    match = _ARXIV_CLASS.match(text, lexemes.ends[at - 1])
    return bisect_left(lexemes.starts, match.end()) if match else at


def _old_arxiv(lexemes: Lexemes, at: int) -> list[Atom]:
    """`hep-th/9711200`: an archive, a slash and seven digits."""
    number = lexemes[at + 2] if at + 2 < len(lexemes) and lexemes.texts[at + 1] == "/" else None
    if number is None or not (number.glued and _OLD_NUMBER.fullmatch(number.text)):
        return []
    first, _ = _label_before(lexemes, at)
    return [Atom("id", first, at + 3, (Part("arxiv", at, at + 3),))]


def _numbered(lexemes: Lexemes, at: int, text: str, word: str) -> list[Atom]:
    """`ISBN 978-3-16-148410-0`, `PMID: 12345678`: a label, and the number of its form after it."""
    first = at + 1
    while first < len(lexemes) and lexemes.texts[first] in _BEFORE_NUMBER:
        first += 1
    if first == len(lexemes) or not (match := _NUMBERED[word].match(text, lexemes.starts[first])):
        return []
    last = first
    while last < len(lexemes) and lexemes.ends[last] <= match.end():
        last += 1
    part = Part(_FIELD_OF_LABEL.get(word, word), first, last)
    return [Atom("id", at, last, (part,))] if last > first else []
