"""The path of a folder in, its `Page` out: one front matter a publication, all files one after the other its source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from pubparse.folders.facts import Facts, facts_of, is_draft
from pubparse.folders.files import OWNERS, profiles, publication_files
from pubparse.folders.front_matter import Scalar, read_values
from pubparse.folders.readings import Readings, read_sentences
from pubparse.folders.records import record_of
from pubparse.markdown.front_matter import find_front_matter
from pubparse.model.build import problem_record
from pubparse.model.keys import citation_keys, distinct
from pubparse.model.page import Page
from pubparse.page.told import told_by_caller
from pubparse.pipeline import parse
from pubparse.problems import Problem, UsageError
from pubparse.text.source import Source, SourceFile, read_files
from pubparse.text.span import Span

Record = dict[str, Any]
_BOM = "\ufeff"
_MAIN = "index.md"
_NOT_IN_KEY = re.compile("[^A-Za-z0-9:_-]+")


class _File(NamedTuple):
    path: PurePosixPath
    span: Span
    """Of its YAML."""
    facts: Facts


def parse_folder(
    path: str | Path,
    *,
    owner: str | None = None,
    legend: Mapping[str, str] | None = None,
    ignore_sections: Iterable[str] = (),
) -> Page:
    """Read the publications of a site that keeps each in a file of its own: academicpages, or Hugo Blox.

    The folder is that of the publications (`_publications`, `content/publications`) or of the site. The source of the
    page is the text of all files, in the order of their paths; `page.source.files` tells where each stands. `owner` is
    the name behind `me` and `admin`, which is otherwise that in the authors folder of the site; there are no headings
    for `ignore_sections`. What cannot be read is a problem, and so is a draft, which is left out. Raises
    NotADirectoryError where there is no such folder, and UsageError as `parse` does.
    """
    if not isinstance(path, str | PathLike):
        raise UsageError(f"a folder is given by its path, not {type(path).__name__}")
    told = told_by_caller(owner, legend, ignore_sections)
    found = publication_files(Path(path))
    source, problems = read_files(((file.path, file.content) for file in found), str(path))
    failures = [
        Problem("unreadable-file", Span(place.span.start, place.span.start), file.failure)
        for file, place in zip(found, source.files, strict=True)
        if file.failure
    ]
    files, amiss = _read(source)
    known = owner or _owner_of(Path(path))
    amiss += [] if known else _unnamed(files)
    readings = read_sentences([file.facts for file in files], told._replace(owner=known))
    return _page(source, files, readings, known, (*problems, *failures, *amiss), evidence="option" if owner else "")


def _read(source: Source) -> tuple[list[_File], list[Problem]]:
    files: list[_File] = []
    problems: list[Problem] = []
    for place in source.files:
        if place.span.start == place.span.end:
            continue
        read = _read_one(source, place)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            files.append(read)
    return files, problems


def _read_one(source: Source, place: SourceFile) -> _File | Problem:
    whole = place.span
    start = whole.start + source.text.startswith(_BOM, whole.start)
    found, _ = find_front_matter(source.text[start : whole.end])
    if found is None:
        return Problem("no-publication", whole, "it has no YAML front matter")
    span = Span(start + found.start, start + found.end)
    try:
        values = read_values(source.text, span)
    except ValueError as error:
        return Problem("front-matter", span, str(error))
    if is_draft(values):
        return Problem("draft", span)
    facts = facts_of(values)
    if facts is None:
        return Problem("no-publication", span, "it has no title")
    if not facts.is_of_a_work and parse(source.text[span.end : whole.end]).publications:
        return Problem("no-publication", span, "it is a page with a list of them, which is read by itself")
    return _File(PurePosixPath(place.path), span, facts)


def _owner_of(folder: Path) -> str | None:
    return next(filter(None, map(_name_in, profiles(folder))), None)


def _unnamed(files: list[_File]) -> list[Problem]:
    """Where the owner is first called so, and no name is known to put there."""
    called = (author for file in files for author in file.facts.authors if author.text in OWNERS)
    return [Problem("unknown-owner", one.visible.span(0, len(one.text)), one.text) for one in islice(called, 1)]


def _name_in(profile: bytes) -> str | None:
    text = profile.decode("utf-8", "replace").removeprefix(_BOM)
    span, _ = find_front_matter(text)
    try:
        values = read_values(text, span or Span(0, len(text)))
    except ValueError:
        return None
    for name in _names(values):
        if isinstance(name, Scalar):
            return " ".join(name.text.split())
    return None


def _names(values: Record) -> Iterator[object]:
    name = values.get("name")
    yield name.get("display") if isinstance(name, dict) else name
    yield values.get("title")


def _page(
    source: Source,
    files: list[_File],
    readings: Readings,
    owner: str | None,
    problems: tuple[Problem, ...],
    *,
    evidence: str,
) -> Page:
    records = [
        record_of(source, file.span, file.facts, (readings.facts.get(at), readings.citations.get(at)), owner or "")
        for at, file in enumerate(files)
    ]
    for record, key in zip(records, _keys(files, records, owner), strict=True):
        record["id"] = key
    return Page.model_validate(
        {
            "source": source,
            "owner": _owner(readings, owner, evidence or "front matter"),
            "publications": records,
            "problems": [problem_record(source, one) for one in sorted(problems, key=lambda problem: problem.span)],
        }
    )


def _keys(files: list[_File], records: list[Record], owner: str | None) -> list[str]:
    """A key for each record; where the owner, whose name nobody knows, comes first, it is what the site calls the work.

    So it keeps its name when the site is written again.
    """
    keys = ["" if owner or not _is_nameless(file) else _NOT_IN_KEY.sub("-", _name_of(file.path)) for file in files]
    made = zip(keys, citation_keys(records), strict=True)
    return distinct([key or usual for key, usual in made], [record["title"] for record in records])


def _is_nameless(file: _File) -> bool:
    return any(author.text in OWNERS for author in file.facts.authors[:1])


def _name_of(path: PurePosixPath) -> str:
    return path.parent.name if path.name == _MAIN else path.stem


def _owner(readings: Readings, known: str | None, evidence: str) -> Record | None:
    """Whose site it is: as told, else whom its citations set off."""
    for page in readings.pages:
        if owner := page.owner:
            return owner.model_dump() | ({"name": known, "evidence": evidence} if known else {})
    return {"name": known, "variants": (known,), "evidence": evidence} if known else None
