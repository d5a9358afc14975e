"""Markdown with its places kept: text in, the block tokens of markdown-it out, inline tokens with exact offsets.

The only file that knows markdown-it-py. That parser keeps no columns; here its inline state notes them, in `Token.map`
of the inline tokens, as offsets in the content of their block: where collecting a text begins, and what each rule has
moved over. Nothing global is changed, and nothing is kept from one text to the next.
"""

import re
from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
    text,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

MAX_BLOCK_NESTING: Final = 60
"""Quotes, lists and items inside each other (an item in its list is two); what is deeper is read as plain text."""
MAX_INLINE_NESTING: Final = 20
"""Brackets inside each other, as in the CommonMark preset of markdown-it; what is deeper is no link."""

_Rule = Callable[[StateInline, bool], bool]
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (link,),
    "]": (),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
}
"""Which rules can apply at a character. That others need not be asked is what pays for noting the places."""
_TERMINATOR: Final = re.compile("[" + re.escape("".join(_RULES)) + "]")
_PLAIN: Final[tuple[_Rule, ...]] = (text,)
_BREAKS: Final = frozenset({"softbreak", "hardbreak"})


def parse(page: str) -> list[Token]:
    """Parse `page` as CommonMark with tables and strikethrough.

    `Token.map` of a block token is its range of lines, from 0; that of an inline token its range of characters in the
    content of the `inline` token it belongs to (of the image's label, in an image). `link_open` and `link_close` have
    the range of the whole link. Adjacent texts are not joined.
    """
    return _PARSER.parse(page)


class _State(StateInline):
    """An inline state that knows where the text it is collecting began."""

    collected_from = -1  # while there is text that no token has taken yet

    def append_pending(self, text: str) -> None:
        if self.collected_from < 0:
            self.collected_from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        start = self.collected_from
        # The end is not `self.pos`: links and line breaks have moved on by now.
        token.map = [start, start + len(token.content)]
        self.collected_from = -1
        return token


class _Inline(ParserInline):
    """The inline parser, noting places."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _TERMINATOR

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, _State)
        src, tokens = state.src, state.tokens
        while state.pos < state.posMax:
            start, count = state.pos, len(tokens)
            if state.level < MAX_INLINE_NESTING:
                for rule in _RULES.get(src[start], _PLAIN):
                    if rule(state, False):
                        break
            if state.pos == start:
                state.append_pending(src[start])
                state.pos += 1
            elif len(tokens) > count:
                _note(state, count, start)
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        if state.level < MAX_INLINE_NESTING:
            for rule in _RULES.get(state.src[start], _PLAIN):
                state.level += 1
                done = rule(state, True)
                state.level -= 1
                if done:
                    break
            else:
                state.pos = start + 1
        else:
            state.pos = state.posMax + 1
        state.cache[start] = state.pos


def _note(state: _State, first: int, start: int) -> None:
    """Note the places of the tokens that a rule has made, from the one at `first` on, while moving on from `start`."""
    new = state.tokens[first:]
    if new[-1].type in _BREAKS:
        # The blanks before a line break belong to it.
        if new[0].map:
            start = new[0].map[1]
        elif state.collected_from >= 0:
            start = state.collected_from
            state.collected_from = -1
    at = start
    for token in new:
        if token.map:
            continue
        if token.type != "text":
            token.map = [start, state.pos]
        elif state.src[start] == "<":  # an autolink
            token.map = [start + 1, state.pos - 1]
        else:  # delimiters, one token each
            token.map = [at, at + len(token.content)]
            at += len(token.content)


class _Blocks(ParserBlock):
    """The block parser, losing nothing of what is nested too deep for it."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level < MAX_BLOCK_NESTING:
            super().tokenize(state, startLine, endLine)
            return
        line = startLine + 1
        while line < endLine and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
            line += 1
        content = state.getLines(startLine, line, state.blkIndent, False)
        for kind, nesting in (("paragraph_open", 1), ("inline", 0), ("paragraph_close", -1)):
            token = state.push(kind, "p", nesting)
            token.map = [startLine, line]
        state.tokens[-2].content = content.strip()
        state.tokens[-2].children = []
        state.line = line


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline, parser.block = _Inline(), _Blocks()
    # The nesting limits above come first.
    parser.configure("commonmark", {"maxNesting": MAX_BLOCK_NESTING + 2})
    return parser.enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])


_PARSER: Final = _make_parser()
