"""Plain values in, YAML text out: a mapping or a list in block style, every string in double quotes.

Quotes leave nothing for a reader to guess: `no`, `1e3`, `2020-01-01` and `key: value` stay what they are in YAML 1.1
and 1.2 alike.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import StringIO
from typing import Any

Plain = str | int | None | Sequence["Plain"] | Mapping[str, "Plain"]
"""What is written; a `bool` is an `int`."""

_ENDLESS = 2**31 - 1
_ASTRAL = re.compile(r"((?<!\\)(?:\\\\)*)\\U000([0-9A-F]{5})")


def yaml_text(value: Plain) -> str:
    """Write values as YAML: one line a string, characters as they are, nothing shared and nothing tagged.

    Keys are written bare: they are words of a format, none of which (`yes`, `null`, `1`) means something to YAML.
    """
    import yaml

    written = StringIO()
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)(written, allow_unicode=True, width=_ENDLESS)
    # Events go straight to the emitter: a tree of nodes, and tags to be looked up, take ten times as long.
    dumper.emit(yaml.StreamStartEvent())
    dumper.emit(yaml.DocumentStartEvent(explicit=False))
    _put(value, dumper.emit)
    dumper.emit(yaml.DocumentEndEvent(explicit=False))
    dumper.emit(yaml.StreamEndEvent())
    text = written.getvalue()
    # libyaml escapes what is outside the first plane, whatever it is told.
    return _ASTRAL.sub(lambda found: found[1] + chr(int(found[2], 16)), text) if "\\U" in text else text


def _put(value: Plain, emit: Callable[[Any], None]) -> None:
    import yaml

    if isinstance(value, str):
        emit(yaml.ScalarEvent(None, None, (False, True), value, style='"'))
    elif isinstance(value, Mapping):
        emit(yaml.MappingStartEvent(None, None, True, flow_style=False))
        for key, inner in value.items():
            emit(_plain(key))
            _put(inner, emit)
        emit(yaml.MappingEndEvent())
    elif isinstance(value, Sequence):
        emit(yaml.SequenceStartEvent(None, None, True, flow_style=False))
        for inner in value:
            _put(inner, emit)
        emit(yaml.SequenceEndEvent())
    else:
        emit(_plain("null" if value is None else str(value).lower()))


@cache
def _plain(word: str) -> Any:
    import yaml

    return yaml.ScalarEvent(None, None, (True, False), word)
