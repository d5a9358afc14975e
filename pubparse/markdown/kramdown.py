"""The state of the block parser in; what is a block of its own to kramdown, and to CommonMark none, out.

It is the tag that makes Markdown of what an element holds, a heading with no blank behind its signs (`##Papers`), and
headings and items of lists behind the end of HTML.

    <div class="paper" markdown="1">
    [**Curriculum Learning**](curriculum.pdf)

To CommonMark, all up to the next empty line is HTML; to kramdown, which builds pages of GitHub, it is not.
"""

import re
from collections.abc import Callable
from typing import Any, Final

_Rule = Callable[[Any, int, int, bool], bool]

_OPENING: Final = re.compile(
    r"""<[a-z][a-z0-9]*+\s[^<>]*?\bmarkdown\s?=\s?["']?(?:1|block)\b[^<>]*+>\s*""", re.IGNORECASE
)
_HEADING: Final = re.compile(r"(#(?!\w*[a-z][A-Z])|#{2,6})(?=[*_]{0,3}[^\W\d_a-z])([^#\n]{2,60}?)\s*#*")
_NO_TEXT: Final = re.compile(r"<(?:!|\?|script\b|style\b|pre\b|textarea\b)", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[*+-]|\d{1,3}[.)]|#{1,6})[ \t]+\S")  # or a heading
_CODE: Final = 4  # blanks before a line of code


def read_heading(state: Any, line: int, _end: int, silent: bool) -> bool:
    """Read a line of a few words, the first with a capital, as a heading; no `#hashtag`, and no sentence."""
    start = state.bMarks[line] + state.tShift[line]
    found = _HEADING.fullmatch(state.src, start, state.eMarks[line])
    if not found or found[2][-1] in ".,;" or state.sCount[line] - state.blkIndent >= _CODE:
        return False
    if not silent:
        state.line = line + 1
        tag = f"h{len(found[1])}"
        for kind, nesting in (("heading_open", 1), ("inline", 0), ("heading_close", -1)):
            token = state.push(kind, tag if nesting else "", nesting)
            token.map = [line, line + 1]
        state.tokens[-2].content = found[2].strip()
        state.tokens[-2].children = []
    return True


def before_markdown(rule: _Rule) -> _Rule:
    """The rule for a block of HTML, which ends where Markdown follows a tag at the end of a line."""

    def read_html(state: Any, line: int, end: int, silent: bool) -> bool:
        start = state.bMarks[line]
        if not _NO_TEXT.match(state.src, start + state.tShift[line]):
            lines = range(line + 1, end)
            end = next((at for at in lines if state.isEmpty(at) or _begins_markdown(state, at, start)), end)
        return rule(state, line, end, silent)

    return read_html


def _begins_markdown(state: Any, line: int, since: int) -> bool:
    """Whether a line is an item or a heading, or the first in a tag that makes Markdown of what it holds.

    The line before it ends with a tag, in no comment that began `since` there.
    """
    start = state.bMarks[line]
    first = start + state.tShift[line]
    before, end = state.bMarks[line - 1] + state.tShift[line - 1], state.eMarks[line - 1]
    is_code = state.sCount[line] - state.blkIndent >= _CODE
    if is_code or not state.src[before:end].rstrip().endswith(">"):
        return False
    if not _ITEM.match(state.src, first) and (
        state.src[first] == "<" or not _OPENING.fullmatch(state.src, before, end)
    ):
        return False
    return bool(state.src.rfind("<!--", since, start) <= state.src.rfind("-->", since, start))


def read_opening(state: Any, line: int, end: int, silent: bool) -> bool:
    """End the HTML block behind such a tag, where text follows it at once, and neither HTML nor code."""
    after = line + 1
    if after >= end or state.isEmpty(after) or state.sCount[after] - state.blkIndent >= _CODE:
        return False
    starts = [state.bMarks[at] + state.tShift[at] for at in (line, after)]
    if state.src[starts[1]] == "<" or not _OPENING.fullmatch(state.src, starts[0], state.eMarks[line]):
        return False
    if not silent:
        state.line = after
        token = state.push("html_block", "", 0)
        token.map = [line, after]
        token.content = state.getLines(line, after, state.blkIndent, True)
    return True
