"""An entry in, where it tells that the work is out elsewhere as well, or in what special issue, as atoms.

elsewhere := ("Also" | version | "Reprinted") published? ("in" | "at" | ":" …) …      Also in *Neural Networks*, 2019
version := "Short version" | "An extended abstract" | "A preliminary version of this paper" …
special := "Special Issue on" … (", vol." | number)      Scientific American, Special Issue on Networks, vol. 265

What stands there is a note: the venue and the year of the entry are the ones that it tells first.
"""

import re

from pubparse.grammar.atoms import Atom, atoms_of
from pubparse.lexer.lexemes import Lexemes

_STEMS = ("lso ", "ersion", "bstract", "eprinted")
_SORT = (
    r"(?:short(?:er)?|long(?:er)?|extended|full|abridged"
    r"|preliminary|earlier|early|previous|journal|conference|workshop)"
)
_OF_THIS = r"(?:\sof\s(?:this|the)\s(?:paper|work|article))?"
_VERSION = rf"(?P<version>(?:(?:[Aa]n?|[Tt]he)\s)?(?i:{_SORT})(?:\s(?i:{_SORT}))?\s(?i:version|abstract){_OF_THIS})"
_PUBLISHED = r"(?:(?:was|is|has been|will be)\s)?(?:to\s)?(?:appear(?:ed|s|ing)?|published|presented|accepted|featured)"
_START = (
    rf"(?:(?:Also|[Rr]e-?printed|(?<=[(\[])also|{_VERSION})(?:,?\s{_PUBLISHED})?|(?<=[(\[]){_PUBLISHED}\salso)"
    r"(?:\s(?:in|at|to|by|as)\b:?|:)\s(?:an?\s|the\s)?(?=[A-Z\d])"
)
_ELSEWHERE = re.compile(rf"(?:(?<=[\n(\[])|(?<=[.;,]\s)){_START}")
_SPECIAL = re.compile(
    r"(?<=[,;]\s)(?:in\s)?(?:the\s)?special (?:issue|section)\b"
    # it ends before a journal: `Guest Editorial, Special Section on …, IEEE Transactions on …, vol. 19`
    r"(?:(?!,\s[^,]{0,40}\b(?:journal|transactions|magazine|letters|annals)\b)[^.\n()\[\]]){0,150}?"
    r"(?=,?\s(?:(?:volume|vol|no|pp)\b|(?!(?:19|20)\d\d\b)\d))",
    re.I,
)
_END = re.compile(r"[\n|\[]|(?<=[a-z]{6})\.\s|(?<=\d{4})\.\s|(?<=\d{4}\))\.\s|\Z")


def find_elsewhere(lexemes: Lexemes, tags: str, text: str) -> list[Atom]:
    """What is told of other places, to the end of its line, its sentence or its brackets.

    A version that no year stands before may be the only one there is.
    """
    return [*_find_versions(lexemes, tags, text), *_find_special_issues(lexemes, text)]


def _find_special_issues(lexemes: Lexemes, text: str) -> list[Atom]:
    is_told = "pecial " in text or "PECIAL " in text
    return atoms_of("elsewhere", _SPECIAL, lexemes, text) if is_told else []


def _find_versions(lexemes: Lexemes, tags: str, text: str) -> list[Atom]:
    if not any([stem in text for stem in _STEMS]):  # noqa: C419 - faster
        return []
    atoms = []
    for found in _ELSEWHERE.finditer(text):
        is_bracketed = text[found.start() - 1 : found.start()] in ("(", "[")
        end = _close(text, found.end()) if is_bracketed else _end(text, found.end())
        first, last = lexemes.within(found.start(), end)
        if is_bracketed or not found["version"] or "y" in tags[:first]:
            atoms.append(Atom("elsewhere", first, last))
    return atoms


def _end(text: str, start: int) -> int:
    end = _END.search(text, start)
    return end.start() if end else len(text)


def _close(text: str, start: int) -> int:
    """Where the bracket closes that stands open before `start`."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] in "([") - (text[at] in ")]")
        if not depth:
            return at
    return _end(text, start)
