"""A work in, the fields of its BibTeX entry out: where each finds its value, and how it is written."""

import re
from collections.abc import Callable
from typing import NamedTuple

from pubparse.exporters import latex
from pubparse.exporters.work import Work, one_line, text_of
from pubparse.model.person import Author
from pubparse.model.publication import Publication

PATHS = {
    "author": "authors", "editor": "editors", "title": "title", "year": "year", "date": "year", "volume": "volume",
    "number": "number", "series": "series", "pages": "pages", "eid": "article_number", "edition": "edition",
    "publisher": "publisher", "address": "place", "location": "place", "note": "awards", "annote": "notes",
    "pubstate": "status", "annotation": "notes", "url": "ids.url", "doi": "ids.doi", "eprint": "ids.arxiv",
    "isbn": "ids.isbn", "issn": "ids.issn", "pmid": "ids.pmid", "arxiv": "ids.arxiv",
    "journal": "venue.name", "journaltitle": "venue.name", "booktitle": "venue.name", "school": "venue.name",
    "institution": "venue.name", "howpublished": "venue.name", "organization": "venue.name", "holder": "venue.name",
    "abbr": "venue.acronym", "award": "awards", "award_name": "awards",
}  # fmt: skip
"""What a field says, as a path of the record."""

ARCHIVES = {
    "arxiv": "arXiv", "pmid": "pubmed", "pmcid": "pmc", "hal": "hal", "acl": "acl", "openreview": "openreview",
}  # fmt: skip
"""What the archive of an identifier is called; of several identifiers the first is written."""

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IDENTIFIER = re.compile(r"[^\s{}\\]+")
_SHAPES = {
    "doi": re.compile(r"10\.[\d.]+/[^\s{}\\]+"),
    "isbn": re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]"),
    "issn": re.compile(r"\d{4}-?\d{3}[\dXx]"),
}
_DATE = re.compile(r"\d{4}(?:-(0[1-9]|1[0-2])(-\d\d)?)?")


class Pen(NamedTuple):
    """How text is written."""

    escape: latex.Escape
    protect: latex.Protect

    def plain(self, work: Work, path: str) -> str:
        """Take a text and escape it."""
        text = work.text(path)
        return self.escape(text) if text else ""


Maker = Callable[[Work, Pen], str]
"""Takes from the work what it writes; gives the finished value of a field, empty for none."""


def plain(path: str) -> Maker:
    """A text of the record, escaped."""
    return lambda work, pen: pen.plain(work, path)


def has(publication: Publication, name: str) -> bool:
    """Whether the record has something to write into a field."""
    if name in {"author", "editor"}:
        people = publication.authors if name == "author" else publication.editors
        return any(map(latex.is_named, people))
    if name == "eprint":
        return bool(_archived(publication))
    return bool(text_of(publication, PATHS[name]))


def named(work: Work, path: str = "authors") -> list[tuple[int, Author]]:
    """The people of a work whose names can be written, each with the place in the record."""
    return [(at, person) for at, person in enumerate(work.people(path)) if latex.is_named(person)]


def author_list(work: Work, written: list[str]) -> str:
    """A list of names; it ends in `others` where the record's is cut."""
    if written and work.publication.et_al:
        work.take("et_al")
        return " and ".join([*written, "others"])
    return " and ".join(written)


def _authors(work: Work, pen: Pen) -> str:
    return author_list(work, [latex.name(person, pen.escape) for _, person in named(work)])


def _editors(work: Work, pen: Pen) -> str:
    return " and ".join(latex.name(person, pen.escape) for _, person in named(work, "editors"))


def _one_of_a_list(path: str) -> Maker:
    """To biblatex publishers, places and institutions are lists, with `and` between."""
    return lambda work, pen: latex.undivided(work.text(path), pen.escape)


def _title(path: str) -> Maker:
    """What programs recase where no braces keep them from it."""
    return lambda work, pen: latex.protected(work.text(path), pen.protect, pen.escape)


def _month(work: Work, _pen: Pen) -> str:
    date = _date_of(work.publication)
    if not date or not date[1]:
        return ""
    work.take("date")
    if date[2]:
        work.lose("date", "the format has months and no days")
    return MONTHS[int(date[1]) - 1]


def _date(work: Work, pen: Pen) -> str:
    if date := _date_of(work.publication):
        work.take("date", "year")
        return date[0]
    return pen.plain(work, "year")


def _date_of(publication: Publication) -> re.Match[str] | None:
    date = publication.date or ""
    return _DATE.fullmatch(date) if date.startswith(str(publication.year)) else None


def _number(work: Work, pen: Pen) -> str:
    return pen.plain(work, "issue" if work.publication.issue else "number")


def _how(work: Work, pen: Pen) -> str:
    """Where a work appeared that has no better place for it; else the number of a patent or report."""
    return pen.plain(work, "venue.name") or pen.plain(work, "number")


def _note(work: Work, pen: Pen) -> str:
    return "; ".join(filter(None, [pen.plain(work, "status"), awards(work, pen)]))


def awards(work: Work, pen: Pen) -> str:
    """The distinctions, as printed."""
    work.take("awards")
    return "; ".join(filter(None, (pen.escape(one_line(award.text)) for award in work.publication.awards)))


def _notes(work: Work, pen: Pen) -> str:
    work.take("notes")
    return "; ".join(filter(None, (pen.escape(one_line(note.text)) for note in work.publication.notes)))


def identifier(scheme: str) -> Maker:
    """An identifier, verbatim; what does not look like one is not written."""

    def make(work: Work, _pen: Pen) -> str:
        said = _identifier(work.publication, scheme)
        if said:
            work.take(f"ids.{scheme}")
            take_links_to(work, said)
        elif getattr(work.publication.ids, scheme):
            work.lose(f"ids.{scheme}", "it does not look like one")
        return said

    return make


def take_links_to(work: Work, said: str) -> None:
    """Links that lead to an identifier that is written say nothing more."""
    work.take(*(f"links[{at}]" for at, link in enumerate(work.publication.links) if said in link.url))


def _identifier(publication: Publication, scheme: str) -> str:
    said: str = getattr(publication.ids, scheme)
    return said if said and said.isprintable() and _SHAPES.get(scheme, _IDENTIFIER).fullmatch(said) else ""


def _archived(publication: Publication) -> str:
    """The scheme of the identifier that is written as that of an archive."""
    return next((scheme for scheme in ARCHIVES if _identifier(publication, scheme)), "")


def _eprint(work: Work, pen: Pen) -> str:
    scheme = _archived(work.publication)
    return identifier(scheme)(work, pen) if scheme else ""


def _archive(work: Work, _pen: Pen) -> str:
    return ARCHIVES.get(_archived(work.publication), "")


def url(work: Work, _pen: Pen) -> str:
    """The address of the work."""
    said = work.text("ids.url")
    if said:
        take_links_to(work, said)
    return latex.address(said)


MAKERS: dict[str, Maker] = {
    "author": _authors, "editor": _editors, "title": _title("title"), "booktitle": _title("venue.name"),
    "series": _title("series"),
    "month": _month, "date": _date, "number": _number, "howpublished": _how, "note": _note, "annote": _notes,
    "pages": lambda work, pen: latex.pages(work.text("pages"), pen.escape), "annotation": _notes,
    "eprint": _eprint, "archiveprefix": _archive, "eprinttype": _archive, "url": url, "doi": identifier("doi"),
    "publisher": _one_of_a_list("publisher"), "address": _one_of_a_list("place"), "location": _one_of_a_list("place"),
    **dict.fromkeys(("school", "institution", "organization"), _one_of_a_list("venue.name")),
    "isbn": identifier("isbn"), "issn": identifier("issn"), "arxiv": identifier("arxiv"), "pmid": identifier("pmid"),
}  # fmt: skip
"""The fields that are more than a text of the record."""
