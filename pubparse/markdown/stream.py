"""A page in reading order: a `Source` in, told piece by piece to a `Sink`, whether written as Markdown or as HTML."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from pubparse.markdown.align import Place, place_cells, place_heading, place_lines
from pubparse.markdown.html import read_html
from pubparse.markdown.markup import ATOM, BREAK, CLOSE, COMMENT, NO_ATTRIBUTES, OPEN, TEXT, Markup, Sink
from pubparse.markdown.positions import Token, parse
from pubparse.markdown.templates import mask_templates, unmask_url
from pubparse.text.source import Source
from pubparse.text.span import Span

_GROUPS: Final = frozenset({"thead", "tbody"})
_CELLS: Final = frozenset({"th", "td"})
_LISTS: Final = frozenset({"ul", "ol", "li", "blockquote"})


def read_page(source: Source, start: int, sink: Sink) -> None:
    """Tell `sink` what `source` shows from the line on that begins at `start`."""
    _Reader(source, start, sink).read()


@cache
def _closing(tag: str) -> Markup:
    """Make the end of a block of Markdown; where it is, the blocks in it know."""
    return Markup(CLOSE, 0, 0, tag)


class _Reader:
    """A page being read, and what the token before the next one left to know."""

    def __init__(self, source: Source, start: int, sink: Sink) -> None:
        self.sink = sink
        self.source = source
        self.start = start
        self.first_line = source.line(start)
        # What the parser sees has the length and the lines of the source, so that all places are the same.
        self.text, self.mask = mask_templates(source.text.replace("\0", "\ufffd"))
        self.lines: list[Span] = []  # of the block being read
        self.cells: list[Place] = []  # of the row being read, those to come

    def read(self) -> None:
        tokens = parse(self.text[self.start :])
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._content(token, tokens[index - 1])
            elif token.tag in _GROUPS:
                continue
            elif token.nesting > 0:
                self._open(token, tokens, index)
            elif token.nesting < 0:
                self.sink.close(_closing(token.tag))
            else:
                self._whole(token)

    def _open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        tag = token.tag
        if tag in _CELLS:
            start, end = self.cells[0].span(0, len(tokens[index + 1].content))
            self.sink.open(Markup(OPEN, start, end, tag))
            return
        first, last = token.map or (0, 0)
        # Where a list or item ends is where the last block in it does, and not after the blank lines that follow.
        self._find_lines(first, first + 1 if tag in _LISTS else last)
        if tag == "tr":
            self.cells = self._row(tokens, index)
        attributes = {"marker": token.info + token.markup} if tag == "li" else NO_ATTRIBUTES
        self.sink.open(Markup(OPEN, self.lines[0].start, self.lines[-1].end, tag, attributes))

    def _find_lines(self, first: int, end: int) -> None:
        line_span = self.source.line_span
        self.lines = [line_span(line) for line in range(self.first_line + first, self.first_line + end)]

    def _row(self, tokens: Sequence[Token], index: int) -> list[Place]:
        contents = []
        for position in range(index + 2, len(tokens), 3):  # td_open, inline, td_close, td_open …
            if tokens[position].type != "inline":
                break
            contents.append(tokens[position].content)
        return place_cells(contents, self.lines[0], self.text)

    def _content(self, token: Token, opening: Token) -> None:
        if opening.tag in _CELLS:
            place = self.cells.pop(0)
        elif not token.children:
            return
        elif opening.markup.startswith("#"):
            place = place_heading(token.content, self.lines[0], self.text)
        else:
            first, end = token.map or (0, 0)
            place = place_lines(token.content, self.lines[: end - first], self.text)
        self._inline(token.children or (), token.content, place, 0)

    def _inline(self, tokens: Sequence[Token], content: str, place: Place, base: int) -> None:
        """Read inline tokens, the places of which count from `base` in `content`."""
        sink = self.sink
        in_one_piece = len(place.source) == 1 and not (self.mask and self.mask in content)
        shift = place.source[0] + base
        for token in tokens:
            first, end = token.map or (0, 0)
            kind = token.type
            if kind == "text" and (in_one_piece or not token.content):
                if token.content:  # not one of the two `*` that have become one tag
                    sink.text(first + shift, end + shift)
                continue
            first, end = first + base, end + base
            start, after = place.span(first, end)
            if kind == "text":
                self._text(content, place, first, end)
            elif kind == "text_special":
                sink.atom(token.content, start, after)
            elif kind == "softbreak" or kind == "hardbreak":
                sink.line_break(start, place.at(end), hard=kind == "hardbreak")
            elif kind == "html_inline":
                self._raw(content, place, first, end)
            elif token.nesting < 0:
                sink.close(Markup(CLOSE, start, after, token.tag))
            elif token.nesting > 0:
                sink.open(Markup(OPEN, start, after, token.tag, self._link(token.attrs) if token.attrs else NO_ATTRIBUTES))
            elif kind == "code_inline":
                self._code_span(token, content, place, first, end)
            elif kind == "image":
                sink.open(Markup(OPEN, start, after, "img", self._link(token.attrs)))
                self._inline(token.children or (), content, place, first + len("!["))
                sink.close(Markup(CLOSE, start, after, "img"))
            elif token.content == content[first:end]:  # an autolink
                sink.text(start, after)
            else:
                sink.atom(token.content, start, after)

    def _text(self, content: str, place: Place, start: int, end: int) -> None:
        """Read text that may stand in several pieces, or with templates in between."""
        if not self.mask:
            self._pieces(content, place, start, end)
            return
        for piece in content[start:end].split(self.mask):
            self._pieces(content, place, start, start + len(piece))
            start += len(piece) + 1

    def _pieces(self, content: str, place: Place, start: int, end: int) -> None:
        for first, last in place.stretches(start, end):
            at, after = place.span(first, last)
            if content[first] == "|" and self.text[at] == "\\":
                self.sink.atom("|", at, at + 2)
            elif content[last - 1] == "\n":  # in code and attributes only
                self.sink.text(at, after - 1)
                self.sink.line_break(after - 1, place.at(last), hard=False)
            else:
                self.sink.text(at, after)

    def _code_span(self, token: Token, content: str, place: Place, start: int, end: int) -> None:
        first, last = start + len(token.markup), end - len(token.markup)
        padding = (last - first - len(token.content)) // 2
        self.sink.open(Markup(OPEN, *place.span(start, first), "code"))
        self._pieces(content, place, first + padding, last - padding)
        self.sink.close(Markup(CLOSE, *place.span(last, end), "code"))

    def _link(self, attributes: Mapping[str, object]) -> dict[str, str]:
        return {name: unmask_url(str(value), self.mask) for name, value in attributes.items()}

    def _whole(self, token: Token) -> None:
        """Read a block without inline tokens."""
        self._find_lines(*(token.map or (0, 0)))
        tag = token.tag or "html-block"
        if tag == "code":
            tag = "pre"
        self.sink.open(Markup(OPEN, self.lines[0].start, self.lines[-1].end, tag))
        if tag == "pre":
            self._code_block(token)
        elif tag != "hr":
            content = token.content.rstrip("\n")
            self._raw(content, place_lines(content, self.lines, self.text), 0, len(content))
        self.sink.close(_closing(tag))

    def _code_block(self, token: Token) -> None:
        end = 0
        for shown, line in zip(token.content.split("\n")[:-1], self.lines[token.type == "fence" :], strict=False):
            if not self.text.endswith(shown, line.start, line.end):
                shown = shown.lstrip(" ")  # of a tab, only some columns are indentation of the code
            if end:
                self.sink.line_break(end, line.end - len(shown), hard=True)
            if shown:
                self.sink.text(line.end - len(shown), line.end)
            end = line.end

    def _raw(self, content: str, place: Place, start: int, end: int) -> None:
        sink = self.sink
        for piece in read_html(content, start, end):
            kind = piece.kind
            if kind == TEXT:
                self._text(content, place, piece.start, piece.end)
                continue
            at, after = place.span(piece.start, piece.end)
            if kind == ATOM:
                sink.atom(piece.name, at, after)
            elif kind == BREAK:
                sink.line_break(at, place.at(piece.end), hard=False)
            elif kind == COMMENT:
                sink.comment(at, after, closed=piece.name != "unclosed")
            else:
                attributes = self._link(piece.attributes) if self.mask else piece.attributes
                tag = piece._replace(start=at, end=after, attributes=attributes)
                (sink.open if kind == OPEN else sink.close)(tag)
