"""Pandoc's inlines in, Markdown as pandoc writes it out, with the place of every character that a reader sees."""

import re
from typing import Any, NamedTuple

Inline = dict[str, Any]
_ESCAPED = frozenset("[]*<>`\\")
_MARKUP = {
    "Emph": ("*", "*"),
    "Strong": ("**", "**"),
    "Underline": ("<u>", "</u>"),
    "Superscript": ("<sup>", "</sup>"),
    "Subscript": ("<sub>", "</sub>"),
    "Strikeout": ("~~", "~~"),
}
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_LISTED = re.compile(r"(\d+)[.)]\s")
_NUMBER = re.compile(r"(\d+)\.?\s*")


class Line(NamedTuple):
    """An entry as Markdown; `seen` are its visible characters and `places` where each stands in `text`."""

    text: str
    seen: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Say where a stretch of what is seen stands in the text."""
        return self.places[start], self.places[end - 1] + 1


def write_entry(inlines: list[Inline]) -> Line:
    """Write a list item: numbered where its number has nothing but a full stop, with a bullet otherwise."""
    writer = _Writer()
    first = inlines[0] if inlines else {}
    number = _NUMBER.fullmatch(_plain(first)) if "csl-left-margin" in _classes(first) else None
    if number:
        writer.put(f"{number[1]}. ", seen=False)
        inlines = inlines[1:]
    else:
        writer.put("- ", seen=False)
    writer.write(inlines)
    return writer.line()


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.seen: list[str] = []
        self.places: list[int] = []

    def put(self, text: str, seen: bool = True) -> None:
        if seen:
            self.seen.append(text)
            self.places += range(self.size, self.size + len(text))
        self.parts.append(text)
        self.size += len(text)

    def write(self, inlines: list[Inline]) -> None:
        for inline in inlines:
            self.inline(inline["t"], inline.get("c"))

    def inline(self, kind: str, content: Any) -> None:
        if kind == "Str":
            self.string(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            self.put(" ")
        elif kind in _MARKUP:
            self.wrapped(_MARKUP[kind], content)
        elif kind == "Quoted":
            before, after = _QUOTES[content[0]["t"]]
            self.put(before)
            self.write(content[1])
            self.put(after)
        elif kind == "Link":
            self.link(content[1], content[2][0])
        elif kind in ("Code", "Math", "RawInline"):
            self.string(content[1])
        elif kind in ("Span", "Cite"):
            self.write(content[1])
        elif kind == "SmallCaps":
            self.write(content)

    def wrapped(self, markup: tuple[str, str], content: list[Inline]) -> None:
        self.put(markup[0], seen=False)
        self.write(content)
        self.put(markup[1], seen=False)

    def link(self, content: list[Inline], url: str) -> None:
        if "".join(map(_plain, content)) == url:
            self.put("<", seen=False)
            self.put(url)
            self.put(">", seen=False)
            return
        self.put("[", seen=False)
        self.write(content)
        self.put(f"]({url})", seen=False)

    def string(self, text: str) -> None:
        for glyph in text:
            if glyph in _ESCAPED:
                self.put("\\", seen=False)
            self.put(glyph)

    def line(self) -> Line:
        if self.parts[0] == "- " and (number := _LISTED.match("".join(self.seen))):  # else a list within the list
            place = self.places[number.end(1)]
            text = "".join(self.parts)
            later = (where + (where >= place) for where in self.places)
            return Line(f"{text[:place]}\\{text[place:]}", "".join(self.seen), tuple(later))
        return Line("".join(self.parts).rstrip(), "".join(self.seen), tuple(self.places))


def _plain(inline: Inline) -> str:
    kind, content = inline.get("t"), inline.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Span", "Quoted", "Link") and content:
        return "".join(map(_plain, content[1]))
    if isinstance(content, list) and content and isinstance(content[0], dict):
        return "".join(map(_plain, content))
    return ""


def _classes(inline: Inline) -> list[str]:
    return inline["c"][0][1] if inline.get("t") == "Span" else []
