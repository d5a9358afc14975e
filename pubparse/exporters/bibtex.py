"""Works in, BibTeX out.

For LaTeX with BibTeX, and for whatever imports `.bib` files: reference managers, Overleaf, JabRef. The fields are
those of the standard styles and `doi`, `eprint`, `url`, `isbn`, `issn` and `eid`, which most others know. Text is
UTF-8 with LaTeX's special characters escaped once. Names are `Family, Given`, with particles and `Jr.` where BibTeX
wants them; a group's is kept together by braces; a list cut by "et al." ends in `and others`. `--protect` says what
keeps its capitals.

A preprint is `@misc` with its archive, a workshop paper `@inproceedings`, what is not published yet `@unpublished`.
Status and awards are the `note`; what is left of an entry is `annote`, which the standard styles do not print. A work
that lacks what its type asks for (an author, a year, a journal) keeps its type and all else it tells: it is told as a
loss, BibTeX warns, and every program reads it. What the type has no field for is lost, as are roles and marks of
authors, links, the day of a date, and a second identifier of archives. A straight `'` or `` ` `` stays, and TeX draws
it curved. biber, which reads this as well, wants more than BibTeX does: an editor of every collection, an author of
every book, and no range as a volume. Where a record cannot give it that, it is told as well; `biblatex` has types and
fields for such works.
"""

from collections.abc import Sequence
from dataclasses import replace

from pubparse.exporters.bib import BIBER_NUMBER, BibOptions, write_bib
from pubparse.exporters.bib_fields import Pen
from pubparse.exporters.bib_forms import DIALECT
from pubparse.exporters.contract import Exporter
from pubparse.exporters.work import Work


def _write(works: Sequence[Work], options: BibOptions) -> str:
    for work in works:
        _tell_what_biber_wants(work)
    return write_bib(works, replace(DIALECT, makers={"volume": _volume}), options.protect)


def _tell_what_biber_wants(work: Work) -> None:
    one = work.publication
    if one.type == "book" and one.editors and not one.authors:
        work.lose("authors", "missing: biber wants an author of every @book")
    if one.type == "chapter" and not one.editors:
        work.lose("editors", "missing: biber wants an editor of every @incollection")


def _volume(work: Work, pen: Pen) -> str:
    said = pen.plain(work, "volume")
    if said and not BIBER_NUMBER.fullmatch(work.publication.volume or ""):
        work.lose("volume", "no number: BibTeX prints it, biber leaves it out")
    return said


BIBTEX = Exporter("bibtex", "BibTeX", ".bib", _write, BibOptions)
