"""Kinds of works in, the entry types of BibTeX's standard styles out: the dialect that most programs read."""

from pubparse.exporters.bib import Dialect, Form, form

FIRST = ("author", "title")
LAST = ("year", "month", "doi", "eprint", "archiveprefix", "url", "note", "annote")
MISC = form("misc", "title year", "editor howpublished address", exact=False)

_IN = "editor volume number series pages eid publisher address isbn"
_PROCEEDINGS = form("inproceedings", "author title booktitle year", _IN)
_BOOK = "volume number series edition publisher address pages eid isbn editor"


def _thesis(name: str, kind: str = "") -> tuple[Form]:
    return (form(name, "author title school year", "address pages eid", type=kind),)


FORMS = {
    "journal": (form("article", "author title journal year", "volume number series pages eid issn"),),
    "conference": (_PROCEEDINGS,),
    "workshop": (_PROCEEDINGS._replace(exact=False),),
    "chapter": (form("incollection", "author title booktitle publisher year", f"{_IN} edition"),),
    "book": (form("book", "author|editor title publisher year", _BOOK),),
    "doctoral thesis": _thesis("phdthesis"),
    "master thesis": _thesis("mastersthesis"),
    "thesis": _thesis("phdthesis", "thesis"),
    "report": (form("techreport", "author title institution year", "number address pages eid"),),
    "unpublished": (form("unpublished", "author title year", "howpublished address", exact=False),),
    **dict.fromkeys(("preprint", "patent", "poster", "software", "dataset", "other"), (MISC,)),
}

DIALECT = Dialect(FORMS, FIRST, LAST)
