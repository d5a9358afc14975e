"""Works in, RIS out: what Zotero, EndNote, Mendeley and most journals' sites read.

A name is `Family, Given, Suffix`; a group's, or one that should not be split, ends with a comma. Pages are parted into
`SP` and `EP`, `T2` is where a work appeared, `PB` the university of a thesis, the institution of a report, the server
of a preprint, `M3` the sort of a thesis, workshop paper or poster. `AN` is the PubMed or arXiv number, `C2` that of
PubMed Central, `C7` an article's number in place of pages, `L1` a PDF. `ID` is the citation key without its signs, cut
to twenty characters.

What people did (equal contribution, corresponding author), awards, notes and how far a work has come are notes, `N1`.
RIS forbids `*` in names and titles of journals: it is left out there. It has no place for who is the owner, for marks
without a meaning, for other links, or for a list of authors being cut.
"""

import re
from collections.abc import Iterator, Sequence

from pubparse.exporters.contract import Exporter, Options
from pubparse.exporters.kinds import Kind, kind_of
from pubparse.exporters.printed import family_of, page_ends
from pubparse.exporters.work import Work, one_line
from pubparse.model.person import Author

_TYPES: dict[Kind, str] = {
    "journal": "JOUR",
    "conference": "CPAPER",
    "workshop": "CPAPER",
    "poster": "CPAPER",
    "preprint": "UNPB",
    "book": "BOOK",
    "chapter": "CHAP",
    "doctoral thesis": "THES",
    "master thesis": "THES",
    "thesis": "THES",
    "report": "RPRT",
    "patent": "PAT",
    "software": "COMP",
    "dataset": "DATA",
    "unpublished": "UNPB",
    "other": "GEN",
}
_SORTS: dict[Kind, str] = {
    "workshop": "Workshop paper",
    "poster": "Poster",
    "preprint": "Preprint",
    "doctoral thesis": "PhD thesis",
    "master thesis": "Master’s thesis",
}
_PUBLISHING: frozenset[Kind] = frozenset({"preprint", "doctoral thesis", "master thesis", "thesis", "report"})
_TAGS = {
    "title": "TI",
    "year": "PY",
    "series": "T3",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "article_number": "C7",
    "edition": "ET",
    "place": "CY",
    "ids.isbn": "SN",
    "ids.issn": "SN",
    "ids.doi": "DO",
    "ids.pmcid": "C2",
    "ids.url": "UR",
}
_NO_STAR = "RIS forbids the sign *"
_COMMA = "read as a family name, a comma and given names"
_ID_LENGTH = 20
_BEGINS = re.compile(r"TY  - [A-Z]+\r?\nDP  - pubparse\r?\n")


def _write(works: Sequence[Work], _options: Options) -> str:
    ids: set[str] = set()
    return "".join(f"{tag}  - {text}\r\n" for work in works for tag, text in _lines(work, ids) if text)


def _lines(work: Work, ids: set[str]) -> Iterator[tuple[str, str]]:
    kind = kind_of(work.publication)
    work.take("type")
    yield "TY", _TYPES[kind]
    yield "DP", "pubparse"
    yield "ID", _id(work.key, ids)
    for tag, group in (("AU", "authors"), ("A2", "editors")):
        for at, person in enumerate(work.people(group)):
            yield tag, _starless(work, f"{group}[{at}].name", _name(person))
            if "," in (person.literal or ""):
                work.lose(f"{group}[{at}].name", _COMMA)
    yield from ((tag, work.text(path)) for path, tag in _TAGS.items())
    if (date := work.text("date")).count("-"):
        yield "DA", f"{date.replace('-', '/')}{'/' * (3 - date.count('-'))}"
    yield from _appeared(work, kind)
    yield "M3", _SORTS.get(kind, "")
    first, last = page_ends(work.text("pages"))
    yield "SP", first
    yield "EP", last
    yield from _numbers(work)
    yield from (("N1", note) for note in _notes(work))
    yield "ER", " "


def _id(key: str, ids: set[str]) -> str:
    """The key in letters and digits; where the cut makes two the same, the end is a number."""
    whole = cut = "".join(filter(str.isalnum, key))[:_ID_LENGTH] or "anon"
    number = 1
    while cut in ids:
        number += 1
        cut = f"{whole[: _ID_LENGTH - len(str(number))]}{number}"
    ids.add(cut)
    return cut


def _name(person: Author) -> str:
    if person.literal or not person.family:
        return f"{one_line(person.literal or person.name)},"
    parts = (family_of(person), person.given or "", person.suffix)
    return ", ".join(one_line(part) for part in parts if part is not None)


def _starless(work: Work, path: str, text: str) -> str:
    if "*" not in text:
        return text
    work.lose(path, _NO_STAR)
    return one_line(text.replace("*", ""))


def _appeared(work: Work, kind: Kind) -> Iterator[tuple[str, str]]:
    venue = work.text("venue.name")
    if kind in _PUBLISHING and venue:
        yield "PB", venue
        return
    yield "T2", _starless(work, "venue.name", venue)
    yield "J2", _starless(work, "venue.acronym", work.text("venue.acronym"))
    yield "PB", work.text("publisher")


def _numbers(work: Work) -> Iterator[tuple[str, str]]:
    pmid, arxiv = work.text("ids.pmid"), work.text("ids.arxiv")
    yield "AN", pmid or (arxiv and f"arXiv:{arxiv}")
    yield "N1", f"arXiv:{arxiv}" if pmid and arxiv else ""
    for at, link in enumerate(work.publication.links):
        if link.kind == "pdf":
            work.take(f"links[{at}]")
            yield "L1", one_line(link.url)


def _notes(work: Work) -> Iterator[str]:
    work.take("authors.roles", "awards", "notes")
    publication = work.publication
    roles = dict.fromkeys(role for author in publication.authors for role in author.roles)
    for role in roles:
        yield f"{role}: {'; '.join(one_line(author.name) for author in publication.authors if role in author.roles)}"
    yield from (one_line(award.text) for award in publication.awards)
    yield from (one_line(note.text) for note in publication.notes)
    status = work.text("status")
    yield "" if status == publication.type else status


EXPORTER = Exporter("ris", "RIS", ".ris", _write, begins=_BEGINS)
