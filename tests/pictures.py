"""Case files: Markdown in, cases out; a case and the page as parsed in, the case as the parser would have drawn it out.

A case is a fenced block of kind ``case`` whose lines open with a gutter of two characters:

    ``> ``  a line of the page
    ``^ ``  a picture of the line above: at each code point, the letter of the field that covers it
    ``= ``  ``path: JSON``, a value of the publication that the line above belongs to, or of the page (``page.…``)
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

FENCE = re.compile(r"(`{3,})case$")
STEP = re.compile(r'\.?([A-Za-z_]\w*)|\[(\d+)\]|(\[\])|\["([^"]*)"\]')
NAME = re.compile(r"authors\[(\d+)\]\.name$")
EDITOR = re.compile(r"editors(\[\d+\](\.name)?)?$")
# Weakest first: where two fields cover the same code point, the later one is seen.
LETTERS = {
    "status": "s",
    "place": "L",
    "publisher": "B",
    "edition": "E",
    "series": "S",
    "number": "N",
    "date": "y",
    "year": "y",
    "volume": "V",
    "issue": "I",
    "pages": "P",
    "article_number": "#",
    "et_al": "+",
    "venue.name": "v",
    "title": "t",
}
ALPHABET = {*LETTERS.values(), *"aAeilwn*"}


@dataclass(frozen=True, slots=True)
class Case:
    """One page and what is right about it: ``line`` is where its block begins in the file, 1-based."""

    title: str
    line: int
    block: tuple[str, ...]

    @property
    def page(self) -> str:
        return "".join(row[2:] + "\n" for row in self.block if row.startswith(">"))


def read_cases(text: str) -> list[Case]:
    """The cases of one file; a case bears the heading above it."""
    cases: list[Case] = []
    title, fence, start = "", "", 0
    rows: list[str] = []
    for line, row in enumerate(text.split("\n"), start=1):
        if fence and row == fence:
            cases.append(Case(title, start, tuple(rows)))
            fence, rows = "", []
        elif fence:
            rows.append(row)
        elif row.startswith("## "):
            title = row[3:]
        elif opening := FENCE.match(row):
            fence, start = opening[1], line + 1
    return cases


def redraw(case: Case, page: dict[str, Any]) -> tuple[str, ...]:
    """The block of the case with the pictures and values that ``page`` (the dumped model) has."""
    pictures = draw(case.page, page["publications"])
    drawn, line = [], 0
    for row in case.block:
        if row.startswith(">"):
            line += 1
            drawn.append(row)
            if picture := pictures[line - 1]:
                drawn.append("^ " + picture)
        elif row.startswith("="):
            drawn.append(restate(row, page, line))
    return tuple(drawn)


def draw(text: str, publications: list[dict[str, Any]]) -> list[str]:
    """One picture for each line of ``text``; an empty one where no field has read anything."""
    canvas = [" "] * len(text)
    for publication in publications:
        for letter, (start, end) in strokes(publication, text):
            for place in range(start, end):
                canvas[place] = letter
    pictures, start = [], 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        picture = "".join(canvas[start : start + len(line.rstrip())])
        pictures.append((" " * indent + picture[indent:]).rstrip())
        start += len(line) + 1
    return [trim(picture, line) for picture, line in zip(pictures, text.split("\n"), strict=True)]


def trim(picture: str, line: str) -> str:
    """A stretch of one letter ends where its text does: white space at either end of it is not drawn."""
    drawn = list(picture)
    for stretch in re.finditer(r"(\S)\1*", picture):
        covered = line[stretch.start() : stretch.end()]
        start = stretch.start() + len(covered) - len(covered.lstrip())
        end = stretch.start() + len(covered.rstrip())
        for place in (*range(stretch.start(), start), *range(end, stretch.end())):
            drawn[place] = " "
    return "".join(drawn).rstrip()


def strokes(publication: dict[str, Any], text: str) -> list[tuple[str, list[int]]]:
    """Which letter goes where, the weakest first."""
    fields, authors = publication["fields"], publication["authors"]
    drawn = [("n", note["span"]) for note in publication["notes"]]
    drawn += [("l", label(link, text)) for link in publication["links"]]
    drawn += [("w", award["span"]) for award in publication["awards"]]
    for key, letter in LETTERS.items():
        if key in fields:
            drawn += [(letter, piece) for piece in pieces(fields[key])]
    for key, field in fields.items():
        if name := NAME.match(key):
            letter = "A" if authors[int(name[1])]["is_self"] else "a"
        elif EDITOR.match(key):
            letter = "e"
        elif key.startswith("ids.") and key != "ids.url":
            letter = "i"
        else:
            continue
        drawn += [(letter, piece) for piece in pieces(field)]
    return drawn + [("*", span) for author in authors for span in author["mark_spans"]]


def label(link: dict[str, Any], text: str) -> list[int]:
    """A link spans all of ``[label](target)`` or ``<a href="target">label</a>``; what is drawn is the label."""
    start, end = link["span"]
    inside = text.index(">", start, end) if text.startswith("<a", start) else start
    found = text.find(link["text"], inside, end)
    return [found, found + len(link["text"])] if found >= 0 else [start, end]


def pieces(field: dict[str, Any]) -> list[list[int]]:
    return field["pieces"] or [field["span"]]


def restate(row: str, page: dict[str, Any], line: int) -> str:
    """The assertion as it is where it holds, else with the value that was found."""
    path, wanted = row[2:].split(": ", maxsplit=1)
    above = next((p for p in page["publications"] if p["line"] <= line <= p["end_line"]), None)
    root = {**(above or {}), "page": page}
    try:
        found = look_up(root, path)
    except (KeyError, IndexError, TypeError) as error:
        return f"= {path}: nothing there ({type(error).__name__}: {error})"
    return row if found == json.loads(wanted) else f"= {path}: {json.dumps(found, ensure_ascii=False)}"


def look_up(value: Any, path: str) -> Any:
    """``authors[0].name``, ``fields["venue.name"].text``; ``authors[].name`` is the list of all names."""
    step = STEP.match(path)
    if not step:
        if path:
            raise KeyError(path)
        return value
    rest = path[step.end() :]
    key, place, each, quoted = step.groups()
    if each:
        return [look_up(item, rest) for item in value]
    return look_up(value[int(place)] if place else value[key or quoted], rest)
