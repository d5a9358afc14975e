"""Plain values in, YAML text out: a mapping or a list in block style, every string in double quotes.

Quotes leave nothing for a reader to guess: `no`, `1e3`, `2020-01-01` and `key: value` stay what they are in YAML 1.1
and 1.2 alike.
"""

import json
import re
from collections.abc import Mapping, Sequence

Plain = str | int | None | Sequence["Plain"] | Mapping[str, "Plain"]
"""What is written; a `bool` is an `int`."""

_json = json.JSONEncoder(ensure_ascii=False).encode
# What stands for itself in JSON, and ends a line of YAML or is nothing in it.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def yaml_text(value: Plain) -> str:
    """Write values as YAML: one line a string, characters as they are, nothing shared and nothing tagged.

    Keys are written bare: they are words of a format, none of which (`yes`, `null`, `1`) means something to YAML.
    """
    return _written(value, "\n").lstrip() + "\n"


def _written(value: Plain, margin: str) -> str:
    """What stands behind `key:`, a scalar on the same line, all else on lines that begin with the margin."""
    if isinstance(value, str):
        return f" {_quoted(value)}"
    if value and isinstance(value, Mapping):
        deeper = f"{margin}  "
        pairs = [(key, inner, deeper if isinstance(inner, Mapping) else margin) for key, inner in value.items()]
        return "".join([f"{margin}{key}:{_written(inner, inside)}" for key, inner, inside in pairs])
    if value and isinstance(value, Sequence):
        deeper = f"{margin}  "
        return "".join([f"{margin}- {_written(inner, deeper).lstrip()}" for inner in value])
    return f" {_json(value)}"


def _quoted(text: str) -> str:
    """A string of JSON is one of YAML, but for a few characters."""
    quoted = _json(text)
    return quoted if quoted.isprintable() else _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04X}", quoted)
