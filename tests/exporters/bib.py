"""The programs that read .bib files, and what an entry says in them."""

import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import bibtexparser
import pybtex.database
from bibtexparser.library import Library
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts
from exporters.programs import program
from pylatexenc.latex2text import LatexNodes2Text

from pubparse import Author
from pubparse.exporters.work import one_line

_TO_TEXT = LatexNodes2Text(math_mode="text")
_BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
VERBATIM = {"doi", "eprint", "url", "arxiv", "pmid", "isbn", "issn", "html", "pdf"}

Name = tuple[str, str, str]
"""Given names, particle and family name, suffix; what is whole is a family name."""


class Read(NamedTuple):
    """An entry as a program reads it, its texts decoded."""

    key: str
    type: str
    fields: dict[str, str]
    authors: list[Name]


def plain(value: str) -> str:
    """LaTeX as text; pylatexenc does not know how LaTeX calls a brace, and what is a circumflex."""
    value = value.replace("\\textbraceleft{}", "\\{").replace("\\textbraceright{}", "\\}")
    text = str(_TO_TEXT.latex_to_text(value)) if re.search(r"[\\{}~$%-]", value) else value
    return unicodedata.normalize("NFC", text.replace("ˆ", "^"))


def _words(*texts: str) -> str:
    return " ".join(plain(" ".join(filter(None, texts))).split())


def parts(person: Author) -> Name:
    """What a program should read of a name."""
    said = (person.given or "", person.family or "")
    if not all(said) or any("," in part or part == '"' or not _is_paired(part) for part in said):
        return "", one_line(person.literal or person.name), ""
    family = one_line(f"{person.particle or ''} {person.family}")
    return one_line(person.given), family, one_line(person.suffix or "")


def _is_paired(text: str) -> bool:
    depths = [0, *accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in text)]
    return min(depths) == 0 == depths[-1]


def names(people: Sequence[Author], *, et_al: bool) -> list[Name]:
    """The names that can be read, and `others`."""
    said = [(given, family, suffix) for given, family, suffix in map(parts, people) if given + family]
    return [*said, ("", "others", "")] if et_al and said else said


def by_bibtexparser(text: str) -> list[Read]:
    library = parsed(text)
    split = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    return [
        Read(
            entry.key,
            entry.entry_type,
            dict(_decoded({name: str(field.value) for name, field in entry.fields_dict.items()})),
            list(_named(other.get("author"))),
        )
        for entry, other in zip(library.entries, split.entries, strict=True)
    ]


def parsed(text: str) -> Library:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return library


def _decoded(fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        yield name, value if name in VERBATIM else _words(value)


def _named(field: bibtexparser.model.Field | None) -> Iterator[Name]:
    people: list[NameParts] = field.value if field else []
    for person in people:
        yield _words(*person.first), _words(*person.von, *person.last), _words(*person.jr)


def by_pybtex(text: str) -> list[Read]:
    return [
        Read(
            key,
            entry.type,
            dict(_decoded({name.lower(): value for name, value in entry.fields.items()})),
            [
                (
                    _words(*one.first_names, *one.middle_names),
                    _words(*one.prelast_names, *one.last_names),
                    _words(*one.lineage_names),
                )
                for one in entry.persons.get("author", [])
            ],
        )
        for key, entry in pybtex.database.parse_string(text, "bibtex").entries.items()
    ]


class Checked(NamedTuple):
    """What biber says of a file, and reads in it."""

    complaints: list[str]
    entries: list[Read]
    annotations: dict[str, dict[tuple[str, int], list[str]]]
    """By key: what is said of an item under a name of an annotation."""


@cache
def by_biber(text: str) -> Checked:
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.bib"), Path(folder, "made.xml")
        given.write_text(text, "utf-8")
        options = ["--tool", "--validate-datamodel", "--output-format=biblatexml", "--nolog", "-O", str(made)]
        run = subprocess.run([program("biber"), *options, str(given)], capture_output=True, text=True, check=False)
        complaints = [line for line in run.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
        root = ET.parse(made).getroot()  # noqa: S314 (biber wrote it)
    entries = list(root)
    return Checked(complaints, list(map(_of_biber, entries)), {one.attrib["id"]: _annotations(one) for one in entries})


def bibtex_complaints(text: str) -> list[str]:
    """What BibTeX warns of when it lists everything in a style that keeps the order."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "given.bib").write_text(text, "utf-8")
        Path(folder, "list.aux").write_text("\\citation{*}\n\\bibstyle{unsrt}\n\\bibdata{given}\n", "utf-8")
        run = subprocess.run([program("bibtex"), "list"], cwd=folder, capture_output=True, text=True, check=False)
    said = run.stdout.splitlines()
    assert not any("error" in line for line in said), said
    return [line.removeprefix("Warning--") for line in said if line.startswith("Warning--")]


def _of_biber(entry: ET.Element) -> Read:
    fields = {child.tag.removeprefix(_BLTX): _biber_words(child) for child in entry if not child.tag.endswith("names")}
    fields |= {name: "".join(child.itertext()) for name in VERBATIM for child in entry.findall(f"{_BLTX}{name}")}
    if "pages" in fields and (ends := entry.findall(f"{_BLTX}pages//{_BLTX}end")):
        fields["pages"] = "-".join(map(_biber_words, [*entry.findall(f"{_BLTX}pages//{_BLTX}start"), *ends]))
    if (whose := entry.find(f"{_BLTX}names[@type='holder']")) is not None:
        fields["holder"] = _biber_words(whose)
    authors = []
    for people in entry.findall(f"{_BLTX}names[@type='author']"):
        for one in people:
            # A part that begins with neither letter nor figure has no type: the family comes first.
            untyped = iter(("family", "given"))
            said = {part.get("type") or next(untyped): _biber_words(part) for part in one}
            family = " ".join(said[part] for part in ("prefix", "family") if part in said)
            authors.append((said.get("given", ""), family, said.get("suffix", "")))
        authors += [("", "others", "")] * (people.get("morenames") == "1")
    return Read(entry.attrib["id"], entry.attrib["entrytype"], fields, authors)


def _biber_words(element: ET.Element) -> str:
    return _words(*(text.strip() for text in element.itertext()))


def _annotations(entry: ET.Element) -> dict[tuple[str, int], list[str]]:
    return {
        (one.attrib["name"], int(one.attrib["item"])): (one.text or "").split(",")
        for one in entry.findall(f"{_BLTX}annotation[@field='author']")
    }
