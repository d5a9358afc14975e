"""The content of a block and its place in, the pieces of it, told to a `Sink` in reading order, out."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from pubparse.markdown.align import Place
from pubparse.markdown.badges import find_badge
from pubparse.markdown.html import read_html
from pubparse.markdown.markup import ATOM, BREAK, CLOSE, COMMENT, NO_ATTRIBUTES, OPEN, TEXT, Markup, Sink
from pubparse.markdown.templates import unmask_url
from pubparse.markdown.tokens import Token


class _Line(NamedTuple):
    """What inline tokens belong to: the content of a block, its place, and where in it their places count from."""

    content: str
    place: Place
    base: int

    def bounds(self, token: Token) -> tuple[int, int]:
        """Return where `token` is in the content."""
        start, end = token.map or (0, 0)
        return start + self.base, end + self.base

    def span(self, token: Token) -> tuple[int, int]:
        """Return where `token` is in the source."""
        start, end = token.map or (0, 0)
        return self.place.span(start + self.base, end + self.base)


class InlineReader:
    """Reads the inside of one block after the other."""

    def __init__(self, text: str, mask: str, sink: Sink) -> None:
        """Begin to tell `sink` what `text` shows but for what is masked in it."""
        self.text = text
        self.mask = mask
        self.sink = sink

    def read(self, tokens: Sequence[Token], content: str, place: Place) -> None:
        """Read the inline tokens of a block."""
        self._read(tokens, _Line(content, place, 0))

    def read_raw(self, content: str, place: Place, start: int, end: int) -> None:
        """Read `content[start:end]`, which is HTML."""
        sink = self.sink
        for piece in read_html(content, start, end):
            kind = piece.kind
            if kind == TEXT:
                self._shown(content, place, piece.start, piece.end)
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

    def _read(self, tokens: Sequence[Token], line: _Line) -> None:
        in_one_piece = len(line.place.source) == 1 and not (self.mask and self.mask in line.content)
        shift = line.place.source[0] + line.base
        for token in tokens:
            if in_one_piece and token.type == "text" and token.map:
                if token.content:
                    self.sink.text(token.map[0] + shift, token.map[1] + shift)
            else:
                self._readers.get(token.type, InlineReader._element)(self, token, line)

    def _element(self, token: Token, line: _Line) -> None:
        start, end = line.span(token)
        if token.nesting < 0:
            self.sink.close(Markup(CLOSE, start, end, token.tag))
        else:
            attributes = self._link(token.attrs) if token.attrs else NO_ATTRIBUTES
            self.sink.open(Markup(OPEN, start, end, token.tag, attributes))

    def _text(self, token: Token, line: _Line) -> None:
        if not token.content:  # one of two `*` that have become one tag
            return
        start, end = line.bounds(token)
        at, after = line.place.span(start, end)
        if self.mask or after - at != end - start or token.content[0] == "|":
            self._shown(line.content, line.place, start, end)
        else:
            self.sink.text(at, after)

    def _special(self, token: Token, line: _Line) -> None:
        """Show an entity, an autolink, or what follows a backslash, which may escape nothing."""
        start, end = line.bounds(token)
        if token.content == line.content[start:end]:
            self.sink.text(*line.span(token))
        else:
            self.sink.atom(token.content, *line.span(token))

    def _line_break(self, token: Token, line: _Line) -> None:
        start, end = line.bounds(token)
        # The end is where the next line has its first character, behind the `>` or the like.
        self.sink.line_break(line.place.at(start), line.place.at(end), hard=token.type == "hardbreak")

    def _code(self, token: Token, line: _Line) -> None:
        start, end = line.bounds(token)
        first, last = start + len(token.markup), end - len(token.markup)
        padding = (last - first - len(token.content)) // 2
        self.sink.open(Markup(OPEN, *line.place.span(start, first), "code"))
        self._pieces(line.content, line.place, first + padding, last - padding)
        self.sink.close(Markup(CLOSE, *line.place.span(last, end), "code"))

    def _image(self, token: Token, line: _Line) -> None:
        if badge := find_badge(line.content, *line.bounds(token)):
            word, dash, year = (line.place.span(*part) for part in badge)
            start, end = line.span(token)
            self.sink.line_break(start, word[0], hard=True)
            self.sink.text(*word)
            self.sink.atom(" ", *dash)
            self.sink.text(*year)
            self.sink.line_break(year[1], end, hard=True)
            return
        self.sink.open(Markup(OPEN, *line.span(token), "img", self._link(token.attrs)))
        self._read(token.children or (), line._replace(base=line.bounds(token)[0] + len("![")))
        self.sink.close(Markup(CLOSE, *line.span(token), "img"))

    def _html(self, token: Token, line: _Line) -> None:
        self.read_raw(line.content, line.place, *line.bounds(token))

    def _link(self, attributes: Mapping[str, object]) -> dict[str, str]:
        return {name: unmask_url(str(value), self.mask) for name, value in attributes.items()}

    def _shown(self, content: str, place: Place, start: int, end: int) -> None:
        """Show text, but no templates in it."""
        if not self.mask:
            self._pieces(content, place, start, end)
            return
        for piece in content[start:end].split(self.mask):
            self._pieces(content, place, start, start + len(piece))
            start += len(piece) + 1

    def _pieces(self, content: str, place: Place, start: int, end: int) -> None:
        """Show text that may stand in the source in several pieces."""
        for first, last in place.stretches(start, end):
            at, after = place.span(first, last)
            if content[first] == "|" and self.text[at - 1] == "\\" and place.begins_at(first):
                self.sink.atom("|", at - 1, at + 1)  # in a table's cell
                at += 1
            if content[last - 1] == "\n":  # in code and attributes only
                self.sink.text(at, after - 1)
                self.sink.line_break(after - 1, place.at(last), hard=False)
            elif at < after:
                self.sink.text(at, after)

    _readers: ClassVar[Mapping[str, Callable[["InlineReader", Token, _Line], None]]] = {
        "text": _text,
        "text_special": _special,
        "autolink": _special,
        "softbreak": _line_break,
        "hardbreak": _line_break,
        "code_inline": _code,
        "image": _image,
        "html_inline": _html,
    }
