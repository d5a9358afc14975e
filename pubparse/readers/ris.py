"""The text of a RIS file in, its entries out: what Zotero, EndNote, Mendeley and journals' sites write.

Tags of two letters, an entry from `TY` to `ER`. `M3` tells the sort of a thesis, workshop paper or poster. Notes (`N1`)
are the state of a work, its awards, and what authors did where `ris` has written it (`equal: A. Author; B. Author`).
"""

import re
from collections.abc import Iterator

from pubparse import markers
from pubparse.grammar.houses import is_press
from pubparse.grammar.names import split_name
from pubparse.readers.contract import Entry, Reader, Record
from pubparse.readers.people import called, give_role, person
from pubparse.readers.records import NOWHERE, dated
from pubparse.readers.wordings import read_notes
from pubparse.registry import collect

Piece = tuple[str, list[str]]
"""A tag, and the lines that it has."""
Tags = dict[str, list[str]]

_TYPES = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "NEWS", "ABST", "INPR"), "journal"),
    **dict.fromkeys(("CPAPER", "CONF"), "conference"), **dict.fromkeys(("CHAP", "ECHAP", "ENCYC", "DICT"), "chapter"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "WHOLE"), "book"), "THES": "thesis", "RPRT": "report", "PAT": "patent",
    "COMP": "software", "DATA": "dataset",
}  # fmt: skip
_SORTS = {"workshop paper": "workshop", "poster": "poster", "preprint": "preprint"}
_PUBLISHED = frozenset({"preprint", "thesis", "report"})
"""Types whose publisher is where they appeared: a server, a university, an institution."""
_TEXTS = {
    "title": ("TI", "T1", "CT"), "series": ("T3",), "volume": ("VL",), "issue": ("IS",), "number": ("M1",),
    "article_number": ("C7",), "edition": ("ET",), "place": ("CY", "PP"), "acronym": ("J2", "JA"),
}  # fmt: skip
_VENUES = ("T2", "JF", "JO", "BT", "JA")
_IDS = {"doi": "DO", "url": "UR", "pmcid": "C2"}

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|\s*$)")
_ARXIV = re.compile(r"arXiv:(\S+)", re.I)
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]", re.I)
_PMID = re.compile(r"[0-9]{1,8}")
_ROLE = re.compile(r"([a-z][a-z-]*): (.+)")


def _read(text: str) -> Iterator[Entry]:
    """The entries; one that has no end before the next begins is read as far as it goes."""
    begun, pieces = 0, list[Piece]()
    line = 0
    for line, written in enumerate(text.split("\n"), 1):
        found = _TAG.match(written)
        if found is None:
            if pieces:
                pieces[-1][1].append(written)
        elif found[1] in {"TY", "ER"}:
            yield from _entry(begun, line - (found[1] == "TY"), pieces)
            begun, pieces = line, [("TY", [found[2] or ""])] if found[1] == "TY" else []
        elif pieces:
            pieces.append((found[1], [found[2] or ""]))
    yield from _entry(begun, line, pieces)


def _entry(begun: int, end: int, pieces: list[Piece]) -> Iterator[Entry]:
    if not pieces:
        return
    tags: Tags = {}
    for tag, lines in pieces:
        if said := " ".join(" ".join(lines).split()):
            tags.setdefault(tag, []).append(said)
    yield Entry(begun, end, _first(tags, "ID"), _values(tags))


def _first(tags: Tags, *names: str) -> str:
    return next((tags[name][0] for name in names if name in tags), "")


def _values(tags: Tags) -> Record:
    sort = _first(tags, "M3")
    work = _SORTS.get(sort.lower()) or _TYPES.get(_first(tags, "TY"), "other")
    values: Record = {name: _first(tags, *known) for name, known in _TEXTS.items()}
    year, date = _first(tags, "PY", "Y1"), _first(tags, "DA")
    values |= {
        "authors": [_name(name) for tag in ("AU", "A1") for name in tags.get(tag, ())],
        "editors": [_name(name) for tag in ("A2", "ED") for name in tags.get(tag, ())],
        "venue": _first(tags, *_VENUES),
        "publisher": _first(tags, "PB"),
        "pages": "–".join(filter(None, (_first(tags, "SP"), _first(tags, "EP")))),
        "ids": _ids(tags),
        "links": [{"text": "pdf", "url": url, "kind": "pdf", "span": NOWHERE} for url in tags.get("L1", ())],
        **dated(date if date.startswith(year[:4]) else year),
    }
    if work in _PUBLISHED and not values["venue"] and not is_press(str(values["publisher"])):
        values["venue"], values["publisher"] = values["publisher"], ""
    _put_notes(values, tags.get("N1", []))
    return values | {"type": work, "degree": sort if work == "thesis" else ""}


def _name(text: str) -> Record:
    """`Family, Given, Suffix`, the particle before the family name; a group has nothing behind its comma."""
    family, given, suffix, *_ = (*(part.strip() for part in text.split(",", 2)), "", "")
    parts = split_name(f"{family}, {given}")
    if not given or not parts.family:
        return person(given, family, "", suffix)
    return person(parts.given or "", parts.family, parts.particle or "", suffix)


def _ids(tags: Tags) -> dict[str, str]:
    ids = {scheme: _first(tags, tag) for scheme, tag in _IDS.items()}
    for number in tags.get("SN", ()):
        ids.setdefault("issn" if _ISSN.fullmatch(number) else "isbn", number)
    for number in (*tags.get("AN", ()), *tags.get("N1", ())):
        if arxiv := _ARXIV.fullmatch(number):
            ids.setdefault("arxiv", arxiv[1])
    ids["pmid"] = next(filter(_PMID.fullmatch, tags.get("AN", ())), "")  # that of another database is longer
    return ids


def _put_notes(values: Record, notes: list[str]) -> None:
    roles = {role.slug for role in collect(markers, markers.Role)}
    left = []
    for note in notes:
        said = _ROLE.fullmatch(note)
        if said and said[1] in roles:
            give_role(called(values["authors"], said[2].split("; ")), said[1])
        elif not _ARXIV.fullmatch(note):
            left.append(note)
    values |= read_notes(left)


READER = Reader("ris", "RIS", ".ris", _read)
