r"""Works in, BibTeX for ORCID's "Import BibTeX" out.

ORCID takes a title, a type, a container, a date and identifiers, and shows names as they are. So this is plain BibTeX
in ASCII (`{\'e}`; other scripts and emoji, for which few programs know LaTeX's names, stay UTF-8) with the fields of
the standard styles and `doi`, `eprint`, `archiveprefix`, `url`, `isbn` and `issn`, and with keys that occur once. The
number of an article stands in for its pages. A work without an address takes the link to the paper as its `url`; one
without any identifier is told as a loss, since ORCID wants it edited by hand and does not see when it is imported
twice.

Types are as in `bibtex`. Roles and marks of authors, further links, notes, what the type has no field for, and the day
of a date are lost. Titles have no protecting braces unless `--protect` asks for them.
"""

from collections.abc import Sequence

from pydantic import Field

from pubparse.exporters import latex
from pubparse.exporters.bib import BibOptions, Dialect, write_bib
from pubparse.exporters.bib_fields import MAKERS, Pen, has, url
from pubparse.exporters.bib_forms import FIRST, FORMS, LAST
from pubparse.exporters.contract import Exporter
from pubparse.exporters.printed import is_web
from pubparse.exporters.work import Work


class OrcidOptions(BibOptions):
    """ORCID shows braces less well than it keeps capitals."""

    protect: latex.Protect = Field("none", description=BibOptions.model_fields["protect"].description)


def _url(work: Work, pen: Pen) -> str:
    links = work.publication.links
    said = url(work, pen)
    paper = next((at for at, link in enumerate(links) if link.kind in {"paper", "pdf"} and is_web(link.url)), None)
    if not said and paper is not None:
        work.take(f"links[{paper}]")
        said = latex.address(links[paper].url)
    if not said and not has(work.publication, "doi") and not has(work.publication, "eprint"):
        work.lose("ids", "missing: ORCID asks for an identifier or address")
    return latex.ascii_address(said)


def _pages(work: Work, pen: Pen) -> str:
    return MAKERS["pages"](work, pen) or pen.plain(work, "article_number")


def _nothing(_work: Work, _pen: Pen) -> str:
    return ""


DIALECT = Dialect(
    FORMS,
    FIRST,
    tuple(name for name in LAST if name != "annote"),
    escape=latex.escape_to_ascii,
    makers={"url": _url, "pages": _pages, "eid": _nothing},
)


def _write(works: Sequence[Work], options: OrcidOptions) -> str:
    return write_bib(works, DIALECT, options.protect)


ORCID = Exporter("orcid", "BibTeX for ORCID", ".bib", _write, OrcidOptions)
