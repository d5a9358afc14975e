"""Works in, BibTeX out.

For LaTeX with BibTeX, and for whatever imports `.bib` files: reference managers, Overleaf, JabRef. The fields are
those of the standard styles and `doi`, `eprint`, `url`, `isbn`, `issn` and `eid`, which most others know. Text is
UTF-8 with LaTeX's special characters escaped once. Names are `Family, Given`, with particles and `Jr.` where BibTeX
wants them; a group's is kept together by braces; a list cut by "et al." ends in `and others`. `--protect` says what
keeps its capitals.

A preprint is `@misc` with its archive, a workshop paper `@inproceedings`, a book without a publisher `@booklet`, what
is not published yet `@unpublished`. Status and awards are the `note`; what is left of an entry is `annote`, which the
standard styles do not print. A work that lacks what its type asks for (an author, a year, a journal) is `@misc`, and
what that has no place for is lost. So are roles and marks of authors, links, the day of a date, and a second
identifier of archives. A straight `'` or `` ` `` stays, and TeX draws it curved.
"""

from collections.abc import Sequence

from pubparse.exporters.bib import BibOptions, Dialect, Form, form, write_bib
from pubparse.exporters.contract import Exporter
from pubparse.exporters.work import Work

FIRST = ("author", "title")
LAST = ("year", "month", "doi", "eprint", "archiveprefix", "url", "note", "annote")
MISC = form("misc", "title", "howpublished address", exact=False)

_IN = "editor volume number series pages eid publisher address isbn"
_PROCEEDINGS = "author title booktitle year"
_BOOK = "volume number series edition publisher address pages eid isbn"
_THESIS = "author title school year"


def _thesis(name: str, kind: str = "") -> tuple[Form, Form]:
    return form(name, _THESIS, "address pages eid", type=kind), MISC


FORMS = {
    "journal": (form("article", "author title journal year", "volume number series pages eid issn"), MISC),
    "conference": (form("inproceedings", _PROCEEDINGS, _IN), MISC),
    "workshop": (form("inproceedings", _PROCEEDINGS, _IN, exact=False), MISC),
    "chapter": (form("incollection", _PROCEEDINGS, f"{_IN} edition"), MISC),
    "book": (
        form("book", "author|editor title publisher year", f"{_BOOK} editor"),
        form("booklet", "author title", "howpublished address pages eid", exact=False),
        MISC,
    ),
    "doctoral thesis": _thesis("phdthesis"),
    "master thesis": _thesis("mastersthesis"),
    "thesis": _thesis("phdthesis", "thesis"),
    "report": (form("techreport", "author title institution year", "number address pages eid"), MISC),
    "unpublished": (form("unpublished", "author title", "howpublished address", exact=False), MISC),
    **dict.fromkeys(("preprint", "patent", "poster", "software", "dataset"), (MISC,)),
    "other": (MISC,),
}

DIALECT = Dialect(FORMS, FIRST, LAST)


def _write(works: Sequence[Work], options: BibOptions) -> str:
    return write_bib(works, DIALECT, options.protect)


BIBTEX = Exporter("bibtex", "BibTeX", ".bib", _write, BibOptions)
