"""A page as one stream: a `Source` in, its `Markup` in reading order out, whether it was written as Markdown or HTML."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from pubparse.markdown.align import Place, place_cells, place_heading, place_lines
from pubparse.markdown.html import read_html
from pubparse.markdown.markup import ATOM, BREAK, CLOSE, NO_ATTRIBUTES, OPEN, TEXT, Markup
from pubparse.markdown.positions import parse
from pubparse.markdown.templates import mask_templates, unmask_url
from pubparse.text.source import Source
from pubparse.text.span import Span

_GROUPS: Final = frozenset({"thead", "tbody"})
_CELLS: Final = frozenset({"th", "td"})


class Token(Protocol):
    """What is read of a token of the Markdown parser."""

    type: str
    tag: str
    nesting: int
    map: list[int] | None
    attrs: dict[str, str | int | float]
    content: str
    markup: str
    info: str
    children: "Sequence[Token] | None"


def read_markup(source: Source, start: int = 0) -> list[Markup]:
    """Read `source` from the line that begins at `start`."""
    stream = _Stream(source, start)
    stream.read()
    return stream.out


class _Stream:
    """The stream being written."""

    def __init__(self, source: Source, start: int) -> None:
        self.out: list[Markup] = []
        self.source = source
        self.start = start
        self.first_line = source.line(start)
        # What the parser sees has the length and the lines of the source, so that all places are the same.
        self.text, self.mask = mask_templates(source.text.replace("\0", "\ufffd"))
        self.cells: list[Place] = []  # of the row being read, those to come

    def read(self) -> None:
        tokens: Sequence[Token] = parse(self.text[self.start :])
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._content(token, tokens[index - 1])
            elif token.type == "html_block":
                self._html_block(token)
            elif token.tag == "code":
                self._code_block(token)
            elif token.nesting >= 0 and token.tag not in _GROUPS:
                self._open(token, tokens, index)
            if token.nesting < 0 and token.tag not in _GROUPS:
                self.out.append(Markup(CLOSE, 0, 0, token.tag))

    def _open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        tag = token.tag
        attributes = NO_ATTRIBUTES
        if tag in _CELLS:
            start, end = self.cells[0].span(0, len(tokens[index + 1].content))
        else:
            start, end = self._span(token)
        if tag == "tr":
            self.cells = self._row(token, tokens, index)
        elif tag == "li":
            attributes = {"marker": token.info + token.markup}
        self.out.append(Markup(OPEN, start, end, tag, attributes))

    def _row(self, row: Token, tokens: Sequence[Token], index: int) -> list[Place]:
        contents = []
        for position in range(index + 2, len(tokens), 3):  # td_open, inline, td_close, td_open …
            if tokens[position].type != "inline":
                break
            contents.append(tokens[position].content)
        return place_cells(contents, self._lines(row)[0], self.text)

    def _lines(self, token: Token) -> list[Span]:
        first, end = token.map or (0, 0)
        return [self.source.line_span(self.first_line + line) for line in range(first, end)]

    def _span(self, token: Token) -> Span:
        first, end = token.map or (0, 0)
        start = self.source.line_span(self.first_line + first)
        last = start if end - first < 2 else self.source.line_span(self.first_line + end - 1)
        return Span(start.start, last.end)

    def _content(self, token: Token, opening: Token) -> None:
        if opening.tag in _CELLS:
            place = self.cells.pop(0)
        elif not token.children:
            return
        elif opening.markup.startswith("#"):
            place = place_heading(token.content, self._lines(token)[0], self.text)
        else:
            place = place_lines(token.content, self._lines(token), self.text)
        self._inline(token.children or (), token.content, place, 0)

    def _inline(self, tokens: Sequence[Token], content: str, place: Place, base: int) -> None:
        """Write inline tokens whose places count from `base` in `content`."""
        for token in tokens:
            first, end = token.map or (0, 0)
            first, end = first + base, end + base
            kind = token.type
            if kind == "text":
                self._text(token.content, content, place, first, end)
            elif kind == "code_inline":
                self._code_span(token, content, place, first, end)
            elif kind == "image":
                self._image(token, content, place, first, end)
            elif kind == "html_inline":
                self._raw(content, place, first, end)
            elif kind == "softbreak":
                self.out.append(Markup(BREAK, place.at(first), place.at(end)))
            elif kind == "hardbreak":
                self.out.append(Markup(BREAK, place.at(first), place.at(end), "br"))
            elif kind == "text_special":
                self.out.append(Markup(ATOM, *place.span(first, end), token.content))
            elif kind == "link_open":
                self.out.append(Markup(OPEN, *place.span(first, end), "a", self._link(token.attrs)))
            else:
                self.out.append(Markup(OPEN if token.nesting > 0 else CLOSE, *place.span(first, end), token.tag))

    def _text(self, shown: str, content: str, place: Place, start: int, end: int) -> None:
        if not content.startswith(shown, start) or len(shown) != end - start:
            self.out.append(Markup(ATOM, *place.span(start, end), shown))  # an autolink, decoded
        elif self.mask and self.mask in shown:
            at = start
            for piece in shown.split(self.mask):
                self._verbatim(content, place, at, at + len(piece))
                at += len(piece) + 1
        else:
            self._verbatim(content, place, start, end)

    def _verbatim(self, content: str, place: Place, start: int, end: int) -> None:
        for first, last in place.stretches(start, end):
            at, after = place.span(first, last)
            if content[first] == "|" and self.text[at] == "\\":
                self.out.append(Markup(ATOM, at, at + 2, "|"))
            elif content[last - 1] == "\n":  # in code only
                self.out.append(Markup(TEXT, at, after - 1))
                self.out.append(Markup(BREAK, after - 1, place.at(last)))
            else:
                self.out.append(Markup(TEXT, at, after))

    def _code_span(self, token: Token, content: str, place: Place, start: int, end: int) -> None:
        first, last = start + len(token.markup), end - len(token.markup)
        padding = (last - first - len(token.content)) // 2
        self.out.append(Markup(OPEN, *place.span(start, first), "code"))
        self._verbatim(content, place, first + padding, last - padding)
        self.out.append(Markup(CLOSE, *place.span(last, end), "code"))

    def _image(self, token: Token, content: str, place: Place, start: int, end: int) -> None:
        at, after = place.span(start, end)
        self.out.append(Markup(OPEN, at, after, "img", self._link(token.attrs)))
        self._inline(token.children or (), content, place, start + len("!["))
        self.out.append(Markup(CLOSE, at, after, "img"))

    def _link(self, attributes: Mapping[str, object]) -> dict[str, str]:
        return {name: unmask_url(str(value), self.mask) for name, value in attributes.items()}

    def _html_block(self, token: Token) -> None:
        content = token.content.rstrip("\n")
        self._raw(content, place_lines(content, self._lines(token), self.text), 0, len(content))

    def _raw(self, content: str, place: Place, start: int, end: int) -> None:
        for piece in read_html(content, start, end):
            if piece.kind == TEXT:
                self._text(content[piece.start : piece.end], content, place, piece.start, piece.end)
                continue
            at, after = place.span(piece.start, piece.end)
            attributes = self._link(piece.attributes) if self.mask and piece.attributes else piece.attributes
            self.out.append(piece._replace(start=at, end=after, attributes=attributes))

    def _code_block(self, token: Token) -> None:
        span = self._span(token)
        lines = self._lines(token)[1 if token.type == "fence" else 0 :]
        self.out.append(Markup(OPEN, span.start, span.end, "pre"))
        end = span.start
        for index, (shown, line) in enumerate(zip(token.content.split("\n")[:-1], lines, strict=False)):
            if not self.text.endswith(shown, line.start, line.end):
                shown = shown.lstrip(" ")  # of a tab, only some columns are indentation of the code
            if index:
                self.out.append(Markup(BREAK, end, line.end - len(shown), "br"))
            if shown:
                self.out.append(Markup(TEXT, line.end - len(shown), line.end))
            end = line.end
        self.out.append(Markup(CLOSE, 0, 0, "pre"))
