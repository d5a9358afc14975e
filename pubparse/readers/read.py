"""The text of a bibliography in, its publications out as a page, and what of it could not be read."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

import pubparse.readers
from pubparse.model.build import problem_record
from pubparse.model.keys import citation_keys, distinct
from pubparse.model.page import Page
from pubparse.problems import Problem, UsageError
from pubparse.readers.contract import Entry, Flaw, Reader, Record
from pubparse.readers.records import record_of
from pubparse.registry import collect
from pubparse.text.source import Source, read_source
from pubparse.text.span import Span

_NEWLINE = re.compile(r"\r\n?")
_KEY = re.compile(r"[!-z|~]+")
"""What a citation key may be made of: ASCII without blanks and braces."""


class Bibliography(Page):
    """A bibliography as a page: whatever takes a page takes it, but for what reads or changes Markdown.

    A record says what its entry says, with `span`, `raw` and lines of the whole entry; single values have no place of
    their own: their spans are `(0, 0)`. Who owns the page is not known, but for what an annotation tells.
    """


def read_bibliography(text: str | bytes, *, format: str | None = None, path: str | None = None) -> Bibliography:  # noqa: A002
    """Read what a reference manager keeps: `bibtex` (BibLaTeX as well), `csl-json` or `ris`.

    Without `format` the suffix of `path` tells it; nothing is read from there. Any text gives a bibliography: an entry
    that cannot be read is a problem, and the others are read. Raises UsageError for a format that is none, or that is
    not told.
    """
    reader = _named(format) if format is not None else _for(path)
    source, problems = read_source(text, path)
    found = list(reader.read(_NEWLINE.sub("\n", source.text)))
    if not found and source.text.strip():
        found = [Flaw(1, "unreadable-entry", f"there is no {reader.label} in it")]
    entries = [one for one in found if isinstance(one, Entry) and one.says_something]
    flaws = [_problem(source, one) for one in found if not (isinstance(one, Entry) and one.says_something)]
    told = sorted([*problems, *flaws], key=lambda problem: problem.span)
    return Bibliography.model_validate(
        {
            "source": source,
            "publications": _records(entries, source),
            "problems": [problem_record(source, problem) for problem in told],
        }
    )


@cache
def readers() -> tuple[Reader, ...]:
    """Every format that can be read, by name."""
    return tuple(sorted(collect(pubparse.readers, Reader), key=lambda reader: reader.name))


def is_bibliography(path: str) -> bool:
    """Tell a bibliography from a page by how its name ends."""
    return PurePath(path).suffix.lower() in {reader.suffix for reader in readers()}


def _named(name: str) -> Reader:
    for reader in readers():
        if reader.name == name:
            return reader
    raise UsageError(f"there is no format {name!r}: it is one of {', '.join(one.name for one in readers())}")


def _for(path: str | None) -> Reader:
    for reader in readers():
        if path is not None and PurePath(path).suffix.lower() == reader.suffix:
            return reader
    known = ", ".join(f"{one.suffix} ({one.name})" for one in readers())
    raise UsageError(f"the format of the bibliography is not told: a path ends with {known}")


def _problem(source: Source, one: Entry | Flaw) -> Problem:
    flaw = Flaw(one.line, "unreadable-entry", "it says nothing of a publication") if isinstance(one, Entry) else one
    return Problem(flaw.code, source.line_span(flaw.line), flaw.detail)


def _records(entries: Iterable[Entry], source: Source) -> list[Record]:
    records = [record_of(entry) for entry in entries]
    for record, key in zip(records, _keys(records), strict=True):
        span = Span(source.line_span(record["line"]).start, source.line_span(record["end_line"]).end)
        record |= {"id": key, "span": span, "raw": source.text[span.start : span.end]}
    return records


def _keys(records: list[Record]) -> list[str]:
    """The keys of the bibliography; one that is no citation key, or is there twice, is made as for a page."""
    given = [record["id"] if _KEY.fullmatch(record["id"]) else "" for record in records]
    made = citation_keys(records)
    return distinct([key or other for key, other in zip(given, made, strict=True)], [one["title"] for one in records])
