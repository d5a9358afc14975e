"""Works in, tables of comma- or tab-separated values out.

Spreadsheets and data frames read them. `csv` and `tsv` have a row for each work, its authors in one cell, joined by
`; `; `csv-authors` and `tsv-authors` have a row for each author and editor, in which the parts of the name, marks and
roles are told apart. `key` joins the two. All cells are in quotes, all are text, and none has a line break; what a work
lacks is an empty cell.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and may run it: an apostrophe is put
before it, and before one that begins so after apostrophes of its own, so that to take one away gives back what was
there. For programs, `--guard false` writes all as it is. Excel knows UTF-8 by the byte order mark of `--bom true`.

A table of works loses who is who among the authors, a table of authors all that is not theirs. Links are their
addresses only.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from operator import attrgetter
from typing import NamedTuple

from pydantic import Field

from pubparse.exporters.contract import Exporter, Options
from pubparse.exporters.work import Work, one_line

_WORK = {
    path.removesuffix(".name").rpartition(".")[2]: path
    for path in (
        *("type", "title", "authors", "editors", "et_al", "venue.name", "venue.acronym", "venue.track", "year", "date"),
        *("volume", "issue", "number", "series", "pages", "article_number", "publisher", "place", "edition", "status"),
        *("ids.doi", "ids.arxiv", "ids.isbn", "ids.issn", "ids.pmid", "ids.pmcid", "ids.hal", "ids.acl"),
        *("ids.openreview", "ids.url", "links", "awards", "notes"),
    )
}
"""Columns of a table of works, and what of the record stands in them."""

_PERSON = (
    *("name", "given", "family", "particle", "suffix", "literal", "is_self", "marks", "roles", "equal_group"),
    *("url", "orcid"),
)
_WORK_COLUMNS = {"key": "key", **_WORK, "file": "file"}
_PEOPLE_COLUMNS = {"key": "key", "list": "list", "position": "position", **{name: f"{{}}.{name}" for name in _PERSON}}
"""What stands in each column of a table, `{}` being the person a row is about."""

_JOINED = {"authors": "name", "editors": "name", "links": "url", "awards": "text", "notes": "text"}
_WORK_BEGINS, _PEOPLE_BEGINS = (
    re.compile("[,\t]".join(f'"{head}"' for head in columns)) for columns in (_WORK_COLUMNS, _PEOPLE_COLUMNS)
)
_FORMULA = re.compile(r"^'*[=+@\-＝＋－＠]", re.M)
_said_of = attrgetter(*_PERSON)

Rows = Iterator[tuple[str, list[str]]]
"""Whom a row is about, `authors[2]`, or nobody, and its cells."""


class _Kind(NamedTuple):
    columns: Mapping[str, str]
    begins: re.Pattern[str]
    rows: Callable[[Work], Rows]


class TableOptions(Options):
    """Whom a table is for: people with a spreadsheet, or programs."""

    guard: bool = Field(True, description="Put an apostrophe before what a spreadsheet would take for a formula.")
    bom: bool = Field(False, description="Begin with a byte order mark, by which Excel knows UTF-8.")


def _rows_of_works(work: Work) -> Rows:
    cells = {path: _joined(work, path) if path in _JOINED else work.text(path) for path in _WORK.values()}
    cells["et_al"] = cells["et_al"].lower()
    yield "", [work.key, *cells.values(), one_line(work.file or "")]


def _joined(work: Work, path: str) -> str:
    name = _JOINED[path]
    inner = f".{name}" if name == "name" else ""
    work.take(path + inner)
    texts = [one_line(getattr(one, name)) for one in getattr(work.publication, path)]
    for at, text in enumerate(texts):
        if ";" in text:
            work.lose(f"{path}[{at}]{inner}", "it has a semicolon, as stands between two")
    return "; ".join(texts)


def _rows_of_people(work: Work) -> Rows:
    for group in ("authors", "editors"):
        people = work.people(group)
        work.take(*(f"{group}.{name}" for name in _PERSON))
        for at, person in enumerate(people):
            yield f"{group}[{at}]", [work.key, group, str(at + 1), *map(_cell, _said_of(person))]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return one_line(" ".join(value))
    return str(value).lower() if isinstance(value, bool) else one_line(str(value))


def _table(name: str, label: str, kind: _Kind) -> Exporter:
    tab = "," if name.startswith("csv") else "\t"

    def write(works: Sequence[Work], options: TableOptions) -> str:
        written = StringIO()
        table = csv.writer(written, delimiter=tab, quoting=csv.QUOTE_ALL, lineterminator="\n")
        table.writerow(kind.columns)
        for work in works:
            for person, cells in kind.rows(work):
                is_harmless = not options.guard or not _FORMULA.search("\n".join(cells))
                paths = (path.format(person) for path in kind.columns.values())
                table.writerow(cells if is_harmless else map(partial(_guarded, work), paths, cells))
        return ("\ufeff" if options.bom else "") + written.getvalue()

    return Exporter(name, label, f".{name[:3]}", write, TableOptions, kind.begins)


def _guarded(work: Work, path: str, text: str) -> str:
    if not _FORMULA.match(text):
        return text
    inner = _JOINED.get(path)
    first = path if inner is None else f"{path}[0].name" if inner == "name" else f"{path}[0]"
    work.lose(first, "it begins like a formula: an apostrophe stands before it")
    return f"'{text}"


_WORKS = _Kind(_WORK_COLUMNS, _WORK_BEGINS, _rows_of_works)
_PEOPLE = _Kind(_PEOPLE_COLUMNS, _PEOPLE_BEGINS, _rows_of_people)

CSV = _table("csv", "CSV, a row a work", _WORKS)
TSV = _table("tsv", "TSV, a row a work", _WORKS)
CSV_AUTHORS = _table("csv-authors", "CSV, a row an author", _PEOPLE)
TSV_AUTHORS = _table("tsv-authors", "TSV, a row an author", _PEOPLE)
