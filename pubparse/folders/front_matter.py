"""The YAML of a front matter in, its values out, each with a map back to where it stands in the source."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pubparse.text.span import Span
from pubparse.text.visible import Visible

_NULL = "tag:yaml.org,2002:null"
_FOLD = r"[ \t]*(?:\r\n?|\n)\s*"
_LINE = re.compile(r"[ \t]*(.*?)[ \t]*(?:\r\n?|\n|\Z)")
_NEWLINE = re.compile(r"\r\n?|\n")
# What stands for another text than itself, by the quotes of a scalar.
_ATOMS = {
    "": re.compile(_FOLD),
    "'": re.compile(rf"''|{_FOLD}"),
    '"': re.compile(
        rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|(?:\r\n?|\n)[ \t]*|.)|{_FOLD}", re.DOTALL
    ),
}


class Scalar(NamedTuple):
    """A value as a reader of the YAML gets it, and where in the source each part of it stands."""

    visible: Visible

    @property
    def text(self) -> str:
        """The value."""
        return self.visible.text


Value = Scalar | list["Value | None"] | dict[str, "Value"]
"""In a list, None keeps the place of what is empty."""


def read_values(text: str, span: Span) -> dict[str, Value]:
    """Read the YAML at `span` of a text; ValueError, saying why, where it is none or no mapping."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text[span.start : span.end], loader)
        values = _Reader(text, span.start).value(root) if root else {}
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise ValueError(" ".join(str(error).split())) from error
    if not isinstance(values, dict):
        raise ValueError("not a mapping")  # noqa: TRY004 - the page is at fault, not the caller
    return values


class _Reader:
    """What turns the nodes of one front matter into values."""

    def __init__(self, text: str, shift: int) -> None:
        self.text, self.shift = text, shift
        self.seen: set[int] = set()

    def value(self, node: object) -> Value | None:
        """The value of a node; None for what is empty. Aliases are refused: a few can stand for gigabytes."""
        from yaml import MappingNode, ScalarNode, SequenceNode

        if id(node) in self.seen:
            raise ValueError("aliases are not read")
        self.seen.add(id(node))
        match node:
            case MappingNode():
                pairs = [(key.value, self.value(inner)) for key, inner in node.value if isinstance(key, ScalarNode)]
                return {key: value for key, value in pairs if value is not None}
            case SequenceNode():
                return [self.value(inner) for inner in node.value]
            case ScalarNode() if node.tag != _NULL and node.value.strip():
                return self.scalar(node)
        return None

    def scalar(self, node: object) -> Scalar:
        """A scalar with its map; where that does not give the value, its parts all stand where the whole does."""
        value: str = node.value  # type: ignore[attr-defined]
        start = self.shift + node.start_mark.index  # type: ignore[attr-defined]
        end = self.shift + node.end_mark.index  # type: ignore[attr-defined]
        style: str = node.style or ""  # type: ignore[attr-defined]
        value = value.rstrip("\r\n")
        atoms = _ATOMS.get(style)
        if atoms:
            parts = self._quoted(Span(start + len(style), end - len(style)), atoms)
        else:
            parts = self._block(start, end, "\n" if style == "|" else " ")
        visible = Visible.join(parts)
        return Scalar(visible if visible.text == value else Visible.join([(value, Span(start, end), False)]))

    def _block(self, start: int, end: int, joint: str) -> Iterator[tuple[str, Span, bool]]:
        """The lines of a block scalar (`>`, `|`), those with something on them, as deep as they all are."""
        _, *lines = _LINE.finditer(self.text, start, end)
        last = None
        for line in lines:
            if line[1]:
                if last is not None:
                    yield joint, Span(last, line.start(1)), False
                yield line[1], Span(*line.span(1)), True
                last = line.end(1)

    def _quoted(self, inner: Span, atoms: re.Pattern[str]) -> Iterator[tuple[str, Span, bool]]:
        at = inner.start
        for atom in atoms.finditer(self.text, *inner):
            yield self.text[at : atom.start()], Span(at, atom.start()), True
            yield _meaning(atom[0]), Span(*atom.span()), False
            at = atom.end()
        yield self.text[at : inner.end], Span(at, inner.end), True


def _meaning(atom: str) -> str:
    if atom == "''":
        return "'"
    if atom[0] != "\\":
        return "\n" * (len(_NEWLINE.findall(atom)) - 1) or " "
    from yaml.scanner import Scanner

    if atom[1] in Scanner.ESCAPE_CODES:
        return chr(int(f"0{atom[2:]}", 16))
    return "" if atom[1] in "\r\n" else Scanner.ESCAPE_REPLACEMENTS.get(atom[1], "")
