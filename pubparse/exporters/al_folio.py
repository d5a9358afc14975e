"""Works in, BibTeX for al-folio's `_bibliography/papers.bib` out.

For sites built on al-folio with jekyll-scholar, whose layout reads a dialect of its own. What the page says of an
author is a sign on the family name (`Tang*, Zhenheng`), which the layout raises, and takes off to find you. It is the
sign of the page where the layout knows it (`*∗†‡§¶‖`), else the next that is free, and `annotation` says what it
means. A preprint is an `@article` in the journal `arXiv preprint arXiv:…`, since the layout shows venues by the type.
`abbr` is the venue's acronym, `location` the place, `note` the status, `award_name` the first award and `award` all of
them; `arxiv`, `doi`, `pmid` and `isbn` are identifiers, `html` is the address, and links are `pdf`, `code`, `website`,
`video`, `slides`, `poster`, `blog` and `supp`, the first of each kind; one that is no full address is a file that the
layout looks for in its own folders. `--selected` names the keys of the works for the front page; none is selected
otherwise. What HTML would take for markup is a character reference.

Who you are is told in `_config.yml` (`scholar.last_name`, `scholar.first_name`) and not here. Lost are further links,
notes, what the type has no field for, the day of a date, and marks that the layout does not know and the page does not
explain.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from pydantic import Field

from pubparse.exporters import latex
from pubparse.exporters.bib import BibOptions, Dialect, form, write_bib
from pubparse.exporters.bib_fields import Maker, Pen, author_list, awards, named, take_links_to
from pubparse.exporters.bib_forms import FORMS, MISC
from pubparse.exporters.contract import SIGN, Exporter
from pubparse.exporters.printed import leads_somewhere
from pubparse.exporters.work import Work, one_line
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

_SIGNS = "*†‡§¶‖"
_KNOWN = frozenset("*∗†‡§¶‖")
_MEANINGS = {"equal": "Equal contribution", "corresponding": "Corresponding author", "lead": "Project lead"}
_LINKS = {
    "html": "paper", "pdf": "pdf", "code": "code", "website": "project", "video": "video", "slides": "slides",
    "poster": "poster", "blog": "press", "supp": "supplement",
}  # fmt: skip
"""Fields, and the kind of link that each holds."""

_MARKUP = re.compile(r"<|&(?=#?\w+;)")
_REFERENCES = {"<": "&lt;", "&": "&amp;"}
# jekyll-scholar reads LaTeX in addresses too.
_LIGATURE = re.compile(r"(?<=-)-|'")


_FORMS = FORMS | {"preprint": (form("article", "title journal|arxiv", exact=False), MISC)}
_FIRST = ("abbr", "author", "annotation", "title")
_LAST = (
    "location", "year", "month", "note", "award_name", "award", "doi", "arxiv", "pmid", "isbn", *_LINKS, "selected",
)  # fmt: skip


Meaning = tuple[str, int | None]
"""A role, and the group of those who share it."""


class AlFolioOptions(BibOptions):
    """What can be chosen for al-folio."""

    selected: str = Field("", description="Keys of the works for the front page, with commas between.")


def _write(works: Sequence[Work], options: AlFolioOptions) -> str:
    selected = {key.strip() for key in options.selected.split(",")} - {""}
    if strange := selected - {work.key for work in works}:
        raise UsageError(f"no work has the key {min(strange)!r}")
    makers: dict[str, Maker] = {
        "abbr": lambda work, pen: pen.plain(work, "venue.acronym"), "author": _authors, "annotation": _annotation,
        "journal": _journal, "note": lambda work, pen: pen.plain(work, "status"), "award_name": _award_name,
        "award": awards, "selected": lambda work, _pen: "true" if work.key in selected else "",
        **{name: _link(kind) for name, kind in _LINKS.items()},
    }  # fmt: skip
    dialect = Dialect(_FORMS, _FIRST, _LAST, _escape, makers, head=f"---\n---\n% {SIGN}")
    return write_bib(works, dialect, options.protect)


def _escape(text: str) -> str:
    if "<" in text or "&" in text:
        text = _MARKUP.sub(lambda sign: _REFERENCES[sign[0]], text)
    return latex.escape(text)


def _authors(work: Work, pen: Pen) -> str:
    signs, _ = _signs(work.publication)
    written = [latex.name(person, pen.escape, signs.get(at, "")) for at, person in named(work)]
    for at, person in enumerate(work.publication.authors):
        if all(map(_KNOWN.issuperset, person.marks)):
            work.take(f"authors[{at}].marks")
    return author_list(work, written)


def _annotation(work: Work, pen: Pen) -> str:
    _, meanings = _signs(work.publication)
    explained = set(meanings.values())
    for at, person in enumerate(work.publication.authors):
        if person.roles and explained.issuperset((role, person.equal_group) for role in person.roles):
            work.take(f"authors[{at}].roles", f"authors[{at}].equal_group")
    said = ((sign, _MEANINGS.get(role) or role.replace("-", " ").capitalize()) for sign, (role, _) in meanings.items())
    return ", ".join(f"{sign} {pen.escape(one_line(meaning))}" for sign, meaning in said)


def _signs(publication: Publication) -> tuple[dict[int, str], dict[str, Meaning]]:
    """The signs beside each author, and what they mean: the page's own, where just those who bear one have the role."""
    holders: dict[Meaning, list[int]] = {}
    bearers: dict[str, list[int]] = {}
    for at, person in enumerate(publication.authors):
        for role in person.roles:
            holders.setdefault((role, person.equal_group), []).append(at)
        for mark in person.marks:
            bearers.setdefault(mark, []).append(at)
    signs: defaultdict[int, str] = defaultdict(str)
    meanings: dict[str, Meaning] = {}
    for meaning, having in holders.items():
        own = [mark for mark, bearing in bearers.items() if bearing == having and mark in _KNOWN]
        free = [sign for sign in _SIGNS if sign not in bearers]
        if sign := next((one for one in (*own, *free) if one not in meanings), None):
            meanings[sign] = meaning
            for at in having:
                signs[at] += sign
    for mark, bearing in bearers.items():
        for at in bearing:
            if _KNOWN.issuperset(mark) and not publication.authors[at].roles:
                signs[at] += mark
    return signs, meanings


def _journal(work: Work, pen: Pen) -> str:
    arxiv = work.publication.ids.arxiv
    venue = pen.plain(work, "venue.name")
    if work.publication.type == "preprint" and arxiv and venue.lower() in {"", "arxiv"}:
        return f"arXiv preprint arXiv:{pen.escape(work.text('ids.arxiv'))}"
    return venue


def _award_name(work: Work, pen: Pen) -> str:
    return next((pen.escape(one_line(award.text)) for award in work.publication.awards), "")


def _link(kind: str) -> Maker:
    """The first link of a kind that leads somewhere; of the paper, the address of the work."""

    def make(work: Work, _pen: Pen) -> str:
        said = work.text("ids.url") if kind == "paper" and leads_somewhere(work.publication.ids.url) else ""
        links = [] if said else [link.url for link in work.publication.links if link.kind == kind]
        said = said or next(filter(leads_somewhere, links), "")
        if not said:
            return ""
        take_links_to(work, said)
        return _LIGATURE.sub(lambda sign: f"%{ord(sign[0]):02X}", latex.address(one_line(said)))

    return make


AL_FOLIO = Exporter("al-folio", "BibTeX for al-folio", ".bib", _write, AlFolioOptions)
