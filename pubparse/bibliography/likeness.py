"""Two publications in, what speaks for and against their being one work out."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pubparse.bibliography.venues import same_venue
from pubparse.model.keys import as_key
from pubparse.model.person import Author
from pubparse.model.publication import Publication

ALIKE = 90
"""Titles are alike from here on, 0 to 100."""

FEW_WORDS = 3
"""A title of fewer words is shared by works that have nothing to do with each other: `Deep Learning`."""

PRINTED = frozenset({"doi", "pmid", "pmcid", "acl"})
"""Identifiers of a work as it appeared: of its preprint's, a workshop paper and the later article may share one."""

_SCHEMES = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "hal")
_ARXIV_DOI = "10.48550/arxiv."
# What Crossref and DataCite gave to bioRxiv and medRxiv, OSF, PsyArXiv, EarthArXiv, SSRN, Research Square,
# Preprints.org, ChemRxiv and TechRxiv.
_PREPRINT_DOI = re.compile(
    r"10\.(?:1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6}|(?:31219|31234|31223|2139|21203|20944|26434|36227)/)"
)
_VERSION = re.compile(r"v\d+$")
_FIRST_PAGE = re.compile(r"\w+(?::\w+)?")
_NOT_OUT = frozenset({"preprint", "submitted", "under review", "in preparation"})
_FOLLOWS_PREPRINT = frozenset({"conference", "workshop", "journal", "chapter", "preprint"})
_YEARS_TO_PRINT = range(-1, 5)
_NUMBERS = frozenset(
    "i ii iii iv v vi vii viii ix x xi xii one two three four five first second third fourth fifth".split()
)
_FEW_WORDS_ABOUT = 6
"""`Introduction to the special issue` has fewer."""

_LETTERS = frozenset("bcdefghjklmnopqruvwxyz")  # of parts; the others are words, or left of one
_MATTERS = frozenset(
    """reply response comment comments commentary correction corrections corrigendum corrigenda erratum errata addendum
    retraction rejoinder rebuttal discussion editorial preface foreword introduction review supplement supplementary
    appendix extended abstract tutorial keynote poster demo demonstration revisited""".split()
)
_SIGN = re.compile(r"(?<=\w)[+#*]+")  # C, C++ and C# are three


class Likeness(NamedTuple):
    """What two publications have in common, and what tells them apart."""

    ids: tuple[str, ...]
    """The identifiers that agree: `doi`, `arxiv`."""
    title: float
    """How alike the titles are, 0 to 100; 100 as well where one has all the words of the other."""
    authors: tuple[str, ...]
    """The authors of the first that the second has too, by family name and initial."""
    years: int | None
    """Years from the first to the second; null where one has none."""
    conflicts: tuple[str, ...]
    """What speaks against their being one work."""
    doubts: tuple[str, ...]
    """What one would have to know to be sure."""

    @property
    def sure(self) -> bool:
        """Whether they are one work: nothing speaks against it, and nothing is missing."""
        return not self.conflicts and not self.doubts


class Traits:
    """What a publication is known by, made ready to be compared."""

    def __init__(self, work: Publication) -> None:
        from rapidfuzz.utils import default_process

        self.work = work
        self.title = default_process(work.title or "").strip()
        self.words = tuple(self.title.split())
        self.exact = "".join(self.words) + "".join(_SIGN.findall(work.title or ""))
        self.ids = dict(_ids(work))
        self.is_preprint = is_preprint(work)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """What numbers a title, parts of a work or years of a report: `2019`, `ii`, `b`."""
        return tuple(
            word
            for word in self.words
            if word in _NUMBERS or not word.isalpha() or (len(word) == 1 and word not in "ast")
        )

    @cached_property
    def matters(self) -> frozenset[str]:
        """Words that make a work about another: `reply`, `erratum`."""
        return _MATTERS.intersection(self.words)

    @cached_property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Family name and initial of each author."""
        return tuple(map(person_key, self.work.authors))


def is_preprint(work: Publication) -> bool:
    """Whether a work is not out yet, as far as is told; an entry without a venue tells of none."""
    return work.type == "preprint" or work.status in _NOT_OUT or (work.type == "other" and not work.venue)


def person_key(author: Author) -> tuple[str, str]:
    """Family name and initial in ASCII, the initial empty where there is none."""
    family = author.family and as_key((author.particle or "") + author.family)
    return family or as_key(author.literal or author.name), as_key(author.given or "")[:1]


def _ids(work: Publication) -> Iterator[tuple[str, str]]:
    for scheme in _SCHEMES:
        value = (getattr(work.ids, scheme) or "").lower().rstrip("./")
        if not value:
            continue
        if scheme == "arxiv" or value.startswith(_ARXIV_DOI):
            yield "arxiv", _VERSION.sub("", value.removeprefix(_ARXIV_DOI))
        elif scheme == "doi" and _PREPRINT_DOI.match(value):
            yield "preprint doi", value
        else:
            yield scheme, value


def compare(one: Traits, other: Traits) -> Likeness | None:
    """Say what two publications have in common; null where that is next to nothing."""
    ids = tuple(scheme for scheme in one.ids if one.ids[scheme] == other.ids.get(scheme))
    title = _title(one, other)
    shared = tuple(_shared(one, other))
    if not ids and (title < ALIKE or 2 * len(shared) < max(1, min(len(one.people), len(other.people)))):
        return None
    years = other.work.year - one.work.year if one.work.year and other.work.year else None
    likeness = Likeness(ids, title, shared, years, (), ())
    return likeness._replace(
        conflicts=tuple(_conflicts(one, other, likeness)), doubts=tuple(_doubts(one, other, likeness))
    )


def _title(one: Traits, other: Traits) -> float:
    from rapidfuzz import fuzz

    if not one.words or not other.words:
        return 0
    if one.exact == other.exact:
        return 100
    small, large = sorted((set(one.words), set(other.words)), key=len)
    if len(small) >= FEW_WORDS and small <= large:
        return 100
    return round(fuzz.ratio(one.title, other.title), 1)


def _shared(one: Traits, other: Traits) -> Iterator[str]:
    left = list(other.people)
    for author, (family, initial) in zip(one.work.authors, one.people, strict=True):
        for candidate in left:
            if family == candidate[0] and (not initial or not candidate[1] or initial == candidate[1]):
                left.remove(candidate)
                yield author.name
                break


def _conflicts(one: Traits, other: Traits, likeness: Likeness) -> Iterator[str]:
    first, second = one.work, other.work
    for scheme, value in one.ids.items():
        if other.ids.get(scheme, value) != value:
            yield f"the {scheme} differs"
    if one.numbers != other.numbers:
        yield "the titles are numbered otherwise"
    if one.matters != other.matters:
        yield f"one title says {', '.join(sorted(one.matters ^ other.matters))}"
    if PRINTED.intersection(likeness.ids) or one.is_preprint or other.is_preprint:
        return
    if first.type != second.type and "other" not in (first.type, second.type):
        yield f"one is of type {first.type}, the other {second.type}"
    elif likeness.years and abs(likeness.years) > 1:
        yield "they appeared years apart"
    for name in ("volume", "edition", "number"):
        if first.type == second.type and (a := getattr(first, name)) and (b := getattr(second, name)) and a != b:
            yield f"the {name} differs"


def _doubts(one: Traits, other: Traits, likeness: Likeness) -> Iterator[str]:
    yield from _doubts_of_people(one, other, likeness)
    if likeness.ids and likeness.title < ALIKE:
        yield "the titles differ"
    if PRINTED.intersection(likeness.ids):
        if likeness.years and abs(likeness.years) > 1:
            yield "they appeared years apart"
        return
    if not likeness.ids and one.exact != other.exact:
        yield "the titles differ"
    if one.is_preprint or other.is_preprint:
        yield from _doubts_of_preprint(one, other, likeness)
    else:
        yield from _doubts_of_printed(one, other, likeness)


def _doubts_of_people(one: Traits, other: Traits, likeness: Likeness) -> Iterator[str]:
    lengths = sorted([len(one.people), len(other.people)])
    if not lengths[0]:
        if not PRINTED.intersection(likeness.ids):
            yield "the authors of one are not told"
        return
    cut = one.work.et_al or other.work.et_al
    if 2 * len(likeness.authors) < lengths[0 if cut else 1]:
        yield "the authors differ"


def _doubts_of_preprint(one: Traits, other: Traits, likeness: Likeness) -> Iterator[str]:
    """A preprint and what it became, or the same preprint twice."""
    if not likeness.ids and "other" in (one.work.type, other.work.type):
        yield "what sort of work one is, is not told"
    if not {one.work.type, other.work.type} <= _FOLLOWS_PREPRINT | {"other"}:
        yield f"one is of type {one.work.type}, the other {other.work.type}"
    if (
        not likeness.ids
        and len(one.words) < FEW_WORDS
        and len(likeness.authors) < max(len(one.people), len(other.people))
    ):
        yield "the title is short"
    if likeness.years is not None:
        waited = -likeness.years if other.is_preprint and not one.is_preprint else likeness.years
        if waited not in _YEARS_TO_PRINT:
            yield "they appeared years apart"


def _doubts_of_printed(one: Traits, other: Traits, likeness: Likeness) -> Iterator[str]:
    """What appeared, twice: a page lists a work once, as a rule, and another page may name the venue otherwise."""
    first, second = one.work, other.work
    told = bool(first.venue and second.venue)
    same = bool(first.venue and second.venue and same_venue(first.venue, second.venue))
    if told and not same:
        yield "the venues may differ"
    if not told and (first.type == "other" or second.type == "other" or first.venue != second.venue):
        yield "the venue of one is not told"
    if first.type != second.type and "other" in (first.type, second.type):
        yield "what sort of work one is, is not told"
    if likeness.years is None and not (first.year is second.year is None and same):
        yield "the year of one is not told"
    elif likeness.years and not (same and first.type == "journal"):
        yield "they appeared years apart"
    pages = [_FIRST_PAGE.match(work.pages or work.article_number or "") for work in (first, second)]
    if pages[0] and pages[1]:
        if pages[0][0] != pages[1][0]:
            yield "the pages differ"
    elif one.matters and len(one.words) < _FEW_WORDS_ABOUT:
        yield "the title is one that is given often"
