"""The shape of an entry or of a part of it in, with its values the pieces of it out.

`{name}` stands for a value; a stretch in ⟨ ⟩ is left out where one of its values is missing.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tools.training.pieces import Piece, Pieces, bare, text_of

_TOKEN = re.compile(r"\{(\w+)\}|(⟨)|(⟩)|([^{⟨⟩]+)")
_VALUE = re.compile(r"\{(\w+)\}")
_GROUP = re.compile("⟨[^⟩]*⟩")
_STOPS = (".", "?", "!", "。", "…")


class Node(NamedTuple):
    """A literal or a value, or else a group with its parts."""

    text: str
    parts: tuple["Node", ...] = ()


def expand(template: str, values: Mapping[str, Pieces]) -> Pieces | None:
    """Fill the template with its values; None where one is missing that stands in no group."""
    return _expand(_parse(template), values)


def asks_for(template: str) -> frozenset[str]:
    """Give the names of a template's values."""
    return frozenset(_VALUE.findall(template))


def without(template: str, name: str) -> str:
    """Leave a value out that stands in no group, with the signs that lead to it, or away from it if it is the first."""
    if f"{{{name}}}" not in _GROUP.sub("", template):
        return template
    head, _, tail = template.partition(f"{{{name}}}")
    if not head.strip(" ([`*"):
        return tail.lstrip(" .,:;-—|)]/`*")
    start = head.rindex("}") + 1 if "}" in head else 0
    opened = "(" in head[start:] or "[" in head[start:]
    return head[:start] + (tail[1:] if opened and tail[:1] in (")", "]") else tail)


def tidy(pieces: Pieces) -> Pieces:
    """Leave out a full stop that follows another sign of a sentence's end, as in "Jr.." and "et al.."."""
    out: Pieces = []
    for piece in pieces:
        closed = text_of(out)[-3:].rstrip("*_").endswith(_STOPS)
        again = closed and not piece.field and piece.text.startswith(".") and not piece.text.startswith("..")
        kept = Piece(piece.text[1:]) if again else piece
        if kept.text:
            out.append(kept)
    return out


def _expand(nodes: tuple[Node, ...], values: Mapping[str, Pieces]) -> Pieces | None:
    out: Pieces = []
    for node in nodes:
        if node.parts:
            out += _expand(node.parts, values) or []
        elif node.text.startswith("{"):
            value = values.get(node.text[1:-1])
            if not value:
                return None
            out += value
        else:
            out += bare(node.text)
    return out


@cache
def _parse(template: str) -> tuple[Node, ...]:
    stack: list[list[Node]] = [[]]
    for match in _TOKEN.finditer(template):
        if match[2]:
            stack.append([])
        elif match[3]:
            group = tuple(stack.pop())
            stack[-1].append(Node("", group))
        else:
            stack[-1].append(Node(match[0]))
    return tuple(stack[0])
