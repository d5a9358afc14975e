"""Markdown with its places kept: a text in, its block tokens out, their inline tokens with exact offsets.

The only file that knows markdown-it-py. That parser keeps no columns; here its inline state notes them, in `Token.map`
of the inline tokens, as offsets in the content of their block: where collecting a text begins, and what each rule has
moved over. Nothing global is changed, and nothing is kept from one text to the next.
"""

import re
from collections.abc import Callable
from typing import Any, Final, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token as MarkdownItToken
from markdown_it.utils import EnvType

MAX_BLOCK_NESTING: Final = 60
"""Quotes, lists and items inside each other (an item in its list is two); what is deeper is read as plain text."""
MAX_INLINE_NESTING: Final = 20
"""Brackets inside each other, as in the CommonMark preset of markdown-it; what is deeper is no link."""

_Rule = Callable[[StateInline, bool], bool]

_BREAKS: Final = frozenset({"softbreak", "hardbreak"})


_BlockRule = Callable[[StateBlock, int, int, bool], bool]

_PROSE: Final[tuple[_BlockRule, ...]] = (table, code, lheading, paragraph)
_BLOCK_RULES: Final[dict[str, tuple[_BlockRule, ...]]] = {
    first: (table, code, *rules, lheading, paragraph)
    for firsts, rules in (
        ("`~", (fence,)),
        (">", (blockquote,)),
        ("*-", (hr, list_block)),
        ("_", (hr,)),
        ("+0123456789", (list_block,)),
        ("[", (reference,)),
        ("<", (html_block,)),
        ("#", (heading,)),
    )
    for first in firsts
}


class Token:
    """As much of a markdown-it token as its rules write and `pubparse` reads, in a quarter of the time to make one."""

    map: list[int] | None = None
    children: "list[Token] | None" = None
    content = ""
    markup = ""
    info = ""
    level = 0
    hidden = False

    def __init__(self, kind: str, tag: str, nesting: int) -> None:
        """Make a token that opens (1), closes (-1) or is whole (0)."""
        self.type = kind
        self.tag = tag
        self.nesting = nesting
        self.attrs: dict[str, str | int | float] = {}

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802
        """Set an attribute."""
        self.attrs[name] = value


def parse(page: str) -> list[Token]:
    """Parse `page` as CommonMark with tables and strikethrough.

    `Token.map` of a block token is its range of lines, from 0; that of an inline token its range of characters in the
    content of the `inline` token it belongs to (of the image's label, in an image). `link_open` and `link_close` have
    the range of the whole link. Adjacent texts are not joined. The text of an autolink has the type "autolink".
    """
    return cast("list[Token]", _PARSER.parse(page))


class _InlineState(StateInline):
    """An inline state that knows where the text it is collecting began."""

    tokens: Any  # each a `Token`
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


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Do what `emphasis.tokenize` does, in half the time."""
    if silent:
        return False
    assert isinstance(state, _InlineState)
    start, tokens = state.pos, state.tokens
    marker = state.src[start]
    can_open, can_close, length = state.scanDelims(start, marker == "*")
    if state._pending_buffer or state._pending:
        state.pushPending()
    for at in range(start, start + length):
        token = Token("text", "", 0)
        token.content = marker
        token.map = [at, at + 1]
        state.delimiters.append(Delimiter(ord(marker), length, len(tokens), -1, can_open, can_close))
        tokens.append(token)
    state.pos += length
    return True


# Which rules can apply at a character; everywhere else there is text. That the others need not be asked, and that
# tokens are lean, pays for noting the places.
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (_emphasis,),
    "_": (_emphasis,),
    "[": (link,),
    "]": (),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
}
_SPECIAL: Final = re.compile("[" + re.escape("".join(_RULES)) + "]")


class _Inline(ParserInline):
    """The inline parser, noting places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[MarkdownItToken]) -> list[MarkdownItToken]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, _InlineState)
        src, tokens, end = state.src, state.tokens, state.posMax
        while (start := state.pos) < end:
            rules = _RULES.get(src[start])
            if rules is None:
                special = _SPECIAL.search(src, start, end)
                stop = special.start() if special else end
                state.append_pending(src[start:stop])
                state.pos = stop
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
                _note(state, count, start)
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        rules = _RULES.get(state.src[start])
        if state.level >= MAX_INLINE_NESTING:
            state.pos = state.posMax + 1
        elif rules is None:
            special = _SPECIAL.search(state.src, start, state.posMax)
            state.pos = special.start() if special else state.posMax
        else:
            state.level += 1
            if not any(rule(state, True) for rule in rules):
                state.pos = start + 1
            state.level -= 1
        state.cache[start] = state.pos


def _note(state: _InlineState, first: int, start: int) -> None:
    """Note the places of the tokens that a rule has made, from the one at `first` on, in moving on from `start`."""
    tokens = state.tokens
    if tokens[-1].type in _BREAKS:
        # The blanks before a line break belong to it.
        if len(tokens) - first > 1:
            start = (tokens[first].map or (0, start))[1]
        elif state.collected_from >= 0:
            start = state.collected_from
            state.collected_from = -1
    at = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.map:
            continue
        if token.type != "text":
            token.map = [start, state.pos]
        elif state.src[start] == "<":
            token.type = "autolink"
            token.map = [start + 1, state.pos - 1]
        else:  # delimiters, one token each
            token.map = [at, at + len(token.content)]
            at += len(token.content)


class _BlockState(StateBlock):
    """A block state that makes lean tokens."""

    tokens: Any  # each a `Token`

    def push(self, ttype: str, tag: str, nesting: int) -> Any:
        token = Token(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class _Blocks(ParserBlock):
    """The block parser, losing nothing of what is nested too deep for it."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[MarkdownItToken]) -> list[MarkdownItToken]:  # noqa: N803
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level >= MAX_BLOCK_NESTING:
            _read_as_text(state, startLine, endLine)
            return
        line, after_blank = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            first = state.src[state.bMarks[line] + state.tShift[line]]
            for rule in _BLOCK_RULES.get(first, _PROSE):
                if rule(state, line, endLine, False):
                    break
            state.tight = not after_blank
            line = state.line
            after_blank = after_blank or (line <= endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                after_blank = True
                state.line = line = line + 1


def _read_as_text(state: StateBlock, start: int, end: int) -> None:
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.map = [start, line]
    inline.content = state.getLines(start, line, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline, parser.block = _Inline(), _Blocks()
    parser.configure("commonmark", {"maxNesting": MAX_BLOCK_NESTING + 2})  # above the limits here, which come first
    return parser.enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])


_PARSER: Final = _make_parser()
