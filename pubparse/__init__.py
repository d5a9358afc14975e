"""A Markdown publication list in, validated records out, each value with the span of source it came from.

Names are loaded when first asked for, so that `import pubparse` and `pubparse --version` cost next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pubparse.explanation import explain
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
    from pubparse.text.source import Source
    from pubparse.text.span import Span

__version__ = "0.1.0"

__all__ = [
    "Author",
    "Award",
    "FieldOrigin",
    "Ids",
    "LegendEntry",
    "Link",
    "Note",
    "Owner",
    "Page",
    "Problem",
    "Publication",
    "PubparseError",
    "Source",
    "SourceInfo",
    "Span",
    "UsageError",
    "Venue",
    "__version__",
    "explain",
    "json_schema",
    "parse",
    "parse_file",
]

_ELSEWHERE = {
    "PubparseError": "pubparse.problems",
    "Source": "pubparse.text.source",
    "Span": "pubparse.text.span",
    "UsageError": "pubparse.problems",
    "explain": "pubparse.explanation",
    "json_schema": "pubparse.model.schema",
    "parse": "pubparse.pipeline",
    "parse_file": "pubparse.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_ELSEWHERE.get(name, "pubparse.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
