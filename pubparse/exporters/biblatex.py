r"""Works in, BibLaTeX out, the roles of authors as data annotations.

For LaTeX with biblatex and biber. Types and fields are biblatex's own: `@online` with `eprint` for a preprint,
`@thesis`, `@report`, `@patent`, `@software`, `@dataset`, `journaltitle`, `location`, `pubstate`, ISO dates as exact as
the record's. A work whose type is finer than biblatex's (a workshop, a poster, a paper under review) tells it in
`entrysubtype`. Text is UTF-8 with LaTeX's special characters escaped once; names are as in `bibtex`.

What the page says of an author is an annotation: `author+an = {1=self,equal;2=equal;4=corresponding}`, where 1 is the
first name. Two groups of equal contributors are `equal1` and `equal2`. In the format of names,
`\ifitemannotation{self}` asks for one; `--annotation-names self=highlight,equal=equalcontrib` calls them otherwise. An
ORCID iD is `author+an:orcid = {1="0000-0002-1825-0097"}`.

A chapter without an editor is `@inbook`, an edited book `@collection`, a preprint without an address `@misc`. Any other
work that lacks what its type asks for (an author, a date) keeps its type and all else it tells: it is told as a loss,
and biber warns. Marks without a meaning, links, and a second identifier of archives are lost.
"""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from pubparse.exporters.bib import BIBER_NUMBER, BibOptions, Dialect, Form, form, write_bib
from pubparse.exporters.bib_fields import Maker, Pen, awards, named
from pubparse.exporters.contract import Exporter
from pubparse.exporters.work import Work, one_line

_FIRST = ("author", "author+an", "author+an:orcid", "title")
_LAST = ("editor+an", "editor+an:orcid", "date", "pubstate", "doi", "eprint", "eprinttype", "url", "note", "annotation")
_MISC = form("misc", "title date", "editor howpublished location", exact=False)
_IN = "editor volume number series pages eid publisher location isbn"
_BOOK = "edition volume number series publisher location pages eid isbn"
_PROCEEDINGS = form("inproceedings", "author title booktitle date", _IN)


def _typed(name: str, type: str, has: str) -> tuple[Form]:  # noqa: A002
    return (form(name, "author title institution date", has, type=type),)


_FORMS = {
    "journal": (form("article", "author title journaltitle date", "editor volume number series pages eid issn"),),
    "conference": (_PROCEEDINGS,),
    "workshop": (_PROCEEDINGS._replace(exact=False),),
    "preprint": (form("online", "title date url|doi|eprint", "organization", exact=False), _MISC),
    "chapter": (
        form("incollection", "author editor title booktitle date", f"edition {_IN}"),
        form("inbook", "author title booktitle date", f"edition {_IN}", exact=False),
    ),
    "book": (
        form("book", "author title date", f"editor {_BOOK}"),
        form("collection", "editor title date", _BOOK, exact=False),
    ),
    "doctoral thesis": _typed("thesis", "phdthesis", "location pages eid"),
    "master thesis": _typed("thesis", "mathesis", "location pages eid"),
    "thesis": _typed("thesis", "thesis", "location pages eid"),
    "report": _typed("report", "report", "number location pages eid"),
    "patent": (form("patent", "author title number date", "holder location"),),
    "software": (form("software", "title date", "howpublished location"),),
    "dataset": (form("dataset", "title date", "organization number series edition publisher location"),),
    "unpublished": (form("unpublished", "author title date", "howpublished location", exact=False),),
    "poster": (_MISC,),
    "other": (_MISC,),
}
_STATES = {
    "in press": "inpress", "to appear": "forthcoming", "in preparation": "inpreparation", "preprint": "prepublished",
}  # fmt: skip
"""The states that biblatex has words for, where they are not ours."""

_RENAMING = re.compile(r"\s*([\w-]+)\s*=\s*([A-Za-z][A-Za-z0-9-]*)\s*")
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


def _are_names(text: str) -> str:
    for pair in filter(None, text.split(",")):
        if not _RENAMING.fullmatch(pair):
            raise ValueError(f"{pair!r} is not ROLE=NAME, the name being letters, digits and hyphens")
    return text


class BiblatexOptions(BibOptions):
    """What can be chosen for BibLaTeX."""

    annotation_names: Annotated[str, AfterValidator(_are_names)] = Field(
        "", description="Other names for annotations: `self=highlight,equal=equalcontrib`."
    )


def _write(works: Sequence[Work], options: BiblatexOptions) -> str:
    renamed = {match[1]: match[2] for match in _RENAMING.finditer(options.annotation_names)}
    people = {"author": "authors", "editor": "editors"}
    makers: dict[str, Maker] = {"pubstate": _state, "volume": _volume, "note": _note, "holder": _holder}
    makers |= {f"{name}+an": _roles(path, renamed) for name, path in people.items()}
    makers |= {f"{name}+an:orcid": _orcids(path) for name, path in people.items()}
    return write_bib(works, Dialect(_FORMS, _FIRST, _LAST, makers=makers, subtype="entrysubtype"), options.protect)


def _volume(work: Work, pen: Pen) -> str:
    return pen.plain(work, "volume") if BIBER_NUMBER.fullmatch(work.publication.volume or "") else ""


def _holder(work: Work, pen: Pen) -> str:
    """Whose a patent is, kept whole: the field is a list of names."""
    said = pen.plain(work, "venue.name")
    return f"{{{said}}}" if said else ""


def _note(work: Work, pen: Pen) -> str:
    """The distinctions, and a volume that is no number: as a field, biber would leave `62-63` out."""
    volume, said = one_line(work.publication.volume or ""), awards(work, pen)
    if not volume or BIBER_NUMBER.fullmatch(volume):
        return said
    work.lose("volume", "no number: written in the note")
    return "; ".join(filter(None, (f"volume {pen.escape(volume)}", said)))


def _state(work: Work, pen: Pen) -> str:
    said = pen.plain(work, "status")
    return _STATES.get(said, said)


def _roles(path: str, renamed: dict[str, str]) -> Maker:
    def make(work: Work, _pen: Pen) -> str:
        people = named(work, path)
        several = len({person.equal_group for _, person in people} - {None}) > 1
        specs: list[str] = []
        for item, (at, person) in enumerate(people, 1):
            if not (person.is_self or person.roles):
                continue
            roles = [*(["self"] if person.is_self else []), *filter(_SLUG.fullmatch, person.roles)]
            work.take(f"{path}[{at}].is_self", *([f"{path}[{at}].equal_group"] if "equal" in roles else []))
            if len(roles) == len(person.roles) + person.is_self:
                work.take(f"{path}[{at}].roles")
            group = str(person.equal_group or "") if several else ""
            said = [renamed.get(role, role) + (group if role == "equal" else "") for role in roles]
            specs += [f"{item}={','.join(dict.fromkeys(said))}"] if said else []
        return ";".join(specs)

    return make


def _orcids(path: str) -> Maker:
    def make(work: Work, _pen: Pen) -> str:
        people = enumerate(named(work, path), 1)
        known = [(item, at, person.orcid) for item, (at, person) in people if _is_orcid(person.orcid)]
        work.take(*(f"{path}[{at}].orcid" for _, at, _ in known))
        return ";".join(f'{item}="{orcid}"' for item, _, orcid in known)

    return make


def _is_orcid(orcid: str | None) -> bool:
    return bool(orcid and orcid.isascii() and orcid.replace("-", "").isalnum())


BIBLATEX = Exporter("biblatex", "BibLaTeX", ".bib", _write, BiblatexOptions)
