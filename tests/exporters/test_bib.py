"""The dialects of BibTeX: read back by bibtexparser, pybtex, biber and pandoc as the records have it."""

import html
import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

import bibtexparser
import pytest
from bibtexparser import BibtexFormat
from bibtexparser.middlewares import AddEnclosingMiddleware, RemoveEnclosingMiddleware
from exporters.bib import VERBATIM, Read, bibtex_complaints, by_biber, by_bibtexparser, by_pybtex, names
from exporters.csl import pandoc, untypographic
from exporters.works import fixture_pages, hostile_publications

import pubparse
from pubparse import Publication
from pubparse.bibliography.listed import Listable
from pubparse.exporters.bib_fields import PATHS
from pubparse.exporters.work import Work, one_line

DIALECTS = ["bibtex", "biblatex", "orcid", "al-folio"]
FIELDS = {
    "title": "title", "volume": "volume", "issue": "number", "number": "number howpublished", "series": "series",
    "pages": "pages", "article_number": "eid pages", "edition": "edition", "publisher": "publisher",
    "place": "address location", "year": "year date", "ids.isbn": "isbn", "ids.issn": "issn", "ids.doi": "doi",
    "ids.arxiv": "eprint arxiv journal", "ids.pmid": "eprint pmid", "ids.pmcid": "eprint", "ids.acl": "eprint",
    "ids.openreview": "eprint", "ids.url": "url html", "venue.acronym": "abbr",
    "venue.name": "journal journaltitle booktitle school institution howpublished organization holder",
}  # fmt: skip
"""Where a value of the record may be read."""
MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True))


RANGE = re.compile(r"[\w.:]+(?:\s*[-–]+\s*[\w.:]+)?")
CSL_VENUES = ("container-title", "publisher", "authority")
CSL_NAMES = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")


CSL_FIELDS = {
    "title": "title", "volume": "volume", "issue": "issue number collection-number", "series": "collection-title",
    "pages": "page", "edition": "edition", "publisher": "publisher", "place": "publisher-place jurisdiction",
    "venue.name": "container-title publisher authority", "ids.doi": "DOI", "ids.url": "URL", "ids.isbn": "ISBN",
}  # fmt: skip
"""Where pandoc puts a value of the record."""


def words(text: str | None) -> str:
    return untypographic(one_line(unicodedata.normalize("NFC", text or "")).replace("`", "'"))


def csl_name(name: dict[str, str]) -> str:
    return words(" ".join(name[part] for part in CSL_NAMES if part in name)).replace("' ", "'").replace(". ", ".")


@cache
def exported(dialect: str, given: Callable[[], Listable]) -> pubparse.Export:
    return pubparse.export(given(), dialect)


def value(work: Publication, path: str) -> str:
    said: object = work
    for part in path.split("."):
        said = getattr(said, part, None)
    return "" if said is None else one_line(str(said))


def like(path: str, text: str) -> str:
    """What a value is compared by: dashes of pages and encoded addresses are the same in other words."""
    text = unicodedata.normalize("NFC", text)
    match path:
        case "pages":
            return re.sub(r"\s*[-‐‑–—]+\s*", "-", text)
        case "ids.url":
            return unicodedata.normalize("NFC", unquote(text))
        case "year":
            return text[:4]
        case "ids.arxiv":
            return text.removeprefix("arXiv preprint arXiv:")
    return text


def assert_told(read: Read, work: Work, lost: set[str]) -> None:
    """What is no loss stands in a field, as the record has it."""
    for path, fields in FIELDS.items():
        wanted = value(work.publication, path)
        if wanted and path not in lost and not (path == "venue.acronym" and "abbr" not in read.fields):
            found = {like(path, read.fields[field]) for field in fields.split() if field in read.fields}
            assert like(path, wanted) in found or (path == "venue.name" and "arXiv" in str(found)), (work.key, path)
    wanted_names = names(work.publication.authors, et_al=work.publication.et_al)
    if work.publication.date and "date" not in lost and "month" in read.fields:
        assert MONTHS[read.fields["month"][:3].lower()] == int(work.publication.date[5:7])
    assert [" ".join(" ".join(one).split()) for one in read.authors] == [
        " ".join(unicodedata.normalize("NFC", " ".join(one)).split()) for one in wanted_names
    ]
    for (given, _, suffix), wanted_name in zip(read.authors, wanted_names, strict=True):
        assert (given, suffix) == tuple(unicodedata.normalize("NFC", part) for part in wanted_name[::2])


def losses(written: pubparse.Export) -> dict[str, set[str]]:
    """What is not written, by key; a brace or a volume that some program does not read is."""
    found: dict[str, set[str]] = {work.key: set() for work in written.works}
    for loss in written.losses:
        if "partner" not in loss.why and "BibTeX prints it" not in loss.why:
            found[loss.key].add(loss.path)
    return found


def missing(written: pubparse.Export) -> dict[str, set[str]]:
    """What is told to be missing, by key."""
    found: dict[str, set[str]] = {work.key: set() for work in written.works}
    for loss in written.losses:
        if loss.why.startswith("missing"):
            found[loss.key].add(loss.path)
    return found


def lone_brace(work: Work) -> bool:
    """Whether it is told that not every program reads a brace of this work."""
    return any("partner" in loss.why for loss in work.losses())


def as_written(read: Read, dialect: str) -> Read:
    """Take off what al-folio wants: signs on names, character references."""
    if dialect != "al-folio":
        return read
    fields = {name: text if name in VERBATIM else html.unescape(text) for name, text in read.fields.items()}
    authors = [(given, re.sub(r"(?<=.)[*∗†‡§¶‖]+$", "", family), suffix) for given, family, suffix in read.authors]
    unescaped = [(html.unescape(given), html.unescape(family), suffix) for given, family, suffix in authors]
    return read._replace(fields=fields, authors=unescaped)


READERS = {"bibtexparser": by_bibtexparser, "pybtex": by_pybtex, "biber": lambda text: by_biber(text).entries}
CASES = [
    pytest.param(dialect, reader, given, id=f"{dialect}-{reader}-{given.__name__}")
    for dialect in DIALECTS
    for reader in READERS
    for given in (fixture_pages, hostile_publications)
    if reader != "biber" or dialect in {"bibtex", "biblatex"}
]


@pytest.mark.parametrize(("dialect", "reader", "given"), CASES)
def test_records_come_back(dialect: str, reader: str, given: Callable[[], Listable]) -> None:
    written = exported(dialect, given)
    entries = READERS[reader](written.text)
    lost = losses(written)
    assert [entry.key for entry in entries] == [work.key for work in written.works]
    for entry, work in zip(entries, written.works, strict=True):
        if reader == "biber" and (lone_brace(work) or any("--" in one.name for one in work.publication.authors)):
            continue  # it takes the empty groups out of names, and what they keep apart runs together
        if reader == "biber" and "volume" not in entry.fields:
            lost[work.key].add("volume")  # one that is no number does not pass its validation
        if reader == "biber" and not RANGE.fullmatch(work.publication.pages or ""):
            lost[work.key].add("pages")  # it makes ranges of whatever is there
        assert_told(as_written(entry, dialect), work, lost[work.key])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_every_work_tells_is_never_lost(dialect: str) -> None:
    """Authors, titles, years and identifiers have a place in every type; venues in every type but that of books.

    An article of BibTeX has no editors; every type of biblatex has.
    """
    written = exported(dialect, fixture_pages)
    books = {work.key for work in written.works if work.publication.type == "book"}
    for loss in written.losses:
        told = loss.path in {"title", "year", "ids.doi", "ids.arxiv", "ids.url"}
        told |= loss.path.endswith("].name") and (dialect == "biblatex" or loss.path.startswith("authors"))
        assert not (told and loss.text), loss
        assert loss.path != "venue.name" or not loss.text or loss.key in books, loss


@pytest.mark.parametrize("dialect", DIALECTS)
def test_read_and_written_again_it_is_the_same(dialect: str) -> None:
    text = pubparse.export([*fixture_pages(), *hostile_publications()], dialect).text
    layout = BibtexFormat()
    layout.indent, layout.trailing_comma, layout.block_separator = "  ", True, "\n"
    untouched = bibtexparser.parse_string(text, parse_stack=[])
    assert bibtexparser.write_string(untouched, unparse_stack=[], bibtex_format=layout) == text
    opened = bibtexparser.parse_string(text, parse_stack=[RemoveEnclosingMiddleware()])
    closing = AddEnclosingMiddleware(
        reuse_previous_enclosing=True, enclose_integers=True, default_enclosing="{", allow_inplace_modification=True
    )
    assert bibtexparser.write_string(opened, unparse_stack=[closing], bibtex_format=layout) == text


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_biber_finds_nothing_amiss(dialect: str) -> None:
    """But for what is told of the work: what its record lacks, and a volume that is no number."""
    written = exported(dialect, fixture_pages)
    told = {(loss.key, loss.path) for loss in written.losses if loss.why.startswith(("missing", "no number"))}
    for complaint in by_biber(written.text).complaints:
        found = re.fullmatch(r"WARN - Datamodel: Entry '(.*?)' \(.*?\): (.*)", complaint)
        assert found, complaint
        field = re.match(r"(?:Missing mandatory field (?:- one of )?|Invalid value of field )'(\w+)", found[2])
        assert field, complaint
        assert (found[1], PATHS[field[1]]) in told, complaint


def test_bibtex_finds_nothing_amiss() -> None:
    """But for what the record lacks, which is told; of a volume and a number its styles want one, and a series."""
    written = exported("bibtex", fixture_pages)
    told = missing(written)
    for complaint in bibtex_complaints(written.text):
        found = re.fullmatch(
            r"(?:empty (\w+)(?: and editor)?|.*volume and number.*|.*but no (?:volume|series)) in (.*)", complaint
        )
        assert found, complaint
        assert not found[1] or PATHS[found[1]] in told[found[2]], complaint


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_pandoc_makes_of_it_what_csl_json_says(dialect: str) -> None:
    """Names whole, since pandoc has particles of its own; TeX draws quotation marks curved."""
    ours = json.loads(pubparse.export(fixture_pages(), "csl-json").text)
    theirs = pandoc(exported(dialect, fixture_pages).text, dialect)
    lost = losses(exported(dialect, fixture_pages))
    for our, their, work in zip(ours, theirs, exported(dialect, fixture_pages).works, strict=True):
        assert our["id"] == their["id"] == work.key
        said = [csl_name(name) for name in their.get("author", [])]
        wanted = [csl_name(name) for name in our.get("author", [])]
        assert [one for one in said if one != "others"] == wanted
        assert words(their.get("title")) == words(our.get("title"))
        dates = [str(one.get("issued", {}).get("date-parts")) for one in (our, their)]
        assert dates[1] == dates[0] or (dialect == "bibtex" and dates[0].startswith(dates[1].removesuffix("]]") + ", "))
        is_holder = dialect == "biblatex" and work.publication.type == "patent"  # of whom pandoc takes no notice
        if work.publication.venue and "venue.name" not in lost[work.key] and not is_holder:
            venue = next(our[variable] for variable in CSL_VENUES if variable in our)
            assert words(venue) in {words(their.get(variable)) for variable in CSL_VENUES}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_pandoc_reads_harm(dialect: str) -> None:
    """Field by field, but for what is told to be lost; it recases what no braces protect, as ORCID wants it."""
    written = exported(dialect, hostile_publications)
    lost = losses(written)
    read = pandoc(written.text.removeprefix("---\n---\n"), "biblatex" if dialect == "biblatex" else "bibtex")
    assert len(read) == len(written.works)
    for one, work in zip(read, written.works, strict=True):
        if lone_brace(work):
            continue
        shown = html.unescape if dialect == "al-folio" else str
        for path, variables in CSL_FIELDS.items():
            wanted = words(like(path, value(work.publication, path)))
            found = [words(like(path, shown(str(one[name])))) for name in variables.split() if name in one]
            if dialect == "orcid":
                wanted, found = wanted.casefold(), [text.casefold() for text in found]
            elsewhere = dialect == "al-folio" and path in {"ids.url", "place"}  # in `html` and `location`
            elsewhere |= dialect == "biblatex" and (work.publication.type, path) == ("patent", "venue.name")  # `holder`
            assert not wanted or elsewhere or path in lost[work.key] or wanted in found, (work.key, path)
        assert one.get("issued", {}).get("date-parts", [[None]])[0][0] == work.publication.year
        wanted_names = names(work.publication.authors, et_al=work.publication.et_al)
        read_names = [words(shown(csl_name(name))).replace(" ", "") for name in one.get("author", [])]
        signs = "*†‡§¶‖" if dialect == "al-folio" else ""
        assert [name.rstrip(signs) for name in read_names] == [
            words("".join(name)).replace(" ", "").rstrip(signs) for name in wanted_names
        ]
