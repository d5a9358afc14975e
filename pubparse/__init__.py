"""A Markdown publication list in, validated records out, each value with the span of source it came from.

Names are loaded when first asked for, so that `import pubparse` and `pubparse --version` cost next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pubparse.batches.pages import batch, batch_schema
    from pubparse.bibliography.duplicates import Duplicate, duplicates
    from pubparse.bibliography.likeness import Likeness
    from pubparse.bibliography.listed import Listed
    from pubparse.bibliography.merging import Joined, Merged, merge
    from pubparse.bibliography.selection import select
    from pubparse.counting.groups import Coauthor, Group
    from pubparse.counting.statistics import Statistics, Year, statistics
    from pubparse.explanation import explain
    from pubparse.exporters.contract import Export, Exporter
    from pubparse.exporters.export import export, formats
    from pubparse.exporters.work import Loss
    from pubparse.folders.parse import parse_folder
    from pubparse.lint.contract import Finding, Rule
    from pubparse.lint.fix import Mended, mend
    from pubparse.lint.run import check, rules
    from pubparse.model import (
        Author,
        Award,
        FieldOrigin,
        Ids,
        LegendEntry,
        Link,
        Note,
        Owner,
        Page,
        Problem,
        Publication,
        SourceInfo,
        Venue,
    )
    from pubparse.model.schema import json_schema
    from pubparse.pipeline import parse, parse_file
    from pubparse.problems import PubparseError, UsageError
    from pubparse.readers.read import Bibliography, is_bibliography, read_bibliography
    from pubparse.reporting.cards import Card, cards
    from pubparse.reporting.report import report
    from pubparse.rewrite.adding import Added, add
    from pubparse.rewrite.editing import EditError, PageEdit
    from pubparse.rewrite.restyling import Dropped, Kept, Restyled, restyle
    from pubparse.text.edit import diff, difference
    from pubparse.text.source import Source
    from pubparse.text.span import Span

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Author",
    "Award",
    "Bibliography",
    "Card",
    "Coauthor",
    "Dropped",
    "Duplicate",
    "EditError",
    "Export",
    "Exporter",
    "FieldOrigin",
    "Finding",
    "Group",
    "Ids",
    "Joined",
    "Kept",
    "LegendEntry",
    "Likeness",
    "Link",
    "Listed",
    "Loss",
    "Mended",
    "Merged",
    "Note",
    "Owner",
    "Page",
    "PageEdit",
    "Problem",
    "Publication",
    "PubparseError",
    "Restyled",
    "Rule",
    "Source",
    "SourceInfo",
    "Span",
    "Statistics",
    "UsageError",
    "Venue",
    "Year",
    "__version__",
    "add",
    "batch",
    "batch_schema",
    "cards",
    "check",
    "diff",
    "difference",
    "duplicates",
    "explain",
    "export",
    "formats",
    "is_bibliography",
    "json_schema",
    "mend",
    "merge",
    "parse",
    "parse_file",
    "parse_folder",
    "read_bibliography",
    "report",
    "restyle",
    "rules",
    "select",
    "statistics",
]

_ELSEWHERE = {
    "Added": "pubparse.rewrite.adding",
    "Bibliography": "pubparse.readers.read",
    "Card": "pubparse.reporting.cards",
    "Coauthor": "pubparse.counting.groups",
    "Dropped": "pubparse.rewrite.restyling",
    "Duplicate": "pubparse.bibliography.duplicates",
    "EditError": "pubparse.rewrite.editing",
    "Export": "pubparse.exporters.contract",
    "Exporter": "pubparse.exporters.contract",
    "Finding": "pubparse.lint.contract",
    "Group": "pubparse.counting.groups",
    "Joined": "pubparse.bibliography.merging",
    "Kept": "pubparse.rewrite.restyling",
    "Likeness": "pubparse.bibliography.likeness",
    "Listed": "pubparse.bibliography.listed",
    "Loss": "pubparse.exporters.work",
    "Mended": "pubparse.lint.fix",
    "Merged": "pubparse.bibliography.merging",
    "PageEdit": "pubparse.rewrite.editing",
    "PubparseError": "pubparse.problems",
    "Restyled": "pubparse.rewrite.restyling",
    "Rule": "pubparse.lint.contract",
    "Source": "pubparse.text.source",
    "Span": "pubparse.text.span",
    "Statistics": "pubparse.counting.statistics",
    "UsageError": "pubparse.problems",
    "Year": "pubparse.counting.statistics",
    "add": "pubparse.rewrite.adding",
    "batch": "pubparse.batches.pages",
    "batch_schema": "pubparse.batches.pages",
    "cards": "pubparse.reporting.cards",
    "check": "pubparse.lint.run",
    "diff": "pubparse.text.edit",
    "difference": "pubparse.text.edit",
    "duplicates": "pubparse.bibliography.duplicates",
    "explain": "pubparse.explanation",
    "export": "pubparse.exporters.export",
    "formats": "pubparse.exporters.export",
    "is_bibliography": "pubparse.readers.read",
    "json_schema": "pubparse.model.schema",
    "mend": "pubparse.lint.fix",
    "merge": "pubparse.bibliography.merging",
    "parse": "pubparse.pipeline",
    "parse_file": "pubparse.pipeline",
    "parse_folder": "pubparse.folders.parse",
    "read_bibliography": "pubparse.readers.read",
    "report": "pubparse.reporting.report",
    "restyle": "pubparse.rewrite.restyling",
    "rules": "pubparse.lint.run",
    "select": "pubparse.bibliography.selection",
    "statistics": "pubparse.counting.statistics",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_ELSEWHERE.get(name, "pubparse.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
