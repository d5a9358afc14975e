"""Markdown with its places kept: a text in, its block tokens out, their inline tokens with exact offsets.

The only file that knows markdown-it-py. That parser keeps no columns; here its inline state notes them, in `Token.map`
of the inline tokens: where collecting a text begins, and what each rule has moved over. The time this takes is won back
by lean tokens, and by asking no rules that cannot apply. Nothing global is changed, or kept from one text to the next.
"""

import re
from collections.abc import Callable
from typing import Any, Final, cast

from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Delimiter

from pubparse.markdown.html import find_unquoted_link
from pubparse.markdown.kramdown import before_markdown, read_heading, read_opening
from pubparse.markdown.signs import read_signs
from pubparse.markdown.tokens import Token

MAX_BLOCK_NESTING: Final = 60
"""Quotes, lists and items inside each other (an item in its list is two); what is deeper is read as plain text."""
MAX_INLINE_NESTING: Final = 20
"""Brackets inside each other, as in the CommonMark preset of markdown-it; what is deeper is no link."""

_Rules = tuple[Callable[..., bool], ...]


def parse(page: str) -> list[Token]:
    """Parse `page` as CommonMark with tables and strikethrough.

    `Token.map` of a block token is its range of lines, from 0; that of an inline token its range of characters in the
    content of the `inline` token it belongs to (of the image's label, in an image). `link_open` and `link_close` have
    the range of the whole link. Adjacent texts are not joined, and of a `**` that opens or closes, one `*` has become
    an empty text. The text of an autolink has the type "autolink".
    """
    return cast("list[Token]", _PARSER.parse(page))


class _InlineState(rules_inline.StateInline):
    """An inline state that knows where the text it is collecting began."""

    tokens: Any  # a list of `Token`
    collected_from = -1  # while there is text that no token has taken yet

    def append_pending(self, text: str) -> None:
        if self.collected_from < 0:
            self.collected_from = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Any:  # noqa: N802
        token = Token("text", "", 0)
        token.content = self.pending
        # The end is not `self.pos`: links and line breaks have moved on by now.
        token.map = [self.collected_from, self.collected_from + len(token.content)]
        self.collected_from = -1
        self.pending = ""
        self.tokens.append(token)
        return token

    def push(self, ttype: str, tag: str, nesting: int) -> Any:
        if self._pending_buffer or self._pending:
            self.pushPending()
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        elif nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            self.tokens_meta.append({"delimiters": self.delimiters})
        token = Token(ttype, tag, nesting)
        self.tokens.append(token)
        return token

    def note(self, first: int, start: int) -> None:
        """Note the places of tokens that a rule has made, from the one at `first` on, moving on from `start`."""
        new = self.tokens[first:]
        if new[-1].tag == "br":  # the blanks before it belong to it
            if len(new) > 1:
                start = new[0].map[1]
            elif self.collected_from >= 0:
                start = self.collected_from
                self.collected_from = -1
        for token in (token for token in new if not token.map):
            if token.type != "text":
                token.map = [start, self.pos]
            elif self.src[start] == "<":
                token.type = "autolink"
                token.map = [start + 1, self.pos - 1]
            else:  # delimiters, one token each
                token.map = [start, start + len(token.content)]
                start += len(token.content)


def _emphasis(state: Any, silent: bool) -> bool:
    """Do what the rule of this name does, in half the time."""
    if silent:
        return False
    start, tokens, marker = state.pos, state.tokens, state.src[state.pos]
    can_open, can_close, length = state.scanDelims(start, marker == "*")
    if state.pending:
        state.pushPending()
    for at in range(start, start + length):
        token = Token("text", "", 0)
        token.content = marker
        token.map = [at, at + 1]
        state.delimiters.append(Delimiter(ord(marker), length, len(tokens), -1, can_open, can_close))
        tokens.append(token)
    state.pos += length
    return True


def _unquoted_link(state: rules_inline.StateInline, silent: bool) -> bool:
    """Read a link that browsers know, but not CommonMark."""
    start, end = state.pos, find_unquoted_link(state.src, state.pos, state.posMax)
    if end and not silent:
        state.push("html_inline", "", 0).content = state.src[start:end]
    state.pos = end or start
    return bool(end)


_INLINE_RULES: Final[dict[str, _Rules]] = {
    "\n": (rules_inline.newline,),
    "\\": (rules_inline.escape,),
    "`": (rules_inline.backtick,),
    "~": (rules_inline.strikethrough.tokenize,),
    "*": (read_signs, _emphasis),
    "_": (_emphasis,),
    "[": (rules_inline.link,),
    "]": (),
    "!": (rules_inline.image,),
    "<": (rules_inline.autolink, rules_inline.html_inline, _unquoted_link),
    "&": (rules_inline.entity,),
}
_SPECIAL: Final = re.compile("[" + re.escape("".join(_INLINE_RULES)) + "]")


class _Inline(ParserInline):
    """The inline parser, noting places."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: Any) -> Any:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: Any) -> None:
        src, tokens, end = state.src, state.tokens, state.posMax
        while (start := state.pos) < end:
            rules = _INLINE_RULES.get(src[start])
            if rules is None:
                special = _SPECIAL.search(src, start, end)
                state.append_pending(src[start : special.start() if special else end])
                state.pos = special.start() if special else end
                continue
            count = len(tokens)
            if state.level < MAX_INLINE_NESTING:
                for rule in rules:
                    if rule(state, False):
                        break
            if state.pos == start:
                state.append_pending(src[start])
                state.pos += 1
            elif len(tokens) > count and not tokens[-1].map:
                state.note(count, start)
        if state.pending:
            state.pushPending()


class _BlockState(rules_block.StateBlock):
    """A block state that makes lean tokens."""

    tokens: Any  # a list of `Token`

    def push(self, ttype: str, tag: str, nesting: int) -> Any:
        token = Token(ttype, tag, nesting)
        self.level -= nesting < 0
        token.level = self.level
        self.level += nesting > 0
        self.tokens.append(token)
        return token


_FIRST: Final[_Rules] = (rules_block.table, rules_block.code)
_LAST: Final[_Rules] = (rules_block.lheading, rules_block.paragraph)
_BLOCK_RULES: Final[dict[str, _Rules]] = {
    first: (*_FIRST, *rules, *_LAST)
    for firsts, rules in (
        ("`~", (rules_block.fence,)),
        (">", (rules_block.blockquote,)),
        ("*-_+0123456789", (rules_block.hr, rules_block.list_block)),
        ("[", (rules_block.reference,)),
        ("<", (read_opening, before_markdown(rules_block.html_block))),
        ("#", (rules_block.heading, read_heading)),
    )
    for first in firsts
}


class _Blocks(ParserBlock):
    """The block parser, losing nothing of what is nested too deep for it."""

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: Any) -> Any:  # noqa: N803
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: rules_block.StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level >= MAX_BLOCK_NESTING:
            _read_as_text(state, startLine, endLine)
            return
        line, after_blank = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            first = state.src[state.bMarks[line] + state.tShift[line]]
            for rule in _BLOCK_RULES.get(first, _FIRST + _LAST):
                if rule(state, line, endLine, False):
                    break
            state.tight = not after_blank
            line = state.line
            after_blank = after_blank or (line <= endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                after_blank = True
                state.line = line = line + 1


def _read_as_text(state: Any, start: int, end: int) -> None:
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.line = line
    for kind, nesting in (("paragraph_open", 1), ("inline", 0), ("paragraph_close", -1)):
        state.push(kind, "p", nesting).map = [start, line]
    state.tokens[-2].content = state.getLines(start, line, state.blkIndent, False).strip()
    state.tokens[-2].children = []


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline, parser.block = _Inline(), _Blocks()
    parser.configure("commonmark", {"maxNesting": MAX_INLINE_NESTING})
    return parser.enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])


_PARSER: Final = _make_parser()
