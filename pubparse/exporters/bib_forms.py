"""Kinds of works in, the entry types of BibTeX's standard styles out: the dialect that most programs read."""

from pubparse.exporters.bib import Dialect, Form, form

FIRST = ("author", "title")
LAST = ("year", "month", "doi", "eprint", "archiveprefix", "url", "note", "annote")
MISC = form("misc", "title", "editor howpublished address", exact=False)

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
