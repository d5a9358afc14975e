"""A page in reading order: a `Source` in, told piece by piece to a `Sink`, whether written as Markdown or as HTML."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from pubparse.markdown.align import Place, place_cells, place_heading, place_lines
from pubparse.markdown.inline import InlineReader
from pubparse.markdown.markup import CLOSE, NO_ATTRIBUTES, OPEN, Markup, Sink
from pubparse.markdown.positions import parse
from pubparse.markdown.templates import mask_templates
from pubparse.markdown.tokens import Token
from pubparse.text.source import Source
from pubparse.text.span import Span

_GROUPS: Final = frozenset({"thead", "tbody"})
_CELLS: Final = frozenset({"th", "td"})
_HOLDERS: Final = frozenset({"ul", "ol", "li", "blockquote"})
_TAG_FIRST: Final = re.compile(r"\s*</?[A-Za-z]")


def read_page(source: Source, start: int, sink: Sink) -> None:
    """Tell `sink` what `source` shows from the line on that begins at `start`."""
    _Reader(source, start, sink).read()


@cache
def _closing(tag: str) -> Markup:
    """Make the end of a block of Markdown; where that is, the blocks in it know."""
    return Markup(CLOSE, 0, 0, tag)


def _is_indented_html(token: Token) -> bool:
    """Tell whether tags come first in it: after HTML it goes on with that, and is code to CommonMark only."""
    return token.type == "code_block" and bool(_TAG_FIRST.match(token.content))


class _Reader:
    """A page being read, and what is known of the block that comes next."""

    def __init__(self, source: Source, start: int, sink: Sink) -> None:
        self.sink = sink
        self.source = source
        self.start = start
        self.first_line = source.line(start)
        # What the parser sees has the length and the lines of the source, so that all places are the same.
        self.text, mask = mask_templates(source.text.replace("\0", "\ufffd"))
        self.inline = InlineReader(self.text, mask, sink)
        self.lines = [Span(0, 0)]  # of the block
        self.cells: list[Place] = []  # of the row, those to come
        self.after_html = False  # whether the block before is of HTML

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
                continue
            self.after_html = False

    def _open(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        tag = token.tag
        if tag in _CELLS:
            start, end = self.cells[0].span(0, len(tokens[index + 1].content))
            self.sink.open(Markup(OPEN, start, end, tag))
            return
        first, end = token.map or (0, 0)
        # Where a list or quote ends is where the last block in it does, and not after the blank lines that follow.
        self._find_lines(first, first + 1 if tag in _HOLDERS else end)
        if tag == "tr":
            self.cells = self._row(tokens, index)
        start = self.lines[0].start
        attributes = NO_ATTRIBUTES
        if tag == "li":
            marker = token.info + token.markup
            attributes = {"marker": marker, "at": str(self.text.find(marker, start))}
        self.sink.open(Markup(OPEN, start, self.lines[-1].end, tag, attributes))

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

    def _whole(self, token: Token) -> None:
        """Read a block that has no inline tokens."""
        self._find_lines(*(token.map or (0, 0)))
        self.after_html = token.type == "html_block" or (self.after_html and _is_indented_html(token))
        if self.after_html:
            content = token.content.rstrip("\n")
            self.inline.read_raw(content, place_lines(content, self.lines, self.text), 0, len(content))
            self.sink.close(_closing("html-block"))
            return
        tag = "hr" if token.type == "hr" else "pre"
        self.sink.open(Markup(OPEN, self.lines[0].start, self.lines[-1].end, tag))
        if tag == "pre":
            self._code_block(token)
        self.sink.close(_closing(tag))

    def _code_block(self, token: Token) -> None:
        end = 0
        for code, line in zip(token.content.split("\n")[:-1], self.lines[token.type == "fence" :], strict=False):
            # Of a tab, only some columns may be indentation of the code.
            shown = code if self.text.endswith(code, line.start, line.end) else code.lstrip(" ")
            if end:
                self.sink.line_break(end, line.end - len(shown), hard=True)
            if shown:
                self.sink.text(line.end - len(shown), line.end)
            end = line.end

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
        self.inline.read(token.children or (), token.content, place)
