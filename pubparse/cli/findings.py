"""Findings in, text for people, JSON, annotations of GitHub or SARIF out."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pubparse
from pubparse.cli.streams import printable

if TYPE_CHECKING:
    from pubparse import Finding, Page, Span

Checked = tuple[str, "Page", tuple["Finding", ...]]
"""A file as named, its page, and what was found there."""

_BOLD, _RED, _YELLOW, _PLAIN = "\033[1m", "\033[31m", "\033[33m", "\033[0m"
_AROUND = 60
"""Characters of a long line that are shown on either side of a finding."""
_WIDEST = 160
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_SARIF = {"error": "error", "warning": "warning", "info": "note"}


def as_text(checked: Sequence[Checked], *, colour: bool) -> str:
    """Give each finding where it stands, with its line and carets under it."""
    return "".join(
        line + "\n" for file, page, found in checked for one in found for line in _lines(file, page, one, colour)
    )


def _lines(file: str, page: "Page", one: "Finding", colour: bool) -> Iterator[str]:
    bold, red, yellow, plain = (_BOLD, _RED, _YELLOW, _PLAIN) if colour else ("", "", "", "")
    # Neither a name nor what stands on the page begins a line: some logs take `::error::` there for a command.
    mends = {"safe": " [--fix]", "suggested": " [--suggested]"}.get(one.safety, "")
    name = f"./{file}" if file.startswith("::") else file
    where = f"{bold}{printable(name)}:{one.line}:{one.column}:{plain}"
    yield f"{where} {red}{one.code}{plain} {printable(one.message)}{mends}"
    line, start, end = _excerpt(page, one.span)
    yield f"  | {printable(line)}"
    yield f"  | {' ' * start}{yellow}{'^' * max(1, end - start)}{plain}"


def _excerpt(page: "Page", span: "Span") -> tuple[str, int, int]:
    """The line of a finding, shortened where it is long, and the columns of the finding in that."""
    first, last = page.source.line_span(page.source.line(span.start))
    start, end = span.start, min(span.end, last)
    before, after = "", ""
    if last - first > _WIDEST:
        left, right = max(first, start - _AROUND), min(last, max(end, start) + _AROUND)
        before, after = "…" if left > first else "", "…" if right < last else ""
        first, last = left, right
    shift = first - len(before)
    return f"{before}{page.source.text[first:last]}{after}", start - shift, end - shift


def as_json(checked: Sequence[Checked], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Give a list of findings, each with its file."""
    every = [_record(file, page, one) for file, page, found in checked for one in found]
    return json.dumps(every, ensure_ascii=False, indent=1) + "\n"


def _record(file: str, page: "Page", one: "Finding") -> dict[str, Any]:
    end = page.source
    return {
        "file": file,
        **one._asdict(),
        "end_line": end.line(one.span.end),
        "end_column": end.column(one.span.end),
        "fix": None if one.fix is None else [{"span": edit.span, "new": edit.new} for edit in one.fix],
    }


def as_github(checked: Sequence[Checked], *, colour: bool) -> str:  # noqa: ARG001
    """Give a workflow command a finding, which GitHub shows beside the line."""
    return "".join(
        f"::{_GITHUB[one.severity]} file={_escaped(file, ',:')},line={one.line},col={one.column},"
        f"title={one.code} {one.name}::{_escaped(one.message)}\n"
        for file, _, found in checked
        for one in found
    )


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_sarif(checked: Sequence[Checked], *, colour: bool) -> str:  # noqa: ARG001
    """Give a SARIF 2.1.0 log, which code scanning reads; columns count code points."""
    rules = pubparse.rules()
    codes = [rule.code for rule in rules]
    driver = {
        "name": "pubparse",
        "version": pubparse.__version__,
        "informationUri": "https://pubparse.readthedocs.io/",
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.doc.partition("\n")[0]},
                "helpUri": rule_page(rule.name),
                "defaultConfiguration": {"level": _SARIF[rule.severity]},
            }
            for rule in rules
        ],
    }
    results = [_result(file, page, one, codes) for file, page, found in checked for one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def rule_page(name: str) -> str:
    """Give where the documentation tells of a rule."""
    return f"https://pubparse.readthedocs.io/rules.html#{name}"


def _result(file: str, page: "Page", one: "Finding", codes: list[str]) -> dict[str, Any]:
    uri = _address_of(file)
    result = {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _SARIF[one.severity],
        "message": {"text": one.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(page, one.span)}}],
    }
    if one.fix:
        edits = [{"deletedRegion": _region(page, edit.span), "insertedContent": {"text": edit.new}} for edit in one.fix]
        change = {"artifactLocation": {"uri": uri}, "replacements": edits}
        result["fixes"] = [{"description": {"text": one.message}, "artifactChanges": [change]}]
    return result


def _address_of(file: str) -> str:
    """A file as SARIF names it, by a URI: no name is a scheme or a query there, whatever signs are in it."""
    return Path(file).as_uri() if PurePath(file).drive else quote(file.replace("\\", "/"), errors="replace")


def _region(page: "Page", span: "Span") -> dict[str, int]:
    source = page.source
    return {
        "startLine": source.line(span.start),
        "startColumn": source.column(span.start),
        "endLine": source.line(span.end),
        "endColumn": source.column(span.end),
    }


FORMATS: dict[str, Callable[..., str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
