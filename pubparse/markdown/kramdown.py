"""The state of the block parser in; the tag that makes Markdown of what an element holds, as a block of its own, out.

    <div class="paper" markdown="1">
    [**Curriculum Learning**](curriculum.pdf)

To CommonMark, all up to the next empty line is HTML; to kramdown, which builds pages of GitHub, it is not.
"""

import re
from typing import Any, Final

_OPENING: Final = re.compile(
    r"""<[a-z][a-z0-9]*+\s[^<>]*?\bmarkdown\s?=\s?["']?(?:1|block)\b[^<>]*+>\s*""", re.IGNORECASE
)
_CODE: Final = 4  # blanks before a line of code


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
